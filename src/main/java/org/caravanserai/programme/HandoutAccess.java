package org.caravanserai.programme;

import java.util.UUID;
import org.caravanserai.proposal.ProposalAccess;
import org.springframework.stereotype.Component;

/** Answers who may have a handout that is not public, for {@code @PreAuthorize("@handoutAccess.…")}. */
@Component("handoutAccess")
public class HandoutAccess {

    private final Handouts handouts;
    private final ProposalAccess proposals;

    HandoutAccess(Handouts handouts, ProposalAccess proposals) {
        this.handouts = handouts;
        this.proposals = proposals;
    }

    /** Whether the acting person speaks for the handout's proposal or organises its meeting. */
    public boolean mayHave(UUID handout) {
        return handouts.findById(handout)
                .filter(h -> proposals.mayEdit(h.proposal()) || proposals.organises(h.proposal()))
                .isPresent();
    }
}
