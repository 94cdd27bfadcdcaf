package org.caravanserai.agenda.optimiser;

import java.util.EnumMap;
import java.util.Map;

/**
 * A cost, or a change of cost, told by rule. The whole is the sum of the parts.
 *
 * @param parts by rule, weighted; rules that cost nothing are not there
 */
public record AgendaCost(Map<Rule, Long> parts) {

    public AgendaCost {
        parts = Map.copyOf(parts);
    }

    static AgendaCost of(long[] byRule) {
        var parts = new EnumMap<Rule, Long>(Rule.class);
        for (var rule : Rule.values()) {
            if (byRule[rule.ordinal()] != 0) {
                parts.put(rule, byRule[rule.ordinal()]);
            }
        }
        return new AgendaCost(parts);
    }

    /** The part of one rule. */
    public long of(Rule rule) {
        return parts.getOrDefault(rule, 0L);
    }

    /** All parts together. */
    public long total() {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The parts of the hard ones of these rules together. */
    public long hard(RuleWeights weights) {
        return parts.entrySet().stream()
                .filter(part -> weights.isHard(part.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
