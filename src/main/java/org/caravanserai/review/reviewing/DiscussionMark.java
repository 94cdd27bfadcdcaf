package org.caravanserai.review.reviewing;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.NotAudited;
import org.caravanserai.proposal.ProposalId;

/** How far a person has read the discussion of a proposal. */
@Entity
@NotAudited
class DiscussionMark extends Aggregate {

    private UUID proposal;

    private UUID person;

    private Instant readUpto;

    @SuppressWarnings("NullAway.Init")
    protected DiscussionMark() {}

    DiscussionMark(ProposalId proposal, PersonId person, Instant readUpto) {
        this.proposal = proposal.value();
        this.person = person.value();
        this.readUpto = readUpto;
    }

    /** She has read further; never less. */
    void readUpTo(Instant instant) {
        if (instant.isAfter(readUpto)) {
            readUpto = instant;
        }
    }
}
