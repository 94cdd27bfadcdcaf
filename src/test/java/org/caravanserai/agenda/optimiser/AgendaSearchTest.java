package org.caravanserai.agenda.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;
import org.caravanserai.agenda.optimiser.AgendaProblem.Session;
import org.junit.jupiter.api.Test;

class AgendaSearchTest {

    @Test
    void theBoundIsNeverAboveTheBestOfAllAgendasAndTheSearchFindsIt() {
        for (var seed = 0; seed < 10; seed++) {
            var problem = Agendas.random(seed, 3, 2, 1);
            var least = least(problem, new Agenda(problem), 0);
            var result = new AgendaSearch(problem, seed).build(Duration.ofMillis(500), SearchProgress.none());
            assertThat(result.bound()).as("seed %d", seed).isLessThanOrEqualTo(least);
            assertThat(result.cost().total()).as("seed %d", seed).isEqualTo(least);
            assertThat(result.gap()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void whatIsPinnedStaysAndEveryAnnouncedCostIsBetterThanTheOneBefore() {
        var free = Agendas.random(7, 30, 4, 2);
        var pin = new Place(0, 560);
        var sessions = new ArrayList<>(free.sessions());
        sessions.set(3, pinned(sessions.get(3), pin));
        var problem = free.withSessions(sessions);
        var told = new ArrayList<Long>();
        var result = new AgendaSearch(problem, 1).build(Duration.ofMillis(300), new SearchProgress() {
            @Override
            public void found(Agenda best, long bound) {
                var cost = best.cost();
                told.add(cost.total());
                assertThat(bound).isLessThanOrEqualTo(cost.total());
            }
        });
        assertThat(result.agenda().place(3)).contains(pin);
        assertThat(told)
                .isSortedAccordingTo((one, other) -> Long.compare(other, one))
                .isNotEmpty();
        assertThat(told.getLast()).isEqualTo(result.cost().total());
    }

    @Test
    void whoStopsTheSearchKeepsTheBestSoFarAndTheAgendaGivenIsLeftAsItWas() {
        var problem = Agendas.random(9, 30, 4, 2);
        var given = Agendas.scattered(problem, 9);
        var before = given.cost();
        var result = new AgendaSearch(problem, 1).improve(given, Duration.ofMinutes(5), new SearchProgress() {
            @Override
            public boolean cancelled() {
                return true;
            }
        });
        assertThat(given.cost()).isEqualTo(before);
        assertThat(result.cost().total()).isLessThanOrEqualTo(before.total());
    }

    static Session pinned(Session session, Place place) {
        return session.pinnedAt(place);
    }

    private static long least(AgendaProblem problem, Agenda agenda, int session) {
        if (session == problem.sessions().size()) {
            return agenda.total();
        }
        var least = least(problem, agenda, session + 1);
        for (var place : List.copyOf(problem.places(session))) {
            agenda.place(session, place);
            least = Math.min(least, least(problem, agenda, session + 1));
        }
        agenda.unplace(session);
        return least;
    }
}
