package org.caravanserai.agenda.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;
import org.caravanserai.agenda.optimiser.AgendaProblem.Room;
import org.caravanserai.agenda.optimiser.AgendaProblem.Session;
import org.caravanserai.agenda.optimiser.AgendaProblem.Stretch;
import org.caravanserai.agenda.optimiser.Clashes.Demand;
import org.junit.jupiter.api.Test;

class ClashesTest {

    private static final Duration TIME = Duration.ofSeconds(20);

    @Test
    void nothingClashesWhereAnAgendaExists() {
        assertThat(Clashes.find(problem(2, session(60, 1), session(60, 1)), TIME))
                .contains(List.of());
    }

    @Test
    void whoShouldBeInTwoRoomsAtOnceIsNamedAndTheOthersAreNot() {
        // Two hours: person 1 has three sessions of an hour, person 2 has one.
        var clash = Clashes.find(problem(4, session(60, 1), session(60, 1), session(60, 1), session(60, 2)), TIME)
                .orElseThrow();
        assertThat(clash)
                .containsExactlyInAnyOrder(
                        new Demand.Takes(0), new Demand.Takes(1), new Demand.Takes(2), new Demand.OneForPerson(1));
    }

    @Test
    void aPinAtATimeThatDoesNotSuitIsNamed() {
        var pinned = new Session(
                60, 0, false, -1, Set.of(1), List.of(new Stretch(0, 60)), List.of(), Optional.of(new Place(0, 0)));
        assertThat(Clashes.find(problem(2, pinned, session(60, 2)), TIME).orElseThrow())
                .containsExactlyInAnyOrder(new Demand.Takes(0), new Demand.Stays(0), new Demand.Suits(0));
    }

    @Test
    void tooManySessionsForTheRoomsClashWithEveryRoomTheyNeed() {
        var clash = Clashes.find(problem(1, session(60, 1), session(60, 2), session(60, 3)), TIME)
                .orElseThrow();
        assertThat(clash)
                .containsExactlyInAnyOrder(
                        new Demand.Takes(0), new Demand.Takes(1), new Demand.Takes(2), new Demand.OneInRoom(0));
    }

    private static Session session(int minutes, int person) {
        return new Session(minutes, 0, false, -1, Set.of(person), List.of(), List.of(), Optional.empty());
    }

    private static AgendaProblem problem(int rooms, Session... sessions) {
        return new AgendaProblem(
                List.of(sessions),
                java.util.Collections.nCopies(rooms, new Room(0, List.of())),
                List.of(new Stretch(0, 120)),
                30,
                List.of(),
                AgendaProblem.usualWeights());
    }
}
