package org.caravanserai.proposal;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Hides in a proposal that is handed in anew what had been hidden in it before. */
@Component
class RedactionFollowing {

    private final Redactions redactions;
    private final AuthorTraces traces;
    private final Clock clock;

    RedactionFollowing(Redactions redactions, AuthorTraces traces, Clock clock) {
        this.redactions = redactions;
        this.traces = traces;
        this.clock = clock;
    }

    void follow(Proposal changed) {
        redactions.findByProposal(changed.key()).ifPresent(redaction -> {
            var giveaways = traces.of(changed.id());
            redaction.follow(changed, (field, text) -> traces.hide(giveaways, field, text), clock);
            redactions.save(redaction);
        });
    }
}
