package org.caravanserai.proposal;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;

/** One use of a late link: a proposal that may be handed in although the call has closed, until the link ends. */
@Entity
class LateAdmission extends Aggregate {

    private UUID link;

    private UUID proposal;

    private Instant admittedAt;

    @SuppressWarnings("NullAway.Init")
    protected LateAdmission() {}

    LateAdmission(LateLink link, ProposalId proposal, Instant admittedAt) {
        this.link = link.key();
        this.proposal = proposal.value();
        this.admittedAt = admittedAt;
    }

    UUID link() {
        return link;
    }

    Instant admittedAt() {
        return admittedAt;
    }
}
