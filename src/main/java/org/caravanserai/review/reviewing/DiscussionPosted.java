package org.caravanserai.review.reviewing;

import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;

/**
 * Somebody of the committee has posted about a proposal.
 *
 * @param mentions whom the post calls on
 */
public record DiscussionPosted(
        ProposalId proposal, MeetingId meeting, UUID post, PersonId author, Set<PersonId> mentions) {}
