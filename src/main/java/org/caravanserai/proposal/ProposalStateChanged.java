package org.caravanserai.proposal;

import org.caravanserai.meeting.MeetingId;

/** A proposal has gone from one state to another. */
public record ProposalStateChanged(ProposalId proposal, MeetingId meeting, ProposalState before, ProposalState after) {}
