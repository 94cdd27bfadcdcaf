package org.caravanserai.partnering.tables;

import jakarta.persistence.Entity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** Two parties meet at a table in a slot; both have been told. */
@Entity
class TableMeeting extends Aggregate {

    private UUID event;

    private UUID one;

    private UUID other;

    private int slot;

    private @Nullable UUID place;

    private @Nullable UUID interpreter;

    private @Nullable UUID absent;

    @SuppressWarnings("NullAway.Init")
    protected TableMeeting() {}

    TableMeeting(UUID event, TableSeat seat) {
        this.event = event;
        this.one = seat.one();
        this.other = seat.other();
        this.slot = seat.slot();
        this.place = seat.table();
        this.interpreter = seat.interpreter().orElse(null);
    }

    UUID event() {
        return event;
    }

    int slot() {
        return slot;
    }

    /** Who meets when and where, unless somebody did not come. */
    Optional<TableSeat> seat() {
        return Optional.ofNullable(place)
                .map(table -> new TableSeat(one, other, slot, table, Optional.ofNullable(interpreter)));
    }

    /** Who meets, in the order in which it was kept. */
    List<UUID> two() {
        return List.of(one, other);
    }

    Set<UUID> pair() {
        return Set.of(one, other);
    }

    /** Who did not come, if somebody did not. */
    Optional<UUID> absent() {
        return Optional.ofNullable(absent);
    }

    /** Somebody did not come: table, interpreter and whoever waited are free for others. */
    void missedBy(UUID party) {
        if (!pair().contains(party)) {
            throw Refusal.of("tables.refused.gone");
        }
        absent = party;
        place = null;
        interpreter = null;
    }

    /** Everybody came after all; where the two meet is said by {@link #heldAt}. */
    void missedByNobody() {
        absent = null;
    }

    /** The two meet here, in their slot. */
    void heldAt(TableSeat seat) {
        if (!pair().equals(seat.pair()) || slot != seat.slot()) {
            throw Refusal.of("tables.refused.gone");
        }
        place = seat.table();
        interpreter = seat.interpreter().orElse(null);
    }
}
