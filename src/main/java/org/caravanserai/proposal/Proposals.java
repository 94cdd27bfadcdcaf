package org.caravanserai.proposal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All proposals of all meetings. */
public interface Proposals extends JpaRepository<Proposal, UUID> {

    Optional<Proposal> findByMeetingAndCode(UUID meeting, String code);

    Optional<Proposal> findByCode(String code);

    List<Proposal> findByMeeting(UUID meeting);

    /** The versions of these proposals as they are stored: rows of key and version. */
    @Query("select p.id, p.version from Proposal p where p.id in :keys")
    List<Object[]> versions(java.util.Collection<UUID> keys);

    /** What of a meeting stands, drafts aside: rows of code, title and what another tool calls it, or null. */
    @Query("select p.code, p.title, i.externalId from Proposal p left join ImportedProposal i on i.proposal = p.id"
            + " where p.meeting = :meeting and p.state not in (org.caravanserai.proposal.ProposalState.DRAFT,"
            + " org.caravanserai.proposal.ProposalState.WITHDRAWN,"
            + " org.caravanserai.proposal.ProposalState.CANCELLED)")
    List<Object[]> titlesOf(UUID meeting);

    @Query(
            "select p.meeting as meeting, p.proposer as proposer, p.state as state from Proposal p where p.id = :proposal")
    Optional<ProposalAccess.Standing> standing(UUID proposal);

    List<Proposal> findByForSessionAndStateOrderBySubmittedAt(UUID forSession, ProposalState state);

    /** Locks a proposal until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p.id from Proposal p where p.id = :proposal")
    Optional<UUID> lock(UUID proposal);

    @Query("select p.id from Proposal p where p.code = :code")
    Optional<UUID> keyOf(String code);

    /** The proposals that a person proposed or is named on, as her list shows them. */
    String MINE = "select p.id as proposal, p.code as code, p.title as title, d.title as draftTitle, p.state as state,"
            + " p.changedAt as changedAt, d.savedAt as savedAt, t.name as typeName, m.name as meetingName,"
            + " m.slug as meetingSlug, m.zone as meetingZone, m.city as meetingCity, c.closesAt as closesAt,"
            + " (select min(k.role) from Contributor k where k.proposal = p.id and k.person = :person) as role,"
            + " (select min(k.answer) from Contributor k where k.proposal = p.id and k.person = :person) as answer"
            + " from Proposal p join Meeting m on m.id = p.meeting join SessionType t on t.id = p.sessionType"
            + " left join Draft d on d.proposal = p.id left join Call c on c.meeting = p.meeting"
            + " where (p.proposer = :person or exists (select 1 from Contributor k where k.proposal = p.id"
            + " and k.person = :person and k.answer <> org.caravanserai.proposal.Contributor.Answer.DECLINED))";

    /** A person's proposals, the latest begun first. */
    @Query(MINE + " order by p.createdAt desc, p.id desc")
    List<MyProposals.Line> mine(UUID person, Pageable page);

    /** A person's proposals after one of them, in the order in which they were begun. */
    @Query(MINE + " and p.id > :last order by p.id")
    List<MyProposals.Line> mineAfter(UUID person, UUID last, Limit limit);

    @Query("select count(p) from Proposal p where p.proposer = :person or exists (select 1 from Contributor k"
            + " where k.proposal = p.id and k.person = :person"
            + " and k.answer <> org.caravanserai.proposal.Contributor.Answer.DECLINED)")
    int countMine(UUID person);

    /** Whether a proposal of this meeting is of this session type or names this topic ({@code pattern} holds its key). */
    @Query("select count(p) > 0 from Proposal p where p.meeting = :meeting"
            + " and (p.sessionType = :part or cast(p.topics as String) like :pattern)")
    boolean refersTo(UUID meeting, UUID part, String pattern);
}
