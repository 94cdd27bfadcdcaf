package org.caravanserai.agenda.optimiser;

import org.caravanserai.agenda.optimiser.Ties.Tie;

/** What two sessions cost together beyond what each does, but for what many make together. */
final class PairCost {

    private final AgendaProblem problem;
    private final long[] weights;
    private final boolean gapsMatter;
    private final int travel;

    PairCost(AgendaProblem problem, long[] weights) {
        this.problem = problem;
        this.weights = weights;
        gapsMatter = weights[Rule.GAP_TOO_SHORT.ordinal()] > 0
                && problem.sessions().stream()
                        .anyMatch(session ->
                                session.wants().before() > 0 || session.wants().after() > 0);
        travel = weights[Rule.TRAVEL_TOO_SHORT.ordinal()] > 0 ? problem.frame().travel() : 0;
    }

    /** Adds what two that are in one room cost, or with a negative sign takes it away; how much that is together. */
    long inRoom(int one, int start, int other, int otherStart, int sign, long[] byRule) {
        if (overlap(one, start, other, otherStart)) {
            return add(byRule, Rule.ROOM_TWICE, sign);
        }
        if (!gapsMatter) {
            return 0;
        }
        var comesFirst = start < otherStart;
        var first = problem.sessions().get(comesFirst ? one : other);
        var second = problem.sessions().get(comesFirst ? other : one);
        var needed = Math.max(first.wants().after(), second.wants().before());
        return Math.abs(start - otherStart) - first.minutes() < needed ? add(byRule, Rule.GAP_TOO_SHORT, sign) : 0;
    }

    /** Adds what two that have something in common cost, wherever they are; how much that is together. */
    long tied(int one, int room, int start, Tie tie, int otherRoom, int otherStart, int sign, long[] byRule) {
        var other = tie.other();
        var end = start + minutes(one);
        var otherEnd = otherStart + minutes(other);
        // Two that follow each other are always wrong.
        var sum = tie.comesFirst() && otherStart < end || tie.follows() && start < otherEnd
                ? add(byRule, Rule.ORDER, sign)
                : 0;
        if (!overlap(one, start, other, otherStart)) {
            if (travel > 0
                    && tie.people() > 0
                    && Math.max(start - otherEnd, otherStart - end) < travel
                    && problem.rooms().get(room).isAwayFrom(problem.rooms().get(otherRoom))) {
                sum += add(byRule, Rule.TRAVEL_TOO_SHORT, (long) sign * tie.people());
            }
            return sum;
        }
        return sum
                + add(byRule, Rule.PERSON_TWICE, (long) sign * tie.people())
                + add(byRule, Rule.AUDIENCE_IN_COMMON, (long) sign * tie.audience())
                + add(byRule, Rule.TOPIC_PARALLEL, tie.sameTopic() ? sign : 0)
                + add(byRule, Rule.SIMILAR_PARALLEL, tie.similar() ? sign : 0)
                + add(byRule, Rule.POPULAR_PARALLEL, tie.bothPopular() ? sign : 0)
                + add(byRule, Rule.COUNTRY_PARALLEL, tie.sameCountry() ? sign : 0);
    }

    private boolean overlap(int one, int start, int other, int otherStart) {
        return start < otherStart + minutes(other) && otherStart < start + minutes(one);
    }

    private int minutes(int session) {
        return problem.sessions().get(session).minutes();
    }

    private long add(long[] byRule, Rule rule, long times) {
        if (times == 0) {
            return 0;
        }
        var cost = times * weights[rule.ordinal()];
        byRule[rule.ordinal()] += cost;
        return cost;
    }
}
