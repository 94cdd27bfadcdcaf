package org.caravanserai.agenda.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caravanserai.agenda.conflict.AgendaFacts;
import org.caravanserai.agenda.conflict.Conflict;
import org.caravanserai.agenda.conflict.ConflictIndex;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.agenda.conflict.ConflictRules;
import org.caravanserai.agenda.conflict.Handling;
import org.caravanserai.agenda.conflict.RandomAgenda;
import org.caravanserai.agenda.conflict.SessionFacts;
import org.caravanserai.agenda.conflict.Spot;
import org.caravanserai.agenda.optimiser.Agenda;
import org.caravanserai.agenda.optimiser.AgendaProblem;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;
import org.caravanserai.agenda.optimiser.AgendaProblem.Stretch;
import org.caravanserai.agenda.optimiser.Rule;
import org.caravanserai.agenda.planning.Concern.Emphasis;
import org.caravanserai.agenda.planning.PlanOrder.Aim;
import org.caravanserai.agenda.planning.PlanOrder.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The board and the optimiser judge by the same rules. */
class OneRuleSetTest {

    private static final ConflictRules WATCHFUL = ConflictRules.WATCHFUL.within(new ConflictRules.Limits(
            LocalTime.of(9, 0), LocalTime.of(18, 0), LocalTime.of(7, 0), LocalTime.of(22, 0), 40, 4));
    private static final int AGENDAS = 200;

    @Test
    void whateverIsAConflictOnTheBoardIsABreakOfTheSameRuleInAPlanAndNothingElseIs() {
        var seen = EnumSet.noneOf(ConflictKind.class);
        for (var seed = 0; seed < AGENDAS; seed++) {
            var scene = new Scene(seed, WATCHFUL);
            var onBoard = scene.conflictsOfPlaced();
            var inPlan = scene.agenda().cost();
            for (var kind : ConflictKind.values()) {
                assertThat(inPlan.of(Rule.of(kind)) > 0)
                        .as("seed %d, %s: %s", seed, kind, onBoard.get(kind))
                        .isEqualTo(onBoard.containsKey(kind));
            }
            seen.addAll(onBoard.keySet());
        }
        assertThat(seen).as("each kind was met somewhere").containsExactlyInAnyOrder(ConflictKind.values());
    }

