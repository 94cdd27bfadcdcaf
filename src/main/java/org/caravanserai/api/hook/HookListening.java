package org.caravanserai.api.hook;

import java.time.Clock;
import java.util.UUID;
import org.caravanserai.agenda.AgendaPublished;
import org.caravanserai.api.hook.HookDelivery.Cause;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.proposal.ProposalRevised;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.proposal.ProposalStateChanged;
import org.caravanserai.proposal.ProposalSubmitted;
import org.caravanserai.review.DecisionSent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down, in the transaction of what happens, who is to be told of it: what is rolled back is told to nobody. */
@Component
class HookListening {

    private final StoredHooks hooks;
    private final StoredHookDeliveries deliveries;
    private final Clock clock;

    HookListening(StoredHooks hooks, StoredHookDeliveries deliveries, Clock clock) {
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @EventListener
    void on(AgendaPublished event) {
        tell(event.meeting(), new Cause(HookEvent.RELEASE_PUBLISHED, null, event.number(), ""));
        if (event.number() > 1) {
            tell(event.meeting(), new Cause(HookEvent.SESSIONS_CHANGED, null, event.number(), ""));
        }
    }

    @EventListener
    void on(ProposalSubmitted event) {
        var proposal = event.proposal().value();
        tell(event.meeting(), of(HookEvent.PROPOSAL_SUBMITTED, proposal, ProposalState.SUBMITTED));
    }

    @EventListener
    void on(ProposalRevised event) {
        var proposal = event.proposal().value();
        tell(event.meeting(), of(HookEvent.PROPOSAL_REVISED, proposal, ProposalState.UNDER_REVIEW));
    }

    @EventListener
    void on(DecisionSent event) {
        tell(
                event.meeting(),
                new Cause(
                        HookEvent.DECISION_SENT,
                        event.proposal().value(),
                        0,
                        event.verdict().name()));
    }

    @EventListener
    void on(ProposalStateChanged event) {
        var proposal = event.proposal().value();
        switch (event.after()) {
            case CONFIRMED -> tell(event.meeting(), of(HookEvent.PROPOSAL_CONFIRMED, proposal, event.after()));
            case WITHDRAWN, CANCELLED ->
                tell(event.meeting(), of(HookEvent.PROPOSAL_WITHDRAWN, proposal, event.after()));
            default -> {
                // Submissions and decisions have events of their own; the rest is the committee's affair.
            }
        }
    }

    private static Cause of(HookEvent event, UUID proposal, ProposalState after) {
        return new Cause(event, proposal, 0, after.name());
    }

    private void tell(MeetingId meeting, Cause cause) {
        hooks.findByMeetingAndStateAndRemovedAtIsNull(meeting.value(), Hook.State.ON).stream()
                .filter(hook -> hook.events().contains(cause.event()))
                .forEach(hook -> deliveries.save(new HookDelivery(hook, cause, clock)));
    }
}
