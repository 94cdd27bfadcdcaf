package org.caravanserai.exchange;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.AgendaSnapshot.MeetingPart;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.RolePart;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.AgendaSnapshot.TopicPart;
import org.caravanserai.agenda.AgendaSnapshot.TypePart;
import org.caravanserai.agenda.conflict.AgendaFacts;
import org.caravanserai.agenda.conflict.Conflict;
import org.caravanserai.agenda.conflict.ConflictIndex;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.agenda.conflict.ConflictRules;
import org.caravanserai.agenda.conflict.Handling;
import org.caravanserai.agenda.conflict.Interval;
import org.caravanserai.agenda.conflict.SessionFacts;
import org.caravanserai.agenda.conflict.Spot;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.Slug;
import org.caravanserai.platform.Ids;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Moments;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;

/** Makes an agenda of this product out of an imported one: tracks become topics, events sessions, each with new keys. */
final class AgendaTranslation {

    private final ImportedAgenda imported;
    private final ZoneId zone;
    private final List<Oddity> oddities;
    private final Map<String, RoomPart> rooms = new LinkedHashMap<>();
    private final Map<String, TopicPart> topics = new LinkedHashMap<>();
    private final Map<String, TypePart> types = new LinkedHashMap<>();
    private final Map<String, PersonPart> people = new LinkedHashMap<>();

    private AgendaTranslation(ImportedAgenda imported, ZoneId zone) {
        this.imported = imported;
        this.zone = zone;
        this.oddities = new ArrayList<>(imported.oddities());
    }

    /** The agenda, and everything that was odd in the file or in what it says. */
    record Translated(AgendaSnapshot agenda, List<Oddity> oddities) {}

    /**
     * Translates.
     *
     * @param slug the new meeting's address
     * @param zone the meeting's zone, by which events without an instant get theirs
     * @throws Refusal if it lasts longer than a meeting can
     */
    static Translated translate(ImportedAgenda imported, Slug slug, ZoneId zone) {
        return new AgendaTranslation(imported, zone).translate(slug);
    }

    private Translated translate(Slug slug) {
        imported.rooms()
                .forEach(r -> rooms.put(
                        r.name(),
                        new RoomPart(Ids.next(), LocalizedText.english(r.name()), LocalizedText.EMPTY, r.capacity())));
        var topicKeys = new HashSet<String>();
        imported.tracks().forEach(t -> {
            var index = topics.size();
            topics.put(
                    t.name(),
                    new TopicPart(
                            Ids.next(),
                            unique(topicKeys, AsciiNames.slug(t.name(), "topic")),
                            LocalizedText.english(t.name()),
                            t.hue() < 0 ? Hues.spread(index) : t.hue()));
        });
        var typeKeys = new HashSet<String>();
        imported.events().stream()
                .map(AgendaTranslation::typeName)
                .distinct()
                .forEach(name -> types.put(
                        name,
                        new TypePart(
                                Ids.next(),
                                unique(typeKeys, AsciiNames.constant(name, "SESSION")),
                                LocalizedText.english(name),
                                SessionType.Kind.SESSION.name())));
        var sessions = sessions();
        overlaps();
        var agenda = new AgendaSnapshot(
                meeting(slug),
                List.copyOf(rooms.values()),
                List.copyOf(topics.values()),
                List.copyOf(types.values()),
                people.values().stream()
                        .sorted(Comparator.comparing(p -> p.name().published()))
                        .toList(),
                sessions);
        return new Translated(agenda, List.copyOf(oddities));
    }

    private List<SessionPart> sessions() {
        var roomOrder = new HashMap<UUID, Integer>();
        rooms.values().forEach(r -> roomOrder.put(r.key(), roomOrder.size()));
        return imported.events().stream()
                .map(this::session)
                .sorted(Comparator.comparing(SessionPart::start)
                        .thenComparing(s -> s.room() == null ? -1 : roomOrder.getOrDefault(s.room(), 0)))
                .toList();
    }

