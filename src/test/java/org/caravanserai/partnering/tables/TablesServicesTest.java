package org.caravanserai.partnering.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.partnering.directory.Blocking;
import org.caravanserai.partnering.followup.HeldMeetings;
import org.caravanserai.partnering.tables.TablesOrder.Trouble;
import org.caravanserai.people.AccountsForTests;
import org.caravanserai.people.Engagement;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.platform.runs.Processes;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A partnering event from its first wish to a person who does not come. */
@IntegrationTest
class TablesServicesTest {

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    EventFixtures eventFixtures;

    @Autowired
    AccountsForTests accounts;

    @Autowired
    Persons persons;

    @Autowired
    EventSetUp setUp;

    @Autowired
    EventParticipation participation;

    @Autowired
    WishSending wishing;

    @Autowired
    TablesPlanning planning;

    @Autowired
    Processes processes;

    @Autowired
    RunFixtures runs;

    @Autowired
    GivingOut givingOut;

    @Autowired
    TableEngagements engagements;

    @Autowired
    TablesHeld held;

    @Autowired
    Blocking blocking;

    @Autowired
    LiveUpdates updates;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Meeting meeting = TablesServicesTest.none();
    private PersonId organiser = new PersonId(new UUID(0, 0));
    private PersonId aiko = organiser;
    private PersonId bolat = organiser;
    private PersonId chiyo = organiser;
    private UUID event = organiser.value();
    private UUID a = event;
    private UUID b = event;
    private UUID c = event;

    @SuppressWarnings("NullAway")
    private static Meeting none() {
        return null;
    }

    @BeforeEach
    void anEventOfThree() {
        meeting = fixtures.openMeeting();
        organiser = fixtures.personAs(Role.ORGANISER, meeting);
        aiko = fixtures.person("Aiko Sato");
        bolat = fixtures.person("Bolat Akhmetov");
        chiyo = fixtures.person("Chiyo Mori");
        for (var person : List.of(aiko, bolat, chiyo)) {
            accounts.open(persons.findById(person.value()).orElseThrow());
        }
        event = eventFixtures.open(meeting.id());
        a = eventFixtures.enlist(event, aiko, "en", "ja");
        b = eventFixtures.enlist(event, bolat, "en", "kk");
        c = eventFixtures.enlist(event, chiyo, "ja");
    }

    @Test
    void whoHasNoRoleIsLedToAnEventWhileSheMayEnlistAndAfterwardsIfSheTakesPart() {
        var dana = fixtures.person("Dana Omarova");

        assertThat(ledTo(aiko)).contains(meeting.id());
        assertThat(ledTo(dana)).contains(meeting.id());

        organising(() -> setUp.lead(event, EventState.CLOSED));

        assertThat(ledTo(aiko)).contains(meeting.id());
        assertThat(ledTo(dana)).doesNotContain(meeting.id());
    }

    private List<MeetingId> ledTo(PersonId person) {
        return Acting.as(person, () -> participation.meetings()).stream()
                .map(MeetingView::id)
                .toList();
    }

    private <T> T organising(Supplier<T> work) {
        return Acting.as(organiser, work);
    }

    private void organising(Runnable work) {
        Acting.as(organiser, work);
    }

    private void fill(TablesOrder order) throws InterruptedException {
        var heard = new LinkedBlockingQueue<Object>();
        var subscription = updates.listen(TablesPlanning.channel(event), heard::add);
        organising(() -> planning.begin(event, order));
        while (organising(() -> planning.look(event)) instanceof TablesStanding.Running) {
            assertThat(heard.poll(120, TimeUnit.SECONDS)).isNotNull();
        }
        subscription.end();
    }

    private void giveOut() throws InterruptedException {
        organising(() -> setUp.lead(event, EventState.CLOSED));
        fill(new TablesOrder(5, Optional.empty()));
        assertThat(organising(() -> planning.look(event))).isInstanceOf(TablesStanding.Ready.class);
        organising(() -> givingOut.adopt(event, givingOut.difference(event)));
    }

    private int mails() {
        return jdbc.sql("select count(*) from outbox_message where meeting = ? and kind = 'tables'")
                .param(meeting.key())
                .query(Integer.class)
                .single();
    }

