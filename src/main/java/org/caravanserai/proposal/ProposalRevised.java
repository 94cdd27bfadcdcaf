package org.caravanserai.proposal;

import org.caravanserai.meeting.MeetingId;

/** A proposal that the committee wanted revised has been handed in again. */
public record ProposalRevised(ProposalId proposal, MeetingId meeting) {}
