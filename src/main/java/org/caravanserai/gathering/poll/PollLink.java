package org.caravanserai.gathering.poll;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Secret;

/**
 * A link by which a guest answers, of 192 random bits of which only the digest is kept. Each message has one of its own, for
 * nothing that is kept could make the first one again; all work until they are revoked together.
 */
@Entity
class PollLink extends Aggregate {

    private UUID guest;

    @Secret
    private String secretHash;

    private Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    protected PollLink() {}

    PollLink(PollGuest guest, OneTimeSecret secret, Instant now) {
        this.guest = guest.key();
        this.secretHash = secret.hash();
        this.madeAt = now;
    }

    UUID guest() {
        return guest;
    }

    Instant madeAt() {
        return madeAt;
    }
}
