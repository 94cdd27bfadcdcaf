package org.caravanserai.proposal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.caravanserai.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All contributors of all proposals. */
public interface Contributors extends JpaRepository<Contributor, UUID> {

    List<Contributor> findByProposalOrderByPosition(UUID proposal);

    List<Contributor> findByProposalIn(List<UUID> proposals);

    List<Contributor> findByProposalAndPerson(UUID proposal, UUID person);

    boolean existsByProposalAndPerson(UUID proposal, UUID person);

    boolean existsByProposalAndInvitedEmail(UUID proposal, String invitedEmail);

    /** A contributor and the profile, if there is one yet. */
    interface Named {

        Contributor getContributor();

        @Nullable
        Person getPerson();
    }

    @Query("select c as contributor, p as person from Contributor c left join Person p on p.id = c.person"
            + " where c.proposal = :proposal order by c.position")
    List<Named> named(UUID proposal);

    /** Persons without accounts whom earlier imports into a meeting named with these addresses: rows of address and person. */
    @Query("select distinct c.invitedEmail, c.person from Contributor c join Proposal p on p.id = c.proposal"
            + " where p.meeting = :meeting and c.person is not null and c.invitedEmail in :emails"
            + " and c.answer = org.caravanserai.proposal.Contributor.Answer.CONFIRMED")
    List<Object[]> personsByEmail(UUID meeting, Collection<String> emails);

    /** The people of these proposals: rows of the proposal's key and how often the contributor has been changed. */
    @Query("select c.proposal, c.version from Contributor c where c.proposal in :proposals")
    List<Object[]> versions(Collection<UUID> proposals);

    /** Everybody by name, for comparing many names at once. */
    @Query("select p.id as key, p.name as name, p.affiliation as affiliation, p.country as country from Person p")
    List<NamedPerson> everybody();

    /** A person as she is told apart from her namesakes. */
    interface NamedPerson {

        UUID getKey();

        org.caravanserai.text.PersonName getName();

        String getAffiliation();

        String getCountry();
    }

    /** A question that a person has not answered yet: may she be named on this proposal? */
    interface Waiting {

        UUID getContributor();

        ContributorRole getRole();

        UUID getProposal();

        String getCode();

        org.caravanserai.text.LocalizedText getTitle();

        org.caravanserai.text.@Nullable LocalizedText getDraftTitle();

        org.caravanserai.text.LocalizedText getMeetingName();
    }

    @Query("select c.id as contributor, c.role as role, p.id as proposal, p.code as code, p.title as title,"
            + " d.title as draftTitle, m.name as meetingName from Contributor c join Proposal p on p.id = c.proposal"
            + " join Meeting m on m.id = p.meeting left join Draft d on d.proposal = p.id"
            + " where c.person = :person and c.answer = org.caravanserai.proposal.Contributor.Answer.INVITED"
            + " and p.state not in (org.caravanserai.proposal.ProposalState.WITHDRAWN,"
            + " org.caravanserai.proposal.ProposalState.CANCELLED) order by c.id")
    List<Waiting> waitingFor(UUID person, Limit limit);
}
