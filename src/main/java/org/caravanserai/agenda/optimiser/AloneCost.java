package org.caravanserai.agenda.optimiser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caravanserai.agenda.optimiser.AgendaProblem.Beside;
import org.caravanserai.agenda.optimiser.AgendaProblem.Room;
import org.caravanserai.agenda.optimiser.AgendaProblem.Session;
import org.caravanserai.agenda.optimiser.AgendaProblem.Stretch;

/** What a session costs by itself in a place, whatever the others do. */
final class AloneCost {

    private final AgendaProblem problem;
    private final long[] weights;
    private final List<Map.Entry<Rule, Stretch[]>> times = new ArrayList<>();

    AloneCost(AgendaProblem problem, long[] weights) {
        this.problem = problem;
        this.weights = weights;
        problem.frame().times().forEach((rule, stretches) -> {
            if (problem.weight(rule) > 0 && !stretches.isEmpty()) {
                times.add(Map.entry(rule, stretches.toArray(Stretch[]::new)));
            }
        });
    }

    /** Adds it, or with a negative sign takes it away. */
    void add(int session, int at, int from, int sign, long[] byRule) {
        var facts = problem.sessions().get(session);
        var room = problem.rooms().get(at);
        var end = from + facts.minutes();
        said(facts, from, end, sign, byRule);
        room(facts, room, from, end, sign, byRule);
        add(byRule, Rule.NOT_AS_WISHED, isWished(facts.wants().wished(), from, end) ? 0 : sign);
        add(byRule, Rule.OUTSIDE_PLAN, isPlanned(facts, at, from, end) ? 0 : sign);
        for (var rule : facts.given().broken()) {
            add(byRule, rule, sign);
        }
        for (var each : times) {
            for (var stretch : each.getValue()) {
                if (stretch.overlaps(from, end)) {
                    add(byRule, each.getKey(), sign);
                    break;
                }
            }
        }
        for (var beside : facts.given().beside()) {
            beside(facts, beside, from, end, sign, byRule);
        }
    }

    private void said(Session facts, int from, int end, int sign, long[] byRule) {
        var cannot = false;
        var ratherNot = false;
        for (var said : facts.said()) {
            var never = any(said.cannot(), from, end);
            cannot |= never;
            ratherNot |= !never && any(said.ratherNot(), from, end);
        }
        add(byRule, Rule.PERSON_UNAVAILABLE, cannot ? sign : 0);
        add(byRule, Rule.RATHER_NOT, ratherNot ? sign : 0);
    }

    private void room(Session facts, Room room, int from, int end, int sign, long[] byRule) {
        add(byRule, Rule.ROOM_CLOSED, any(room.closed(), from, end) ? sign : 0);
        add(byRule, Rule.ROOM_TOO_SMALL, room.capacity() > 0 && facts.audience() > room.capacity() ? sign : 0);
        add(byRule, Rule.ROOM_MISFIT, (long) sign * misfit(facts.audience(), room.capacity()));
        add(byRule, Rule.INTERPRETATION_MISSING, facts.wants().booths() > room.booths() ? sign : 0);
        if (!room.online()) {
            add(
                    byRule,
                    Rule.EQUIPMENT_MISSING,
                    (long) sign * missing(facts.wants().needs(), room.offers()));
            return;
        }
        for (var night : facts.wants().nights()) {
            add(byRule, Rule.OUTSIDE_HUMANE_HOURS, any(night.times(), from, end) ? sign : 0);
        }
    }

    private void beside(Session facts, Beside beside, int from, int end, int sign, long[] byRule) {
        var time = beside.time();
        if (!time.overlaps(from, end)) {
            var isAfter = from >= time.end();
            var between = isAfter ? from - time.end() : time.start() - end;
            var needed = isAfter
                    ? Math.max(beside.after(), facts.wants().before())
                    : Math.max(facts.wants().after(), beside.before());
            add(byRule, Rule.GAP_TOO_SHORT, between < needed ? sign : 0);
            return;
        }
        add(byRule, beside.pause() ? Rule.OVER_BREAK : Rule.ROOM_TWICE, sign);
        add(byRule, Rule.PERSON_TWICE, (long) sign * beside.people());
        add(byRule, Rule.TOPIC_PARALLEL, beside.sameTopic() ? sign : 0);
        add(byRule, Rule.SIMILAR_PARALLEL, beside.similar() ? sign : 0);
        add(byRule, Rule.AUDIENCE_IN_COMMON, (long) sign * beside.audience());
    }

    /** What an organiser has pinned elsewhere is where she wants it. */
    private boolean isPlanned(Session facts, int at, int from, int end) {
        for (var open : problem.hours()) {
            if (open.contains(from, end)) {
                return true;
            }
        }
        return facts.pinned()
                .filter(pin -> pin.room() == at && pin.start() == from)
                .isPresent();
    }

    static int misfit(int audience, int capacity) {
        if (audience == 0 || capacity == 0) {
            return 0;
        }
        return audience > capacity ? (audience - capacity + 9) / 10 : capacity / 4 >= audience ? 1 : 0;
    }

    private static int missing(Set<Integer> needs, Set<Integer> offers) {
        var missing = 0;
        for (var need : needs) {
            missing += offers.contains(need) ? 0 : 1;
        }
        return missing;
    }

    private static boolean isWished(List<Stretch> wished, int from, int end) {
        for (var time : wished) {
            if (time.contains(from, end)) {
                return true;
            }
        }
        return wished.isEmpty();
    }

    private static boolean any(List<Stretch> stretches, int from, int end) {
        for (var stretch : stretches) {
            if (stretch.overlaps(from, end)) {
                return true;
            }
        }
        return false;
    }

    private void add(long[] byRule, Rule rule, long times) {
        if (times != 0) {
            byRule[rule.ordinal()] += times * weights[rule.ordinal()];
        }
    }
}
