package org.caravanserai.agenda.optimiser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caravanserai.agenda.optimiser.AgendaProblem.Common;
import org.caravanserai.agenda.optimiser.AgendaProblem.Order;

/** What every session has in common with others, so that their being told at once would cost something. */
final class Ties {

    /**
     * With whom, how many people are in both, how many want to hear both, what they have in common, and which of the two
     * follows the other.
     */
    record Tie(
            int other,
            int people,
            int audience,
            boolean sameTopic,
            boolean similar,
            boolean bothPopular,
            boolean sameCountry,
            boolean comesFirst,
            boolean follows) {

        boolean matters() {
            return people > 0 || audience > 0 || sameTopic || similar || bothPopular || sameCountry || isOrder();
        }

        boolean isOrder() {
            return comesFirst || follows;
        }

        private Tie seenBy(int one) {
            return new Tie(one, people, audience, sameTopic, similar, bothPopular, sameCountry, follows, comesFirst);
        }
    }

    private final List<List<Tie>> ties = new ArrayList<>();
    private final int topics;

    Ties(AgendaProblem problem) {
        var sessions = problem.sessions();
        topics = 1
                + sessions.stream().mapToInt(AgendaProblem.Session::topic).max().orElse(AgendaProblem.NO_TOPIC);
        var commons = new HashMap<Long, Common>();
        for (var common : problem.common()) {
            commons.merge(
                    key(common.one(), common.other()),
                    common,
                    (one, more) -> new Common(
                            one.one(), one.other(), one.people() + more.people(), one.similar() || more.similar()));
        }
        var orders = Set.copyOf(problem.orders());
        sessions.forEach(session -> ties.add(new ArrayList<>()));
        for (var one = 0; one < sessions.size(); one++) {
            for (var other = one + 1; other < sessions.size(); other++) {
                tie(problem, commons, orders, one, other);
            }
        }
    }

    List<Tie> of(int session) {
        return ties.get(session);
    }

    Optional<Tie> between(int one, int other) {
        return ties.get(one).stream().filter(tie -> tie.other() == other).findFirst();
    }

    int topics() {
        return topics;
    }

    private void tie(AgendaProblem problem, Map<Long, Common> commons, Set<Order> orders, int one, int other) {
        var first = problem.sessions().get(one);
        var second = problem.sessions().get(other);
        var people = 0;
        for (var person : first.people()) {
            people += second.people().contains(person) ? 1 : 0;
        }
        var common = commons.getOrDefault(key(one, other), new Common(one, other, 0));
        var sameTopic = first.topic() != AgendaProblem.NO_TOPIC && first.topic() == second.topic();
        var bothPopular = first.popular() && second.popular();
        var sameCountry = problem.weight(Rule.COUNTRY_PARALLEL) > 0
                && first.wants().countries().stream().anyMatch(second.wants().countries()::contains);
        var tie = new Tie(
                other,
                people,
                common.people(),
                sameTopic,
                common.similar(),
                bothPopular,
                sameCountry,
                orders.contains(new Order(one, other)),
                orders.contains(new Order(other, one)));
        if (tie.matters()) {
            ties.get(one).add(tie);
            ties.get(other).add(tie.seenBy(one));
        }
    }

    private static long key(int one, int other) {
        return ((long) Math.min(one, other) << 32) | Math.max(one, other);
    }
}
