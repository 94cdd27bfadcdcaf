package org.caravanserai.agenda.optimiser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every session has in common with others, so that their being told at once would cost something. */
final class Ties {

    /** With whom, how many people are in both, how many want to hear both. */
    record Tie(int other, int people, int audience, boolean sameTopic, boolean bothPopular) {}

    private final List<List<Tie>> ties = new ArrayList<>();
    private final int topics;

    Ties(AgendaProblem problem) {
        var sessions = problem.sessions();
        topics = 1
                + sessions.stream().mapToInt(AgendaProblem.Session::topic).max().orElse(AgendaProblem.NO_TOPIC);
        var audiences = new HashMap<Long, Integer>();
        for (var common : problem.common()) {
            audiences.merge(key(common.one(), common.other()), common.people(), Integer::sum);
        }
        sessions.forEach(session -> ties.add(new ArrayList<>()));
        for (var one = 0; one < sessions.size(); one++) {
            for (var other = one + 1; other < sessions.size(); other++) {
                tie(problem, audiences, one, other);
            }
        }
    }

    List<Tie> of(int session) {
        return ties.get(session);
    }

    int topics() {
        return topics;
    }

    private void tie(AgendaProblem problem, Map<Long, Integer> audiences, int one, int other) {
        var first = problem.sessions().get(one);
        var second = problem.sessions().get(other);
        var people = 0;
        for (var person : first.people()) {
            people += second.people().contains(person) ? 1 : 0;
        }
        var audience = audiences.getOrDefault(key(one, other), 0);
        var sameTopic = first.topic() != AgendaProblem.NO_TOPIC && first.topic() == second.topic();
        var bothPopular = first.popular() && second.popular();
        if (people > 0 || audience > 0 || sameTopic || bothPopular) {
            ties.get(one).add(new Tie(other, people, audience, sameTopic, bothPopular));
            ties.get(other).add(new Tie(one, people, audience, sameTopic, bothPopular));
        }
    }

    private static long key(int one, int other) {
        return ((long) Math.min(one, other) << 32) | Math.max(one, other);
    }
}
