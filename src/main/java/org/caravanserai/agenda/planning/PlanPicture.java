package org.caravanserai.agenda.planning;

import org.caravanserai.agenda.optimiser.AgendaCost;
import org.caravanserai.agenda.optimiser.Rule;
import org.caravanserai.agenda.optimiser.RuleWeights;

/**
 * How far a run is.
 *
 * @param before what the working agenda cost then
 * @param best what the best agenda so far costs
 * @param bound no agenda costs less
 * @param weights what a break of each rule costs
 */
public record PlanPicture(PlanOrder order, AgendaCost before, AgendaCost best, long bound, RuleWeights weights) {

    /** Before anything is found. */
    static PlanPicture first(PlanOrder order, PlanInput input) {
        return of(order, input, input.current().cost(), 0);
    }

    /** With what is found. */
    static PlanPicture of(PlanOrder order, PlanInput input, AgendaCost best, long bound) {
        return new PlanPicture(
                order, input.working(), best, bound, input.problem().weights());
    }

    /** How far from the best possible it can be at most, as a part of its own cost. */
    public double gap() {
        return best.total() <= bound ? 0 : (double) (best.total() - bound) / best.total();
    }

    /** What the best so far costs of the hard rules. */
    public long hard() {
        return best.hard(weights);
    }

    /** How often hard rules are broken by the best so far. */
    public long hardBreaks() {
        return weights.hard().stream().mapToLong(this::breaks).sum();
    }

    /** How often a rule is broken by the best so far. */
    public long breaks(Rule rule) {
        return times(best, rule);
    }

    /** How often a rule was broken before. */
    public long breaksBefore(Rule rule) {
        return times(before, rule);
    }

    private long times(AgendaCost cost, Rule rule) {
        var weight = weights.of(rule);
        return weight == 0 ? 0 : cost.of(rule) / weight;
    }
}
