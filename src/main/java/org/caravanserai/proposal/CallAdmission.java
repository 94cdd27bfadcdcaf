package org.caravanserai.proposal;

import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Arrival;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides whether something may be handed in now: while the call is open, by when the request arrived, or after it by a
 * late link. For the services that draft and submit, which know whose proposal it is.
 */
@Service
@Internal
public class CallAdmission {

    private final Calls calls;
    private final LateLinks links;
    private final LateAdmissions admissions;
    private final Arrival arrival;

    CallAdmission(Calls calls, LateLinks links, LateAdmissions admissions, Arrival arrival) {
        this.calls = calls;
        this.links = links;
        this.admissions = admissions;
        this.arrival = arrival;
    }

    /** Whether the call of a meeting is open for the request now being answered. */
    @Internal
    @Transactional(readOnly = true)
    public boolean isOpen(MeetingId meeting) {
        return calls.findByMeeting(meeting.value())
                .filter(call -> call.stateAt(arrival.instant()) == CallState.OPEN)
                .isPresent();
    }

    /** Whether a proposal may be handed in or changed now: the call is open, or a late link admitted this proposal. */
    @Internal
    @Transactional(readOnly = true)
    public boolean mayHandIn(MeetingId meeting, ProposalId proposal) {
        return isOpen(meeting) || admissions.admitted(proposal.value(), arrival.instant());
    }

    /**
     * Refuses what may not be handed in now.
     *
     * @throws Refusal that says whether the call has not opened yet or has closed
     */
    @Internal
    @Transactional(readOnly = true)
    public void requireOpen(MeetingId meeting, ProposalId proposal) {
        if (mayHandIn(meeting, proposal)) {
            return;
        }
        var call = calls.findByMeeting(meeting.value()).orElseThrow(() -> Refusal.of("call.none"));
        throw Refusal.of(
                call.stateAt(arrival.instant()) == CallState.NOT_YET ? "call.refused.early" : "call.refused.closed");
    }

    /**
     * Uses a late link for a proposal just begun. Two proposals cannot take the last use: the take is one statement.
     *
     * @throws Refusal if the link is unknown, for another meeting, used up, withdrawn or has ended
     */
    @Internal
    @Transactional
    public void redeem(MeetingId meeting, String secret, ProposalId proposal) {
        var link = links.findBySecretHash(LateLink.hash(secret))
                .filter(l -> calls.findById(l.call())
                        .filter(call -> call.meeting().equals(meeting))
                        .isPresent())
                .orElseThrow(() -> Refusal.of("call.late.unusable"));
        if (admissions.existsByProposal(proposal.value())) {
            return;
        }
        var now = arrival.instant();
        if (links.take(link.key(), now) == 0) {
            throw Refusal.of("call.late.unusable");
        }
        admissions.save(new LateAdmission(link, proposal, now));
    }
}