    @Test
    void whoIsWishedForSeesItAndAnswersWithAWishOfHerOwnOrDeclines() {
        Acting.as(aiko, () -> {
            wishing.wish(event, b);
            wishing.wish(event, c);
            wishing.arrange(event, List.of(c, b));
        });
        assertThat(Acting.as(aiko, () -> wishing.wishes(event)).wishes())
                .extracting(other -> other.party().key())
                .containsExactly(c, b);
        assertThat(Acting.as(bolat, () -> wishing.wishes(event)).asking())
                .extracting(other -> other.party().key())
                .containsExactly(a);
        Acting.as(bolat, () -> wishing.wish(event, a));
        Acting.as(chiyo, () -> wishing.decline(event, a));
        assertThat(Acting.as(bolat, () -> wishing.wishes(event)).wishes())
                .extracting(WishSending.Other::standing)
                .containsExactly(WishSending.Standing.MUTUAL);
        // Who is declined is not told.
        assertThat(Acting.as(aiko, () -> wishing.wishes(event)).wishes())
                .extracting(WishSending.Other::standing)
                .containsExactly(WishSending.Standing.WISHED, WishSending.Standing.MUTUAL);
    }

    @Test
    void whoKeepsSomebodyAwayNeitherSeesNorMeetsHer() {
        Acting.as(aiko, () -> wishing.wish(event, b));
        assertThat(Acting.as(bolat, () -> participation.waiting())).hasSize(1);
        Acting.as(bolat, () -> blocking.block(aiko));
        assertThat(Acting.as(bolat, () -> participation.waiting())).isEmpty();
        var seen = Acting.as(bolat, () -> wishing.wishes(event));
        assertThat(seen.asking()).isEmpty();
        assertThat(seen.others()).extracting(other -> other.party().key()).containsExactly(c);
        assertThat(Acting.as(aiko, () -> wishing.wishes(event)).wishes()).isEmpty();
        assertThatThrownBy(() -> Acting.as(aiko, () -> wishing.wish(event, b))).isInstanceOf(Refusal.class);
        organising(() -> setUp.lead(event, EventState.CLOSED));
        assertThatThrownBy(() -> organising(() -> planning.begin(event, new TablesOrder(5, Optional.empty()))))
                .as("nobody is left who wishes to meet anybody")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void afterTheLastMomentNobodyWishesOrEnlistsAnyMore() {
        clock.advance(java.time.Duration.ofDays(2));
        assertThatThrownBy(() -> Acting.as(aiko, () -> wishing.wish(event, b))).isInstanceOf(Refusal.class);
        var late = fixtures.person("Late Guest");
        assertThatThrownBy(() -> Acting.as(late, () -> participation.enlist(event, "", Set.of("en"))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aDelegationIsJoinedWithItsWordAndGoneWithItsLastMember() {
        var one = fixtures.person("Dana Omarova");
        var other = fixtures.person("Erlan Omarov");
        Acting.as(one, () -> participation.enlist(event, "Nazarbayev University", Set.of("kk", "en")));
        var code = Acting.as(one, () -> participation.part(event)).code();
        assertThatThrownBy(() -> Acting.as(other, () -> participation.join(event, "------")))
                .isInstanceOf(Refusal.class);
        Acting.as(other, () -> participation.join(event, code.toLowerCase(java.util.Locale.ROOT)));
        assertThatThrownBy(() -> Acting.as(other, () -> participation.join(event, code)))
                .isInstanceOf(Refusal.class);
        var mine = Acting.as(other, () -> participation.part(event)).mine().orElseThrow();
        assertThat(mine.members()).hasSize(2);
        Acting.as(aiko, () -> wishing.wish(event, mine.key()));
        Acting.as(one, () -> participation.withdraw(event));
        assertThat(Acting.as(aiko, () -> wishing.wishes(event)).wishes()).hasSize(1);
        Acting.as(other, () -> participation.withdraw(event));
        assertThat(Acting.as(aiko, () -> wishing.wishes(event)).wishes()).isEmpty();
    }

    @Test
    void whatWasFoundForWishesThatMayChangeAgainIsForgotten() throws InterruptedException {
        Acting.as(aiko, () -> wishing.wish(event, b));
        organising(() -> setUp.lead(event, EventState.CLOSED));
        fill(new TablesOrder(5, Optional.empty()));
        assertThat(organising(() -> planning.look(event))).isInstanceOf(TablesStanding.Ready.class);

        organising(() -> setUp.lead(event, EventState.OPEN));
        organising(() -> setUp.lead(event, EventState.CLOSED));

        assertThat(organising(() -> planning.look(event))).isInstanceOf(TablesStanding.None.class);
        assertThat(Acting.as(aiko, () -> participation.timetable(event))).isEmpty();
    }

    @Test
    void nothingIsGivenOutBeforeAnOrganiserAdoptsWhatSheWasShownAndThenEachIsWrittenOnce() throws InterruptedException {
        Acting.as(aiko, () -> wishing.wish(event, b));
        Acting.as(aiko, () -> wishing.wish(event, c));
        organising(() -> setUp.lead(event, EventState.CLOSED));
        fill(new TablesOrder(5, Optional.empty()));
        assertThat(organising(() -> planning.look(event))).isInstanceOfSatisfying(TablesStanding.Ready.class, ready -> {
            assertThat(ready.meetings()).isEqualTo(2);
            assertThat(ready.score().left()).isZero();
            assertThat(ready.bound().reachedBy(ready.score())).isTrue();
        });
        assertThat(Acting.as(aiko, () -> participation.timetable(event))).isEmpty();
        assertThat(mails()).isZero();
        var shown = organising(() -> givingOut.difference(event));
        assertThat(shown).hasSize(2);
        organising(() -> givingOut.adopt(event, shown));
        assertThat(Acting.as(aiko, () -> participation.timetable(event)))
                .extracting(appointed -> appointed.with().key())
                .containsExactlyInAnyOrder(b, c);
        assertThat(mails()).isEqualTo(3);
        assertThatThrownBy(() -> organising(() -> givingOut.adopt(event, shown)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aRunInAnotherProcessIsSeenAndStoppedFromHereAndNoneCanBeginBesideIt() {
        var working = processes.another();
        var here = processes.another();
        Acting.as(aiko, () -> wishing.wish(event, b));
        organising(() -> setUp.lead(event, EventState.CLOSED));
        var asked = organising(() -> runs.found(working.runs(), event, a, b));
        working.look();
        assertThat(runs.in(here).look(event)).isInstanceOfSatisfying(TablesStanding.Running.class, running -> {
            assertThat(running.meetings()).isEqualTo(1);
            assertThat(running.bound().total()).isEqualTo(100);
            assertThat(running.starter()).map(PersonName::published).hasValue(nameOf(organiser));
            assertThat(running.stopping()).isFalse();
        });
        assertThatThrownBy(() -> runs.in(here).begin(event, RunFixtures.ORDER))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("tables.refused.running"));
        runs.in(here).stop(event);
        assertThat(runs.in(here).look(event))
                .isInstanceOfSatisfying(
                        TablesStanding.Running.class,
                        running -> assertThat(running.stopping()).isTrue());
        working.look();
        assertThat(asked.getAsBoolean()).isTrue();
    }

    private String nameOf(PersonId person) {
        return persons.findById(person.value()).orElseThrow().name().published();
    }

    @Test
    void aRunWhoseProcessEndsIsShownAsInterruptedWithWhatItHadFoundUntilTheTablesAreFilledAgain()
            throws InterruptedException {
        var dying = processes.another();
        Acting.as(aiko, () -> wishing.wish(event, b));
        Acting.as(aiko, () -> wishing.wish(event, c));
        organising(() -> setUp.lead(event, EventState.CLOSED));
        organising(() -> runs.found(dying.runs(), event, a, b));
        dying.end();
        assertThat(organising(() -> planning.look(event)))
                .isInstanceOfSatisfying(TablesStanding.Interrupted.class, interrupted -> {
                    assertThat(interrupted.meetings()).isEqualTo(1);
                    assertThat(interrupted.order()).isEqualTo(RunFixtures.ORDER);
                });
        var shown = organising(() -> givingOut.difference(event));
        assertThat(shown).hasSize(1);

        fill(RunFixtures.ORDER);
        assertThatThrownBy(() -> organising(() -> givingOut.adopt(event, shown)))
                .as("another run has taken its place")
                .isInstanceOf(Refusal.class);
        organising(() -> givingOut.adopt(event, givingOut.difference(event)));
        assertThat(Acting.as(aiko, () -> participation.timetable(event))).hasSize(2);
        assertThat(organising(() -> planning.look(event))).isInstanceOf(TablesStanding.None.class);
    }

    @Test
    void whatAnInterruptedRunHadFoundCanBeGivenOut() {
        var dying = processes.another();
        Acting.as(aiko, () -> wishing.wish(event, b));
        organising(() -> setUp.lead(event, EventState.CLOSED));
        organising(() -> runs.found(dying.runs(), event, a, b));
        dying.end();
        organising(() -> givingOut.adopt(event, givingOut.difference(event)));
        assertThat(Acting.as(aiko, () -> participation.timetable(event))).hasSize(1);
        assertThatThrownBy(() -> organising(() -> givingOut.adopt(event, List.of())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("tables.refused.noPlan"));
    }

    @Test
    void howARunStandsTakesAsManyStatementsForManyMeetingsAsForFew() {
        organising(() -> runs.begin(processes.another().runs(), event));
        var elsewhere = runs.in(processes.another());
        var few = SqlCounter.count(() -> elsewhere.look(event));
        organising(() -> elsewhere.forget(event));
        organising(() -> runs.found(processes.another().runs(), event, a, b));
        assertThat(SqlCounter.count(() -> elsewhere.look(event))).isEqualTo(few).isLessThanOrEqualTo(2);
    }

    @Test
    void whatIsGivenOutKeepsPeople() throws InterruptedException {
        Acting.as(aiko, () -> wishing.wish(event, b));
        giveOut();
        var slot =
                Acting.as(aiko, () -> participation.timetable(event)).getFirst().slot();
        assertThat(engagements.of(List.of(aiko, chiyo), slot.from(), slot.until()))
                .containsExactly(new Engagement(aiko, slot.from(), slot.until(), Engagement.Kind.APPOINTMENT));
        assertThat(engagements.of(
                        List.of(aiko), slot.until().plusSeconds(1), slot.until().plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void whoHasMetIsAskedLaterWhatCameOfItButNotWhoHasMissedIt() throws InterruptedException {
        Acting.as(aiko, () -> wishing.wish(event, b));
        giveOut();
        var slot =
                Acting.as(aiko, () -> participation.timetable(event)).getFirst().slot();
        assertThat(of(held.endedBetween(slot.until().minusSeconds(1), slot.until())))
                .singleElement()
                .satisfies(met -> {
                    assertThat(met.people()).containsExactlyInAnyOrder(aiko, bolat);
                    assertThat(met.title()).startsWith("Partnering: ").contains("Aiko Sato", "Bolat Akhmetov");
                });
        assertThat(of(held.endedBetween(slot.until(), slot.until().plusSeconds(3600))))
                .isEmpty();
        var meetings = organising(() -> givingOut.grid(event)).meetings();
        organising(() -> givingOut.missed(event, meetings.getFirst().key(), b));
        assertThat(of(held.endedBetween(slot.until().minusSeconds(1), slot.until())))
                .isEmpty();
    }

    private List<HeldMeetings.HeldMeeting> of(List<HeldMeetings.HeldMeeting> all) {
        return all.stream()
                .filter(each -> each.meeting().filter(meeting.key()::equals).isPresent())
                .toList();
    }

    @Test
    void whoDoesNotComeFreesTheTableAndWaitingWishesAreRefilled() throws InterruptedException {
        Acting.as(aiko, () -> wishing.wish(event, b));
        Acting.as(chiyo, () -> wishing.wish(event, a));
        giveOut();
        var grid = organising(() -> givingOut.grid(event));
        var missed = grid.meetings().stream()
                .filter(each -> Set.of(each.one().key(), each.other().key()).equals(Set.of(a, b)))
                .findFirst()
                .orElseThrow();
        organising(() -> givingOut.missed(event, missed.key(), b));
        assertThat(Acting.as(aiko, () -> participation.timetable(event))).hasSize(1);
        fill(new TablesOrder(5, Optional.of(new Trouble.Refill(0))));
        assertThat(organising(() -> planning.look(event)))
                .isInstanceOfSatisfying(TablesStanding.Repaired.class, repaired -> {
                    assertThat(repaired.changed()).isZero();
                    assertThat(repaired.proven()).isTrue();
                });
        organising(() -> givingOut.adopt(event, givingOut.difference(event)));
        assertThat(Acting.as(aiko, () -> participation.timetable(event)))
                .as("both meet later, in a slot that he has not missed")
                .hasSize(2)
                .extracting(appointed -> appointed.slot().number())
                .doesNotHaveDuplicates();
    }

    @Test
    void whoWasSaidNotToHaveComeMeetsWhereSheWasToUnlessThatIsTakenByNow() {
        eventFixtures.give(event, a, b, 1);
        var given = organising(() -> givingOut.grid(event)).meetings().getFirst();
        var seat = given.seat().orElseThrow();
        organising(() -> givingOut.missed(event, given.key(), b));

        organising(() -> givingOut.came(event, given.key(), seat));
        organising(() -> givingOut.came(event, given.key(), seat));

        assertThat(organising(() -> givingOut.grid(event)).meetings())
                .singleElement()
                .satisfies(meeting -> {
                    assertThat(meeting.seat()).contains(seat);
                    assertThat(meeting.absent()).isEmpty();
                });
        organising(() -> givingOut.missed(event, given.key(), b));
        organising(() -> givingOut.put(event, a, c, seat.slot(), seat.table()));
        assertThatThrownBy(() -> organising(() -> givingOut.came(event, given.key(), seat)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Refusal.Problem::key)
                                .contains("tables.rule.ONE_PLACE", "tables.rule.ONE_AT_TABLE"));
    }

    @Test
    void whoHelpedThemInterpretHelpsThemAgain() {
        organising(() -> setUp.addInterpreter(event, "Gulnara", Set.of("kk", "ja"), Set.of()));
        organising(() -> setUp.addInterpreter(event, "Dilnoza", Set.of("kk", "ja"), Set.of()));
        eventFixtures.give(event, a, b, 0);
        var table = organising(() -> givingOut.grid(event)).tables().getFirst().key();
        organising(() -> givingOut.put(event, b, c, 2, table));
        var given = organising(() -> givingOut.grid(event)).meetings().getLast();
        var seat = given.seat().orElseThrow();
        assertThat(seat.interpreter()).isPresent();

        organising(() -> givingOut.missed(event, given.key(), c));
        organising(() -> givingOut.came(event, given.key(), seat));

        assertThat(organising(() -> givingOut.grid(event)).meetings().getLast().seat())
                .contains(seat);
    }

    @Test
    void aTableThatIsLostMovesOnlyWhatStoodThere() throws InterruptedException {
        Acting.as(aiko, () -> wishing.wish(event, b));
        Acting.as(aiko, () -> wishing.wish(event, c));
        giveOut();
        var before = organising(() -> givingOut.grid(event)).meetings();
        var lost = before.getFirst().seat().orElseThrow().table();
        var there = before.stream()
                .filter(each -> each.seat().orElseThrow().table().equals(lost))
                .count();
        fill(new TablesOrder(5, Optional.of(new Trouble.Lost(lost, 0))));
        assertThat(organising(() -> planning.look(event)))
                .isInstanceOfSatisfying(
                        TablesStanding.Repaired.class,
                        repaired -> assertThat(repaired.changed()).isEqualTo((int) there));
        organising(() -> givingOut.adopt(event, givingOut.difference(event)));
        assertThat(organising(() -> givingOut.grid(event)).meetings())
                .hasSize(2)
                .noneMatch(each -> each.seat().orElseThrow().table().equals(lost));
    }

    @Test
    void byHandTwoMeetWhereNoRuleIsBrokenAndTheRuleIsSaidOtherwise() throws InterruptedException {
        Acting.as(aiko, () -> wishing.wish(event, b));
        giveOut();
        var grid = organising(() -> givingOut.grid(event));
        var seat = grid.meetings().getFirst().seat().orElseThrow();
        var free = (seat.slot() + 1) % grid.slots().size();
        assertThatThrownBy(() -> organising(() -> givingOut.put(event, a, c, seat.slot(), seat.table())))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Refusal.Problem::key)
                                .contains("tables.rule.ONE_PLACE", "tables.rule.ONE_AT_TABLE"));
        assertThatThrownBy(() -> organising(() -> givingOut.put(event, b, c, free, seat.table())))
                .as("they share no language and nobody interprets")
                .isInstanceOf(Refusal.class);
        organising(() -> setUp.addInterpreter(event, "Gulnara", Set.of("kk", "ja"), Set.of()));
        organising(() -> givingOut.put(event, b, c, free, seat.table()));
        assertThat(Acting.as(chiyo, () -> participation.timetable(event)))
                .singleElement()
                .satisfies(appointed -> assertThat(appointed.interpreter()).isEqualTo("Gulnara"));
        assertThat(mails()).as("one a person, however often it changes").isEqualTo(3);
    }

    @Test
    void aListOfManyTakesAsManyStatementsAsOneOfFew() {
        Acting.as(aiko, () -> wishing.wishes(event));
        var few = SqlCounter.count(() -> Acting.as(aiko, () -> wishing.wishes(event)));
        var more = new ArrayList<UUID>();
        for (var i = 0; i < 10; i++) {
            more.add(eventFixtures.enlist(event, fixtures.person("Guest " + i), "en"));
        }
        Acting.as(aiko, () -> more.forEach(party -> wishing.wish(event, party)));
        assertThat(SqlCounter.count(() -> Acting.as(aiko, () -> wishing.wishes(event))))
                .isEqualTo(few);
    }
}
