package org.caravanserai.exchange;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.agenda.conflict.AgendaFacts;
import org.caravanserai.agenda.conflict.Conflict;
import org.caravanserai.agenda.conflict.ConflictIndex;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.agenda.conflict.ConflictRules;
import org.caravanserai.agenda.conflict.Handling;
import org.caravanserai.agenda.conflict.Interval;
import org.caravanserai.agenda.conflict.SessionFacts;
import org.caravanserai.agenda.conflict.Spot;
import org.caravanserai.platform.Ids;

/** Pairs of imported events that cannot both be: in one room, or with one person by name, at the same time. */
final class Overlaps {

    private Overlaps() {}

    static List<Oddity> of(List<ImportedAgenda.Event> events, ZoneId zone) {
        var rules = ConflictRules.of(Handling.IGNORE)
                .with(ConflictKind.ROOM_TWICE, Handling.WARN)
                .with(ConflictKind.PERSON_TWICE, Handling.WARN);
        var index = new ConflictIndex(
                new AgendaFacts(zone, List.of(), Map.of(), List.of(), Map.of(), Map.of(), List.of()), rules);
        var byKey = new HashMap<UUID, ImportedAgenda.Event>();
        var names = new HashMap<UUID, String>();
        for (var event : events) {
            var session = Ids.next();
            byKey.put(session, event);
            event.people().forEach(person -> names.put(named(person.name()), person.name()));
            index.describe(SessionFacts.of(
                    session,
                    event.people().stream().map(person -> named(person.name())).collect(Collectors.toSet())));
            var start = event.start().in(zone);
            index.place(
                    session,
                    new Spot(named(event.room()), Interval.of(start, start.plusSeconds(event.minutes() * 60L))));
        }
        return index.all().stream()
                .map(conflict -> oddity(conflict, byKey, names, zone))
                .sorted(Comparator.comparing(Oddity::kind).thenComparing(Oddity::detail))
                .toList();
    }

    private static Oddity oddity(
            Conflict conflict, Map<UUID, ImportedAgenda.Event> byKey, Map<UUID, String> names, ZoneId zone) {
        var both = Stream.of(conflict.session(), Objects.requireNonNull(conflict.other()))
                .map(byKey::get)
                .sorted(Comparator.comparing(event -> event.start().in(zone)))
                .toList();
        var later = both.getLast();
        var titles = both.getFirst().title() + " / " + later.title();
        return conflict.kind() == ConflictKind.ROOM_TWICE
                ? new Oddity(Oddity.Kind.ROOM_TWICE, later.place(), later.room() + ": " + titles)
                : new Oddity(
                        Oddity.Kind.PERSON_TWICE,
                        later.place(),
                        conflict.people().stream()
                                        .map(person -> names.getOrDefault(person, ""))
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ": " + titles);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
