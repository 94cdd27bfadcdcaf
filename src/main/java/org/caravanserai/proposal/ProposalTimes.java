package org.caravanserai.proposal;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the people of a proposal say when it suits them after the decision too, when its text stands: plans change. */
@Service
public class ProposalTimes {

    private static final Set<ProposalState> DECIDED =
            EnumSet.of(ProposalState.ACCEPTED, ProposalState.WAITING, ProposalState.CONFIRMED);

    private final Proposals proposals;
    private final Meetings meetings;
    private final Clock clock;

    ProposalTimes(Proposals proposals, Meetings meetings, Clock clock) {
        this.proposals = proposals;
        this.meetings = meetings;
        this.clock = clock;
    }

    /** Whether it can be said now: the proposal may take place, its form is closed, and the meeting is not over. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional(readOnly = true)
    public boolean areOpen(ProposalId proposal) {
        return areOpen(proposals.findById(proposal.value()).orElseThrow());
    }

    /**
     * What is said of when it can take place.
     *
     * @param at since when
     */
    public record Said(StatedTimes times, Instant at) {}

    /**
     * Says when it cannot take place or would rather not. What somebody else has said of other days meanwhile stays.
     *
     * @param before what was said when {@code changed} was begun
     * @return what is said from now on
     * @throws Refusal if the proposal is not to take place, the meeting is over, or no day is left
     */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public Said state(ProposalId proposal, StatedTimes before, StatedTimes changed) {
        var stored =
                proposals.lock(proposal.value()).flatMap(proposals::findById).orElseThrow();
        if (!areOpen(stored)) {
            throw Refusal.of("proposal.times.closed");
        }
        var days = meeting(stored).days();
        var joined = stored.times().with(before, changed).on(days);
        if (joined.leavesNoneOf(days)) {
            throw Refusal.at(DraftContent.UNSUITABLE, "proposal.unsuitable.all");
        }
        stored.state(joined);
        proposals.save(stored);
        return new Said(joined, clock.instant());
    }

    private boolean areOpen(Proposal stored) {
        var meeting = meeting(stored);
        var today = clock.instant().atZone(meeting.zone()).toLocalDate();
        return DECIDED.contains(stored.state())
                && !meeting.days().isEmpty()
                && !today.isAfter(meeting.days().getLast());
    }

    private Meeting meeting(Proposal stored) {
        return meetings.findById(stored.meeting().value()).orElseThrow();
    }
}
