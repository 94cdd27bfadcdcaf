package org.caravanserai.print;

/** Is told how far a piece of work has come, and stops it. */
@FunctionalInterface
interface Progress {

    /**
     * Says how much is done, from 0 to 1.
     *
     * @throws java.util.concurrent.CancellationException if the work is not wanted any more
     */
    void at(double done);
}
