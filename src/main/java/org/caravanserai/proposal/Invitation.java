package org.caravanserai.proposal;

import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Secret;
import org.caravanserai.text.Sha256;
import org.jspecify.annotations.Nullable;

/** A link by which one contributor answers once. Only the secret's digest is kept. */
@Entity
class Invitation extends Aggregate {

    /** How long a link can be used. */
    static final Duration LIFE = Duration.ofDays(30);

    private UUID contributor;

    private @Nullable UUID invitedBy;

    @Secret
    private String secretHash;

    private Instant createdAt;

    private Instant expiresAt;

    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init")
    protected Invitation() {}

    Invitation(Contributor contributor, @Nullable PersonId by, String secret, Clock clock) {
        this.contributor = contributor.key();
        this.invitedBy = by == null ? null : by.value();
        this.secretHash = digest(secret);
        this.createdAt = clock.instant();
        this.expiresAt = createdAt.plus(LIFE);
    }

    /** A link sent before, for the same person named anew. */
    static Invitation again(Contributor contributor, @Nullable PersonId by, String secretHash, Instant createdAt) {
        var invitation = new Invitation();
        invitation.contributor = contributor.key();
        invitation.invitedBy = by == null ? null : by.value();
        invitation.secretHash = secretHash;
        invitation.createdAt = createdAt;
        invitation.expiresAt = createdAt.plus(LIFE);
        return invitation;
    }

    String secretHash() {
        return secretHash;
    }

    Instant createdAt() {
        return createdAt;
    }

    UUID contributor() {
        return contributor;
    }

    Optional<PersonId> invitedBy() {
        return Optional.ofNullable(invitedBy).map(PersonId::new);
    }

    /** When it was answered; empty if not yet. */
    Optional<Instant> usedAt() {
        return Optional.ofNullable(usedAt);
    }

    boolean hasExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    static String digest(String secret) {
        return Sha256.hex(secret);
    }
}
