package org.caravanserai.platform;

/**
 * Is told of every change of an {@link Aggregate}, whoever makes it and by whatever service, within the transaction that
 * makes it: what a watcher writes is kept or lost together with the change.
 */
public interface AggregateWatcher {

    /** An aggregate has been made, changed or deleted; called once for each, however many of its fields are others. */
    void changed(Aggregate aggregate);
}
