package org.caravanserai.partnering.tables;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who meets whom, when and where.
 *
 * @param one a party
 * @param other the party that she meets
 * @param slot the number of the slot
 * @param interpreter who helps, if they need somebody
 */
public record TableSeat(UUID one, UUID other, int slot, UUID table, Optional<UUID> interpreter) {

    /** Who meets, in no order. */
    Set<UUID> pair() {
        return Set.of(one, other);
    }

    /** The same with somebody else who helps, or nobody. */
    TableSeat helpedBy(Optional<UUID> helper) {
        return new TableSeat(one, other, slot, table, helper);
    }

    /** Whether two are the same meeting at the same time and table. */
    boolean standsAs(TableSeat was) {
        return pair().equals(was.pair()) && slot == was.slot && table.equals(was.table);
    }
}
