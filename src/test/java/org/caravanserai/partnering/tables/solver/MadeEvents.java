package org.caravanserai.partnering.tables.solver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.caravanserai.partnering.tables.solver.TablesProblem.Interpreter;
import org.caravanserai.partnering.tables.solver.TablesProblem.Pair;
import org.caravanserai.partnering.tables.solver.TablesProblem.Party;
import org.caravanserai.partnering.tables.solver.TablesProblem.Table;

/** Events made up by chance: few are asked for by many, people speak one to three languages and are away at times. */
public final class MadeEvents {

    private static final List<String> LANGUAGES = List.of("en", "ru", "ja", "kk", "uz");

    private final Random random;

    private MadeEvents(long seed) {
        random = new Random(seed);
    }

    /**
     * An event.
     *
     * @param problem what is to be filled
     * @param arrival the pairs in the order in which they were asked for
     */
    public record Made(TablesProblem problem, List<Integer> arrival) {}

    /** A small event that can be solved by trying everything. */
    static TablesProblem tiny(long seed) {
        var made = new MadeEvents(seed);
        var parties = 3 + made.random.nextInt(3);
        var slots = 2 + made.random.nextInt(3);
        var requests = 2 + made.random.nextInt(5);
        return made.event(parties, requests, 1 + made.random.nextInt(2), slots, 1 + made.random.nextInt(2), 1, 0.25)
                .problem();
    }

    /** An event of any size. */
    public static Made of(long seed, int people, int requests, int tables, int slots) {
        return new MadeEvents(seed).event(people, requests, tables, slots, Math.max(1, slots / 8), 6, 0.08);
    }

    private Made event(int people, int requests, int tables, int slots, int days, int interpreters, double away) {
        var all = (1L << slots) - 1;
        var parties = new ArrayList<Party>();
        for (var i = 0; i < people; i++) {
            parties.add(new Party(all & ~sparse(slots, away), languages(i)));
        }
        var places = IntStream.range(0, tables)
                .mapToObj(i -> new Table(i % 8, i / 8, all))
                .toList();
        var helpers = IntStream.range(0, interpreters)
                .mapToObj(i -> new Interpreter(
                        Set.of("ja", LANGUAGES.get(i % LANGUAGES.size() == 2 ? 1 : i % LANGUAGES.size())),
                        all & ~sparse(slots, away)))
                .toList();
        var ranks = wishes(people, requests);
        var arrival = new LinkedHashMap<Set<Integer>, Integer>();
        var pairs = new ArrayList<Pair>();
        ranks.forEach((wish, rank) -> {
            var one = wish.getFirst();
            var other = wish.getLast();
            if (!arrival.containsKey(Set.of(one, other))) {
                arrival.put(Set.of(one, other), pairs.size());
                var back = ranks.get(List.of(other, one));
                pairs.add(new Pair(one, other, back == null ? WishValue.alone(rank) : WishValue.mutual(rank, back)));
            }
        });
        return new Made(
                new TablesProblem(
                        IntStream.range(0, slots)
                                .map(slot -> slot * days / slots)
                                .boxed()
                                .toList(),
                        parties,
                        places,
                        helpers,
                        pairs,
                        List.of()),
                List.copyOf(arrival.values()));
    }

    private LinkedHashMap<List<Integer>, Integer> wishes(int people, int requests) {
        var ranks = new LinkedHashMap<List<Integer>, Integer>();
        var sent = new HashMap<Integer, Integer>();
        while (ranks.size() < requests) {
            var one = random.nextInt(people);
            var other = (int) (people * Math.pow(random.nextDouble(), 1.8));
            if (random.nextInt(4) == 0 && !ranks.isEmpty()) {
                // Somebody answers a request with a wish of her own.
                var asked = List.copyOf(ranks.keySet()).get(random.nextInt(ranks.size()));
                one = asked.getLast();
                other = asked.getFirst();
            }
            if (one != other && !ranks.containsKey(List.of(one, other))) {
                ranks.put(List.of(one, other), sent.merge(one, 1, Integer::sum));
            }
            if (ranks.size() >= people * (people - 1)) {
                break;
            }
        }
        return ranks;
    }

    private long sparse(int slots, double share) {
        return IntStream.range(0, slots)
                .filter(slot -> random.nextDouble() < share)
                .mapToLong(slot -> 1L << slot)
                .sum();
    }

    private Set<String> languages(int person) {
        var languages = new HashSet<String>();
        if (random.nextInt(10) > 0) {
            languages.add("en");
        }
        languages.add(LANGUAGES.get(1 + person % (LANGUAGES.size() - 1)));
        return languages;
    }
}
