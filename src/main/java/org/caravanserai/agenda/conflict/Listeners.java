package org.caravanserai.agenda.conflict;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Who wants to hear which session, a bit for each person, so that what two have in common is counted at once. */
final class Listeners {

    private static final long[] NOBODY = {};

    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final Map<UUID, long[]> bySession = new HashMap<>();

    /** Learns who wants to hear a session. Its own people are there anyway: they are no audience. */
    void describe(SessionFacts facts) {
        if (facts.interested().isEmpty()) {
            bySession.remove(facts.session());
            return;
        }
        facts.interested().forEach(person -> numbers.putIfAbsent(person, numbers.size()));
        var bits = new long[(numbers.size() + 63) / 64];
        for (var person : facts.interested()) {
            if (!facts.people().contains(person)) {
                var number = numbers.getOrDefault(person, 0);
                bits[number >> 6] |= 1L << number;
            }
        }
        bySession.put(facts.session(), bits);
    }

    /** How many people want to hear both. */
    int ofBoth(SessionFacts one, SessionFacts other) {
        var first = bySession.getOrDefault(one.session(), NOBODY);
        var second = bySession.getOrDefault(other.session(), NOBODY);
        var both = 0;
        for (int i = Math.min(first.length, second.length) - 1; i >= 0; i--) {
            both += Long.bitCount(first[i] & second[i]);
        }
        return both;
    }
}
