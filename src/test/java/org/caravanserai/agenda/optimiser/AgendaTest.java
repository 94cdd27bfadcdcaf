package org.caravanserai.agenda.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AgendaTest {

    @Test
    void thePartsAreThoseOfThePlainJudgeAndSumToTheWholeOnTenThousandAgendas() {
        for (var seed = 0; seed < 10_000; seed++) {
            var agenda = Agendas.scattered(Agendas.random(seed, 3 + seed % 12, 1 + seed % 4, 2), seed);
            assertThat(agenda.cost().parts()).as("seed %d", seed).isEqualTo(Agendas.judge(agenda));
            assertThat(agenda.cost().total()).isEqualTo(agenda.total());
            assertThat(agenda.cost().hard(agenda.problem().weights())).isEqualTo(agenda.hard());
        }
    }

    @Test
    void aChangeToldBeforehandIsExactlyWhatTheMoveThenChangesRuleByRule() {
        for (var seed = 0; seed < 2_000; seed++) {
            var problem = Agendas.random(seed, 12, 3, 2);
            var agenda = Agendas.scattered(problem, seed);
            var random = new Random(seed);
            var session = random.nextInt(12);
            var place = Agendas.anywhere(problem, random);
            var before = agenda.cost();
            var change = agenda.change(session, place);
            assertThat(agenda.cost()).as("nothing has moved yet").isEqualTo(before);
            agenda.place(session, place);
            assertThat(agenda.cost().parts()).as("seed %d", seed).isEqualTo(sum(before.parts(), change.parts()));
        }
    }

    private static Map<Rule, Long> sum(Map<Rule, Long> one, Map<Rule, Long> other) {
        var sum = new EnumMap<Rule, Long>(Rule.class);
        one.forEach((rule, value) -> sum.merge(rule, value, Long::sum));
        other.forEach((rule, value) -> sum.merge(rule, value, Long::sum));
        sum.values().removeIf(value -> value == 0);
        return sum;
    }
}
