package org.caravanserai.agenda.planning;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.agenda.conflict.ConflictRules;
import org.caravanserai.agenda.optimiser.Rule;
import org.caravanserai.agenda.optimiser.RuleWeights;
import org.caravanserai.agenda.planning.PlanOrder.Trouble;
import org.caravanserai.agenda.planning.PlanRules.TopicDays;

/**
 * What breaks cost in a meeting: a kind of conflict that its organisers block is hard, one that they are warned of costs
 * something, and one that they ignore costs nothing. What is wanted of plans beyond conflicts costs as the order says.
 */
final class PlanWeights {

    /** What a marked conflict costs that no concern is about. */
    private static final Map<Rule, Long> MARKED = Map.ofEntries(
            Map.entry(Rule.ROOM_TWICE, 1_000L),
            Map.entry(Rule.PERSON_TWICE, 1_000L),
            Map.entry(Rule.PERSON_UNAVAILABLE, 1_000L),
            Map.entry(Rule.ROOM_CLOSED, 1_000L),
            Map.entry(Rule.OVER_BREAK, 300L),
            Map.entry(Rule.TRAVEL_TOO_SHORT, 300L),
            Map.entry(Rule.GAP_TOO_SHORT, 100L),
            Map.entry(Rule.OUTSIDE_DAYS, 300L),
            Map.entry(Rule.OUTSIDE_HOURS, 100L),
            Map.entry(Rule.ACROSS_MIDNIGHT, 100L),
            Map.entry(Rule.ON_HOLIDAY, 30L),
            Map.entry(Rule.TALKS_EXCEED_SESSION, 10L),
            Map.entry(Rule.AVAILABILITY_UNKNOWN, 1L));

    private PlanWeights() {}

    static RuleWeights of(PlanOrder order, ConflictRules judged) {
        var costs = new EnumMap<Rule, Long>(Rule.class);
        var hard = EnumSet.of(Rule.UNPLACED, Rule.OUTSIDE_PLAN, Rule.ORDER);
        hard.forEach(rule -> costs.put(rule, RuleWeights.HARD));
        costs.put(Rule.UNPLACED, RuleWeights.UNPLACED);
        var rules = order.rules();
        for (var concern : Concern.values()) {
            var factor = rules.emphasis(concern).factor();
            concern.weights().forEach((rule, weight) -> costs.put(rule, weight * factor));
        }
        costs.put(Rule.TOPIC_DAYS, rules.topicDays() == TopicDays.FEW ? 6L : 0L);
        costs.put(Rule.TOPIC_SAME_DAY, rules.topicDays() == TopicDays.SPREAD ? 3L : 0L);
        for (var kind : ConflictKind.values()) {
            var rule = Rule.of(kind);
            switch (judged.of(kind)) {
                case BLOCK -> {
                    hard.add(rule);
                    costs.put(rule, RuleWeights.HARD);
                }
                // However little a concern counts, what is marked on the board counts more than nothing.
                case WARN -> costs.put(rule, Math.max(1, costs.getOrDefault(rule, MARKED.getOrDefault(rule, 1L))));
                case IGNORE -> costs.put(rule, 0L);
            }
        }
        var weights = new RuleWeights(costs, hard);
        return order.trouble().map(trouble -> mending(weights, trouble)).orElse(weights);
    }

    /** A repair makes no new conflict of the grave kinds that are watched, and heeds what has happened in any case. */
    private static RuleWeights mending(RuleWeights weights, Trouble trouble) {
        var mending = weights.forbidding(
                trouble.kind() == Trouble.Kind.PERSON_AWAY ? Rule.PERSON_UNAVAILABLE : Rule.ROOM_CLOSED);
        for (var rule : Rule.values()) {
            mending = weights.comesFirst(rule) ? mending.forbidding(rule) : mending;
        }
        return mending;
    }
}
