package org.caravanserai.gathering.poll;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;

/** What one guest says to one candidate. */
@Entity
class PollAnswer extends Aggregate {

    private UUID poll;

    private UUID guest;

    private UUID candidate;

    @Enumerated(EnumType.STRING)
    private Choice choice;

    @SuppressWarnings("NullAway.Init")
    protected PollAnswer() {}

    PollAnswer(PollGuest guest, UUID candidate, Choice choice) {
        this.poll = guest.poll().value();
        this.guest = guest.key();
        this.candidate = candidate;
        this.choice = choice;
    }

    UUID guest() {
        return guest;
    }

    UUID candidate() {
        return candidate;
    }

    Choice choice() {
        return choice;
    }

    void change(Choice changed) {
        choice = changed;
    }
}
