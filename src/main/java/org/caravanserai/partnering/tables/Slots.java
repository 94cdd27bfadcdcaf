package org.caravanserai.partnering.tables;

import org.caravanserai.partnering.tables.solver.TablesProblem;

/** Sets of slots, one bit each. */
final class Slots {

    static final long ALL = (1L << TablesProblem.MOST_SLOTS) - 1;

    private Slots() {}

    /** All slots before this one. */
    static long before(int slot) {
        return slot <= 0 ? 0 : (1L << Math.min(slot, TablesProblem.MOST_SLOTS)) - 1;
    }
}
