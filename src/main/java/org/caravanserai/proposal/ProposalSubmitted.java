package org.caravanserai.proposal;

import org.caravanserai.meeting.MeetingId;

/** A proposal has been handed to the committee. */
public record ProposalSubmitted(ProposalId proposal, MeetingId meeting) {}
