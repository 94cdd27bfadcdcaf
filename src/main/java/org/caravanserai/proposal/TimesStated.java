package org.caravanserai.proposal;

import org.caravanserai.meeting.MeetingId;

/** The people of a proposal say otherwise than before when it can take place. */
public record TimesStated(ProposalId proposal, MeetingId meeting) {}
