package org.caravanserai.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.NotAudited;
import org.jspecify.annotations.Nullable;

/** Somebody who was taken off a proposal, kept for a while with her open link so that it can be undone without asking her again. */
@Entity
@NotAudited
class RemovedContributor extends Aggregate {

    /** For how long a removal can be undone. */
    static final Duration UNDO = Duration.ofMinutes(15);

    private UUID proposal;

    @Column(name = "contributor_position")
    private int position;

    @Enumerated(EnumType.STRING)
    private ContributorRole role;

    private @Nullable UUID person;

    private String invitedName;

    private String invitedEmail;

    @Enumerated(EnumType.STRING)
    private Contributor.Answer answer;

    private String secretHash;

    private @Nullable UUID invitedBy;

    private @Nullable Instant invitedAt;

    private Instant removedAt;

    @SuppressWarnings("NullAway.Init")
    protected RemovedContributor() {}

    RemovedContributor(Contributor of, Optional<Invitation> open, Clock clock) {
        this.proposal = of.proposal().value();
        this.position = of.position();
        this.role = of.role();
        this.person = of.person().map(PersonId::value).orElse(null);
        this.invitedName = of.invitedName();
        this.invitedEmail = of.invitedEmail();
        this.answer = of.answer();
        this.secretHash = open.map(Invitation::secretHash).orElse("");
        this.invitedBy =
                open.flatMap(Invitation::invitedBy).map(PersonId::value).orElse(null);
        this.invitedAt = open.map(Invitation::createdAt).orElse(null);
        this.removedAt = clock.instant();
    }

    ProposalId proposal() {
        return new ProposalId(proposal);
    }

    Optional<PersonId> person() {
        return Optional.ofNullable(person).map(PersonId::new);
    }

    String invitedEmail() {
        return invitedEmail;
    }

    boolean canBeUndone(Instant now) {
        return !now.isAfter(removedAt.plus(UNDO));
    }

    /** The contributor as she was. */
    Contributor contributor() {
        return Contributor.again(proposal(), position, role, person, invitedName, invitedEmail, answer);
    }

    /** The link that she had, for the contributor made anew; empty if there was none to answer by. */
    Optional<Invitation> invitation(Contributor anew) {
        return invitedAt == null
                ? Optional.empty()
                : Optional.of(Invitation.again(
                        anew, invitedBy == null ? null : new PersonId(invitedBy), secretHash, invitedAt));
    }
}
