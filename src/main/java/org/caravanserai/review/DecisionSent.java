package org.caravanserai.review;

import org.caravanserai.meeting.MeetingId;
import org.caravanserai.proposal.ProposalId;

/** The contributors of a proposal are told what the committee decided. */
public record DecisionSent(ProposalId proposal, MeetingId meeting, Verdict verdict) {}
