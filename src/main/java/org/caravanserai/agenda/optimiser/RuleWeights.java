package org.caravanserai.agenda.optimiser;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a break of each rule costs.
 *
 * @param costs by rule; a rule that is not there costs nothing
 * @param hard the rules that must not be broken
 */
public record RuleWeights(Map<Rule, Long> costs, Set<Rule> hard) {

    /** What a break of a hard rule costs: more than all soft ones of an agenda of usual size together. */
    public static final long HARD = 1_000_000;

    /** What it costs that a session has no place: more than what would be hard anywhere. */
    public static final long UNPLACED = 5 * HARD;

    public RuleWeights {
        costs = Map.copyOf(costs);
        hard = Set.copyOf(hard);
    }

    /** Weights for which no number of soft breaks outweighs a hard one, and what is grave is hard. */
    public static RuleWeights usual() {
        var costs = new EnumMap<Rule, Long>(Rule.class);
        var hard = EnumSet.noneOf(Rule.class);
        for (var rule : Rule.values()) {
            costs.put(rule, rule.isGrave() ? HARD : 10L);
            if (rule.isGrave()) {
                hard.add(rule);
            }
        }
        costs.put(Rule.UNPLACED, UNPLACED);
        costs.put(Rule.AUDIENCE_IN_COMMON, 1L);
        costs.put(Rule.COUNTRY_PARALLEL, 1L);
        costs.put(Rule.ROOM_MISFIT, 2L);
        costs.put(Rule.TOPIC_ROOMS, 3L);
        costs.put(Rule.TOPIC_BROKEN, 3L);
        costs.put(Rule.TOPIC_DAYS, 0L);
        costs.put(Rule.TOPIC_SAME_DAY, 0L);
        return new RuleWeights(costs, hard);
    }

    /** What one break of a rule costs. */
    public long of(Rule rule) {
        return costs.getOrDefault(rule, 0L);
    }

    /** Whether a rule must not be broken. */
    public boolean isHard(Rule rule) {
        return hard.contains(rule);
    }

    /** Whether a rule is to be kept before others are looked at: it is hard, or grave and counts. */
    public boolean comesFirst(Rule rule) {
        return isHard(rule) || rule.isGrave() && of(rule) > 0;
    }

    /** These with another cost of one rule. */
    public RuleWeights with(Rule rule, long cost) {
        var all = new EnumMap<>(costs);
        all.put(rule, cost);
        return new RuleWeights(all, hard);
    }

    /** These with one more rule that must not be broken. */
    public RuleWeights forbidding(Rule rule) {
        var all = EnumSet.copyOf(hard);
        all.add(rule);
        return new RuleWeights(with(rule, Math.max(of(rule), HARD)).costs(), all);
    }
}
