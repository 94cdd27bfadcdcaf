package org.caravanserai.agenda.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaBoards;
import org.caravanserai.agenda.AgendaImport;
import org.caravanserai.agenda.AgendaPlacing;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.PlacingResult;
import org.caravanserai.agenda.SampleAgenda;
import org.caravanserai.agenda.SessionEditing;
import org.caravanserai.agenda.SessionId;
import org.caravanserai.agenda.SessionMove;
import org.caravanserai.agenda.optimiser.Rule;
import org.caravanserai.agenda.planning.PlanOrder.Aim;
import org.caravanserai.agenda.planning.PlanOrder.Trouble;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.platform.runs.Processes;
import org.caravanserai.proposal.UnsuitableTime;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class AgendaPlanningTest {

    private static final PlanRules RULES =
            new PlanRules(LocalTime.of(9, 0), LocalTime.of(18, 0), 30, 10, PlanRules.TopicDays.ANY, Map.of());

    @Autowired
    AgendaImport agendaImport;

    @Autowired
    AgendaPlanning planning;

    @Autowired
    AgendaPlacing placing;

    @Autowired
    AgendaBoards boards;

    @Autowired
    SessionWishing wishing;

    @Autowired
    SessionEditing editing;

    @Autowired
    PlaceReasons reasons;

    @Autowired
    Scenarios scenarios;

    @Autowired
    Persons persons;

    @Autowired
    RoleGrants grants;

    @Autowired
    LiveUpdates updates;

    @Autowired
    PlanInputs inputs;

    @Autowired
    PlanDifference difference;

    @Autowired
    PlanClashes clashes;

    @Autowired
    KeptRulesOfMeetings keptRules;

    @Autowired
    org.caravanserai.meeting.MeetingDirectory directory;

    @Autowired
    Processes processes;

    MeetingId meeting = new MeetingId(new UUID(0, 0));
    PersonId organiser = new PersonId(new UUID(0, 0));

    @BeforeEach
    void aMeetingOfSixSessionsInTwoRooms() {
        aMeetingOf(6, 2);
    }

    private void aMeetingOf(int sessions, int rooms) {
        meeting = Actor.asSystem(() -> agendaImport.take(
                SampleAgenda.of("p" + UUID.randomUUID().toString().substring(0, 12), sessions, rooms)));
        organiser = persons.save(new Person(PersonName.published("Aigul"))).id();
        grants.save(new RoleGrant(organiser, Role.ORGANISER, meeting.value()));
    }

    @Test
    void anAgendaBuiltFromEmptyIsLookedAtBeforeItHoldsAndCanBeUndoneAsOne() {
        takeAllOut();
        var ready = (PlanStanding.Ready) run(Aim.BUILD, Optional.empty());
        assertThat(ready.picture().hard()).isZero();
        assertThat(ready.picture().bound())
                .isLessThanOrEqualTo(ready.picture().best().total());
        assertThat(places()).as("nothing has changed yet").isEmpty();

        var moves = mine(() -> planning.difference(meeting));
        assertThat(moves).hasSize(6).allSatisfy(move -> assertThat(move.from()).isEmpty());
        assertThat(mine(() -> planning.adopt(meeting, moves))).isInstanceOf(PlacingResult.Done.class);
        assertThat(places()).hasSize(6);
        assertThat(mine(() -> planning.difference(meeting))).isEmpty();

        mine(() -> placing.undo(meeting));
        assertThat(places()).as("one undo takes all back").isEmpty();
    }

    @Test
    void whatIsPlacedStaysWhenOnlyTheRestIsPlaced() {
        var first = board().sessions().getFirst();
        takeOut(first);
        var before = places();
        run(Aim.FILL, Optional.empty());
        assertThat(mine(() -> planning.difference(meeting)))
                .extracting(move -> move.session().value())
                .containsExactly(first.key());
        assertThat(places()).isEqualTo(before);
    }

    @Test
    void aPinnedSessionStaysWhenAllIsBuiltAnew() {
        var pinned = board().sessions().get(5);
        mine(() -> wishing.pin(meeting, new SessionId(pinned.key()), true));
        run(Aim.BUILD, Optional.empty());
        assertThat(mine(() -> planning.difference(meeting)))
                .noneMatch(move -> move.session().value().equals(pinned.key()));
    }

    @Test
    void aWishedDayAndAnOrderAreHeeded() {
        var sessions = board().sessions();
        var last = board().days().getLast();
        mine(() -> wishing.wish(
                meeting,
                new SessionId(sessions.get(0).key()),
                List.of(new UnsuitableTime(last, UnsuitableTime.Part.AFTERNOON)),
                Optional.empty()));
        mine(() -> wishing.wish(
                meeting,
                new SessionId(sessions.get(1).key()),
                List.of(),
                Optional.of(new SessionId(sessions.get(0).key()))));
        var ready = (PlanStanding.Ready) run(Aim.BUILD, Optional.empty());
        assertThat(ready.picture().best().of(Rule.NOT_AS_WISHED)).isZero();
        mine(() -> planning.adopt(meeting, planning.difference(meeting)));
        var wished = Objects.requireNonNull(places().get(sessions.get(0).key()));
        assertThat(wished.start().atZone(board().zone()).toLocalDate()).isEqualTo(last);
        assertThat(Objects.requireNonNull(places().get(sessions.get(1).key())).start())
                .isAfterOrEqualTo(wished.end());
    }

    @Test
    void ifSomebodyMovesASessionMeanwhileNothingIsAdopted() {
        takeAllOut();
        run(Aim.BUILD, Optional.empty());
        var shown = mine(() -> planning.difference(meeting));
        var moved = shown.getFirst();
        var room = board().rooms().getFirst().key();
        mine(() -> placing.place(meeting, moved.session(), null, room, SampleAgenda.START, 60));
        assertThat(mine(() -> planning.adopt(meeting, shown))).isInstanceOf(PlacingResult.Stale.class);
        assertThat(places()).hasSize(1);
    }

    @Test
    void aLostRoomIsRepairedWithTheFewestMoves() {
        var lost = board().rooms().getFirst().key();
        var inIt = places().values().stream()
                .filter(spot -> lost.equals(spot.room()))
                .count();
        var repaired =
                (PlanStanding.Repaired) run(Aim.REPAIR, Optional.of(new Trouble(Trouble.Kind.ROOM_LOST, lost, null)));
        assertThat(repaired.proven()).isTrue();
        assertThat(repaired.moves()).isEqualTo((int) inIt);
        mine(() -> planning.adopt(meeting, planning.difference(meeting)));
        assertThat(places().values()).noneMatch(spot -> lost.equals(spot.room()));
    }

    @Test
    void aClosedDayAndAPersonWhoIsIllAreRepaired() {
        var day = board().days().getFirst();
        assertThat(run(Aim.REPAIR, Optional.of(new Trouble(Trouble.Kind.DAY_CLOSED, null, day))))
                .isInstanceOfSatisfying(
                        PlanStanding.Repaired.class,
                        repaired -> assertThat(repaired.moves()).isEqualTo(6));
        var ill = board().sessions().getFirst().people().getFirst().key();
        assertThat(run(Aim.REPAIR, Optional.of(new Trouble(Trouble.Kind.PERSON_AWAY, ill, day))))
                .isInstanceOfSatisfying(
                        PlanStanding.Repaired.class,
                        repaired -> assertThat(repaired.moves()).isEqualTo(1));
        assertThat(run(Aim.REPAIR, Optional.of(new Trouble(Trouble.Kind.PERSON_AWAY, ill, null))))
                .as("who never comes cannot be placed, and the reason is named")
                .isInstanceOfSatisfying(
                        PlanStanding.NoRepair.class,
                        none -> assertThat(none.clashes()).hasSize(2));
    }

    @Test
    void aRunIsStoppedWithTheBestSoFarAndASecondOneIsRefusedMeanwhile() {
        aMeetingOf(90, 4);
        var heard = new LinkedBlockingQueue<Object>();
        var subscription = updates.listen(AgendaPlanning.channel(meeting), heard::add);
        mine(() -> planning.begin(meeting, order(Aim.BUILD, 600)));
        assertThatThrownBy(() -> mine(() -> planning.begin(meeting, order(Aim.BUILD, 600))))
                .hasMessageContaining("optimiser.running");
        mine(() -> planning.stop(meeting));
        assertThat(ended(heard)).isInstanceOf(PlanStanding.Ready.class);
        subscription.end();
        mine(() -> planning.forget(meeting));
        assertThat(mine(() -> planning.look(meeting))).isInstanceOf(PlanStanding.None.class);
        assertThat(mine(() -> planning.rules(meeting)).seconds()).isEqualTo(600);
    }

    @Test
    void aRunWhoseProcessEndsIsShownAsEndedByTheRestartWithTheBestItHadFound() {
        aMeetingOf(90, 4);
        takeAllOut();
        var process = processes.another();
        var dying = in(process);
        var heard = new LinkedBlockingQueue<Object>();
        process.updates().listen(AgendaPlanning.channel(meeting), heard::add);
        mine(() -> dying.begin(meeting, order(Aim.BUILD, 600)));
        while (isNoBetter(mine(() -> dying.look(meeting)))) {
            await(heard);
        }
        assertThat(mine(() -> planning.difference(meeting))).isEmpty();
        process.end();
        assertThat(mine(() -> planning.look(meeting)))
                .isInstanceOfSatisfying(PlanStanding.Interrupted.class, interrupted -> {
                    assertThat(interrupted.found()).isTrue();
                    assertThat(interrupted.picture().best().total())
                            .isLessThan(interrupted.picture().before().total());
                    assertThat(interrupted.picture().order()).isEqualTo(order(Aim.BUILD, 600));
                });
        assertThat(mine(() -> planning.difference(meeting))).hasSize(90);
        mine(() -> planning.forget(meeting));
        assertThat(mine(() -> planning.look(meeting))).isInstanceOf(PlanStanding.None.class);
    }

    @Test
    void whatHasComeToItsEndIsSeenAndAdoptedInEveryProcess() {
        takeAllOut();
        run(Aim.BUILD, Optional.empty());
        var elsewhere = in(processes.another());
        assertThat(mine(() -> elsewhere.look(meeting))).isEqualTo(mine(() -> planning.look(meeting)));
        assertThat(mine(() -> elsewhere.adopt(meeting, elsewhere.difference(meeting))))
                .isInstanceOf(PlacingResult.Done.class);

        var ill = board().sessions().getFirst().people().getFirst().key();
        run(Aim.REPAIR, Optional.of(new Trouble(Trouble.Kind.PERSON_AWAY, ill, null)));
        assertThat(mine(() -> elsewhere.look(meeting)))
                .as("with what cannot be met together")
                .isInstanceOf(PlanStanding.NoRepair.class)
                .isEqualTo(mine(() -> planning.look(meeting)));
    }

    private static boolean isNoBetter(PlanStanding standing) {
        var picture = ((PlanStanding.Running) standing).picture();
        return picture.best().total() >= picture.before().total();
    }

    @Test
    void aRunThatIsAtWorkInAnotherProcessIsSeenAndStoppedFromHere() {
        aMeetingOf(90, 4);
        var process = processes.another();
        var working = in(process);
        var here = in(processes.another());
        var heard = new LinkedBlockingQueue<Object>();
        process.updates().listen(AgendaPlanning.channel(meeting), heard::add);
        mine(() -> working.begin(meeting, order(Aim.IMPROVE, 600)));
        assertThat(here.look(meeting)).isInstanceOf(PlanStanding.Running.class);
        assertThatThrownBy(() -> mine(() -> here.begin(meeting, order(Aim.BUILD, 600))))
                .hasMessageContaining("optimiser.running");
        here.stop(meeting);
        process.look();
        while (working.look(meeting) instanceof PlanStanding.Running) {
            await(heard);
        }
        assertThat(here.look(meeting)).isInstanceOf(PlanStanding.Ready.class);
    }

    /** The same, as another process has it. */
    private AgendaPlanning in(Processes.Other process) {
        return new AgendaPlanning(inputs, difference, clashes, keptRules, process.runs(), placing, directory);
    }

    private static void await(LinkedBlockingQueue<Object> heard) {
        try {
            assertThat(heard.poll(60, TimeUnit.SECONDS)).isNotNull();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyChangeThatIsToldIsTheOneThatTheMoveThenMakes() {
        var session = board().sessions().getFirst();
        var told = mine(() -> reasons.of(meeting, new SessionId(session.key())));
        assertThat(told.places()).hasSizeGreaterThan(50);
        var here = told.places().stream()
                .filter(place -> place.start().equals(told.now().orElseThrow().start())
                        && place.room().equals(told.now().orElseThrow().room()))
                .findFirst()
                .orElseThrow();
        assertThat(here.change().parts()).as("where it is, nothing changes").isEmpty();
        var there = told.places().getLast();
        mine(() -> placing.place(
                meeting,
                new SessionId(session.key()),
                session.place().orElseThrow().version(),
                there.room(),
                there.start(),
                60));
        var back = mine(() -> reasons.of(meeting, new SessionId(session.key())));
        var home = back.places().stream()
                .filter(place ->
                        place.start().equals(here.start()) && place.room().equals(here.room()))
                .findFirst()
                .orElseThrow();
        assertThat(home.change().total()).isEqualTo(-there.change().total());
    }

    @Test
    void whatCannotBePlannedIsRefusedInWords() {
        var board = board();
        var one = new SessionId(board.sessions().get(0).key());
        var other = new SessionId(board.sessions().get(1).key());
        mine(() -> wishing.wish(meeting, one, List.of(), Optional.of(other)));
        assertThatThrownBy(() -> mine(() -> wishing.wish(meeting, other, List.of(), Optional.of(one))))
                .hasMessageContaining("optimiser.order.circle");
        var at = board.sessions().get(0).place().orElseThrow();
        mine(() -> placing.place(
                meeting,
                other,
                board.sessions().get(1).place().orElseThrow().version(),
                at.spot().room(),
                at.spot().start(),
                60));
        mine(() -> wishing.pin(meeting, one, true));
        mine(() -> wishing.pin(meeting, other, true));
        assertThatThrownBy(() -> mine(() -> planning.begin(meeting, order(Aim.IMPROVE, 10))))
                .hasMessageContaining("optimiser.pins.clash");
        assertThatThrownBy(() -> new PlanRules(
                        LocalTime.of(18, 0), LocalTime.of(9, 0), 15, 30, PlanRules.TopicDays.ANY, Map.of()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aSessionLongerThanTheDayIsLeftOutAndThatIsSaid() {
        var type = board().types().getFirst().key();
        mine(() -> editing.addItem(meeting, type, org.caravanserai.text.LocalizedText.english("Excursion"), 12 * 60));
        var ready = (PlanStanding.Ready) run(Aim.IMPROVE, Optional.empty());
        assertThat(ready.leftOut())
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("optimiser.session.long"));
        takeAllOut();
        board().sessions().stream()
                .filter(session -> session.minutes() < 100)
                .forEach(session -> mine(() -> editing.callOff(new SessionId(session.key()))));
        assertThatThrownBy(() -> mine(() -> planning.begin(meeting, order(Aim.BUILD, 10))))
                .hasMessageContaining("optimiser.session.long");
    }

    @Test
    void aScenarioIsTriedComparedAdoptedAndDeleted() {
        var key = mine(() -> scenarios.copy(meeting, "Fewer rooms"));
        assertThat(mine(() -> scenarios.compare(meeting, key, Optional.empty())).moves())
                .isEmpty();
        var session = board().sessions().getFirst();
        var there = mine(() -> scenarios.board(meeting, key)).board().sessions().getFirst();
        var out = new SessionMove(
                new SessionId(session.key()), there.place().orElseThrow().version(), Optional.empty());
        assertThat(mine(() -> scenarios.move(meeting, key, List.of(out)))).isInstanceOf(PlacingResult.Done.class);
        assertThat(mine(() -> scenarios.move(meeting, key, List.of(out))))
                .as("it was moved since")
                .isInstanceOf(PlacingResult.Stale.class);
        assertThat(mine(() -> scenarios.board(meeting, key))
                        .board()
                        .sessions()
                        .getFirst()
                        .place())
                .isEmpty();
        assertThat(places()).as("the working agenda stays").hasSize(6);
        var comparison = mine(() -> scenarios.compare(meeting, key, Optional.empty()));
        assertThat(comparison.moves()).hasSize(1);
        assertThat(comparison.first().of(Rule.UNPLACED))
                .isGreaterThan(comparison.second().of(Rule.UNPLACED));
        var copy = mine(() -> scenarios.copy(meeting, "As it was"));
        assertThat(mine(() -> scenarios.compare(meeting, key, Optional.of(copy)))
                        .moves())
                .hasSize(1);

        mine(() -> scenarios.adopt(meeting, comparison.moves()));
        assertThat(places()).hasSize(5);
        mine(() -> placing.undo(meeting));
        assertThat(places()).hasSize(6);

        mine(() -> scenarios.delete(meeting, key));
        assertThat(mine(() -> scenarios.list(meeting))).hasSize(1);
        mine(() -> scenarios.restore(meeting, key));
        assertThat(mine(() -> scenarios.list(meeting))).hasSize(2);
        assertThatThrownBy(() -> mine(() -> scenarios.copy(meeting, " ")))
                .hasMessageContaining("optimiser.scenario.name.required");
    }

    @Test
    void whatTheOptimiserFoundCanBeKeptAsAScenario() {
        takeAllOut();
        assertThatThrownBy(() -> mine(() -> scenarios.keepPlan(meeting, "Found")))
                .hasMessageContaining("optimiser.gone");
        run(Aim.BUILD, Optional.empty());
        var key = mine(() -> scenarios.keepPlan(meeting, "Found"));
        assertThat(mine(() -> scenarios.compare(meeting, key, Optional.empty())).moves())
                .hasSize(6);
        assertThat(places()).isEmpty();
    }

    private PlanStanding run(Aim aim, Optional<Trouble> trouble) {
        var heard = new LinkedBlockingQueue<Object>();
        var subscription = updates.listen(AgendaPlanning.channel(meeting), heard::add);
        mine(() -> planning.begin(meeting, new PlanOrder(aim, RULES, trouble)));
        var standing = ended(heard);
        subscription.end();
        return standing;
    }

    private PlanStanding ended(LinkedBlockingQueue<Object> heard) {
        while (true) {
            var standing = mine(() -> planning.look(meeting));
            if (!(standing instanceof PlanStanding.Running)) {
                return standing;
            }
            await(heard);
        }
    }

    private static PlanOrder order(Aim aim, int seconds) {
        return new PlanOrder(
                aim,
                new PlanRules(LocalTime.of(9, 0), LocalTime.of(18, 0), 30, seconds, PlanRules.TopicDays.ANY, Map.of()),
                Optional.empty());
    }

    private void takeAllOut() {
        board().sessions().stream()
                .filter(session -> session.place().isPresent())
                .forEach(this::takeOut);
    }

    private void takeOut(AgendaBoard.BoardSession session) {
        mine(() -> placing.move(
                meeting,
                List.of(new SessionMove(
                        new SessionId(session.key()),
                        session.place().orElseThrow().version(),
                        Optional.empty()))));
    }

    private AgendaBoard board() {
        return mine(() -> boards.board(meeting));
    }

    private Map<UUID, AgendaSpot> places() {
        return board().sessions().stream()
                .filter(session -> session.place().isPresent())
                .collect(Collectors.toMap(
                        AgendaBoard.BoardSession::key,
                        session -> session.place().orElseThrow().spot()));
    }

    private <T> T mine(java.util.function.Supplier<T> work) {
        return Acting.as(organiser, work);
    }

    private void mine(Runnable work) {
        Acting.as(organiser, work);
    }
}
