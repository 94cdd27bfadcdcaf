package org.caravanserai.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.caravanserai.agenda.AgendaBoard.BoardSession;
import org.caravanserai.agenda.PlacingResult.Blocked;
import org.caravanserai.agenda.PlacingResult.Done;
import org.caravanserai.agenda.conflict.Conflict;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.agenda.conflict.ConflictRules;
import org.caravanserai.agenda.conflict.ConflictRules.Limits;
import org.caravanserai.agenda.conflict.Handling;
import org.caravanserai.agenda.conflict.SessionFacts.Needs;
import org.caravanserai.meeting.Equipment;
import org.caravanserai.meeting.MeetingChanges;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.RoomSetUp;
import org.caravanserai.people.Access;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class AgendaRuleSettingTest {

    @Autowired
    AgendaImport agendaImport;

    @Autowired
    AgendaRuleSetting setting;

    @Autowired
    AgendaPlacing placing;

    @Autowired
    AgendaBoards boards;

    @Autowired
    AgendaReading reading;

    @Autowired
    PlacementLog log;

    @Autowired
    Placements placements;

    @Autowired
    RoomSetUp rooms;

    @Autowired
    MeetingChanges changes;

    @Autowired
    LiveUpdates updates;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Access access;

    @Autowired
    Clock clock;

    @Autowired
    Persons persons;

    @Autowired
    RoleGrants grants;

    @Autowired
    AgendaRulesStore store;

    @Autowired
    AuditTrail trail;

    MeetingId meeting = new MeetingId(new UUID(0, 0));
    PersonId aigul = new PersonId(new UUID(0, 0));
    List<BoardSession> sessions = List.of();

    @BeforeEach
    void aMeetingWithSixSessionsInTwoRooms() {
        meeting = Actor.asSystem(() -> agendaImport.take(
                SampleAgenda.of("m" + UUID.randomUUID().toString().substring(0, 12), 6, 2)));
        var person = persons.save(new Person(PersonName.published("Aigul")));
        grants.save(new RoleGrant(person.id(), Role.ORGANISER, meeting.value()));
        aigul = person.id();
        sessions = board().sessions();
    }

    @Test
    void whatIsForbiddenIsRefusedAndNothingOfItIsKept() {
        handle(ConflictKind.ROOM_TWICE, Handling.BLOCK);

        var result = move(0, roomOf(1), 30);

        assertThat(result).isInstanceOf(Blocked.class);
        assertThat(((Blocked) result).conflicts()).extracting(Conflict::kind).containsOnly(ConflictKind.ROOM_TWICE);
        assertThat(result.sessions()).containsExactly(id(0));
        assertThat(placements.findBySession(sessions.get(0).key()).orElseThrow().room())
                .contains(roomOf(0));
        assertThat(board().conflicts()).isEmpty();
        assertThat(Acting.as(aigul, () -> placing.steps(meeting)).undo()).isFalse();
    }

    @Test
    void whatIsWarnedOfIsDoneAndMarkedAndWhatIsIgnoredShowsAndCountsNowhere() {
        handle(ConflictKind.ROOM_TWICE, Handling.WARN);
        assertThat(move(0, roomOf(1), 0)).isInstanceOf(Done.class);
        assertThat(board().conflicts()).extracting(Conflict::kind).containsExactly(ConflictKind.ROOM_TWICE);
        assertThat(standing().counts()).isEqualTo(Map.of(ConflictKind.ROOM_TWICE, 1));

        handle(ConflictKind.ROOM_TWICE, Handling.IGNORE);

        assertThat(board().conflicts()).isEmpty();
        assertThat(standing().counts()).isEmpty();
        assertThat(Acting.as(
                                aigul,
                                () -> boards.look(
                                        meeting, Set.of(sessions.get(0).key())))
                        .conflicts())
                .isEmpty();
    }

    @Test
    void whatStandsAlreadyStaysWhenItIsForbiddenAndMayBeTakenAway() {
        move(0, roomOf(1), 0);
        handle(ConflictKind.ROOM_TWICE, Handling.BLOCK);

        assertThat(board().conflicts()).hasSize(1);
        assertThat(move(0, roomOf(1), 5)).isInstanceOf(Blocked.class);
        assertThat(move(0, roomOf(0), 0)).isInstanceOf(Done.class);
        assertThat(board().conflicts()).isEmpty();
    }

    @Test
    void twoSessionsMayChangePlacesThoughEachStandsInTheOthersWay() {
        handle(ConflictKind.ROOM_TWICE, Handling.BLOCK);

        var result = Acting.as(
                aigul,
                () -> placing.move(meeting, List.of(to(0, roomOf(1), startOf(1)), to(1, roomOf(0), startOf(0)))));

        assertThat(result).isInstanceOf(Done.class);
    }

    @Test
    void undoDoesNotGoBackToAPlaceThatIsTaken() {
        handle(ConflictKind.ROOM_TWICE, Handling.BLOCK);
        move(0, roomOf(0), 600);
        move(1, roomOf(0), 0);
        // Only her move of the first is to be undone, so another's stands in its way.
        var junichi = organiser("SATO Junichi");
        Acting.as(junichi, () -> placing.move(meeting, List.of(to(2, roomOf(1), START))));

        var result = Acting.as(aigul, () -> placing.undo(meeting));

        assertThat(result).isInstanceOf(Blocked.class);
        assertThat(placements.findBySession(sessions.get(1).key()).orElseThrow().room())
                .contains(roomOf(0));
    }

    @Test
    void ofTwoWhoWantOneRoomAtOnceOneGetsIt() throws Exception {
        handle(ConflictKind.ROOM_TWICE, Handling.BLOCK);
        var go = new CountDownLatch(1);
        var results = new ArrayList<PlacingResult>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = new ArrayList<Future<PlacingResult>>();
            for (var session : List.of(0, 1)) {
                running.add(threads.submit(() -> {
                    go.await();
                    return move(session, roomOf(0), 600);
                }));
            }
            go.countDown();
            for (var one : running) {
                results.add(one.get());
            }
        }

        assertThat(results).hasAtLeastOneElementOfType(Done.class).hasAtLeastOneElementOfType(Blocked.class);
        assertThat(board().conflicts()).extracting(Conflict::kind).doesNotContain(ConflictKind.ROOM_TWICE);
    }

    @Test
    void anotherProcessKnowsWhatWasMovedAndForbiddenHere() {
        var elsewhere = new PlacementChange(
                new LiveAgendas(reading, log, updates, changes), log, persons, access, updates, transaction, clock);
        Acting.as(
                aigul,
                () -> elsewhere.move(meeting, MoveKind.MOVE, List.of(to(2, roomOf(0), START.plusSeconds(9_000)))));
        handle(ConflictKind.ROOM_TWICE, Handling.BLOCK);
        move(0, roomOf(0), 600);

        var taken = Acting.as(
                aigul,
                () -> elsewhere.move(
                        meeting, MoveKind.MOVE, List.of(to(1, roomOf(0), START.plus(Duration.ofMinutes(600))))));
        move(0, roomOf(0), 700);
        var free = Acting.as(
                aigul,
                () -> elsewhere.move(
                        meeting, MoveKind.MOVE, List.of(to(1, roomOf(0), START.plus(Duration.ofMinutes(600))))));

        assertThat(taken).isInstanceOf(Blocked.class);
        assertThat(free).isInstanceOf(Done.class);
    }

    @Test
    void theRulesOfAnOlderPageAreNotWrittenOverNewerOnesAndEveryChangeIsInTheTrail() {
        var old = standing();
        handle(ConflictKind.PERSON_TWICE, Handling.BLOCK);

        assertThatThrownBy(() -> Acting.as(aigul, () -> setting.change(meeting, old.version(), MeetingRules.USUAL)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(standing().rules().conflicts().of(ConflictKind.PERSON_TWICE)).isEqualTo(Handling.BLOCK);
        var entry = trail.about(
                        store.findByMeeting(meeting.value()).orElseThrow().key(), 1)
                .getFirst();
        assertThat(entry.actor()).contains(aigul.value());
        assertThat(entry.before()).doesNotContain("PERSON_TWICE");
        assertThat(entry.after()).contains("PERSON_TWICE=BLOCK");
    }

    @Test
    void limitsAndNeedsAreKeptAndJudgedByAtOnce() {
        var type = standing().types().getFirst().key();
        var limits =
                new Limits(LocalTime.of(10, 0), LocalTime.MIDNIGHT, LocalTime.of(6, 0), LocalTime.of(23, 0), 45, 3);
        var needs = new Needs(Set.of(Equipment.PROJECTOR, Equipment.MICROPHONES), 1);
        var rules = standing().rules();
        change(rules.judging(rules.conflicts().within(limits)).needing(type, needs));

        assertThat(standing().rules().conflicts().limits()).isEqualTo(limits);
        assertThat(standing().rules().of(type)).isEqualTo(needs);
        assertThat(standing().counts())
                .isEqualTo(Map.of(
                        ConflictKind.EQUIPMENT_MISSING, 6,
                        ConflictKind.INTERPRETATION_MISSING, 6,
                        ConflictKind.OUTSIDE_HOURS, 2));
    }

    @Test
    void limitsThatMakeNoSenseAreRefusedAtTheirField() {
        for (var wrong : List.of(
                new Limits(LocalTime.of(10, 0), LocalTime.of(9, 0), LocalTime.of(6, 0), LocalTime.of(23, 0), 45, 3),
                new Limits(LocalTime.of(8, 0), LocalTime.of(9, 0), LocalTime.of(6, 0), LocalTime.of(6, 0), 45, 3),
                new Limits(LocalTime.of(8, 0), LocalTime.of(9, 0), LocalTime.of(6, 0), LocalTime.of(7, 0), 0, 3),
                new Limits(LocalTime.of(8, 0), LocalTime.of(9, 0), LocalTime.of(6, 0), LocalTime.of(7, 0), 5, 0))) {
            assertThatThrownBy(() -> change(MeetingRules.USUAL.judging(ConflictRules.USUAL.within(wrong))))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("conflict.limit");
        }
    }

    @Test
    void aRoomThatIsClosedMeanwhileIsMarkedAndForbiddenAtOnce() {
        handle(ConflictKind.ROOM_CLOSED, Handling.BLOCK);
        Acting.as(aigul, () -> rooms.close(meeting, roomOf(0), START, START.plusSeconds(3_600), "Repair"));

        assertThat(Acting.as(
                                aigul,
                                () -> boards.look(
                                        meeting, Set.of(sessions.get(0).key())))
                        .conflicts())
                .extracting(Conflict::kind)
                .containsExactly(ConflictKind.ROOM_CLOSED);
        assertThat(move(1, roomOf(0), 0)).isInstanceOf(Blocked.class);
    }

    private static final Instant START = SampleAgenda.START;

    private void handle(ConflictKind kind, Handling handling) {
        change(standing().rules().judging(standing().rules().conflicts().with(kind, handling)));
    }

    private void change(MeetingRules rules) {
        Acting.as(aigul, () -> setting.change(meeting, setting.read(meeting).version(), rules));
    }

    private AgendaRuleSetting.Standing standing() {
        return Acting.as(aigul, () -> setting.read(meeting));
    }

    private AgendaBoard board() {
        return Acting.as(aigul, () -> boards.board(meeting));
    }

    private PlacingResult move(int session, UUID room, int minutesAfterNine) {
        return Acting.as(
                aigul,
                () -> placing.move(
                        meeting, List.of(to(session, room, START.plus(Duration.ofMinutes(minutesAfterNine))))));
    }

    private SessionMove to(int session, UUID room, Instant start) {
        var key = sessions.get(session).key();
        var version = board().sessions().stream()
                .filter(s -> s.key().equals(key))
                .findFirst()
                .flatMap(BoardSession::place)
                .map(AgendaBoard.BoardPlace::version)
                .orElse(null);
        return new SessionMove(new SessionId(key), version, Optional.of(new AgendaSpot(room, start, 60)));
    }

    private UUID roomOf(int session) {
        return java.util.Objects.requireNonNull(
                sessions.get(session).place().orElseThrow().spot().room());
    }

    private Instant startOf(int session) {
        return sessions.get(session).place().orElseThrow().spot().start();
    }

    private SessionId id(int session) {
        return new SessionId(sessions.get(session).key());
    }

    private PersonId organiser(String name) {
        var person = persons.save(new Person(PersonName.published(name)));
        grants.save(new RoleGrant(person.id(), Role.ORGANISER, meeting.value()));
        return person.id();
    }
}
