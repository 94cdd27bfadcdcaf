package org.caravanserai.agenda;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.ReleaseDifference.SessionChange;
import org.jspecify.annotations.Nullable;

/**
 * What a release changes for one person: the sessions she is in, or was in before, that are no longer as they were.
 *
 * @param changes by start, at least one
 */
record ReleaseConcern(PersonPart person, List<SessionChange> changes) {

    /** Everyone whom a difference between two releases concerns, by published name; {@code before} is null for a first one. */
    static List<ReleaseConcern> of(
            @Nullable AgendaSnapshot before, AgendaSnapshot after, ReleaseDifference difference) {
        var people = new HashMap<UUID, PersonPart>();
        var inSession = new HashMap<UUID, Set<UUID>>();
        if (before != null) {
            gather(before, people, inSession);
        }
        gather(after, people, inSession);
        var changes = new HashMap<UUID, List<SessionChange>>();
        for (var change : difference.changes()) {
            for (var person : inSession.getOrDefault(change.session(), Set.of())) {
                changes.computeIfAbsent(person, p -> new ArrayList<>()).add(change);
            }
        }
        return people.values().stream()
                .filter(person -> changes.containsKey(person.key()))
                .map(person -> new ReleaseConcern(person, List.copyOf(changes.getOrDefault(person.key(), List.of()))))
                .sorted(Comparator.comparing(
                                (ReleaseConcern c) -> c.person().name().published())
                        .thenComparing(c -> c.person().key()))
                .toList();
    }

    private static void gather(AgendaSnapshot agenda, Map<UUID, PersonPart> people, Map<UUID, Set<UUID>> inSession) {
        agenda.people().forEach(p -> people.put(p.key(), p));
        for (SessionPart session : agenda.sessions()) {
            var those = inSession.computeIfAbsent(session.key(), s -> new LinkedHashSet<>());
            session.people().forEach(r -> those.add(r.person()));
            session.talks().forEach(t -> t.people().forEach(r -> those.add(r.person())));
        }
    }
}
