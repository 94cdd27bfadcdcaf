package org.caravanserai.review.assigning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.caravanserai.mail.MailFilter;
import org.caravanserai.mail.MailLine;
import org.caravanserai.mail.MeetingMail;
import org.caravanserai.platform.Ids;
import org.caravanserai.review.Committee;
import org.caravanserai.review.assigning.AssignmentStanding.Blocked;
import org.caravanserai.review.assigning.AssignmentStanding.Ready;
import org.caravanserai.review.assignment.Explanation;
import org.caravanserai.review.reviewing.Assigning;
import org.caravanserai.review.reviewing.AssignmentState;
import org.caravanserai.review.reviewing.Bidding;
import org.caravanserai.review.reviewing.ConflictKeeping;
import org.caravanserai.review.reviewing.ConflictKind;
import org.caravanserai.review.reviewing.Eagerness;
import org.caravanserai.review.reviewing.ReviewQueue;
import org.caravanserai.review.reviewing.Reviewing;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an organiser is promised when reviewers are assigned for her. */
@IntegrationTest
class AssignmentRunsTest {

    private static final int PROPOSALS = 40;
    private static final int REVIEWERS = 8;

    @Autowired
    ReviewScene scenes;

    @Autowired
    AssignmentRuns runs;

    @Autowired
    AssignmentApplying applying;

    @Autowired
    AssignmentDesk desk;

    @Autowired
    Assigning assigning;

    @Autowired
    Bidding bidding;

    @Autowired
    BidSuggestions suggestions;

    @Autowired
    MeetingMail mails;

    @Autowired
    ConflictKeeping conflicts;

    @Autowired
    Reviewing reviewing;

    @Autowired
    ReviewQueue queue;

    @Autowired
    JdbcClient jdbc;

    private ReviewScene.Made made;

    @BeforeEach
    void makeCommittee() {
        made = scenes.make(PROPOSALS, REVIEWERS);
        scenes.plan(made, 3, 15);
    }

    @Test
    void everyProposalGetsTheReviewsThatThePlanAsksForAndNobodyMoreThanSheTakes() {
        var preview = ready(scenes.compute(made, AssignmentAim.GREATEST_TOTAL));

        assertThat(preview.proved()).isTrue();
        assertThat(preview.pairs()).isEqualTo(3 * PROPOSALS);
        assertThat(preview.made()).isEqualTo(3 * PROPOSALS);
        assertThat(preview.loads()).hasSize(REVIEWERS).allMatch(l -> l.after() <= 15 && l.before() == 0);
        assertThat(preview.loads().stream()
                        .mapToInt(AssignmentPreview.Load::after)
                        .sum())
                .isEqualTo(3 * PROPOSALS);
        var lines = asOrganiser(() -> runs.lines(made.meeting(), false, 0, 100));
        assertThat(lines).hasSize(PROPOSALS).allMatch(l -> l.given().size() == 3);
        // Who knows the topic comes before who does not.
        assertThat(lines.stream()
                        .flatMap(l -> l.given().stream())
                        .filter(g -> !g.affinity().sharedTopics().isEmpty()))
                .hasSizeGreaterThan(2 * PROPOSALS);
    }

    @Test
    void nothingHoldsBeforeItIsAppliedAndThenAllOfItDoesAndReviewersAreToldOnce() {
        ready(scenes.compute(made, AssignmentAim.GREATEST_TOTAL));
        assertThat(live()).isEmpty();

        var applied = apply(true);

        assertThat(applied.done()).isTrue();
        assertThat(applied.made()).isEqualTo(3 * PROPOSALS);
        assertThat(live()).hasSize(3 * PROPOSALS);
        assertThat(applied.mails()).isEqualTo(REVIEWERS);
        assertThat(mails("review-assigned")).isEqualTo(REVIEWERS);
        assertThat(asOrganiser(() -> runs.look(made.meeting()))).isInstanceOf(AssignmentStanding.None.class);
        assertThat(asOrganiser(() -> desk.totals(made.meeting())))
                .isEqualTo(new AssignmentDesk.Totals(PROPOSALS, REVIEWERS, 3 * PROPOSALS, 3 * PROPOSALS));
    }

