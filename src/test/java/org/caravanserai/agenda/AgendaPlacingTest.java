package org.caravanserai.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.caravanserai.agenda.AgendaBoard.BoardSession;
import org.caravanserai.agenda.PlacingResult.Done;
import org.caravanserai.agenda.PlacingResult.Stale;
import org.caravanserai.agenda.conflict.Conflict;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class AgendaPlacingTest {

    @Autowired
    AgendaImport agendaImport;

    @Autowired
    AgendaPlacing placing;

    @Autowired
    AgendaBoards boards;

    @Autowired
    Placements placements;

    @Autowired
    PlacementLog log;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Persons persons;

    @Autowired
    RoleGrants grants;

    @Autowired
    LiveUpdates updates;

    MeetingId meeting = new MeetingId(new UUID(0, 0));
    PersonId aigul = new PersonId(new UUID(0, 0));
    PersonId junichi = new PersonId(new UUID(0, 0));
    BoardSession first = none();
    BoardSession second = none();
    BoardSession third = none();

    @BeforeEach
    void aMeetingWithTwoOrganisers() {
        meeting = Actor.asSystem(() -> agendaImport.take(
                SampleAgenda.of("m" + UUID.randomUUID().toString().substring(0, 12), 6, 2)));
        aigul = organiser("Aigul");
        junichi = organiser("SATO Junichi");
        var board = board(aigul);
        first = board.sessions().get(0);
        second = board.sessions().get(1);
        third = board.sessions().get(2);
    }

    @Test
    void aMoveIsSeenByOthersWithTheConflictItMakes() {
        var heard = new ArrayList<Object>();
        var subscription = updates.listen(AgendaBoards.channel(meeting), heard::add);

        assertThat(move(aigul, first, roomOf(second), 0)).isEqualTo(new Done(Set.of(id(first))));

        subscription.end();
        assertThat(heard).containsExactly(new AgendaMoved(Set.of(first.key())));
        var look = Acting.as(junichi, () -> boards.look(meeting, Set.of(first.key())));
        assertThat(look.conflicts()).extracting(Conflict::kind).containsExactly(ConflictKind.ROOM_TWICE);
        assertThat(look.sessions().getFirst().place().orElseThrow().spot().room())
                .isEqualTo(roomOf(second));
        assertThat(board(junichi).conflicts()).isEqualTo(look.conflicts());
    }

    @Test
    void aMoveOfWhatSomebodyElseHasMovedIsRefusedAndSaysWhoItWas() {
        move(aigul, first, roomOf(first), 30);

        var result = move(junichi, first, roomOf(first), 60);

        assertThat(result).isEqualTo(stale(first, "Aigul"));
        assertThat(startOf(first)).isEqualTo(SampleAgenda.START.plus(Duration.ofMinutes(30)));
    }

    @Test
    void eachUndoesHerOwnMovesBackwards() {
        move(aigul, first, roomOf(first), 30);
        move(aigul, fresh(first), roomOf(second), 30);
        move(junichi, fresh(second), roomOf(second), 120);

        Acting.as(aigul, () -> placing.undo(meeting));
        assertThat(placeOf(first).spot().room()).isEqualTo(roomOf(first));
        Acting.as(aigul, () -> placing.undo(meeting));
        assertThat(placeOf(first).spot()).isEqualTo(first.place().orElseThrow().spot());
        assertThatThrownBy(() -> Acting.as(aigul, () -> placing.undo(meeting)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("agenda.undo.nothing");
        assertThat(startOf(second)).isEqualTo(SampleAgenda.START.plus(Duration.ofMinutes(120)));
    }

    @Test
    void whatOthersHaveMovedSinceIsNotUndone() {
        move(aigul, first, roomOf(first), 30);
        move(junichi, fresh(first), roomOf(first), 60);

        var result = Acting.as(aigul, () -> placing.undo(meeting));

        assertThat(result).isEqualTo(stale(first, "SATO Junichi"));
        assertThat(startOf(first)).isEqualTo(SampleAgenda.START.plus(Duration.ofMinutes(60)));
    }

    @Test
    void aSessionTakenOutWaitsAndComesBackByUndo() {
        var version = first.place().orElseThrow().version();
        Acting.as(aigul, () -> placing.unplace(meeting, id(first), version));
        assertThat(fresh(first).place()).isEmpty();

        Acting.as(aigul, () -> placing.undo(meeting));
        assertThat(placeOf(first).spot()).isEqualTo(first.place().orElseThrow().spot());
    }

    @Test
    void ofTwoMovesAtOneMomentOneIsRefusedAndTheLogAgrees() throws Exception {
        var go = new CountDownLatch(1);
        var results = new ArrayList<PlacingResult>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = new ArrayList<Future<PlacingResult>>();
            for (var who : List.of(aigul, junichi)) {
                var minutes = who.equals(aigul) ? 35 : 70;
                running.add(threads.submit(() -> {
                    go.await();
                    return move(who, first, roomOf(first), minutes);
                }));
            }
            go.countDown();
            for (var one : running) {
                results.add(one.get());
            }
        }

        assertThat(results).hasAtLeastOneElementOfType(Done.class).hasAtLeastOneElementOfType(Stale.class);
        var winner = results.get(0) instanceof Done ? 35 : 70;
        assertThat(startOf(first)).isEqualTo(SampleAgenda.START.plus(Duration.ofMinutes(winner)));
        var ofFirst = log.since(meeting, 0);
        assertThat(ofFirst).hasSize(1);
        assertThat(ofFirst.getFirst().to().orElseThrow().start()).isEqualTo(startOf(first));
        assertThat(placeOf(first).spot().start()).isEqualTo(startOf(first));
    }

    @Test
    void manySessionsMoveTogetherAndComeBackTogether() {
        var before = board(aigul).sessions();

        var result = Acting.as(aigul, () -> placing.move(meeting, List.of(later(first), later(second), out(third))));

        assertThat(result).isEqualTo(new Done(Set.of(id(first), id(second), id(third))));
        assertThat(fresh(third).place()).isEmpty();
        assertThat(log.since(meeting, 0)).extracting(LoggedMove::number).containsExactly(1L, 2L, 3L);
        assertThat(log.since(meeting, 0))
                .extracting(LoggedMove::batch)
                .hasSize(3)
                .containsOnly(log.since(meeting, 0).getFirst().batch());

        Acting.as(aigul, () -> placing.undo(meeting));
        assertThat(spots(board(aigul).sessions())).isEqualTo(spots(before));
        Acting.as(aigul, () -> placing.redo(meeting));
        assertThat(fresh(third).place()).isEmpty();
        assertThat(startOf(second)).isEqualTo(SampleAgenda.START.plus(Duration.ofHours(3)));
    }

    @Test
    void ofManySessionsNoneMovesIfOneWasMovedMeanwhile() {
        move(junichi, second, roomOf(second), 45);

        var result = Acting.as(aigul, () -> placing.move(meeting, List.of(later(first), later(second), out(third))));

        assertThat(result).isEqualTo(stale(second, "SATO Junichi"));
        assertThat(fresh(first).place()).isEqualTo(first.place());
        assertThat(fresh(third).place()).isEqualTo(third.place());
        assertThat(log.since(meeting, 0)).hasSize(1);
    }

    @Test
    void noneMovesIfOneMayNot() {
        var tooLong = new SessionMove(
                id(second),
                second.place().orElseThrow().version(),
                Optional.of(new AgendaSpot(roomOf(second), SampleAgenda.START, 24 * 60 + 5)));

        assertThatThrownBy(() -> Acting.as(aigul, () -> placing.move(meeting, List.of(later(first), tooLong))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("agenda.minutes.range");
        assertThat(fresh(first).place()).isEqualTo(first.place());
        assertThat(log.since(meeting, 0)).isEmpty();
    }

    @Test
    void twoSessionsChangePlaces() {
        var swapped = List.of(
                new SessionMove(
                        id(first),
                        first.place().orElseThrow().version(),
                        second.place().map(AgendaBoard.BoardPlace::spot)),
                new SessionMove(
                        id(second),
                        second.place().orElseThrow().version(),
                        first.place().map(AgendaBoard.BoardPlace::spot)));

        assertThat(Acting.as(aigul, () -> placing.move(meeting, swapped))).isInstanceOf(Done.class);

        assertThat(placeOf(first).spot()).isEqualTo(second.place().orElseThrow().spot());
        assertThat(placeOf(second).spot()).isEqualTo(first.place().orElseThrow().spot());
        assertThat(board(aigul).conflicts()).isEmpty();
    }

    @Test
    void whatWasUndoneCanBeRedoneUntilSomethingElseIsMoved() {
        move(aigul, first, roomOf(first), 30);
        Acting.as(aigul, () -> placing.undo(meeting));
        assertThat(Acting.as(aigul, () -> placing.steps(meeting))).isEqualTo(new AgendaPlacing.Steps(false, true));
        move(junichi, second, roomOf(second), 90);
        Acting.as(aigul, () -> placing.redo(meeting));
        assertThat(startOf(first)).isEqualTo(SampleAgenda.START.plus(Duration.ofMinutes(30)));

        Acting.as(aigul, () -> placing.undo(meeting));
        move(aigul, third, roomOf(third), 120);
        assertThatThrownBy(() -> Acting.as(aigul, () -> placing.redo(meeting)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("agenda.redo.nothing");
    }

    @Test
    void undoRemembersWhatWasMovedBeforeTheAgendaWasReadAnew() {
        move(aigul, first, roomOf(first), 30);
        board(junichi);

        assertThat(Acting.as(aigul, () -> placing.steps(meeting))).isEqualTo(new AgendaPlacing.Steps(true, false));
        Acting.as(aigul, () -> placing.undo(meeting));

        assertThat(placeOf(first).spot()).isEqualTo(first.place().orElseThrow().spot());
    }

    @Test
    void whatAnotherProcessHasWrittenIsReadBeforeTheNextMove() {
        var elsewhere = new LoggedMove(
                1,
                UUID.randomUUID(),
                MoveKind.MOVE,
                null,
                first.key(),
                junichi.value(),
                java.time.Instant.now(),
                first.place().map(AgendaBoard.BoardPlace::spot),
                Optional.empty());
        transaction.executeWithoutResult(t -> log.append(
                meeting,
                new PlacementLog.Clock(0, 0),
                List.of(elsewhere),
                java.util.Map.of(first.key(), first.place().orElseThrow().version())));

        assertThat(move(aigul, first, roomOf(first), 30)).isEqualTo(stale(first, "SATO Junichi"));
        assertThat(move(aigul, second, roomOf(second), 30)).isInstanceOf(Done.class);
        assertThat(fresh(first).place()).isEmpty();
        assertThat(log.since(meeting, 0)).extracting(LoggedMove::number).containsExactly(1L, 2L);
    }

    @Test
    void aMoveTakesThreeStatementsHoweverManySessionsItMoves() {
        Acting.as(aigul, () -> placing.steps(meeting));

        var one = SqlCounter.count(() -> move(aigul, first, roomOf(first), 30));
        var many = SqlCounter.count(() ->
                Acting.as(aigul, () -> placing.move(meeting, List.of(later(second), later(third)))));
        var undo = SqlCounter.count(() -> Acting.as(aigul, () -> placing.undo(meeting)));

        assertThat(List.of(one, many, undo)).allMatch(count -> count <= 3, "three statements");
        var look = SqlCounter.count(() -> Acting.as(aigul, () -> boards.look(meeting, Set.of(first.key()))));
        assertThat(look).isZero();
    }

    @Test
    void aSessionOrRoomOfAnotherMeetingIsRefused() {
        var other = Actor.asSystem(() -> agendaImport.take(
                SampleAgenda.of("m" + UUID.randomUUID().toString().substring(0, 12), 2, 1)));
        var theirs = Actor.asSystem(() -> boards.board(other));

        assertThatThrownBy(() -> move(aigul, theirs.sessions().getFirst(), roomOf(first), 0))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("agenda.place.gone");
        assertThatThrownBy(() -> move(aigul, first, theirs.rooms().getFirst().key(), 0))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("agenda.place.room");
    }

    @Test
    void aBoardOfAHundredSessionsTakesAsManyStatementsAsOneOfTen() {
        var many = Actor.asSystem(() -> agendaImport.take(
                SampleAgenda.of("m" + UUID.randomUUID().toString().substring(0, 12), 100, 5)));

        // The first look at an agenda ever begins its log.
        Actor.asSystem(() -> boards.board(many));
        var forSix = SqlCounter.count(() -> Actor.asSystem(() -> boards.board(meeting)));
        var forHundred = SqlCounter.count(() -> Actor.asSystem(() -> boards.board(many)));

        assertThat(forHundred).isEqualTo(forSix);
        assertThat(SqlCounter.count(() -> Actor.asSystem(() -> boards.look(many, Set.of()))))
                .isZero();
    }

    private PlacingResult move(PersonId who, BoardSession session, UUID room, int minutesAfterNine) {
        return Acting.as(
                who,
                () -> placing.place(
                        meeting,
                        id(session),
                        session.place().map(AgendaBoard.BoardPlace::version).orElse(null),
                        room,
                        SampleAgenda.START.plus(Duration.ofMinutes(minutesAfterNine)),
                        60));
    }

    private static SessionMove later(BoardSession session) {
        var place = session.place().orElseThrow();
        return new SessionMove(
                id(session),
                place.version(),
                Optional.of(new AgendaSpot(roomOf(session), SampleAgenda.START.plus(Duration.ofHours(3)), 60)));
    }

    private static SessionMove out(BoardSession session) {
        return new SessionMove(id(session), session.place().orElseThrow().version(), Optional.empty());
    }

    private static Stale stale(BoardSession session, String mover) {
        return new Stale(List.of(new PlacingResult.Lost(id(session), Optional.of(PersonName.published(mover)))));
    }

    private static List<Optional<AgendaSpot>> spots(List<BoardSession> sessions) {
        return sessions.stream()
                .map(s -> s.place().map(AgendaBoard.BoardPlace::spot))
                .toList();
    }

    private AgendaBoard board(PersonId who) {
        return Acting.as(who, () -> boards.board(meeting));
    }

    private BoardSession fresh(BoardSession session) {
        return board(aigul).sessions().stream()
                .filter(s -> s.key().equals(session.key()))
                .findFirst()
                .orElseThrow();
    }

    private AgendaBoard.BoardPlace placeOf(BoardSession session) {
        return fresh(session).place().orElseThrow();
    }

    private java.time.Instant startOf(BoardSession session) {
        return placements.findBySession(session.key()).orElseThrow().start();
    }

    private static UUID roomOf(BoardSession session) {
        return java.util.Objects.requireNonNull(
                session.place().orElseThrow().spot().room());
    }

    private static SessionId id(BoardSession session) {
        return new SessionId(session.key());
    }

    private PersonId organiser(String name) {
        var person = persons.save(new Person(PersonName.published(name)));
        grants.save(new RoleGrant(person.id(), Role.ORGANISER, meeting.value()));
        return person.id();
    }

    private static BoardSession none() {
        var nothing = org.caravanserai.text.LocalizedText.EMPTY;
        return new BoardSession(
                new UUID(0, 0),
                "",
                nothing,
                nothing,
                nothing,
                -1,
                0,
                0,
                0,
                false,
                List.of(),
                List.of(),
                Optional.empty());
    }
}
