package org.caravanserai.agenda.optimiser.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConferenceSolverTest {

    @Test
    void theBoundIsNeverAboveTheBestOfAllTimetables() {
        for (var seed = 0; seed < 20; seed++) {
            var conference = Small.random(seed, 2, 2, 2, 4);
            var solution = ConferenceSolver.solve(conference, Duration.ofMillis(2500));
            var objective = new Objective(conference);
            assertThat(objective.flaws(solution.timetable())).isEmpty();
            assertThat(objective.total(solution.timetable())).isEqualTo(solution.objective());
            var least = EveryTimetable.least(conference);
            assertThat(solution.bound()).as("bound, seed %d", seed).isLessThanOrEqualTo(least);
            assertThat(solution.objective()).as("objective, seed %d", seed).isEqualTo(least);
        }
    }

    @Test
    void whatDoesNotFitIsSaidToBeImpossible() {
        // Two sessions of three slots, one room, three talks of two slots: six slots, but only two fit.
        var conference =
                Small.of(2, 1, 1, Small.talk("a", 0, 2, 0), Small.talk("b", 0, 2, 0), Small.talk("c", 0, 2, 0));
        assertThatThrownBy(() -> ConferenceSolver.solve(conference, Duration.ofSeconds(30)))
                .isInstanceOf(MalformedConferenceException.class)
                .hasMessageContaining("there is no timetable");
    }

    @Test
    void aConferenceThatCannotBeIsRefusedWhenItIsTold() {
        assertThatThrownBy(() -> Small.of(1, 1, 1, Small.talk("a", 0, 4, 0)))
                .hasMessageContaining("no session has more than 3");
        assertThatThrownBy(() -> Small.of(1, 1, 1)).hasMessageContaining("no submissions");
        assertThatThrownBy(() -> Small.of(1, 1, 1, Small.talk("a", 0, 2, 0), Small.talk("b", 0, 2, 0)))
                .hasMessageContaining("need 4 slots");
        assertThatThrownBy(() -> Small.of(1, 1, 1, Small.talk("a", 0, 1, 0), Small.talk("a", 0, 1, 0)))
                .hasMessageContaining("two of the submission a");
    }
}
