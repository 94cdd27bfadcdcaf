package org.caravanserai.proposal;

import java.util.UUID;

/** Identifies a {@link Proposal}. */
public record ProposalId(UUID value) {}
