package org.caravanserai.review.reviewing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Why a person must keep away from a proposal. While one stands, the proposal, its reviews and its discussion are hidden
 * from her everywhere. One that a chair dismissed is kept, so that it is not found again.
 */
@Entity
@Table(name = "review_conflict")
public class Conflict extends ProposalTie {

    private static final int LONGEST_REASON = 1_000;

    @Enumerated(EnumType.STRING)
    private ConflictKind kind;

    private String reason;

    private @Nullable UUID declaredBy;

    private Instant declaredAt;

    private boolean standing = true;

    private @Nullable UUID dismissedBy;

    private @Nullable Instant dismissedAt;

    @SuppressWarnings("NullAway.Init")
    protected Conflict() {}

    /**
     * A conflict that stands.
     *
     * @param reason why, as told or found; may be empty
     * @param by who says so; null for the system
     */
    Conflict(
            MeetingId meeting,
            ProposalId proposal,
            PersonId person,
            ConflictKind kind,
            String reason,
            @Nullable PersonId by,
            Clock clock) {
        super(meeting, proposal, person);
        this.kind = kind;
        this.reason = checked(reason);
        this.declaredBy = by == null ? null : by.value();
        this.declaredAt = clock.instant();
    }

    public ConflictKind kind() {
        return kind;
    }

    public String reason() {
        return reason;
    }

    /** Who says so; empty for what the system found. */
    public Optional<PersonId> declaredBy() {
        return Optional.ofNullable(declaredBy).map(PersonId::new);
    }

    public Instant declaredAt() {
        return declaredAt;
    }

    /** Whether it stands; else a chair has dismissed it. */
    public boolean isStanding() {
        return standing;
    }

    /** Who dismissed it. */
    public Optional<PersonId> dismissedBy() {
        return Optional.ofNullable(dismissedBy).map(PersonId::new);
    }

    public Optional<Instant> dismissedAt() {
        return Optional.ofNullable(dismissedAt);
    }

    /**
     * A chair finds that it is none.
     *
     * @throws Refusal if that cannot be found of its kind
     */
    void dismiss(@Nullable PersonId by, Clock clock) {
        if (!kind.isDismissible()) {
            throw Refusal.of("reviewing.conflict.undismissible");
        }
        standing = false;
        dismissedBy = by == null ? null : by.value();
        dismissedAt = clock.instant();
    }

    /** It stands again. */
    void reinstate() {
        standing = true;
        dismissedBy = null;
        dismissedAt = null;
    }

    private static String checked(String told) {
        var clean = Clean.lines(told);
        if (clean.length() > LONGEST_REASON) {
            throw Refusal.at("reason", "reviewing.reason.long", LONGEST_REASON);
        }
        return clean;
    }
}
