package org.caravanserai.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.programme.Programme.Related;
import org.caravanserai.text.search.Wording.Term;

/**
 * Which sessions of one programme speak of the same things, by their words: Okapi BM25 with its usual constants (Robertson and
 * Zaragoza, "The Probabilistic Relevance Framework", 2009), asked with the weightiest terms of a session.
 */
final class RelatedSessions {

    private static final int MOST = 5;
    private static final int ASKED = 25;
    private static final int WORDS = 4;
    private static final int LEAST_SHARED = 2;
    /** What is less than this part of a session's likeness to itself is chance. */
    private static final double LEAST = 0.12;

    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.75;

    private final List<SessionPart> sessions = new ArrayList<>();
    private final List<Map<String, Term>> terms = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final Map<String, List<Integer>> holding = new HashMap<>();
    private final Map<UUID, Integer> places = new HashMap<>();
    private final double usualLength;

    RelatedSessions(Programme programme) {
        var reading = new SessionTerms();
        for (var session : programme.agenda().sessions()) {
            if (session.cancelled() || programme.isBreak(session)) {
                continue;
            }
            var its = reading.of(session);
            places.put(session.key(), sessions.size());
            for (var term : its.keySet()) {
                holding.computeIfAbsent(term, t -> new ArrayList<>()).add(sessions.size());
            }
            sessions.add(session);
            terms.add(its);
            lengths.add(its.values().stream().mapToInt(Term::count).sum());
        }
        usualLength = Math.max(1, lengths.stream().mapToInt(l -> l).average().orElse(1));
    }

    /** The nearest to a session, the nearest first; empty if none is near. */
    List<Related> to(SessionPart session) {
        var place = places.get(session.key());
        if (place == null) {
            return List.of();
        }
        var asked = asked(place);
        var scores = new HashMap<Integer, Double>();
        var shared = new HashMap<Integer, List<String>>();
        asked.forEach((term, word) -> {
            for (var other : holding.getOrDefault(term, List.of())) {
                scores.merge(other, score(term, other), Double::sum);
                shared.computeIfAbsent(other, o -> new ArrayList<>()).add(word);
            }
        });
        var least = LEAST * scores.getOrDefault(place, 0.0);
        return scores.entrySet().stream()
                .filter(e -> !e.getKey().equals(place) && e.getValue() >= least)
                .filter(e -> shared.getOrDefault(e.getKey(), List.of()).size() >= LEAST_SHARED)
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(e -> new Related(
                        sessions.get(e.getKey()),
                        shared.getOrDefault(e.getKey(), List.of()).stream()
                                .limit(WORDS)
                                .toList()))
                .toList();
    }

    /** The weightiest terms of a session that another one has too, with their words, the weightiest first. */
    private Map<String, String> asked(int place) {
        var asked = new LinkedHashMap<String, String>();
        terms.get(place).entrySet().stream()
                .filter(e -> holding.getOrDefault(e.getKey(), List.of()).size() > 1)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Term> e) -> -score(e.getKey(), place))
                        .thenComparing(Map.Entry::getKey))
                .limit(ASKED)
                .forEach(e -> asked.put(e.getKey(), e.getValue().word()));
        return asked;
    }

    private double score(String term, int place) {
        var holders = holding.getOrDefault(term, List.of()).size();
        var rarity = Math.log(1 + (sessions.size() - holders + 0.5) / (holders + 0.5));
        var found = terms.get(place).get(term);
        var count = found == null ? 0 : found.count();
        var length = 1 - LENGTH + LENGTH * lengths.get(place) / usualLength;
        return rarity * count * (SATURATION + 1) / (count + SATURATION * length);
    }
}
