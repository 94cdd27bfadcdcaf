package org.caravanserai.proposal;

/** Who is on a proposal has changed: somebody was named, answered, or was taken off. */
public record ContributorsChanged(ProposalId proposal) {}
