package org.caravanserai.review.assigning;

import org.caravanserai.proposal.ProposalId;
import org.caravanserai.text.LocalizedText;

/** A proposal as work to be given to reviewers. */
public record ProposalWork(ProposalId proposal, String code, LocalizedText title) {}
