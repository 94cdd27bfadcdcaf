package org.caravanserai.review.reviewing;

import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.proposal.ProposalId;

/** What ties a person to a proposal of a meeting: a wish to review it, the task of it, or a reason to keep away from it. */
@MappedSuperclass
public abstract class ProposalTie extends Aggregate {

    private UUID meeting;

    private UUID proposal;

    private UUID person;

    @SuppressWarnings("NullAway.Init")
    ProposalTie() {}

    ProposalTie(MeetingId meeting, ProposalId proposal, PersonId person) {
        this.meeting = meeting.value();
        this.proposal = proposal.value();
        this.person = person.value();
    }

    public MeetingId meeting() {
        return new MeetingId(meeting);
    }

    public ProposalId proposal() {
        return new ProposalId(proposal);
    }

    public PersonId person() {
        return new PersonId(person);
    }
}
