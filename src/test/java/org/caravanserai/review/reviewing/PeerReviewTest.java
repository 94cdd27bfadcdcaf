package org.caravanserai.review.reviewing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.people.RolesChanged;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Arrival;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.Contributors;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.proposal.ProposalSubmission;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.review.Committee;
import org.caravanserai.review.CommitteeMeetings;
import org.caravanserai.review.Deciding;
import org.caravanserai.review.PendingDecisions;
import org.caravanserai.review.ProposalExport;
import org.caravanserai.review.ProposalFilter;
import org.caravanserai.review.ProposalFinder;
import org.caravanserai.review.ProposalOrder;
import org.caravanserai.review.Verdict;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;

/** What peer review promises, from the plan to the decision. */
@IntegrationTest
class PeerReviewTest {

    @Autowired
    Committee committee;

    @Autowired
    Persons persons;

    @Autowired
    RoleGrants grants;

    @Autowired
    Proposals proposals;

    @Autowired
    Contributors contributors;

    @Autowired
    ProposalReading reading;

    @Autowired
    ProposalSubmission submission;

    @Autowired
    ProposalFinder finder;

    @Autowired
    ProposalExport export;

    @Autowired
    CommitteeMeetings committees;

    @Autowired
    Deciding deciding;

    @Autowired
    PendingDecisions pending;

    @Autowired
    ReviewSetUp setUp;

    @Autowired
    ReviewerRoster roster;

    @Autowired
    ReviewerList list;

    @Autowired
    ReviewerProfile profile;

    @Autowired
    Bidding bidding;

    @Autowired
    ConflictKeeping conflicts;

    @Autowired
    AuthorConflicts authorConflicts;

    @Autowired
    Assigning assigning;

    @Autowired
    ReviewQueue queue;

    @Autowired
    Reviewing reviewing;

    @Autowired
    Reviews reviews;

    @Autowired
    AuditTrail trail;

    @Autowired
    ReviewSheets sheets;

    @Autowired
    Discussing discussing;

    @Autowired
    AuthorFeedback feedback;

    @Autowired
    DecisionRoom room;

    @Autowired
    ReviewerLoads loads;

    @Autowired
    ReviewAccess access;

    @Autowired
    ApplicationEventPublisher events;

    private Committee.Scene scene;
    private Person author;
    private Proposal proposal;

    @BeforeEach
    void makeScene() {
        scene = committee.scene();
        author = committee.person("Dinara Bekova", "", Language.RU, "KG");
        proposal = submitted("Salt dust");
    }

    @Test
    void whoAcceptsGetsTheRoleAndWhoRetiresLosesIt() {
        var invited = committee.person("SATO Junichi", "佐藤 純一", Language.JA, "JP");
        asOrganiser(() -> roster.invite(scene.meeting().id(), invited.id()));
        assertThat(holdsRole(invited)).isFalse();

        as(invited, () -> profile.answer(scene.meeting().id(), true));
        assertThat(holdsRole(invited)).isTrue();
        assertThat(row(invited).side()).isEqualTo(Side.JAPAN);
        assertThat(row(invited).languages()).containsExactly("ja");

        as(invited, () -> profile.retire(scene.meeting().id()));
        assertThat(holdsRole(invited)).isFalse();
        assertThat(row(invited).state()).isEqualTo(ReviewerState.RETIRED);
    }

    @Test
    void aRoleGivenOrTakenElsewhereIsFollowed() {
        assertThat(row(scene.reviewer()).state()).isEqualTo(ReviewerState.ACCEPTED);
        var grant = grants.findByPersonAndRoleAndMeeting(
                        scene.reviewer().value(), Role.REVIEWER, scene.meeting().key())
                .orElseThrow();
        grants.delete(grant);
        events.publishEvent(new RolesChanged(scene.reviewer()));

        assertThat(row(scene.reviewer()).state()).isEqualTo(ReviewerState.RETIRED);
    }

