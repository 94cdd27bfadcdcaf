package org.caravanserai.review.reviewing;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.people.RolesChanged;
import org.caravanserai.platform.Internal;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.text.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the role of a reviewer and her place among a meeting's reviewers in step: who accepts gets the role, who retires
 * loses it, and who gets or loses the role by other means is entered or retired here. What she has not reviewed is taken
 * from her with the role and comes back with it, where nobody has been put in her place.
 */
@Service
@Internal
public class ReviewerOffice {

    private final Reviewers reviewers;
    private final Persons persons;
    private final RoleGrants grants;
    private final ConflictFinding finding;
    private final Assignments assignments;
    private final Conflicts conflicts;
    private final ReviewedProposals proposals;
    private final ProposalLocks locks;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewerOffice(
            Reviewers reviewers,
            Persons persons,
            RoleGrants grants,
            ConflictFinding finding,
            Assignments assignments,
            Conflicts conflicts,
            ReviewedProposals proposals,
            ProposalLocks locks,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.reviewers = reviewers;
        this.persons = persons;
        this.grants = grants;
        this.finding = finding;
        this.assignments = assignments;
        this.conflicts = conflicts;
        this.proposals = proposals;
        this.locks = locks;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Enters those who have the role and are not on the list, for whoever is about to read it. */
    @Internal
    @Transactional
    public void enterThoseInOffice(MeetingId meeting) {
        if (missing(meeting).isEmpty()) {
            return;
        }
        locks.holdReviewers(meeting);
        var missing = missing(meeting);
        persons.findAllById(missing)
                .forEach(p -> reviewers.save(Reviewer.inOffice(meeting, p.id(), p.languages(), clock)));
        reviewers.flush();
        missing.forEach(p -> finding.search(meeting, new PersonId(p)));
    }

    private List<UUID> missing(MeetingId meeting) {
        return jdbc.sql("select g.person from role_grant g where g.meeting = ? and g.role = 'REVIEWER'"
                        + " and not exists (select 1 from reviewer r where r.meeting = g.meeting"
                        + " and r.person = g.person)")
                .param(meeting.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Gives who has accepted the role. */
    void give(MeetingId meeting, PersonId person) {
        if (grants.findByPersonAndRoleAndMeeting(person.value(), Role.REVIEWER, meeting.value())
                .isEmpty()) {
            grants.save(new RoleGrant(person, Role.REVIEWER, meeting.value()));
            events.publishEvent(RolesChanged.gained(person));
        }
        finding.search(meeting, person);
    }

    /** Takes the role from who has retired, with what she has not reviewed: that is answered. */
    List<ProposalId> leave(MeetingId meeting, PersonId person) {
        grants.findByPersonAndRoleAndMeeting(person.value(), Role.REVIEWER, meeting.value())
                .ifPresent(grant -> {
                    grants.delete(grant);
                    events.publishEvent(new RolesChanged(person));
                });
        return take(meeting, person);
    }

    @EventListener
    @Transactional
    void on(RolesChanged event) {
        var person = event.person();
        var inOffice = grants.findByPerson(person.value()).stream()
                .filter(g -> g.role() == Role.REVIEWER)
                .map(RoleGrant::meeting)
                .collect(Collectors.toSet());
        var known = new HashSet<UUID>();
        for (var reviewer : reviewers.findByPerson(person.value())) {
            var meeting = reviewer.meeting();
            known.add(meeting.value());
            if (reviewer.state() == ReviewerState.ACCEPTED && !inOffice.contains(meeting.value())) {
                reviewer.retire();
                take(meeting, person);
            } else if (reviewer.state() != ReviewerState.ACCEPTED && inOffice.contains(meeting.value())) {
                reviewer.takeOffice();
                reviewers.save(reviewer);
                bringBack(meeting, person);
            }
            reviewers.save(reviewer);
        }
        var fresh = inOffice.stream().filter(m -> !known.contains(m)).toList();
        for (var meeting : fresh) {
            reviewers.save(Reviewer.inOffice(new MeetingId(meeting), person, languages(person), clock));
        }
        fresh.forEach(m -> finding.search(new MeetingId(m), person));
        chaired(person).forEach(m -> finding.search(new MeetingId(m), person));
    }

    /** The meetings that she leads and that have proposals to keep her from. */
    private Collection<UUID> chaired(PersonId person) {
        return jdbc.sql("""
                        select distinct g.meeting from role_grant g
                        where g.person = ? and g.role in ('CHAIR', 'ORGANISER')
                          and exists (select 1 from proposal p where p.meeting = g.meeting and p.state <> 'DRAFT')
                        """)
                .param(person.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private List<ProposalId> take(MeetingId meeting, PersonId person) {
        var open = assignments.findByMeetingAndPerson(meeting.value(), person.value()).stream()
                .filter(a -> a.state().isOpen())
                .toList();
        open.forEach(a -> {
            a.leave(clock);
            assignments.save(a);
        });
        return open.stream().map(Assignment::proposal).toList();
    }

    /** Gives back what was taken with the role, except where she has a conflict or somebody has taken her place since. */
    void bringBack(MeetingId meeting, PersonId person) {
        var lost = assignments.findByMeetingAndPerson(meeting.value(), person.value()).stream()
                .filter(a -> a.leftAt().isPresent())
                .toList();
        if (lost.isEmpty()) {
            return;
        }
        var held = proposals
                .hold(
                        meeting.value(),
                        lost.stream().map(a -> a.proposal().value()).toList())
                .stream()
                .collect(Collectors.toMap(Proposal::key, Function.identity()));
        for (var assignment : lost) {
            var proposal = held.get(assignment.proposal().value());
            if (proposal != null && ReviewedProposals.isReviewed(proposal) && isFree(assignment)) {
                assignment.comeBack();
                assignments.save(assignment);
                proposals.begin(proposal, clock);
            }
        }
    }

    private boolean isFree(Assignment lost) {
        var since = lost.leftAt().orElseThrow();
        return !conflicts.existsByProposalAndPersonAndStandingTrue(
                        lost.proposal().value(), lost.person().value())
                && assignments.findByProposal(lost.proposal().value()).stream()
                        .noneMatch(a -> a.state().isLive() && a.assignedAt().isAfter(since));
    }

    /** The languages that a person says she knows. */
    Set<String> languages(PersonId person) {
        return persons.findById(person.value())
                .orElseThrow(() -> Refusal.of("reviewing.gone"))
                .languages();
    }
}
