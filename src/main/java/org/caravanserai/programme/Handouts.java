package org.caravanserai.programme;

import java.util.List;
import java.util.UUID;
import org.caravanserai.text.LocalizedText;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All handouts of all speakers. */
interface Handouts extends JpaRepository<Handout, UUID> {

    List<Handout> findByProposalOrderByUploadedAt(UUID proposal);

    long countByProposal(UUID proposal);

    /** A handout with the proposal that it belongs to. */
    record OfProposal(Handout handout, UUID meeting, String code, LocalizedText title) {}

    /** A handout that may be public, with the key of the session or talk that its proposal has become. */
    record OfPart(Handout handout, UUID part) {}

    /** The newest of a meeting. */
    @Query("select new org.caravanserai.programme.Handouts$OfProposal(h, p.meeting, p.code, p.title)"
            + " from Handout h join Proposal p on p.id = h.proposal where p.meeting = :meeting"
            + " order by h.uploadedAt desc, h.id desc")
    List<OfProposal> ofMeeting(UUID meeting, Limit limit);

    /** Those of a meeting's sessions that their speakers have released and nobody has taken down. */
    @Query("select new org.caravanserai.programme.Handouts$OfPart(h, s.id) from Handout h"
            + " join Proposal p on p.id = h.proposal join Session s on s.proposal = p.id"
            + " where p.meeting = :meeting and " + RELEASED)
    List<OfPart> releasedOfSessions(UUID meeting);

    /** Those of the talks in a meeting's sessions that their speakers have released and nobody has taken down. */
    @Query("select new org.caravanserai.programme.Handouts$OfPart(h, t.id) from Handout h"
            + " join Proposal p on p.id = h.proposal join Talk t on t.proposal = p.id"
            + " where p.meeting = :meeting and " + RELEASED)
    List<OfPart> releasedOfTalks(UUID meeting);

    /** What must hold of a handout and its proposal. */
    String RELEASED = "h.takenDown = false and h.showing <> org.caravanserai.programme.HandoutShowing.NOT_PUBLIC"
            + " and p.state in (org.caravanserai.proposal.ProposalState.ACCEPTED,"
            + " org.caravanserai.proposal.ProposalState.CONFIRMED) order by h.uploadedAt, h.id";
}
