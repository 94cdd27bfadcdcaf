package org.caravanserai.review.room;

import jakarta.persistence.Entity;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.proposal.ProposalId;

/** A word that chairs mark a proposal with, for themselves. */
@Entity
class ProposalTag extends Aggregate {

    private UUID meeting;

    private UUID proposal;

    private String label;

    @SuppressWarnings("NullAway.Init")
    protected ProposalTag() {}

    ProposalTag(MeetingId meeting, ProposalId proposal, String label) {
        this.meeting = meeting.value();
        this.proposal = proposal.value();
        this.label = label;
    }

    MeetingId meeting() {
        return new MeetingId(meeting);
    }

    UUID proposal() {
        return proposal;
    }

    String label() {
        return label;
    }
}
