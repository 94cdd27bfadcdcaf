package org.caravanserai.agenda.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    @Test
    void aRoomThatMustBeClearedForTooLongIsNamed() {
        var problem = problem(1, keepingFree(60, 1, 30, 30), session(60, 2));
        assertThat(Clashes.find(problem, TIME)).as("while it is only marked").contains(List.of());
        assertThat(forbidding(problem, Rule.GAP_TOO_SHORT))
                .containsExactlyInAnyOrder(new Demand.Takes(0), new Demand.Takes(1), new Demand.FreeBetween(0));
    }

    @Test
    void whoCannotGetFromOneVenueToTheOtherIsNamed() {
        var rooms = List.of(
                new Room(0, List.of(new Stretch(60, 120))),
                new Room(0, List.of(new Stretch(0, 60)), Set.of(), false, 0, 1));
        var problem = new AgendaProblem(
                List.of(session(60, 1), session(60, 1)),
                rooms,
                List.of(new Stretch(0, 120)),
                30,
                List.of(),
                List.of(),
                new AgendaProblem.Frame(Map.of(), 15),
                RuleWeights.usual());
        assertThat(Clashes.find(problem, TIME)).contains(List.of());
        assertThat(forbidding(problem, Rule.TRAVEL_TOO_SHORT)).contains(new Demand.OnTheWay(1));
    }

    @Test
    void sessionsOfOneTopicThatCannotBeOneAfterTheOtherAreNamed() {
        var problem = problem(3, ofTopic(4), ofTopic(4), ofTopic(4));
        assertThat(forbidding(problem, Rule.TOPIC_PARALLEL))
                .containsExactlyInAnyOrder(
                        new Demand.Takes(0), new Demand.Takes(1), new Demand.Takes(2), new Demand.OneOfTopic(4));
    }

    @Test
    void sessionsOfSimilarTopicsOrWithListenersInCommonThatMustBeAtOnceAreNamed() {
        for (var rule : List.of(Rule.SIMILAR_PARALLEL, Rule.AUDIENCE_IN_COMMON)) {
            var alike = new AgendaProblem(
                    List.of(session(120, 1), session(120, 2)),
                    List.of(new Room(0, List.of()), new Room(0, List.of())),
                    List.of(new Stretch(0, 120)),
                    30,
                    List.of(new AgendaProblem.Common(1, 0, 5, true)),
                    RuleWeights.usual());
            assertThat(forbidding(alike, rule))
                    .containsExactlyInAnyOrder(new Demand.Takes(0), new Demand.Takes(1), new Demand.Apart(0, 1));
        }
    }

    /** Against trying every agenda there is, with different rules that are hard. */
    @Test
    void demandsClashIfAndOnlyIfNoAgendaKeepsAllHardRules() {
        var rules = List.of(
                Rule.GAP_TOO_SHORT,
                Rule.TRAVEL_TOO_SHORT,
                Rule.TOPIC_PARALLEL,
                Rule.SIMILAR_PARALLEL,
                Rule.AUDIENCE_IN_COMMON,
                Rule.OUTSIDE_HUMANE_HOURS,
                Rule.EQUIPMENT_MISSING,
                Rule.OUTSIDE_HOURS,
                Rule.OVER_BREAK);
        var clashing = 0;
        for (var seed = 0; seed < 60; seed++) {
            var problem = Agendas.random(seed, 5, 2, 1).withHours(List.of(new Stretch(540, 640)));
            for (var i = 0; i < rules.size(); i++) {
                problem = (seed >> i & 1) == 0
                        ? problem
                        : problem.withWeights(problem.weights().forbidding(rules.get(i)));
            }
            var found = Clashes.find(problem, TIME).orElseThrow();
            assertThat(found.isEmpty())
                    .as("seed %d: %s", seed, found)
                    .isEqualTo(isPossible(problem, new Agenda(problem), 0));
            clashing += found.isEmpty() ? 0 : 1;
        }
        assertThat(clashing).isGreaterThan(5);
    }

    private static boolean isPossible(AgendaProblem problem, Agenda agenda, int session) {
        if (session == problem.sessions().size()) {
            return true;
        }
        for (var place : problem.places(session)) {
            agenda.place(session, place);
            var keepsAll = agenda.hard() == agenda.cost().of(Rule.UNPLACED);
            var possible = keepsAll && isPossible(problem, agenda, session + 1);
            agenda.unplace(session);
            if (possible) {
                return true;
            }
        }
        return false;
    }

    private static List<Demand> forbidding(AgendaProblem problem, Rule rule) {
        return Clashes.find(problem.withWeights(problem.weights().forbidding(rule)), TIME)
                .orElseThrow();
    }

    private static Session keepingFree(int minutes, int person, int before, int after) {
        return new Session(
                minutes,
                0,
                false,
                -1,
                Set.of(person),
                List.of(),
                List.of(),
                Optional.empty(),
                new AgendaProblem.Wants(Set.of(), 0, before, after, List.of(), List.of(), Set.of()));
    }

    private static Session ofTopic(int topic) {
        return new Session(60, 0, false, topic, Set.of(), List.of(), List.of(), Optional.empty());
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
                RuleWeights.usual());
    }
}
