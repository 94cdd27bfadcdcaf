package org.caravanserai.partnering.tables;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;

/** What one party says of meeting another: that it wishes it, and how much, or that it would rather not. */
@Entity
@Table(name = "partnering_wish")
class PartyWish extends Aggregate {

    private UUID event;

    private UUID wisher;

    private UUID wished;

    @Column(name = "wish_rank")
    private int rank;

    private boolean declined;

    @SuppressWarnings("NullAway.Init")
    protected PartyWish() {}

    PartyWish(EventParty wisher, EventParty wished, int rank) {
        this.event = wisher.event();
        this.wisher = wisher.key();
        this.wished = wished.key();
        this.rank = rank;
    }

    UUID event() {
        return event;
    }

    UUID wisher() {
        return wisher;
    }

    UUID wished() {
        return wished;
    }

    /** Its place among the wisher's wishes, from 1. */
    int rank() {
        return rank;
    }

    boolean isDeclined() {
        return declined;
    }

    void rankAs(int place) {
        rank = place;
        declined = false;
    }

    /** The wisher would rather not. */
    void decline() {
        rank = 0;
        declined = true;
    }
}
