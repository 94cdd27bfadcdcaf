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
    PlacementMoves moves;

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

    @BeforeEach
    void aMeetingWithTwoOrganisers() {
        meeting = Actor.asSystem(() -> agendaImport.take(
                SampleAgenda.of("m" + UUID.randomUUID().toString().substring(0, 12), 6, 2)));
        aigul = organiser("Aigul");
        junichi = organiser("SATO Junichi");
        var board = board(aigul);
        first = board.sessions().get(0);
        second = board.sessions().get(1);
    }

    @Test
    void aMoveIsSeenByOthersWithTheConflictItMakes() {
        var heard = new ArrayList<Object>();
        var subscription = updates.listen(AgendaBoards.channel(meeting), heard::add);

        assertThat(move(aigul, first, roomOf(second), 0)).isEqualTo(new Done(id(first)));

        subscription.end();
        assertThat(heard).containsExactly(new AgendaMoved(Set.of(first.key(), second.key())));
        var look = Acting.as(junichi, () -> boards.look(meeting, Set.of(first.key())));
        assertThat(look.conflicts()).extracting(Conflict::kind).containsExactly(Conflict.Kind.ROOM_TWICE);
        assertThat(look.sessions().getFirst().place().orElseThrow().spot().room())
                .isEqualTo(roomOf(second));
        assertThat(board(junichi).conflicts()).isEqualTo(look.conflicts());
    }

    @Test
    void aMoveOfWhatSomebodyElseHasMovedIsRefusedAndSaysWhoItWas() {
        move(aigul, first, roomOf(first), 30);

        var result = move(junichi, first, roomOf(first), 60);

        assertThat(result).isEqualTo(new Stale(id(first), Optional.of(PersonName.published("Aigul"))));
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

        assertThat(result).isEqualTo(new Stale(id(first), Optional.of(PersonName.published("SATO Junichi"))));
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
        var ofFirst = moves.findAll().stream()
                .filter(m -> m.session().equals(id(first)))
                .toList();
        assertThat(ofFirst).hasSize(1);
        assertThat(ofFirst.getFirst().to().orElseThrow().start()).isEqualTo(startOf(first));
        assertThat(placeOf(first).spot().start()).isEqualTo(startOf(first));
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
                new UUID(0, 0), "", nothing, nothing, nothing, -1, 0, false, List.of(), Optional.empty());
    }
}
