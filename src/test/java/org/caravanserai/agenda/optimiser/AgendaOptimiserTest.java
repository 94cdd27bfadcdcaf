package org.caravanserai.agenda.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AgendaOptimiserTest {

    @Test
    void noAgendaIsCheaperThanTheBoundAndTheBestIsFound() {
        for (var seed = 0; seed < 12; seed++) {
            var problem = Agendas.random(seed, 4, 2, 1);
            var least = least(problem, new Agenda(problem), 0);
            var optimiser = new AgendaOptimiser(problem, seed);
            var result = optimiser.improve(new Agenda(problem), Duration.ofSeconds(1), SearchProgress.none());
            if (result.cost().total() > least) {
                // A second may be next to nothing on a busy machine.
                result = optimiser.improve(result.agenda(), Duration.ofMinutes(1), new Until(least));
            }
            assertThat(result.bound()).as("seed %d", seed).isLessThanOrEqualTo(least);
            assertThat(result.cost().total()).as("seed %d", seed).isEqualTo(least);
            assertThat(result.cost().parts()).isEqualTo(Agendas.judge(result.agenda()));
        }
    }

    /** Goes on until there is none better. */
    private static final class Until implements SearchProgress {

        private final long least;
        private volatile boolean reached;

        Until(long least) {
            this.least = least;
        }

        @Override
        public void found(Agenda best, long bound) {
            reached = best.cost().total() <= least;
        }

        @Override
        public boolean cancelled() {
            return reached;
        }
    }

    @Test
    void theEasierProblemProvesMoreThanEverySessionByItself() {
        var problem = Agendas.random(5, 30, 3, 2);
        var raised = new AtomicLong();
        new AgendaBound(problem).raise(Duration.ofSeconds(3), SearchProgress.none(), raised::set);
        assertThat(raised.get()).isGreaterThan(AgendaBound.alone(problem));
        var found = new AgendaSearch(problem, 1).build(Duration.ofMillis(500), SearchProgress.none());
        assertThat(raised.get()).isLessThanOrEqualTo(found.cost().total());
    }

    /** Three sessions of an hour on one topic, and two times of an hour and a half: two of them are at once in any agenda. */
    @Test
    void theBoundSeesThatABreakBetweenTwoOpenTimesIsNotBridged() {
        var hour = new AgendaProblem.Session(
                60, 0, false, 1, java.util.Set.of(), List.of(), List.of(), java.util.Optional.empty());
        var problem = new AgendaProblem(
                List.of(hour, hour, hour),
                List.of(new AgendaProblem.Room(0, List.of()), new AgendaProblem.Room(0, List.of())),
                List.of(new AgendaProblem.Stretch(540, 630), new AgendaProblem.Stretch(660, 750)),
                30,
                List.of(),
                RuleWeights.usual());
        var raised = new AtomicLong();
        new AgendaBound(problem).raise(Duration.ofSeconds(5), SearchProgress.none(), raised::set);
        assertThat(raised.get())
                .isEqualTo(least(problem, new Agenda(problem), 0))
                .isGreaterThanOrEqualTo(problem.weight(Rule.TOPIC_PARALLEL));
    }

    @Test
    void noAgendaInOpenTimesWithBreaksBetweenThemIsCheaperThanTheBound() {
        for (var seed = 0; seed < 12; seed++) {
            var problem = Agendas.random(seed, 4, 2, 1)
                    .withHours(List.of(
                            new AgendaProblem.Stretch(540, 640),
                            new AgendaProblem.Stretch(660, 700),
                            new AgendaProblem.Stretch(1980, 2040)));
            var raised = new AtomicLong();
            new AgendaBound(problem).raise(Duration.ofSeconds(1), SearchProgress.none(), raised::set);
            assertThat(raised.get())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(AgendaBound.alone(problem))
                    .isLessThanOrEqualTo(least(problem, new Agenda(problem), 0));
        }
    }

    @Test
    void aNeighbourhoodNeverMakesAnAgendaWorse() {
        var problem = Agendas.random(7, 30, 3, 2);
        var search = new AgendaSearch(problem, 1);
        var agenda = search.build(Duration.ofMillis(30), SearchProgress.none())
                .agenda()
                .copy();
        var neighbourhood = new AgendaNeighbourhood(problem, search.movable(), new java.util.SplittableRandom(1));
        for (var round = 0; round < 10; round++) {
            var before = agenda.total();
            var better = neighbourhood.improve(agenda);
            assertThat(agenda.total() < before).isEqualTo(better);
            assertThat(agenda.total()).isLessThanOrEqualTo(before);
            assertThat(agenda.cost().parts()).isEqualTo(Agendas.judge(agenda));
        }
    }

    @Test
    void whoStopsKeepsTheBestSoFar() {
        var problem = Agendas.random(3, 60, 4, 2);
        var told = new ArrayList<Long>();
        var asked = new AtomicInteger();
        var result = new AgendaOptimiser(problem, 1)
                .improve(new Agenda(problem), Duration.ofMinutes(10), new SearchProgress() {
                    @Override
                    public void found(Agenda best, long bound) {
                        var cost = best.cost();
                        told.add(cost.total());
                    }

                    @Override
                    public boolean cancelled() {
                        return asked.incrementAndGet() > 300;
                    }
                });
        assertThat(told).isNotEmpty();
        assertThat(result.cost().total()).isEqualTo(told.getLast());
    }

    private static long least(AgendaProblem problem, Agenda now, int session) {
        if (session == problem.sessions().size()) {
            return now.total();
        }
        now.unplace(session);
        var least = least(problem, now, session + 1);
        for (var place : problem.places(session)) {
            now.place(session, place);
            least = Math.min(least, least(problem, now, session + 1));
        }
        now.unplace(session);
        return least;
    }
}
