package org.caravanserai.agenda.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the index whatever is in the agenda. */
class ConflictIndexTest {

    private static final ConflictRules RULES = ConflictRules.WATCHFUL.within(new ConflictRules.Limits(
            LocalTime.of(9, 0), LocalTime.of(18, 0), LocalTime.of(7, 0), LocalTime.of(22, 0), 40, 4));

    /** After each of two thousand moves, the index says what one that begins anew with the same placements says. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void afterEveryMoveTheConflictsAreThoseOfTheAgendaLookedAtAnew(long seed) {
        var made = new RandomAgenda(seed);
        var agenda = made.facts();
        var index = new ConflictIndex(agenda, RULES);
        var facts = new HashMap<UUID, SessionFacts>();
        var spots = new HashMap<UUID, Spot>();
        var kinds = new HashSet<ConflictKind>();
        for (int step = 0; step < 2_000; step++) {
            step(made, index, facts, spots);
            var anew = anew(agenda, facts, spots, seed + step);
            assertThat(index.all()).as("after move " + step).isEqualTo(anew.all());
            index.all().forEach(conflict -> kinds.add(conflict.kind()));
        }
        assertThat(kinds).containsExactlyInAnyOrder(ConflictKind.values());
    }

    /** The index finds what comparing everything with everything finds, written down apart from it. */
    @ParameterizedTest
    @ValueSource(longs = {13, 21, 34, 55, 89, 144, 377, 987})
    void theConflictsAreThoseThatComparingAllWithAllFinds(long seed) {
        var made = new RandomAgenda(seed);
        var agenda = made.facts();
        var index = new ConflictIndex(agenda, RULES);
        var facts = new HashMap<UUID, SessionFacts>();
        var spots = new HashMap<UUID, Spot>();
        for (int step = 0; step < 600; step++) {
            step(made, index, facts, spots);
            if (step % 20 == 19) {
                assertThat(index.all().stream().map(EveryPair.Found::of).collect(Collectors.toSet()))
                        .as("after move " + step)
                        .isEqualTo(EveryPair.conflicts(agenda, RULES.limits(), facts, spots))
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 77})
    void allSessionsWhoseConflictsChangeAreTold(long seed) {
        var made = new RandomAgenda(seed);
        var index = new ConflictIndex(made.facts(), RULES);
        for (int step = 0; step < 1_000; step++) {
            var before = new HashMap<UUID, Set<Conflict>>();
            index.placed().forEach(session -> before.put(session, index.of(session)));
            var session = made.session();
            var spot = made.spot();
            if (!index.knows(session)) {
                index.describe(made.described(session));
            }
            var touched = spot.map(s -> index.place(session, s)).orElseGet(() -> index.unplace(session));
            for (var other : index.placed()) {
                if (!touched.contains(other)) {
                    assertThat(index.of(other)).isEqualTo(before.getOrDefault(other, Set.of()));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 44})
    void whatWouldBeWrongIsWhatIsWrongAfterwardsAndAskingMovesNothing(long seed) {
        var made = new RandomAgenda(seed);
        var index = new ConflictIndex(made.facts(), RULES);
        for (int step = 0; step < 500; step++) {
            var moves = new HashMap<UUID, Optional<Spot>>();
            for (int i = 0; i < 3; i++) {
                var session = made.session();
                if (!index.knows(session)) {
                    index.describe(made.described(session));
                }
                moves.put(session, made.spot());
            }
            var before = index.all();

            var foretold = index.after(moves);

            assertThat(index.all()).isEqualTo(before);
            moves.forEach((session, spot) ->
                    spot.ifPresentOrElse(s -> index.place(session, s), () -> index.unplace(session)));
            assertThat(foretold)
                    .isEqualTo(index.all().stream()
                            .filter(c -> moves.keySet().stream().anyMatch(c::concerns))
                            .collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @EnumSource(ConflictKind.class)
    void aKindThatIsIgnoredIsFoundNowhereAndAllOthersAreFoundAsBefore(ConflictKind ignored) {
        var made = new RandomAgenda(610);
        var agenda = made.facts();
        var all = new ConflictIndex(agenda, RULES);
        var facts = new HashMap<UUID, SessionFacts>();
        var spots = new HashMap<UUID, Spot>();
        for (int step = 0; step < 300; step++) {
            step(made, all, facts, spots);
        }
        var some = new ConflictIndex(agenda, RULES.with(ignored, Handling.IGNORE));
        facts.values().forEach(some::describe);
        spots.forEach(some::place);

        assertThat(some.counts()).doesNotContainKey(ignored);
        assertThat(some.all())
                .isEqualTo(all.all().stream().filter(c -> c.kind() != ignored).collect(Collectors.toSet()));
    }

    @Test
    void countsAreThoseOfAllConflicts() {
        var made = new RandomAgenda(3);
        var index = new ConflictIndex(made.facts(), RULES);
        for (int step = 0; step < 200; step++) {
            step(made, index, new HashMap<>(), new HashMap<>());
        }

        assertThat(index.counts())
                .isEqualTo(index.all().stream()
                        .collect(Collectors.groupingBy(Conflict::kind, Collectors.summingInt(c -> 1))));
    }

    private static void step(
            RandomAgenda made, ConflictIndex index, Map<UUID, SessionFacts> facts, Map<UUID, Spot> spots) {
        var session = made.session();
        if (!index.knows(session) || made.upTo(8) == 0) {
            var described = made.described(session);
            facts.put(session, described);
            index.describe(described);
            return;
        }
        var spot = made.spot();
        spot.ifPresentOrElse(
                s -> {
                    spots.put(session, s);
                    index.place(session, s);
                },
                () -> {
                    spots.remove(session);
                    index.unplace(session);
                });
    }

    private static ConflictIndex anew(
            AgendaFacts agenda, Map<UUID, SessionFacts> facts, Map<UUID, Spot> spots, long seed) {
        var index = new ConflictIndex(agenda, RULES);
        facts.values().forEach(index::describe);
        List<UUID> order = new ArrayList<>(spots.keySet());
        Collections.shuffle(order, new Random(seed));
        order.forEach(session -> Optional.ofNullable(spots.get(session)).ifPresent(spot -> index.place(session, spot)));
        return index;
    }
}
