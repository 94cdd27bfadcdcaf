package org.caravanserai.agenda.optimiser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Forms sessions out of talks: those of one topic and one language together, as few sessions as the length allows, and in
 * each as many countries as can be. First fit decreasing (Johnson, SIAM Journal on Computing 3, 1974) makes the sessions;
 * exchanges of talks between them then mix the countries and even out the lengths.
 */
public final class SessionForming {

    private final int longest;

    /**
     * A talk.
     *
     * @param topic its topic, or {@link AgendaProblem#NO_TOPIC}; talks without one stay together too
     * @param language what is spoken
     * @param countries where its people come from
     * @param people who tell it; nobody tells two talks of one session if that can be
     */
    public record Talk(int minutes, int topic, String language, Set<Integer> countries, Set<Integer> people) {

        public Talk {
            countries = Set.copyOf(countries);
            people = Set.copyOf(people);
        }
    }

    /**
     * A session of talks.
     *
     * @param talks numbers of talks, in the order in which they are told: the long ones first
     */
    public record Formed(int topic, String language, List<Integer> talks, int minutes) {}

    private record Kind(int topic, String language) {}

    /** Forms sessions of so many minutes at most. */
    public SessionForming(int longest) {
        this.longest = longest;
    }

    /** The sessions. Talks that are longer than a session may be are in none. */
    public List<Formed> form(List<Talk> talks) {
        var byKind = new LinkedHashMap<Kind, List<Integer>>();
        for (var talk = 0; talk < talks.size(); talk++) {
            var facts = talks.get(talk);
            if (facts.minutes() <= longest) {
                byKind.computeIfAbsent(new Kind(facts.topic(), facts.language()), kind -> new ArrayList<>())
                        .add(talk);
            }
        }
        var formed = new ArrayList<Formed>();
        for (Map.Entry<Kind, List<Integer>> entry : byKind.entrySet()) {
            for (var session : mix(talks, fit(talks, entry.getValue()))) {
                session.sort(
                        Comparator.<Integer>comparingInt(talk -> talks.get(talk).minutes())
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()));
                formed.add(new Formed(
                        entry.getKey().topic(),
                        entry.getKey().language(),
                        List.copyOf(session),
                        minutes(talks, session)));
            }
        }
        return List.copyOf(formed);
    }

    private List<List<Integer>> fit(List<Talk> talks, List<Integer> own) {
        var longFirst = new ArrayList<>(own);
        longFirst.sort(Comparator.<Integer>comparingInt(talk -> talks.get(talk).minutes())
                .reversed());
        var sessions = new ArrayList<List<Integer>>();
        for (var talk : longFirst) {
            var room = sessions.stream()
                    .filter(session -> minutes(talks, session) + talks.get(talk).minutes() <= longest)
                    .findFirst();
            if (room.isPresent()) {
                room.get().add(talk);
            } else {
                sessions.add(new ArrayList<>(List.of(talk)));
            }
        }
        return sessions;
    }

    private List<List<Integer>> mix(List<Talk> talks, List<List<Integer>> sessions) {
        var better = true;
        while (better) {
            better = false;
            for (var one : sessions) {
                for (var other : sessions) {
                    better |= one != other && (move(talks, one, other) || exchange(talks, one, other));
                }
            }
        }
        return sessions;
    }

    private boolean move(List<Talk> talks, List<Integer> one, List<Integer> other) {
        for (var talk : List.copyOf(one)) {
            var before = badness(talks, one) + badness(talks, other);
            if (one.size() == 1 || minutes(talks, other) + talks.get(talk).minutes() > longest) {
                continue;
            }
            one.remove(talk);
            other.add(talk);
            if (badness(talks, one) + badness(talks, other) < before) {
                return true;
            }
            other.remove(talk);
            one.add(talk);
        }
        return false;
    }

    private boolean exchange(List<Talk> talks, List<Integer> one, List<Integer> other) {
        for (var mine : List.copyOf(one)) {
            for (var theirs : List.copyOf(other)) {
                var before = badness(talks, one) + badness(talks, other);
                swap(one, other, mine, theirs);
                if (minutes(talks, one) <= longest
                        && minutes(talks, other) <= longest
                        && badness(talks, one) + badness(talks, other) < before) {
                    return true;
                }
                swap(one, other, theirs, mine);
            }
        }
        return false;
    }

    private static void swap(List<Integer> one, List<Integer> other, Integer mine, Integer theirs) {
        one.remove(mine);
        other.remove(theirs);
        one.add(theirs);
        other.add(mine);
    }

    /** Somebody twice weighs most, then a country again, then unequal lengths. */
    private long badness(List<Talk> talks, List<Integer> session) {
        var people = new HashSet<Integer>();
        var countries = new HashSet<Integer>();
        var again = 0L;
        var sameCountry = 0L;
        for (var talk : session) {
            for (var person : talks.get(talk).people()) {
                again += people.add(person) ? 0 : 1;
            }
            for (var country : talks.get(talk).countries()) {
                sameCountry += countries.add(country) ? 0 : 1;
            }
        }
        var minutes = minutes(talks, session);
        return again * 1_000_000_000L + sameCountry * 10_000_000L + (long) minutes * minutes;
    }

    private static int minutes(List<Talk> talks, List<Integer> session) {
        return session.stream().mapToInt(talk -> talks.get(talk).minutes()).sum();
    }
}
