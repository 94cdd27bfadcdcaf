package org.caravanserai.programme;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.AgendaSnapshot.TalkPart;
import org.caravanserai.agenda.AgendaSnapshot.TopicPart;
import org.caravanserai.agenda.AgendaSnapshot.TypePart;

/** The values of each facet that the sessions of one programme have. */
final class Facets {

    private final Map<UUID, Map<Facet, Set<String>>> bySession = new HashMap<>();
    private final Map<Facet, Set<String>> all = new EnumMap<>(Facet.class);

    Facets(Programme programme) {
        for (var facet : Facet.values()) {
            all.put(facet, new LinkedHashSet<>());
        }
        // Values that have an order of their own stand in it.
        var agenda = programme.agenda();
        agenda.topics().stream().map(TopicPart::topicKey).forEach(values(Facet.TOPIC)::add);
        agenda.types().stream().map(TypePart::typeKey).forEach(values(Facet.TYPE)::add);
        agenda.rooms().stream().map(programme::address).forEach(values(Facet.ROOM)::add);
        var used = new EnumMap<Facet, Set<String>>(Facet.class);
        for (var session : agenda.sessions()) {
            var its = of(programme, session);
            bySession.put(session.key(), its);
            its.forEach((facet, values) ->
                    used.computeIfAbsent(facet, f -> new LinkedHashSet<>()).addAll(values));
        }
        all.forEach((facet, values) -> {
            var found = used.getOrDefault(facet, Set.of());
            values.retainAll(found);
            values.addAll(found);
        });
    }

    /** The values that occur: topics, types and rooms in their order. */
    Set<String> values(Facet facet) {
        return all.getOrDefault(facet, Set.of());
    }

    /** Whether a session has what is wanted of every facet. */
    boolean has(SessionPart session, Map<Facet, String> wanted) {
        var its = bySession.getOrDefault(session.key(), Map.of());
        return wanted.entrySet().stream()
                .allMatch(e -> its.getOrDefault(e.getKey(), Set.of()).contains(e.getValue()));
    }

    /** How many of these sessions have each value of a facet; values that none of them has are left out. */
    Map<String, Integer> count(Collection<SessionPart> sessions, Facet facet) {
        var counts = new HashMap<String, Integer>();
        for (var session : sessions) {
            bySession
                    .getOrDefault(session.key(), Map.of())
                    .getOrDefault(facet, Set.of())
                    .forEach(value -> counts.merge(value, 1, Integer::sum));
        }
        var inOrder = new LinkedHashMap<String, Integer>();
        for (var value : values(facet)) {
            var count = counts.get(value);
            if (count != null) {
                inOrder.put(value, count);
            }
        }
        return inOrder;
    }

    private static Map<Facet, Set<String>> of(Programme programme, SessionPart session) {
        var its = new EnumMap<Facet, Set<String>>(Facet.class);
        programme.topics(session).forEach(t -> put(its, Facet.TOPIC, t.topicKey()));
        programme.type(session).ifPresent(t -> put(its, Facet.TYPE, t.typeKey()));
        programme.room(session).ifPresent(r -> put(its, Facet.ROOM, programme.address(r)));
        put(its, Facet.LANGUAGE, session.talkLanguage());
        session.talks().stream().map(TalkPart::talkLanguage).forEach(l -> put(its, Facet.LANGUAGE, l));
        for (var person : programme.everyone(session)) {
            put(its, Facet.COUNTRY, person.country());
            put(its, Facet.INSTITUTION, Programme.institutionAddress(person));
        }
        return its;
    }

    private static void put(Map<Facet, Set<String>> its, Facet facet, String value) {
        if (!value.isEmpty()) {
            its.computeIfAbsent(facet, f -> new LinkedHashSet<>()).add(value);
        }
    }
}
