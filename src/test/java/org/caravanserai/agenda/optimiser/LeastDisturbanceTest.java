package org.caravanserai.agenda.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.caravanserai.agenda.optimiser.AgendaProblem.Stretch;
import org.junit.jupiter.api.Test;

class LeastDisturbanceTest {

    @Test
    void aRepairMovesAsFewAsAnyAgendaWithoutHardConflictsDoes() {
        var repaired = 0;
        for (var seed = 0; seed < 20; seed++) {
            var problem = Agendas.random(seed, 4, 2, 1);
            var before = new AgendaSearch(problem, seed)
                    .build(Duration.ofMillis(40), SearchProgress.none())
                    .agenda();
            if (before.hard() > 0) {
                continue;
            }
            var changed = closing(problem, 0, new Stretch(540, 660));
            var fewest = fewest(before, changed, new Agenda(changed), 0, 0);
            var repair = LeastDisturbance.repair(before, changed, Duration.ofSeconds(5));
            if (fewest == Integer.MAX_VALUE) {
                assertThat(repair).as("seed %d", seed).isEmpty();
                continue;
            }
            assertThat(repair).as("seed %d", seed).isPresent();
            assertThat(repair.get().proven()).isTrue();
            assertThat(repair.get().moves()).as("seed %d", seed).hasSize(fewest);
            assertThat(after(before, changed, repair.get()).hard()).isZero();
            repaired += fewest > 0 ? 1 : 0;
        }
        assertThat(repaired).isGreaterThan(2);
    }

    @Test
    void aPinnedSessionNeverMoves() {
        for (var seed = 0; seed < 20; seed++) {
            var problem = Agendas.random(seed, 8, 3, 2);
            var before = new AgendaSearch(problem, seed)
                    .build(Duration.ofMillis(40), SearchProgress.none())
                    .agenda();
            var closed = closing(problem, 0, new Stretch(540, 660));
            var sessions = new ArrayList<>(closed.sessions());
            before.place(2).ifPresent(at -> sessions.set(2, AgendaSearchTest.pinned(sessions.get(2), at)));
            var changed = closed.withSessions(sessions);
            LeastDisturbance.repair(before, changed, Duration.ofSeconds(5))
                    .ifPresent(repair -> assertThat(repair.moves()).doesNotContainKey(2));
        }
    }

    @Test
    void nothingMovesWhenNothingIsWrong() {
        var problem = Agendas.random(3, 8, 3, 2);
        var before = new AgendaSearch(problem, 3)
                .build(Duration.ofMillis(40), SearchProgress.none())
                .agenda();
        assertThat(LeastDisturbance.repair(before, problem, Duration.ofSeconds(5))
                        .orElseThrow()
                        .moves())
                .isEmpty();
    }

    static AgendaProblem closing(AgendaProblem problem, int room, Stretch time) {
        var rooms = new ArrayList<>(problem.rooms());
        rooms.set(room, rooms.get(room).closedToo(time));
        return problem.withRooms(rooms);
    }

    static Agenda after(Agenda before, AgendaProblem changed, LeastDisturbance.Repair repair) {
        var after = new Agenda(changed);
        for (var session = 0; session < changed.sessions().size(); session++) {
            var own = session;
            before.place(session).ifPresent(at -> after.place(own, at));
        }
        repair.moves().forEach(after::place);
        return after;
    }

    private static int fewest(Agenda before, AgendaProblem changed, Agenda now, int session, int moved) {
        if (session == changed.sessions().size()) {
            return now.hard() == 0 ? moved : Integer.MAX_VALUE;
        }
        var at = before.place(session).orElseThrow();
        var fewest = Integer.MAX_VALUE;
        for (var place : changed.places(session)) {
            now.place(session, place);
            fewest = Math.min(fewest, fewest(before, changed, now, session + 1, moved + (place.equals(at) ? 0 : 1)));
        }
        now.unplace(session);
        return fewest;
    }
}