    @Test
    void whatWasAppliedLastCanBeTakenBackUntilAReviewHasBegun() {
        ready(scenes.compute(made, AssignmentAim.FAIREST));
        apply(true);
        assertThat(states()).containsOnly("UNDER_REVIEW");
        assertThat(asOrganiser(() -> applying.last(made.meeting()))).isPresent();

        var undone = asOrganiser(() -> applying.undo(made.meeting()));
        assertThat(undone.released()).isEqualTo(3 * PROPOSALS);
        assertThat(undone.mails()).isEqualTo(REVIEWERS);
        assertThat(live()).isEmpty();
        assertThat(states()).containsOnly("SUBMITTED");
        assertThat(asOrganiser(() -> applying.last(made.meeting()))).isEmpty();

        ready(scenes.compute(made, AssignmentAim.FAIREST));
        apply(false);
        begin(live().getFirst());
        assertThat(asOrganiser(() -> applying.last(made.meeting()))).isEmpty();
        assertThatThrownBy(() -> asOrganiser(() -> applying.undo(made.meeting())))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("assigning.undo.begun"));
    }

    @Test
    void aConflictDeclaredMeanwhileRefusesTheWholeSaysWhichAndKeepsTheRestOfThePreview() {
        ready(scenes.compute(made, AssignmentAim.GREATEST_TOTAL));
        var line = asOrganiser(() -> runs.lines(made.meeting(), false, 0, 1)).getFirst();
        var away = line.given().getFirst();
        Acting.as(away.reviewer(), () -> bidding.bid(line.work().proposal(), Eagerness.CONFLICT, "We wrote a book"));

        var refused = apply(true);
        assertThat(refused.done()).isFalse();
        assertThat(refused.lost())
                .containsExactly(new AssignmentApplying.Lost(line.work(), away.name(), Assigning.Reason.CONFLICT));
        assertThat(live()).isEmpty();
        assertThat(mails("review-assigned")).isZero();

        var rest = apply(true);
        assertThat(rest.done()).isTrue();
        assertThat(rest.made()).isEqualTo(3 * PROPOSALS - 1);
    }

    @Test
    void aProposalWithdrawnMeanwhileRefusesTheWholeAndIsNamed() {
        ready(scenes.compute(made, AssignmentAim.GREATEST_TOTAL));
        jdbc.sql("update proposal set state = 'WITHDRAWN' where id = ?")
                .param(made.proposals().getFirst().value())
                .update();

        var refused = apply(false);
        assertThat(refused.done()).isFalse();
        assertThat(refused.lost())
                .hasSize(3)
                .allMatch(l -> l.reason() == Assigning.Reason.STATE
                        && l.work().proposal().equals(made.proposals().getFirst()));
        assertThat(apply(false).made()).isEqualTo(3 * (PROPOSALS - 1));
    }

    @Test
    void aConflictDeclaredAtTheVeryMomentOfApplyingNeverLeavesThePairAssigned() throws Exception {
        for (int round = 0; round < 5; round++) {
            ready(scenes.compute(made, AssignmentAim.ADD_MISSING));
            var line = asOrganiser(() -> runs.lines(made.meeting(), true, 0, 1)).getFirst();
            var away = line.given().stream()
                    .filter(g -> g.change() == AssignmentPreview.Change.MADE)
                    .findFirst()
                    .orElseThrow();
            var start = new CyclicBarrier(2);
            try (var two = Executors.newFixedThreadPool(2)) {
                Callable<Boolean> applies = () -> {
                    start.await();
                    return apply(false).done();
                };
                Callable<Boolean> declares = () -> {
                    start.await();
                    Acting.as(away.reviewer(), () -> bidding.bid(line.work().proposal(), Eagerness.CONFLICT, "Kin"));
                    return true;
                };
                var all = two.invokeAll(List.of(applies, declares));
                assertThat(all.get(1).get()).isTrue();
                all.get(0).get();
            }
            assertThat(live()).doesNotContain(new Assigning.Pair(line.work().proposal(), away.reviewer()));
            asOrganiser(() -> runs.forget(made.meeting()));
            Acting.as(
                    away.reviewer(),
                    () -> bidding.undeclare(
                            bidding.declared(made.meeting()).getFirst().conflict()));
        }
    }

    @Test
    void afterALateConflictOnlyOnePairChanges() {
        ready(scenes.compute(made, AssignmentAim.GREATEST_TOTAL));
        apply(false);
        var pair = live().getFirst();
        asOrganiser(() -> conflicts.set(pair.proposal(), pair.reviewer(), "Same laboratory"));
        assertThat(live()).hasSize(3 * PROPOSALS - 1);

        var repaired = ready(scenes.compute(made, AssignmentAim.FEWEST_CHANGES));
        assertThat(repaired.proved()).isTrue();
        assertThat(repaired.made() - repaired.released()).isEqualTo(1);
        assertThat(repaired.made()).isLessThanOrEqualTo(2);
        assertThat(apply(false).done()).isTrue();
        assertThat(live()).hasSize(3 * PROPOSALS);
    }

    @Test
    void whatReviewersHaveBegunStaysWhateverTheAim() {
        ready(scenes.compute(made, AssignmentAim.GREATEST_TOTAL));
        apply(false);
        var begun = live().getFirst();
        begin(begun);
        for (var aim : AssignmentAim.values()) {
            ready(scenes.compute(made, aim));
            assertThat(asOrganiser(() -> runs.lines(made.meeting(), false, 0, 100)).stream()
                            .filter(l -> l.work().proposal().equals(begun.proposal()))
                            .flatMap(l -> l.given().stream())
                            .filter(g -> g.reviewer().equals(begun.reviewer())))
                    .as(aim.name())
                    .allMatch(g -> g.change() == AssignmentPreview.Change.SAME)
                    .hasSize(1);
        }
    }

    @Test
    void tooLittleRoomIsToldWithTheSmallestExceptionWhichCanThenBeMade() {
        scenes.plan(made, 3, 14);
        var obstacle = blocked(scenes.compute(made, AssignmentAim.GREATEST_TOTAL));
        // 8 reviewers take 14 each: 112 of the 120 reviews.
        assertThat(obstacle.proved()).isTrue();
        assertThat(obstacle.shortages()).isNotEmpty().allMatch(s -> s.needed() > s.available());
        assertThat(obstacle.allowances().stream()
                        .mapToInt(AssignmentObstacle.Allowance::by)
                        .sum())
                .isEqualTo(8);
        assertThat(obstacle.allowable()).isTrue();

        var allowed = asOrganiser(() -> scenes.await(made, runs.allow(made.meeting())));
        assertThat(ready(allowed).excepted()).isEqualTo(obstacle.allowances().size());
        assertThat(apply(false).done()).isTrue();
    }

    @Test
    void aProposalThatNobodyMayReviewIsNamed() {
        var alone = made.proposals().getFirst();
        made.reviewers().forEach(r -> asOrganiser(() -> conflicts.set(alone, r, "All of them wrote a paper with him")));
        var obstacle = blocked(scenes.compute(made, AssignmentAim.GREATEST_TOTAL));
        assertThat(obstacle.shortages())
                .anySatisfy(s -> assertThat(s.proposals())
                        .extracting(ProposalWork::proposal)
                        .contains(alone));
        assertThat(obstacle.allowances())
                .hasSize(1)
                .first()
                .isInstanceOfSatisfying(AssignmentObstacle.Allowance.FewerReviews.class, f -> {
                    assertThat(f.work().proposal()).isEqualTo(alone);
                    assertThat(f.by()).isEqualTo(3);
                });
    }

    @Test
    void eachProposalGetsSomebodyExperiencedAndBothSidesWhereThatIsAskedFor() {
        ready(scenes.compute(made, new AssignmentWishes(AssignmentAim.GREATEST_TOTAL, true, true)));
        apply(false);
        var seniors = java.util.stream.IntStream.range(0, REVIEWERS)
                .filter(i -> i % 3 == 0)
                .mapToObj(made.reviewers()::get)
                .toList();
        live().stream()
                .collect(Collectors.groupingBy(
                        Assigning.Pair::proposal, Collectors.mapping(Assigning.Pair::reviewer, Collectors.toList())))
                .forEach((proposal, reviewers) -> {
                    assertThat(reviewers).anyMatch(seniors::contains);
                    assertThat(reviewers).anyMatch(r -> made.reviewers().indexOf(r) % 2 == 0);
                    assertThat(reviewers).anyMatch(r -> made.reviewers().indexOf(r) % 2 == 1);
                });
    }

    @Test
    void aPairIsExplainedByItsReasonsAndByWhatTheOppositeWouldCost() {
        ready(scenes.compute(made, AssignmentAim.GREATEST_TOTAL));
        var line = asOrganiser(() -> runs.lines(made.meeting(), false, 0, 1)).getFirst();
        var given = line.given().getFirst();
        var why = asOrganiser(() -> runs.explain(made.meeting(), line.work().proposal(), given.reviewer()));
        assertThat(why.standing()).isEqualTo(Explanation.Standing.ASSIGNED);
        assertThat(why.changeOfTotal().orElseThrow()).isLessThanOrEqualTo(0);
        assertThat(why.affinity().score()).isEqualTo(given.affinity().score());
        assertThat(why.rank()).isPositive();
    }

    @Test
    void aWishLiftsAReviewerInTheChoiceAndInTheListOfCandidates() {
        var proposal = made.proposals().getFirst();
        var before = asOrganiser(() -> desk.candidates(made.meeting(), proposal, 20));
        assertThat(before).hasSize(REVIEWERS);
        var last = before.getLast().person();
        Acting.as(last, () -> bidding.bid(proposal, Eagerness.EAGER, ""));
        var after = asOrganiser(() -> desk.candidates(made.meeting(), proposal, 20));
        assertThat(after.stream()
                        .filter(c -> c.person().equals(last))
                        .findFirst()
                        .orElseThrow()
                        .affinity()
                        .score())
                .isGreaterThan(before.getLast().affinity().score());
    }

    @Test
    void biddingBeginsWithWhatSuitsBestAndHidesWhatAConflictHides() {
        var me = made.reviewers().getFirst();
        var all = Acting.as(me, () -> suggestions.list(made.meeting(), BidSuggestions.Filter.ALL, 0, 100));
        assertThat(all).hasSize(PROPOSALS);
        assertThat(all)
                .isSortedAccordingTo(java.util.Comparator.comparingDouble(
                        (BidSuggestions.Suggestion s) -> -s.affinity().score()));
        var first = all.getFirst().row().proposal();
        Acting.as(me, () -> bidding.bid(first, Eagerness.CONFLICT, ""));
        assertThat(Acting.as(me, () -> suggestions.list(made.meeting(), BidSuggestions.Filter.ALL, 0, 100)))
                .extracting(s -> s.row().proposal())
                .hasSize(PROPOSALS - 1)
                .doesNotContain(first);
    }

    @Test
    void whatAConflictHidesFromAChairShePlansWithoutAndNeverSees() {
        var hidden = made.proposals().getFirst();
        asOrganiser(() -> conflicts.set(hidden, made.scene().chair(), "Her own group"));
        var asChair = new ReviewScene.Made(
                new Committee.Scene(
                        made.scene().meeting(),
                        made.scene().topics(),
                        made.scene().types(),
                        made.scene().chair(),
                        made.scene().chair(),
                        made.scene().reviewer()),
                made.proposals(),
                made.reviewers());
        var preview = ready(scenes.compute(asChair, AssignmentAim.GREATEST_TOTAL));
        assertThat(preview.pairs()).isEqualTo(3 * (PROPOSALS - 1));
        assertThat(Acting.as(made.scene().chair(), () -> runs.lines(made.meeting(), false, 0, 100)))
                .extracting(l -> l.work().proposal())
                .hasSize(PROPOSALS - 1)
                .doesNotContain(hidden);
    }

    @Test
    void mailsAboutWhatAConflictHidesStandInNoListAndNoCountOfTheirMeeting() {
        ready(scenes.compute(made, AssignmentAim.GREATEST_TOTAL));
        apply(true);
        var line = asOrganiser(() -> assigning.current(made.meeting())).getFirst();
        var told = asOrganiser(() -> assigning.current(made.meeting())).stream()
                .filter(r -> r.pair().proposal().equals(line.pair().proposal()))
                .count();
        var before = mailsSeen();
        assertThat(before).hasSize(REVIEWERS);
        Acting.as(
                made.scene().chair(),
                () -> conflicts.set(line.pair().proposal(), made.organiser(), "She is a contributor"));

        var seen = mailsSeen();

        assertThat(seen).hasSize((int) (REVIEWERS - told));
        var hidden = before.stream().filter(k -> !seen.contains(k)).findFirst().orElseThrow();
        var key = made.meeting().value();
        assertThat(asOrganiser(() -> mails.count(key, MailFilter.ALL))).isEqualTo(seen.size());
        assertThat(asOrganiser(() -> mails.counts(key)).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(seen.size());
        assertThatThrownBy(() -> asOrganiser(() -> mails.read(key, hidden))).isInstanceOf(Refusal.class);
        jdbc.sql("update outbox_message set state = 'FAILED' where meeting = ?")
                .param(key)
                .update();
        assertThat(asOrganiser(mails::failing))
                .filteredOn(f -> f.meeting().key().equals(key))
                .singleElement()
                .satisfies(f -> assertThat(f.messages()).isEqualTo(seen.size()));
        assertThatThrownBy(() -> asOrganiser(() -> mails.retry(key, hidden))).isInstanceOf(Refusal.class);
        assertThat(asOrganiser(() -> mails.retryAll(key))).isEqualTo(seen.size());
    }

    @Test
    void whoWorksAtAnotherPartOfTheSameHouseIsKeptAway() {
        var house = institution("One house", "");
        var author = institution("Faculty", house);
        var colleague = institution("Institute", house);
        var reviewer = made.reviewers().getFirst();
        var proposal = made.proposals().getFirst();
        work("(select proposer from proposal where id = '" + proposal.value() + "')", author);
        work("'" + reviewer.value() + "'", colleague);

        asOrganiser(() -> conflicts.search(made.meeting()));

        assertThat(asOrganiser(() -> conflicts.of(proposal)))
                .filteredOn(c -> c.person().equals(reviewer))
                .extracting(ConflictKeeping.Row::kind)
                .containsExactly(ConflictKind.ANCESTOR_INSTITUTION);
    }

    private String institution(String name, String parent) {
        var ror = Ids.code() + "x0z";
        jdbc.sql("insert into institution (id, version, ror, state, country, city, types, name, printed_name, aliases,"
                        + " acronyms, website, sort_key, search_key, source, fingerprint, edited)"
                        + " values (?, 0, ?, 'ACTIVE', 'KZ', '', '', '{}', ?, '', '', '', ?, ?, '', '', false)")
                .params(Ids.next(), ror, name, name, name)
                .update();
        if (!parent.isEmpty()) {
            jdbc.sql("insert into institution_parent (child, parent) values (?, ?)")
                    .params(ror, parent)
                    .update();
        }
        return ror;
    }

    private void work(String person, String ror) {
        jdbc.sql("update person set institution = (select id from institution where ror = ?) where id = " + person)
                .param(ror)
                .update();
    }

    @Test
    void listsCostTheSameForFewAndForManyProposals() {
        assertThat(measured(10)).isEqualTo(measured(PROPOSALS));
    }

    private List<Integer> measured(int count) {
        var some = scenes.make(count, 4);
        scenes.plan(some, 1, 40);
        scenes.compute(some, AssignmentAim.GREATEST_TOTAL);
        return Acting.as(
                some.organiser(),
                () -> List.of(
                        SqlCounter.count(() -> runs.lines(some.meeting(), false, 0, 50)),
                        SqlCounter.count(() -> desk.list(some.meeting(), AssignmentDesk.Filter.ALL, 0, 50)),
                        SqlCounter.count(() ->
                                desk.candidates(some.meeting(), some.proposals().getFirst(), 10)),
                        SqlCounter.count(() -> conflicts.find(some.meeting(), ConflictKeeping.Filter.ALL, 0, 50)),
                        Acting.as(
                                some.reviewers().getFirst(),
                                () -> SqlCounter.count(
                                        () -> suggestions.list(some.meeting(), BidSuggestions.Filter.ALL, 0, 50)))));
    }

    private void begin(Assigning.Pair pair) {
        Acting.as(pair.reviewer(), () -> {
            var mine = queue.mine(made.meeting()).stream()
                    .filter(i -> i.proposal().equals(pair.proposal()))
                    .findFirst()
                    .orElseThrow();
            reviewing.accept(mine.assignment());
        });
    }

    private AssignmentApplying.Applied apply(boolean tell) {
        return asOrganiser(() -> runs.look(made.meeting()) instanceof Ready(var preview)
                ? applying.apply(made.meeting(), preview.run(), tell)
                : applying.apply(made.meeting(), new UUID(1, 1), tell));
    }

    private List<Assigning.Pair> live() {
        return asOrganiser(() -> assigning.current(made.meeting())).stream()
                .filter(r -> r.state() != AssignmentState.RELEASED)
                .map(Assigning.Row::pair)
                .toList();
    }

    private int mails(String kind) {
        return jdbc.sql("select count(*) from outbox_message where meeting = ? and kind = ?")
                .params(made.meeting().value(), kind)
                .query(Integer.class)
                .single();
    }

    private <T> T asOrganiser(java.util.function.Supplier<T> work) {
        return Acting.as(made.organiser(), work);
    }

    private List<UUID> mailsSeen() {
        return asOrganiser(() -> mails.find(made.meeting().value(), MailFilter.ALL, 0, 100)).stream()
                .filter(m -> m.kind().equals("review-assigned"))
                .map(MailLine::key)
                .toList();
    }

    private List<String> states() {
        return jdbc.sql("select state from proposal where meeting = ?")
                .param(made.meeting().value())
                .query((row, i) -> row.getString(1))
                .list();
    }

    private void asOrganiser(Runnable work) {
        Acting.as(made.organiser(), work);
    }

    private static AssignmentPreview ready(AssignmentStanding standing) {
        assertThat(standing).isInstanceOf(Ready.class);
        return ((Ready) standing).preview();
    }

    private static AssignmentObstacle blocked(AssignmentStanding standing) {
        assertThat(standing).isInstanceOf(Blocked.class);
        return ((Blocked) standing).obstacle();
    }
}
