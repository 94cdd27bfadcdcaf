package org.caravanserai.mail;

import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.NotAudited;

/** That an address of somebody without an account gets no more mail of a kind. */
@Entity
@NotAudited
class StoppedMail extends Aggregate {

    private String address;

    private String kind;

    private Instant stoppedAt;

    @SuppressWarnings("NullAway.Init")
    protected StoppedMail() {}

    StoppedMail(EmailAddress address, String kind, Clock clock) {
        this.address = address.value();
        this.kind = kind;
        this.stoppedAt = clock.instant();
    }

    Stopped stopped() {
        return new Stopped(address, kind);
    }

    /** What is stopped. */
    record Stopped(String address, String kind) {}
}
