package org.caravanserai.review.reviewing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;

/** How much a reviewer would like to review a proposal. */
@Entity
@Table(name = "review_bid")
class Bid extends ProposalTie {

    @Enumerated(EnumType.STRING)
    private Eagerness eagerness;

    private Instant bidAt;

    @SuppressWarnings("NullAway.Init")
    protected Bid() {}

    Bid(MeetingId meeting, ProposalId proposal, PersonId person, Eagerness eagerness, Clock clock) {
        super(meeting, proposal, person);
        change(eagerness, clock);
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
