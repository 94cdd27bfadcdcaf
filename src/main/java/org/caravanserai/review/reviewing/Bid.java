package org.caravanserai.review.reviewing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.proposal.ProposalId;

/** How much a reviewer would like to review a proposal. */
@Entity
@Table(name = "review_bid")
class Bid extends Aggregate {

    private UUID meeting;

    private UUID proposal;

    private UUID person;

    @Enumerated(EnumType.STRING)
    private Eagerness eagerness;

    private Instant bidAt;

    @SuppressWarnings("NullAway.Init")
    protected Bid() {}

    Bid(MeetingId meeting, ProposalId proposal, PersonId person, Eagerness eagerness, Clock clock) {
        this.meeting = meeting.value();
        this.proposal = proposal.value();
        this.person = person.value();
        change(eagerness, clock);
    }

    MeetingId meeting() {
        return new MeetingId(meeting);
    }

    ProposalId proposal() {
        return new ProposalId(proposal);
    }

    PersonId person() {
        return new PersonId(person);
    }

    Eagerness eagerness() {
        return eagerness;
    }

    final void change(Eagerness changed, Clock clock) {
        eagerness = changed;
        bidAt = clock.instant();
    }

    Instant bidAt() {
        return bidAt;
    }
}