    @Test
    void whatIsCountedOncePerSessionOrPairIsCountedAlike() {
        for (var seed = 0; seed < AGENDAS; seed++) {
            var scene = new Scene(seed, WATCHFUL);
            var onBoard = scene.conflictsOfPlaced();
            var weights = scene.agenda().problem().weights();
            for (var kind : EnumSet.of(
                    ConflictKind.ROOM_TWICE,
                    ConflictKind.GAP_TOO_SHORT,
                    ConflictKind.ROOM_CLOSED,
                    ConflictKind.ROOM_TOO_SMALL,
                    ConflictKind.INTERPRETATION_MISSING,
                    ConflictKind.PERSON_UNAVAILABLE,
                    ConflictKind.RATHER_NOT,
                    ConflictKind.AVAILABILITY_UNKNOWN,
                    ConflictKind.TALKS_EXCEED_SESSION,
                    ConflictKind.OUTSIDE_DAYS,
                    ConflictKind.OUTSIDE_HOURS,
                    ConflictKind.ON_HOLIDAY,
                    ConflictKind.ACROSS_MIDNIGHT,
                    ConflictKind.OVER_BREAK,
                    ConflictKind.TOPIC_PARALLEL,
                    ConflictKind.SIMILAR_PARALLEL)) {
                assertThat(scene.agenda().cost().of(Rule.of(kind)) / weights.of(Rule.of(kind)))
                        .as("seed %d, %s", seed, kind)
                        .isEqualTo(onBoard.getOrDefault(kind, 0).longValue());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ConflictKind.class)
    void whatIsBlockedIsHardWhatIsMarkedCostsSomethingAndWhatIsIgnoredCostsNothing(ConflictKind kind) {
        var rule = Rule.of(kind);
        assertThat(rule.kind()).contains(kind);
        for (var emphasis : Emphasis.values()) {
            var order = order(emphasis, Aim.IMPROVE, Optional.empty());
            var blocked = PlanWeights.of(order, WATCHFUL.with(kind, Handling.BLOCK));
            assertThat(blocked.hard()).containsExactlyInAnyOrder(Rule.UNPLACED, Rule.OUTSIDE_PLAN, Rule.ORDER, rule);
            var marked = PlanWeights.of(order, WATCHFUL);
            assertThat(marked.isHard(rule)).isFalse();
            assertThat(marked.of(rule)).isPositive().isLessThan(blocked.of(rule));
            assertThat(PlanWeights.of(order, WATCHFUL.with(kind, Handling.IGNORE))
                            .of(rule))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Trouble.Kind.class)
    void aRepairMakesNoNewGraveConflictThatIsWatchedAndHeedsWhatHasHappenedInAnyCase(Trouble.Kind kind) {
        var order = order(Emphasis.SOME, Aim.REPAIR, Optional.of(new Trouble(kind, null, null)));
        var watched = PlanWeights.of(order, WATCHFUL);
        assertThat(watched.hard())
                .contains(Rule.ROOM_TWICE, Rule.PERSON_TWICE, Rule.PERSON_UNAVAILABLE, Rule.ROOM_CLOSED)
                .doesNotContain(Rule.TOPIC_PARALLEL);
        var happened = kind == Trouble.Kind.PERSON_AWAY ? Rule.PERSON_UNAVAILABLE : Rule.ROOM_CLOSED;
        assertThat(PlanWeights.of(order, ConflictRules.of(Handling.IGNORE)).hard())
                .containsExactlyInAnyOrder(Rule.UNPLACED, Rule.OUTSIDE_PLAN, Rule.ORDER, happened);
    }

    private static PlanOrder order(Emphasis emphasis, Aim aim, Optional<Trouble> trouble) {
        var concerns = new EnumMap<Concern, Emphasis>(Concern.class);
        for (var concern : Concern.values()) {
            concerns.put(concern, emphasis);
        }
        return new PlanOrder(
                aim,
                new PlanRules(
                        LocalTime.of(9, 0), LocalTime.of(18, 0), 30, 10, PlanRules.TopicDays.ANY, Map.copyOf(concerns)),
                trouble);
    }

    /** Sessions that stand somewhere at random, on the board and in a plan. */
    private static final class Scene {

        private final ConflictIndex index;
        private final List<SessionFacts> inRooms = new ArrayList<>();
        private final List<PlanFacts.InAllRooms> everywhere = new ArrayList<>();
        private final Agenda agenda;

        Scene(long seed, ConflictRules rules) {
            var made = new RandomAgenda(seed);
            var facts = made.facts();
            index = new ConflictIndex(facts, rules);
            var spots = new ArrayList<Spot>();
            for (var i = 0; i < 12; i++) {
                var session = made.session();
                var spot = made.spot();
                if (index.knows(session) || spot.isEmpty()) {
                    continue;
                }
                var described = made.described(session);
                index.describe(described);
                index.place(session, spot.get());
                if (spot.get().room() == null) {
                    everywhere.add(
                            new PlanFacts.InAllRooms(described, spot.get().time()));
                } else {
                    inRooms.add(described);
                    spots.add(spot.get());
                }
            }
            agenda = agenda(facts, rules, spots);
        }

        private Agenda agenda(AgendaFacts facts, ConflictRules rules, List<Spot> spots) {
            var times = new PlanTimes(facts, rules.limits());
            var translation = new PlanFacts(facts, rules, times, inRooms, everywhere);
            var sessions = new ArrayList<AgendaProblem.Session>();
            for (var i = 0; i < inRooms.size(); i++) {
                var stretch = times.stretch(spots.get(i).time());
                sessions.add(translation.session(
                        i,
                        new PlanFacts.Planned(
                                stretch.end() - stretch.start(), Optional.empty(), false, List.of(), Set.of())));
            }
            var problem = new AgendaProblem(
                    sessions,
                    translation.rooms(),
                    List.of(new Stretch(0, 10_000)),
                    5,
                    translation.common(),
                    List.of(),
                    translation.frame(),
                    PlanWeights.of(order(Emphasis.SOME, Aim.IMPROVE, Optional.empty()), rules));
            var placed = new Agenda(problem);
            var rooms = facts.rooms().stream().map(room -> room.room()).toList();
            for (var i = 0; i < inRooms.size(); i++) {
                placed.place(
                        i,
                        new Place(
                                rooms.indexOf(spots.get(i).room()),
                                times.stretch(spots.get(i).time()).start()));
            }
            return placed;
        }

        Agenda agenda() {
            return agenda;
        }

        /** How many conflicts there are of each kind that a session in a room has a part in. */
        Map<ConflictKind, Integer> conflictsOfPlaced() {
            var all = new HashSet<Conflict>();
            inRooms.forEach(session -> all.addAll(index.of(session.session())));
            var counts = new EnumMap<ConflictKind, Integer>(ConflictKind.class);
            all.forEach(conflict -> counts.merge(conflict.kind(), 1, Integer::sum));
            return counts;
        }
    }
}
