package org.caravanserai.gathering;

import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Secret;
import org.jspecify.annotations.Nullable;

/** A link by which a participant without an account sees and answers an appointment. Each message has one of its own. */
@Entity
class ParticipantLink extends Aggregate {

    private UUID participant;

    @Secret
    private String secretHash;

    private Instant madeAt;

    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected ParticipantLink() {}

    ParticipantLink(Participant participant, OneTimeSecret secret, Clock clock) {
        this.participant = participant.key();
        this.secretHash = secret.hash();
        this.madeAt = clock.instant();
    }

    UUID participant() {
        return participant;
    }

    Instant madeAt() {
        return madeAt;
    }

    /** When it stopped working; null while it works. */
    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