    private SessionPart session(ImportedAgenda.Event event) {
        var language = Language.ofTag(event.language()).orElse(Language.EN);
        var topic = topics.get(event.track());
        var room = rooms.get(event.room());
        var type = types.get(typeName(event));
        return new SessionPart(
                Ids.next(),
                event.code().isEmpty() ? Ids.code() : event.code(),
                type == null ? Ids.next() : type.key(),
                text(language, event.title()),
                text(language, abstractText(event)),
                topic == null ? List.of() : List.of(topic.key()),
                room == null ? null : room.key(),
                event.start().in(zone),
                event.minutes(),
                event.language(),
                event.language(),
                false,
                event.people().stream().map(this::role).distinct().toList(),
                List.of());
    }

    private RolePart role(ImportedAgenda.Named named) {
        var person = people.computeIfAbsent(
                named.identifier(),
                id -> new PersonPart(
                        Ids.next(),
                        Ids.code(),
                        PersonName.published(named.name()),
                        "NONE",
                        "",
                        "",
                        "",
                        named.biography().isEmpty() ? LocalizedText.EMPTY : LocalizedText.english(named.biography())));
        return new RolePart(person.key(), ContributorRole.PRESENTER.name());
    }

    private MeetingPart meeting(Slug slug) {
        var days = new TreeSet<LocalDate>();
        imported.events().forEach(e -> days.add(LocalDate.ofInstant(e.start().in(zone), zone)));
        var first = days.first();
        var last = days.last();
        if (imported.firstDay() != null && imported.lastDay() != null) {
            for (var event : imported.events()) {
                var day = LocalDate.ofInstant(event.start().in(zone), zone);
                if (day.isBefore(imported.firstDay()) || day.isAfter(imported.lastDay())) {
                    oddities.add(new Oddity(Oddity.Kind.OUTSIDE_DAYS, event.place(), day + " " + event.title()));
                }
            }
            first = imported.firstDay().isBefore(first) ? imported.firstDay() : first;
            last = imported.lastDay().isAfter(last) ? imported.lastDay() : last;
        }
        if (first.plusDays(Meeting.LONGEST).isBefore(last)) {
            throw Refusal.of("exchange.file.long", first.toString(), last.toString(), Meeting.LONGEST);
        }
        var city = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            city.put(language, Moments.city(language, zone));
        }
        return new MeetingPart(
                slug.value(),
                LocalizedText.english(imported.title()),
                LocalizedText.EMPTY,
                first,
                last,
                zone.getId(),
                new LocalizedText(city));
    }

    /** Tells of pairs of events that cannot both be: in one room, or with one person by name, at the same time. */
    private void overlaps() {
        var rules = ConflictRules.of(Handling.IGNORE)
                .with(ConflictKind.ROOM_TWICE, Handling.WARN)
                .with(ConflictKind.PERSON_TWICE, Handling.WARN);
        var index = new ConflictIndex(
                new AgendaFacts(zone, List.of(), Map.of(), List.of(), Map.of(), Map.of(), List.of()), rules);
        var byKey = new HashMap<UUID, ImportedAgenda.Event>();
        var names = new HashMap<UUID, String>();
        for (var event : imported.events()) {
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
        index.all().stream()
                .map(conflict -> oddity(conflict, byKey, names))
                .sorted(Comparator.comparing(Oddity::kind).thenComparing(Oddity::detail))
                .forEach(oddities::add);
    }

    private Oddity oddity(Conflict conflict, Map<UUID, ImportedAgenda.Event> byKey, Map<UUID, String> names) {
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

    private static String typeName(ImportedAgenda.Event event) {
        return event.type().isEmpty() ? "Session" : event.type();
    }

    private static String abstractText(ImportedAgenda.Event event) {
        var parts = new ArrayList<String>();
        if (!event.subtitle().isEmpty()) {
            parts.add("**" + event.subtitle().replace("*", "\\*") + "**");
        }
        parts.add(event.abstractText());
        if (!event.description().equals(event.abstractText())) {
            parts.add(event.description());
        }
        return String.join("\n\n", parts.stream().filter(p -> !p.isEmpty()).toList());
    }

    /** English is required everywhere, so a text in another language stands in for it until somebody translates it. */
    private static LocalizedText text(Language language, String words) {
        return words.isEmpty()
                ? LocalizedText.EMPTY
                : LocalizedText.english(words).with(language, words);
    }

    private static String unique(Set<String> taken, String wanted) {
        var name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }
}
