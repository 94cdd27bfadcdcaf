package org.caravanserai.exchange;

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
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.AgendaSnapshot.MeetingPart;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.RolePart;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.AgendaSnapshot.TalkPart;
import org.caravanserai.agenda.AgendaSnapshot.TopicPart;
import org.caravanserai.agenda.AgendaSnapshot.TypePart;
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

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ImportedAgenda imported;
    private final ZoneId zone;
    private final List<Oddity> oddities;
    private final Map<String, RoomPart> rooms = new LinkedHashMap<>();
    private final Map<String, TopicPart> topics = new LinkedHashMap<>();
    private final Map<String, TypePart> types = new LinkedHashMap<>();
    private final Map<String, PersonPart> people = new LinkedHashMap<>();
    private final Set<String> personCodes = new HashSet<>();
    private final Set<UUID> keys = new HashSet<>();

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
        imported.rooms().stream()
                .filter(r -> !isAllRooms(r.name()))
                .forEach(r -> rooms.put(
                        r.name(),
                        new RoomPart(
                                key(r.identifier()),
                                LocalizedText.english(r.name()),
                                LocalizedText.EMPTY,
                                r.capacity())));
        var topicKeys = new HashSet<String>();
        imported.tracks().forEach(t -> {
            var index = topics.size();
            topics.put(
                    t.name(),
                    new TopicPart(
                            Ids.next(),
                            unique(topicKeys, AsciiNames.slug(t.key().isEmpty() ? t.name() : t.key(), "topic")),
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
        oddities.addAll(Overlaps.of(imported.events(), zone));
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
        var roles = event.people().stream().map(this::role).distinct().toList();
        var talks = imported.ours() ? talks(event, roles, language) : List.<TalkPart>of();
        return new SessionPart(
                key(event.identifier()),
                event.code().isEmpty() ? Ids.code() : event.code(),
                type == null ? Ids.next() : type.key(),
                text(language, event.title()),
                text(language, talks.isEmpty() ? abstractText(event) : event.abstractText()),
                topic == null ? List.of() : List.of(topic.key()),
                room == null ? null : room.key(),
                event.start().in(zone),
                event.minutes(),
                event.language(),
                event.language(),
                false,
                besides(talks, roles),
                talks);
    }

    /** The talks that a description of our own tells of. */
    private List<TalkPart> talks(ImportedAgenda.Event event, List<RolePart> roles, Language language) {
        var byName = new HashMap<String, RolePart>();
        for (int i = 0; i < roles.size(); i++) {
            byName.putIfAbsent(event.people().get(i).name(), roles.get(i));
        }
        return TalkLines.read(event.description(), byName.keySet()).stream()
                .map(talk -> new TalkPart(
                        Ids.next(),
                        text(language, talk.title()),
                        LocalizedText.EMPTY,
                        talk.minutes(),
                        event.language(),
                        talk.people().stream().map(byName::get).distinct().toList()))
                .toList();
    }

    /** Who is on a session beside its talks: as few as possible so that, followed by the talks', all come in their order. */
    private static List<RolePart> besides(List<TalkPart> talks, List<RolePart> all) {
        var spoken = talks.stream().flatMap(talk -> talk.people().stream()).toList();
        return IntStream.rangeClosed(0, all.size())
                .mapToObj(count -> all.subList(0, count))
                .filter(first -> Stream.concat(first.stream(), spoken.stream())
                        .distinct()
                        .toList()
                        .equals(all))
                .findFirst()
                .orElse(all);
    }

    private RolePart role(ImportedAgenda.Named named) {
        var person = people.computeIfAbsent(
                named.identifier(),
                id -> new PersonPart(
                        key(id),
                        !named.code().isEmpty() && personCodes.add(named.code()) ? named.code() : Ids.code(),
                        PersonName.published(named.name()),
                        "NONE",
                        "",
                        "",
                        "",
                        named.biography().isEmpty() ? LocalizedText.EMPTY : LocalizedText.english(named.biography())));
        return new RolePart(person.key(), ContributorRole.PRESENTER.name());
    }

    /** The key that the file gives a part, if it is one and no other part has it. */
    private UUID key(String identifier) {
        return UUID_FORM.matcher(identifier).matches() && keys.add(UUID.fromString(identifier))
                ? UUID.fromString(identifier)
                : Ids.next();
    }

    private boolean isAllRooms(String room) {
        return imported.ours() && room.equals(ScheduleDocument.ALL_ROOMS);
    }

    private MeetingPart meeting(Slug slug) {
        var byDay = new TreeMap<LocalDate, String>();
        imported.events()
                .forEach(e -> byDay.putIfAbsent(LocalDate.ofInstant(e.start().in(zone), zone), e.place()));
        if (imported.firstDay() != null && imported.lastDay() != null) {
            for (var event : imported.events()) {
                var day = LocalDate.ofInstant(event.start().in(zone), zone);
                if (day.isBefore(imported.firstDay()) || day.isAfter(imported.lastDay())) {
                    oddities.add(new Oddity(Oddity.Kind.OUTSIDE_DAYS, event.place(), day + " " + event.title()));
                }
            }
            byDay.putIfAbsent(imported.firstDay(), "conference");
            byDay.putIfAbsent(imported.lastDay(), "conference");
        }
        var first = byDay.firstKey();
        var last = byDay.lastKey();
        if (first.plusDays(Meeting.LONGEST).isBefore(last)) {
            throw Refusal.of(
                    "exchange.file.long",
                    first.toString(),
                    last.toString(),
                    byDay.getOrDefault(first, ""),
                    byDay.getOrDefault(last, ""),
                    Meeting.LONGEST);
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