    @Test
    void aRoleThatIsGivenBackBringsBackWhatWasTakenWithItUnlessSomebodyHasTakenHerPlace() {
        var second = submitted("Second");
        var third = submitted("Third");
        assign(scene.reviewer());
        for (var one : List.of(second, third)) {
            asOrganiser(() -> assigning.assign(one.id(), scene.reviewer()));
        }
        Acting.as(scene.reviewer(), () -> reviewing.accept(assignment(proposal)));
        var grant = grants.findByPersonAndRoleAndMeeting(
                        scene.reviewer().value(), Role.REVIEWER, scene.meeting().key())
                .orElseThrow();
        grants.delete(grant);
        events.publishEvent(new RolesChanged(scene.reviewer()));
        assertThat(row(scene.reviewer()).assigned()).isZero();

        var other = reviewer("Somebody Else");
        asOrganiser(() -> assigning.assign(second.id(), other.id()));
        asOrganiser(() -> conflicts.set(third.id(), scene.reviewer(), "Kin"));
        grants.save(
                new RoleGrant(scene.reviewer(), Role.REVIEWER, scene.meeting().key()));
        events.publishEvent(RolesChanged.gained(scene.reviewer()));

        assertThat(asOrganiser(() -> assigning.current(scene.meeting().id())).stream()
                        .filter(r -> r.pair().reviewer().equals(scene.reviewer()))
                        .filter(r -> r.state().isLive()))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.pair().proposal()).isEqualTo(proposal.id());
                    assertThat(r.state()).isEqualTo(AssignmentState.ACCEPTED);
                });
    }

    @Test
    void whoIsTakenOffAndPutBackReviewsWhatSheReviewed() {
        assign(scene.reviewer());
        assertThat(asOrganiser(() -> roster.retire(scene.meeting().id(), scene.reviewer())))
                .isEqualTo(1);
        assertThat(row(scene.reviewer()).assigned()).isZero();

        asOrganiser(() -> roster.bringBack(scene.meeting().id(), scene.reviewer()));

        assertThat(row(scene.reviewer()).state()).isEqualTo(ReviewerState.ACCEPTED);
        assertThat(row(scene.reviewer()).assigned()).isEqualTo(1);
    }

    @Test
    void aProposalTakenFromItsLastReviewerWaitsAgain() {
        assign(scene.reviewer());
        assertThat(state()).isEqualTo(ProposalState.UNDER_REVIEW);

        asOrganiser(() -> assigning.release(proposal.id(), scene.reviewer(), "A slip"));

        assertThat(state()).isEqualTo(ProposalState.SUBMITTED);
    }

    @Test
    void theListOfReviewersCountsNothingThatAConflictHidesFromWhoReadsIt() {
        var hidden = submitted("Hidden from the chair");
        var kin = reviewer("Kin of an author");
        assign(scene.reviewer());
        asOrganiser(() -> assigning.assign(hidden.id(), scene.reviewer()));
        Acting.as(scene.reviewer(), () -> bidding.bid(hidden.id(), Eagerness.EAGER, ""));
        asOrganiser(() -> conflicts.set(hidden.id(), kin.id(), "Kin"));
        assertThat(row(scene.reviewer()).assigned()).isEqualTo(2);

        asOrganiser(() -> conflicts.set(hidden.id(), scene.chair(), "A book together"));
        var seen = Acting.as(scene.chair(), () -> list.list(scene.meeting().id()));

        assertThat(seen.stream().filter(r -> r.person().equals(scene.reviewer())))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.assigned()).isEqualTo(1);
                    assertThat(r.bids()).isZero();
                });
        assertThat(seen.stream().filter(r -> r.person().equals(kin.id())))
                .singleElement()
                .satisfies(r -> assertThat(r.conflicts()).isZero());
    }

    @Test
    void volunteersAreTakenOnlyWhereThePlanSaysSo() {
        var volunteer = committee.person("Anna Volunteer", "", Language.EN, "KZ");
        assertThatThrownBy(
                        () -> as(volunteer, () -> profile.offer(scene.meeting().id())))
                .isInstanceOf(Refusal.class);

        committee.plan(scene, c -> c.reviewedBy(Set.of(WhoReviews.VOLUNTEERS, WhoReviews.CONTRIBUTORS)));
        as(volunteer, () -> profile.offer(scene.meeting().id()));
        as(author, () -> profile.offer(scene.meeting().id()));

        assertThat(row(volunteer).state()).isEqualTo(ReviewerState.VOLUNTEERED);
        assertThat(holdsRole(volunteer)).isFalse();
        assertThat(row(author).state()).isEqualTo(ReviewerState.ACCEPTED);
        assertThat(holdsRole(author)).isTrue();
        asOrganiser(() -> roster.take(scene.meeting().id(), volunteer.id()));
        assertThat(holdsRole(volunteer)).isTrue();
    }

    @Test
    void conflictsAreFoundByInstitutionByEarlierProposalsAndByOwnProposal() {
        var colleague = reviewer("Marat Colleague", "KG");
        var partner = reviewer("Old Partner", "JP");
        var stranger = reviewer("Far Stranger", "UZ");
        var earlier = committee.scene();
        var old = committee.submitted(earlier, author, LocalizedText.english("Earlier"), 0, 0, "en");
        Actor.asSystem(() -> contributors.save(Contributor.known(old.id(), 1, partner.id(), ContributorRole.AUTHOR)));
        asOrganiser(() -> conflicts.search(scene.meeting().id()));

        assertThat(kinds(colleague)).containsExactly(ConflictKind.SAME_INSTITUTION);
        assertThat(kinds(partner)).containsExactly(ConflictKind.CO_CONTRIBUTOR);
        assertThat(kinds(stranger)).isEmpty();

        // She joins it: nothing has to be asked for.
        Actor.asSystem(
                () -> contributors.save(Contributor.known(proposal.id(), 1, stranger.id(), ContributorRole.AUTHOR)));
        assertThat(kinds(stranger)).containsExactly(ConflictKind.OWN_PROPOSAL);
        // She moves away from the author's university.
        Actor.asSystem(() -> {
            var moved = persons.findById(colleague.key()).orElseThrow();
            moved.affiliate(null, "Another university", "KG");
            persons.save(moved);
        });
        assertThat(kinds(colleague)).isEmpty();
    }

    @Test
    void aDismissedConflictStaysDismissedAndNobodyDismissesHerOwn() {
        var colleague = reviewer("Marat Colleague", "KG");
        var found = asOrganiser(() -> conflicts.of(proposal.id())).stream()
                .filter(c -> c.person().equals(colleague.id()))
                .findFirst()
                .orElseThrow();
        asOrganiser(() -> conflicts.dismiss(scene.meeting().id(), found.conflict()));
        asOrganiser(() -> conflicts.search(scene.meeting().id()));

        assertThat(sees(colleague.id())).isTrue();
        var own = asOrganiser(() -> conflicts.set(proposal.id(), scene.chair(), "Married"));
        assertThatThrownBy(() -> Acting.as(
                        scene.chair(), () -> conflicts.dismiss(scene.meeting().id(), own)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("reviewing.conflict.own"));
    }

    @Test
    void aConflictHidesTheProposalEverywhere() {
        asOrganiser(() -> deciding.decide(scene.meeting().id(), List.of(proposal.key()), Verdict.WAITING, ""));
        var other = submitted("Other");
        var meeting = scene.meeting().id();
        var before = waiting(scene.chair());
        asOrganiser(() -> conflicts.set(proposal.id(), scene.chair(), "Married"));
        asOrganiser(() -> conflicts.set(proposal.id(), scene.reviewer(), ""));

        for (var who : List.of(scene.chair(), scene.reviewer())) {
            assertThat(sees(who)).isFalse();
            assertThat(Acting.as(who, () -> finder.count(meeting, ProposalFilter.ALL))
                            .total())
                    .isEqualTo(1);
            assertThat(Acting.as(who, () -> found(meeting, "salt"))).isEmpty();
            assertThat(Acting.as(who, () -> found(meeting, ""))).containsExactly(other.code());
            assertThat(Acting.as(who, () -> reading.find(proposal.code()))).isEmpty();
            assertThatThrownBy(() -> Acting.as(who, () -> reading.view(proposal.id())))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> Acting.as(who, () -> sheets.of(proposal.id())))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> Acting.as(who, () -> discussing.posts(proposal.id())))
                    .isInstanceOf(AccessDeniedException.class);
        }
        var after = waiting(scene.chair());
        assertThat(after.toSend()).isEqualTo(before.toSend() - 1);
        assertThat(Acting.as(scene.chair(), () -> pending.count(meeting))).isZero();
        assertThat(Acting.as(scene.chair(), () -> pending.of(meeting, 0, 10))).isEmpty();
        assertThat(Acting.as(scene.chair(), () -> room.rows(meeting)))
                .extracting(DecisionRoom.Row::code)
                .containsExactly(other.code());
        assertThat(Acting.as(scene.chair(), () -> conflicts.list(meeting, 0, 100)))
                .isEmpty();
        var file = new String(
                Acting.as(
                        scene.chair(),
                        () -> export.csv(meeting, ProposalFilter.ALL, ProposalOrder.CODE, false, Language.EN)),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(file).contains(other.code()).doesNotContain(proposal.code());
        assertThat(Acting.as(scene.chair(), () -> deciding.decide(meeting, List.of(proposal.key()), Verdict.ACCEPT, ""))
                        .skipped())
                .isEmpty();
    }

    @Test
    void doubleBlindHidesContributorsFromReviewersInEveryProjection() {
        var meeting = scene.meeting().id();
        committee.plan(scene, c -> c.blind(Map.of(ReviewPhase.REVIEWING, Blindness.DOUBLE)));

        var row = Acting.as(
                        scene.reviewer(),
                        () -> finder.find(meeting, ProposalFilter.ALL, ProposalOrder.PERSON, false, 0, 10))
                .getFirst();
        assertThat(row.blind()).isTrue();
        assertThat(row.toString()).doesNotContain("Bekova", "University of");
        assertThat(row.country()).isEmpty();
        assertThat(Acting.as(scene.reviewer(), () -> found(meeting, "bekova"))).isEmpty();
        assertThat(Acting.as(scene.reviewer(), () -> finder.count(meeting, ProposalFilter.ALL))
                        .byCountry())
                .containsOnlyKeys("");
        assertThat(Acting.as(
                                scene.reviewer(),
                                () -> finder.count(meeting, ProposalFilter.ALL.withCountries(Set.of("KG"))))
                        .total())
                .isZero();
        assertThat(Acting.as(scene.reviewer(), () -> reading.view(proposal.id()))
                        .people())
                .isEmpty();
        assertThat(Acting.as(scene.reviewer(), () -> bidding.list(meeting, false, 0, 10)))
                .allMatch(b -> b.proposer().isEmpty() && b.affiliation().isEmpty());
        assertThat(Acting.as(scene.chair(), () -> found(meeting, "bekova"))).containsExactly(proposal.code());
        assertThat(Acting.as(scene.chair(), () -> reading.view(proposal.id())).people())
                .hasSize(1);
        assertThat(as(author, () -> reading.view(proposal.id())).people()).hasSize(1);
    }

    @Test
    void aDeclaredConflictTakesTheAssignmentAwayAndBarsIt() {
        assign(scene.reviewer());
        var item = queueOf(scene.reviewer()).getFirst();
        Acting.as(scene.reviewer(), () -> reviewing.save(item.assignment(), 0, form(3)));
        Acting.as(scene.reviewer(), () -> bidding.bid(proposal.id(), Eagerness.CONFLICT, "My student"));

        assertThat(queueOf(scene.reviewer())).isEmpty();
        assertThatThrownBy(() -> Acting.as(scene.reviewer(), () -> reviewing.submit(item.assignment(), 0, form(3))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> assign(scene.reviewer()))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("reviewing.assign.CONFLICT"));

        // She was mistaken: what she wrote is still there.
        var declared = Acting.as(
                        scene.reviewer(), () -> bidding.declared(scene.meeting().id()))
                .getFirst();
        Acting.as(scene.reviewer(), () -> bidding.undeclare(declared.conflict()));
        assign(scene.reviewer());
        assertThat(Acting.as(scene.reviewer(), () -> reviewing.open(item.assignment()))
                        .form())
                .isEqualTo(form(3));
    }

    @Test
    void aConflictDeclaredWhileThePairIsMadeNeverLeavesBoth() throws Exception {
        for (int round = 0; round < 10; round++) {
            var raced = submitted("Raced " + round);
            var start = new CyclicBarrier(2);
            try (var two = Executors.newFixedThreadPool(2)) {
                Callable<Assigning.Applied> chair = () -> {
                    start.await();
                    return Acting.as(
                            scene.chair(),
                            () -> assigning.apply(
                                    scene.meeting().id(),
                                    List.of(new Assigning.Pair(raced.id(), scene.reviewer())),
                                    List.of(),
                                    AssignmentSource.SOLVER));
                };
                Callable<Boolean> reviewer = () -> {
                    start.await();
                    Acting.as(scene.reviewer(), () -> bidding.bid(raced.id(), Eagerness.CONFLICT, ""));
                    return true;
                };
                var one = two.submit(chair);
                var other = two.submit(reviewer);
                one.get();
                other.get();
            }
            assertThat(queueOf(scene.reviewer()))
                    .extracting(ReviewQueue.Item::code)
                    .doesNotContain(raced.code());
            assertThat(asOrganiser(() -> assigning.current(scene.meeting().id())))
                    .filteredOn(a -> a.pair().proposal().equals(raced.id()))
                    .allMatch(a -> a.state() == AssignmentState.RELEASED);
        }
    }

    @Test
    void twoChairsWhoAssignAtOnceMakeOnePair() throws Exception {
        var start = new CyclicBarrier(2);
        var pair = List.of(new Assigning.Pair(proposal.id(), scene.reviewer()));
        try (var two = Executors.newFixedThreadPool(2)) {
            var results = new ArrayList<Assigning.Applied>();
            for (var future : two.invokeAll(
                    List.of(applying(start, scene.chair(), pair), applying(start, scene.organiser(), pair)))) {
                results.add(future.get());
            }
            assertThat(results.stream().mapToInt(Assigning.Applied::made).sum()).isEqualTo(1);
            assertThat(results.stream().flatMap(r -> r.skipped().stream()))
                    .singleElement()
                    .satisfies(s -> assertThat(s.reason()).isEqualTo(Assigning.Reason.TWICE));
        }
        assertThat(proposals.findById(proposal.key()).orElseThrow().state()).isEqualTo(ProposalState.UNDER_REVIEW);
    }

    @Test
    void theDeadlineIsDecidedByArrivalAndNothingTypedIsLost() {
        var deadline = Instant.now().plus(Duration.ofDays(1)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        committee.plan(
                scene,
                c -> c.until(new ReviewPlan.Deadlines(
                        Optional.empty(), Optional.of(deadline), Optional.empty(), Optional.empty())));
        assign(scene.reviewer());
        var item = queueOf(scene.reviewer()).getFirst().assignment();

        assertThatThrownBy(() -> Arrival.at(
                        deadline.plusMillis(1),
                        () -> Acting.as(scene.reviewer(), () -> reviewing.submit(item, 0, form(4)))))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("reviewing.submit.late"));
        var kept = Acting.as(scene.reviewer(), () -> reviewing.open(item));
        assertThat(kept.form()).isEqualTo(form(4));
        assertThat(kept.submitted()).isEmpty();

        var result = Arrival.at(
                deadline, () -> Acting.as(scene.reviewer(), () -> reviewing.submit(item, kept.version(), form(4))));
        assertThat(result).isInstanceOf(Reviewing.Saved.class);
        assertThat(queueOf(scene.reviewer()).getFirst().done()).isTrue();
    }

    @Test
    void scoresThatChangeAreInTheAuditTrail() {
        var originality = criterion("Originality", 1, 5, 1);
        assign(scene.reviewer());
        submit(scene.reviewer(), form(3, Map.of(originality, 5)));
        submit(scene.reviewer(), form(3, Map.of(originality, 2)));

        var review = reviews.findByAssignment(assignment(proposal)).orElseThrow();
        var entry = trail.about(review.key(), 1).getFirst();
        assertThat(entry.before()).contains("\"scores\":\"{" + originality + "=5}");
        assertThat(entry.after()).contains("\"scores\":\"{" + originality + "=2}");
    }

    @Test
    void aWithdrawnProposalTakesNoReviewAndKeepsTheDraft() {
        assign(scene.reviewer());
        var item = queueOf(scene.reviewer()).getFirst().assignment();
        as(author, () -> submission.withdraw(proposal.id()));

        assertThatThrownBy(() -> Acting.as(scene.reviewer(), () -> reviewing.submit(item, 0, form(4))))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("reviewing.submit.closed"));
        assertThat(Acting.as(scene.reviewer(), () -> reviewing.open(item)).form())
                .isEqualTo(form(4));
    }

    @Test
    void ofAReviewAndAWithdrawalAtOnceBothAreKeptOrTheReviewIsRefusedAndItsTextKept() throws Exception {
        for (int round = 0; round < 5; round++) {
            proposal = submitted("Raced " + round);
            assign(scene.reviewer());
            var item = assignment(proposal);
            var start = new CyclicBarrier(2);
            try (var two = Executors.newFixedThreadPool(2)) {
                var withdrawing = two.submit(() -> {
                    start.await();
                    as(author, () -> submission.withdraw(proposal.id()));
                    return true;
                });
                var reviewed = two.submit(() -> {
                    start.await();
                    try {
                        return Acting.as(scene.reviewer(), () -> reviewing.submit(item, 0, form(4)))
                                instanceof Reviewing.Saved;
                    } catch (Refusal refused) {
                        assertThat(refused.key()).isEqualTo("reviewing.submit.closed");
                        return false;
                    }
                });
                assertThat(withdrawing.get()).isTrue();
                boolean isIn = reviewed.get();
                var stands = Acting.as(scene.reviewer(), () -> reviewing.open(item));
                assertThat(stands.submittedAt().isPresent()).isEqualTo(isIn);
                assertThat(stands.form()).isEqualTo(form(4));
            }
            assertThat(state()).isEqualTo(ProposalState.WITHDRAWN);
        }
    }

    @Test
    void ofTwoTextsNeitherIsLost() {
        assign(scene.reviewer());
        var item = queueOf(scene.reviewer()).getFirst().assignment();
        var first = (Reviewing.Saved) Acting.as(scene.reviewer(), () -> reviewing.save(item, 0, form(1)));
        Acting.as(scene.reviewer(), () -> reviewing.save(item, first.version(), form(2)));

        var stale = Acting.as(scene.reviewer(), () -> reviewing.save(item, first.version(), form(5)));

        assertThat(stale).isInstanceOfSatisfying(Reviewing.StaleReview.class, s -> {
            assertThat(s.theirs()).isEqualTo(form(2));
            assertThat(s.mine()).isEqualTo(form(5));
        });
        var open = Acting.as(scene.reviewer(), () -> reviewing.open(item));
        assertThat(open.form()).isEqualTo(form(2));
        assertThat(open.aside()).contains(form(5));
        Acting.as(scene.reviewer(), () -> reviewing.save(item, open.version(), form(5)));
        assertThat(Acting.as(scene.reviewer(), () -> reviewing.open(item)).aside())
                .isEmpty();
    }

    @Test
    void aCriterionThatIsUsedIsRemovedSoftlyAndItsScaleCannotShrinkPastTheScores() {
        var originality = criterion("Originality", 1, 5, 1);
        var clarity = criterion("Clarity", 1, 5, 3);
        assign(scene.reviewer());
        submit(scene.reviewer(), form(3, Map.of(originality, 5, clarity, 1)));

        assertThat(roomRow().mean().orElseThrow()).isEqualTo(0.25);
        var view = asOrganiser(() -> setUp.read(scene.meeting().id()))
                .base()
                .criteria()
                .getFirst();
        assertThatThrownBy(() -> asOrganiser(() -> setUp.changeCriterion(
                        scene.meeting().id(), originality, view.version(), content("Originality", 1, 4, 1))))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.key()).isEqualTo("reviewing.criterion.scale.used"));
        asOrganiser(() -> setUp.removeCriterion(scene.meeting().id(), originality));

        assertThat(roomRow().mean().orElseThrow()).isZero();
        assertThat(asOrganiser(() -> sheets.of(proposal.id()))
                        .parts()
                        .getFirst()
                        .review()
                        .orElseThrow()
                        .scores())
                .containsEntry(originality, 5);
        asOrganiser(() -> setUp.restoreCriterion(scene.meeting().id(), originality));
        assertThat(roomRow().mean().orElseThrow()).isEqualTo(0.25);
    }

    @Test
    void anIncompleteReviewIsNotSubmittedAndTellsEveryProblem() {
        var required = criterion("Originality", 1, 5, 1);
        assign(scene.reviewer());
        var item = queueOf(scene.reviewer()).getFirst().assignment();

        assertThatThrownBy(() -> Acting.as(scene.reviewer(), () -> reviewing.submit(item, 0, ReviewForm.EMPTY)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.problems())
                                .extracting(Refusal.Problem::field)
                                .containsExactly("recommendation", "confidence", required.toString()));
        var version = Acting.as(scene.reviewer(), () -> reviewing.open(item)).version();
        Acting.as(
                scene.reviewer(),
                () -> reviewing.submit(
                        item,
                        version,
                        new ReviewForm(Map.of(), Optional.of(Recommendation.UNABLE), 0, "", "Not my field")));
        assertThat(roomRow().reviews()).isZero();
        assertThat(roomRow().recommendations()).containsEntry(Recommendation.UNABLE, 1);
    }

    @Test
    void reviewersSeeEachOthersReviewsOnlyAfterTheirOwnAndWithoutNames() {
        var second = reviewer("Second Reviewer", "UZ");
        assign(scene.reviewer());
        assign(second.id());
        submit(second.id(), form(2));

        assertThat(Acting.as(scene.reviewer(), () -> access.seesReviews(proposal.id())))
                .isFalse();
        assertThatThrownBy(() -> Acting.as(scene.reviewer(), () -> sheets.of(proposal.id())))
                .isInstanceOf(AccessDeniedException.class);
        submit(scene.reviewer(), form(4));

        var seen = Acting.as(scene.reviewer(), () -> sheets.of(proposal.id()));
        assertThat(seen.parts()).hasSize(2);
        assertThat(seen.parts().stream().filter(p -> !p.mine()))
                .allMatch(p -> p.reviewer().isEmpty());
        assertThat(seen.toString()).doesNotContain("Second Reviewer");
        assertThat(asOrganiser(() -> sheets.of(proposal.id())).parts())
                .allMatch(p -> p.reviewer().isPresent());
    }

    @Test
    void authorsReadNotesInAnOrderThatTellsNothingAndNeverWhoWroteThem() {
        var second = reviewer("Second Reviewer", "UZ");
        assign(scene.reviewer());
        assign(second.id());
        submit(second.id(), form(2));
        submit(scene.reviewer(), form(1));
        assertThat(as(author, () -> feedback.of(proposal.id())).reviews()).isEmpty();

        var decided =
                asOrganiser(() -> deciding.decide(scene.meeting().id(), List.of(proposal.key()), Verdict.ACCEPT, ""));
        asOrganiser(() -> deciding.send(scene.meeting().id(), decided.decisions()));

        var seen = as(author, () -> feedback.of(proposal.id()));
        assertThat(seen.reviews()).extracting(AuthorFeedback.Seen::notes).containsExactly("Notes 1", "Notes 2");
        assertThat(seen.reviews()).allMatch(r -> r.scores().isEmpty());
        assertThat(seen.toString()).doesNotContain("Secret", "Second");
        assertThatThrownBy(() -> as(author, () -> sheets.of(proposal.id()))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(second, () -> feedback.of(proposal.id())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aRevisedProposalGoesBackToTheSameReviewers() {
        assign(scene.reviewer());
        submit(scene.reviewer(), form(2));
        var until = Instant.now().plus(Duration.ofDays(3));
        var decided = asOrganiser(
                () -> deciding.revise(scene.meeting().id(), List.of(proposal.key()), "More data, please", until));
        asOrganiser(() -> deciding.send(scene.meeting().id(), decided.decisions()));
        assertThat(proposals.findById(proposal.key()).orElseThrow().state()).isEqualTo(ProposalState.REVISING);
        assertThat(as(author, () -> submission.isOpen(proposal.id()))).isTrue();
        assertThat(Arrival.at(until.plusSeconds(1), () -> as(author, () -> submission.isOpen(proposal.id()))))
                .isFalse();

        Actor.asSystem(() -> {
            var revised = proposals.findById(proposal.key()).orElseThrow();
            revised.handInRevised(Clock.systemUTC());
            proposals.save(revised);
        });

        var item = queueOf(scene.reviewer()).getFirst();
        assertThat(item.round()).isEqualTo(2);
        assertThat(item.done()).isFalse();
        assertThat(item.state()).isEqualTo(AssignmentState.ACCEPTED);
        submit(scene.reviewer(), form(5));
        assertThat(asOrganiser(() -> sheets.history(proposal.id(), scene.reviewer())))
                .extracting(ReviewSheets.Earlier::round)
                .containsExactly(1, 2);
    }

    @Test
    void theDiscussionIsForThoseWhoMaySeeTheReviewsAndKnowsWhatIsUnread() {
        assign(scene.reviewer());
        submit(scene.reviewer(), form(2));
        var outsider = reviewer("Not Assigned", "UZ");
        Acting.as(scene.reviewer(), () -> discussing.post(proposal.id(), "I doubt it.", Set.of(scene.chair())));

        assertThat(Acting.as(scene.chair(), () -> discussing.posts(proposal.id())))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.unread()).isTrue();
                    assertThat(p.mentions()).containsExactly(scene.chair());
                });
        assertThat(Acting.as(scene.chair(), () -> room.rows(scene.meeting().id()))
                        .getFirst()
                        .unread())
                .isEqualTo(1);
        Acting.as(
                scene.chair(),
                () -> discussing.markRead(proposal.id(), Instant.now().plusSeconds(60)));
        assertThat(Acting.as(scene.chair(), () -> room.rows(scene.meeting().id()))
                        .getFirst()
                        .unread())
                .isZero();
        assertThatThrownBy(() -> as(outsider, () -> discussing.posts(proposal.id())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Acting.as(
                        scene.reviewer(), () -> discussing.post(proposal.id(), "You too", Set.of(outsider.id()))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aSubReviewerWritesAndTheReviewerSubmits() {
        assign(scene.reviewer());
        var item = queueOf(scene.reviewer()).getFirst().assignment();
        var sub = committee.person("Sub Reviewer", "", Language.EN, "UZ");
        assertThatThrownBy(() -> Acting.as(scene.reviewer(), () -> reviewing.askToWrite(item, author.id())))
                .isInstanceOf(Refusal.class);
        assertThat(sees(sub.id())).isFalse();

        Acting.as(scene.reviewer(), () -> reviewing.askToWrite(item, sub.id()));

        assertThat(sees(sub.id())).isTrue();
        as(sub, () -> reviewing.save(item, 0, form(4)));
        assertThatThrownBy(() -> as(sub, () -> reviewing.submit(item, 0, form(4))))
                .isInstanceOf(AccessDeniedException.class);
        var open = Acting.as(scene.reviewer(), () -> reviewing.open(item));
        assertThat(open.form()).isEqualTo(form(4));
        Acting.as(scene.reviewer(), () -> reviewing.submit(item, open.version(), form(4)));
    }

    @Test
    void anAuthorNamesWhoShouldNotJudgeAndLearnsNothingByIt() {
        var stranger = committee.person("Not A Reviewer", "", Language.EN, "UZ");
        as(author, () -> authorConflicts.name(proposal.id(), scene.reviewer(), "A dispute"));
        as(author, () -> authorConflicts.name(proposal.id(), stranger.id(), "A dispute"));

        assertThat(sees(scene.reviewer())).isFalse();
        assertThat(as(author, () -> authorConflicts.list(proposal.id()))).hasSize(2);
        asOrganiser(() -> conflicts.of(proposal.id())).stream()
                .filter(c -> c.person().equals(scene.reviewer()))
                .forEach(
                        c -> asOrganiser(() -> conflicts.dismiss(scene.meeting().id(), c.conflict())));
        assertThat(sees(scene.reviewer())).isTrue();
        assertThat(as(author, () -> authorConflicts.list(proposal.id()))).hasSize(2);
    }

    @Test
    void everyListCostsTheSameForTenAndForAHundredProposals() {
        var few = measured(10);
        var many = measured(100);
        assertThat(few).doesNotContain(0);
        assertThat(many).isEqualTo(few);
    }

    private List<Integer> measured(int count) {
        scene = committee.scene();
        var meeting = scene.meeting().id();
        var keys = committee.many(scene, count);
        var pairs = keys.stream()
                .map(k -> new Assigning.Pair(new org.caravanserai.proposal.ProposalId(k), scene.reviewer()))
                .toList();
        asOrganiser(() -> assigning.apply(meeting, pairs, List.of(), AssignmentSource.SOLVER));
        asOrganiser(() -> list.list(meeting));
        return List.of(
                asOrganiser(() ->
                        SqlCounter.count(() -> assertThat(room.rows(meeting)).hasSize(count))),
                asOrganiser(() -> SqlCounter.count(
                        () -> assertThat(assigning.current(meeting)).hasSize(count))),
                asOrganiser(() -> SqlCounter.count(() -> list.list(meeting))),
                asOrganiser(() -> SqlCounter.count(() -> loads.list(meeting))),
                asOrganiser(() -> SqlCounter.count(() -> conflicts.list(meeting, 0, 1_000))),
                Acting.as(
                        scene.reviewer(),
                        () -> SqlCounter.count(
                                () -> assertThat(queue.mine(meeting)).hasSize(count))),
                Acting.as(
                        scene.reviewer(),
                        () -> SqlCounter.count(() -> assertThat(bidding.list(meeting, false, 0, 1_000))
                                .hasSize(count))));
    }

    private Callable<Assigning.Applied> applying(CyclicBarrier start, PersonId who, List<Assigning.Pair> pairs) {
        return () -> {
            start.await();
            return Acting.as(
                    who, () -> assigning.apply(scene.meeting().id(), pairs, List.of(), AssignmentSource.BY_HAND));
        };
    }

    private Proposal submitted(String title) {
        return committee.submitted(scene, author, LocalizedText.english(title), 0, 0, "en");
    }

    private Person reviewer(String name, String country) {
        var person = committee.person(name, "", Language.EN, country);
        asOrganiser(() -> roster.invite(scene.meeting().id(), person.id()));
        as(person, () -> profile.answer(scene.meeting().id(), true));
        return person;
    }

    private UUID criterion(String label, int from, int to, int weight) {
        return asOrganiser(
                () -> setUp.addCriterion(scene.meeting().id(), ReviewPlan.ALL_TYPES, content(label, from, to, weight)));
    }

    private static Criterion.Content content(String label, int from, int to, int weight) {
        return new Criterion.Content(
                LocalizedText.english(label), LocalizedText.EMPTY, from, to, Map.of(), weight, true);
    }

    private void assign(PersonId reviewer) {
        Acting.as(scene.chair(), () -> assigning.assign(proposal.id(), reviewer));
    }

    private void submit(PersonId reviewer, ReviewForm form) {
        Acting.as(reviewer, () -> {
            var item = queue.mine(scene.meeting().id()).getFirst().assignment();
            var result = reviewing.submit(item, reviewing.open(item).version(), form);
            assertThat(result).isInstanceOf(Reviewing.Saved.class);
        });
    }

    private static ReviewForm form(int number) {
        return form(number, Map.of());
    }

    private static ReviewForm form(int number, Map<UUID, Integer> scores) {
        return new ReviewForm(scores, Optional.of(Recommendation.DISCUSS), 3, "Notes " + number, "Secret " + number);
    }

    private List<ReviewQueue.Item> queueOf(PersonId reviewer) {
        return Acting.as(reviewer, () -> queue.mine(scene.meeting().id()));
    }

    private DecisionRoom.Row roomRow() {
        return asOrganiser(() -> room.rows(scene.meeting().id())).getFirst();
    }

    private List<String> found(org.caravanserai.meeting.MeetingId meeting, String words) {
        return finder.find(meeting, ProposalFilter.ALL.withWords(words), ProposalOrder.CODE, false, 0, 50).stream()
                .map(r -> r.code())
                .toList();
    }

    private CommitteeMeetings.Waiting waiting(PersonId who) {
        return Acting.as(who, committees::mine).getFirst();
    }

    private boolean sees(PersonId who) {
        return Acting.as(who, () -> reading.find(proposal.code())).isPresent();
    }

    private List<ConflictKind> kinds(Person person) {
        return asOrganiser(() -> conflicts.of(proposal.id())).stream()
                .filter(c -> c.person().equals(person.id()) && c.standing())
                .map(ConflictKeeping.Row::kind)
                .toList();
    }

    private boolean holdsRole(Person person) {
        return grants.findByPersonAndRoleAndMeeting(
                        person.key(), Role.REVIEWER, scene.meeting().key())
                .isPresent();
    }

    private Person reviewer(String name) {
        var person = committee.person(name, "", Language.EN, "TM");
        asOrganiser(() -> roster.invite(scene.meeting().id(), person.id()));
        as(person, () -> profile.answer(scene.meeting().id(), true));
        return person;
    }

    private UUID assignment(Proposal of) {
        return queueOf(scene.reviewer()).stream()
                .filter(i -> i.code().equals(of.code()))
                .findFirst()
                .orElseThrow()
                .assignment();
    }

    private ProposalState state() {
        return proposals.findById(proposal.key()).orElseThrow().state();
    }

    private ReviewerList.Row row(Person person) {
        return row(person.id());
    }

    private ReviewerList.Row row(PersonId person) {
        return asOrganiser(() -> list.list(scene.meeting().id())).stream()
                .filter(r -> requireNonNull(r).person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private <T> T asOrganiser(java.util.function.Supplier<T> work) {
        return Acting.as(scene.organiser(), work);
    }

    private void asOrganiser(Runnable work) {
        Acting.as(scene.organiser(), work);
    }

    private static <T> T as(Person person, java.util.function.Supplier<T> work) {
        return Acting.as(person.id(), work);
    }

    private static void as(Person person, Runnable work) {
        Acting.as(person.id(), work);
    }
}
