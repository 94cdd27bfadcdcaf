package org.caravanserai.exchange;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.RolePart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;

/**
 * An agenda in the terms that schedule.xml and schedule.json share, in one language, with the names and numbers that their
 * schemas want unique. Cancelled sessions are not in it; sessions for all rooms stand in a room of their own.
 */
record ScheduleDocument(
        String version,
        String acronym,
        String title,
        String url,
        ZoneId zone,
        LocalDate firstDay,
        LocalDate lastDay,
        List<Track> tracks,
        List<ScheduleRoom> rooms,
        List<Day> days) {

    /** The room, in every language, in which sessions stand that are for all rooms; no other is called so in a file. */
    static final String ALL_ROOMS = "All rooms";

    private static final long IDS = Integer.MAX_VALUE;

    record Track(String name, String slug, String color) {}

    record ScheduleRoom(String name, UUID guid, int capacity) {}

    record Day(int index, LocalDate date, OffsetDateTime start, OffsetDateTime end, Map<String, List<Event>> rooms) {}

    record Attendee(UUID guid, String code, String name, String biography, String url) {}

    record Event(
            long id,
            UUID guid,
            String code,
            String slug,
            String url,
            OffsetDateTime start,
            OffsetDateTime end,
            int minutes,
            String room,
            String title,
            String type,
            String track,
            String language,
            String abstractText,
            String description,
            List<Attendee> people) {

        /** The time of day it starts at. */
        String clock() {
            return "%02d:%02d".formatted(start.getHour(), start.getMinute());
        }

        /** The length as hours and minutes. */
        String duration() {
            return "%02d:%02d".formatted(minutes / 60, minutes % 60);
        }
    }

    /**
     * Prepares an agenda.
     *
     * @param release the number of its release
     * @param baseUrl where this product is reached, without a final slash
     * @param language what its texts are in, as far as they are written in it
     */
    static ScheduleDocument of(AgendaSnapshot agenda, int release, String baseUrl, Language language) {
        return new Making(agenda, baseUrl, language).document(release);
    }

    private static final class Making {

        private final AgendaSnapshot agenda;
        private final Language language;
        private final ZoneId zone;
        private final String acronym;
        private final String meetingUrl;
        private final Map<UUID, String> roomNames = new HashMap<>();
        private final Map<UUID, PersonPart> people = new HashMap<>();
        private final Map<UUID, String> types = new HashMap<>();
        private final Map<UUID, String> topics = new HashMap<>();
        private final Set<Long> ids = new HashSet<>();

        Making(AgendaSnapshot agenda, String baseUrl, Language language) {
            this.agenda = agenda;
            this.language = language;
            zone = ZoneId.of(agenda.meeting().zone());
            acronym = AsciiNames.acronym(agenda.meeting().slug());
            meetingUrl = baseUrl + "/m/" + agenda.meeting().slug();
            agenda.people().forEach(p -> people.put(p.key(), p));
            agenda.types().forEach(t -> types.put(t.key(), said(t.name())));
            agenda.topics().forEach(t -> topics.put(t.key(), said(t.name())));
        }

        ScheduleDocument document(int release) {
            var rooms = rooms();
            var meeting = agenda.meeting();
            // Numbers are given in the order of codes, so that a session keeps its number while others come and go.
            var events = agenda.sessions().stream()
                    .filter(s -> !s.cancelled())
                    .sorted(Comparator.comparing(SessionPart::code))
                    .map(this::event)
                    .sorted(Comparator.comparing(Event::start))
                    .toList();
            var dates = new java.util.TreeSet<>(
                    meeting.firstDay().datesUntil(meeting.lastDay().plusDays(1)).toList());
            events.forEach(e -> dates.add(e.start().toLocalDate()));
            var days = new ArrayList<Day>();
            for (var date : dates) {
                var byRoom = new LinkedHashMap<String, List<Event>>();
                rooms.forEach(r -> byRoom.put(r.name(), new ArrayList<>()));
                events.stream()
                        .filter(e -> e.start().toLocalDate().equals(date))
                        .forEach(e -> byRoom.computeIfAbsent(e.room(), r -> new ArrayList<>())
                                .add(e));
                days.add(new Day(
                        days.size() + 1,
                        date,
                        date.atStartOfDay(zone).toOffsetDateTime(),
                        date.plusDays(1).atStartOfDay(zone).toOffsetDateTime(),
                        byRoom));
            }
            var slugs = new HashSet<String>();
            return new ScheduleDocument(
                    Integer.toString(release),
                    acronym,
                    said(meeting.name()),
                    meetingUrl + "/programme",
                    zone,
                    meeting.firstDay(),
                    meeting.lastDay(),
                    agenda.topics().stream()
                            .map(t -> new Track(said(t.name()), trackSlug(slugs, t.topicKey()), Hues.toHex(t.hue())))
                            .toList(),
                    rooms,
                    days);
        }

        private List<ScheduleRoom> rooms() {
            var taken = new LinkedHashSet<String>(List.of(ALL_ROOMS));
            var rooms = new ArrayList<ScheduleRoom>();
            for (var room : agenda.rooms()) {
                var name = said(room.name());
                if (!taken.add(name)) {
                    // The formats know a room by its name alone.
                    name = said(room.venue()).isEmpty() ? name : name + ", " + said(room.venue());
                    for (int i = 2; !taken.add(name); i++) {
                        name = said(room.name()) + " " + i;
                    }
                }
                roomNames.put(room.key(), name);
                rooms.add(new ScheduleRoom(name, room.key(), room.capacity()));
            }
            if (agenda.sessions().stream().anyMatch(s -> s.room() == null)) {
                rooms.add(new ScheduleRoom(
                        ALL_ROOMS,
                        UUID.nameUUIDFromBytes((agenda.meeting().slug() + ALL_ROOMS)
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        0));
            }
            return rooms;
        }

        private Event event(SessionPart session) {
            var start = session.start().atZone(zone).toOffsetDateTime();
            var end = session.end().atZone(zone).toOffsetDateTime();
            var topic = session.topics().isEmpty()
                    ? ""
                    : topics.getOrDefault(session.topics().getFirst(), "");
            var code = session.code();
            return new Event(
                    id(code),
                    session.key(),
                    code,
                    slug(code, said(session.title())),
                    meetingUrl + "/sessions/" + code,
                    start,
                    end,
                    session.minutes(),
                    session.room() == null ? ALL_ROOMS : roomNames.getOrDefault(session.room(), ALL_ROOMS),
                    said(session.title()),
                    types.getOrDefault(session.type(), ""),
                    topic,
                    session.talkLanguage(),
                    said(session.abstractText()),
                    talks(session),
                    attendees(session));
        }

        /** A positive number of at most 31 bits, made from the code; the next free one if two codes meet. */
        private long id(String code) {
            var id = Long.parseLong(code, 36) % IDS + 1;
            while (!ids.add(id)) {
                id = id % IDS + 1;
            }
            return id;
        }

        private String slug(String code, String title) {
            var words = AsciiNames.slug(title, "");
            var name = acronym + "-" + code.toLowerCase(java.util.Locale.ROOT);
            return words.isEmpty() ? name : name + "-" + words;
        }

        /** A line for each talk, from when to when, by whom: {@link TalkLines} reads it back. */
        private String talks(SessionPart session) {
            var lines = new ArrayList<String>();
            var from = session.start().atZone(zone);
            for (var talk : session.talks()) {
                var to = from.plusMinutes(talk.minutes());
                lines.add(TalkLines.line(
                        from.toLocalTime(),
                        to.toLocalTime(),
                        said(talk.title()),
                        talk.people().stream()
                                .map(r -> people.get(r.person()))
                                .filter(java.util.Objects::nonNull)
                                .map(p -> legal(p.name().published()))
                                .toList()));
                from = to;
            }
            return String.join("\n", lines);
        }

        private List<Attendee> attendees(SessionPart session) {
            var roles = new ArrayList<RolePart>(session.people());
            session.talks().forEach(t -> roles.addAll(t.people()));
            return roles.stream()
                    .filter(r -> !r.role().equals(ContributorRole.INTERPRETER.name()))
                    .map(r -> people.get(r.person()))
                    .filter(java.util.Objects::nonNull)
                    .distinct()
                    .map(p -> new Attendee(
                            p.key(),
                            p.code(),
                            legal(p.name().published()),
                            said(p.biography()),
                            meetingUrl + "/people/" + p.code()))
                    .toList();
        }

        private static String trackSlug(Set<String> taken, String key) {
            var slug = AsciiNames.slug(key, "topic");
            if (!Character.isLetter(slug.charAt(0)) || slug.length() < 2) {
                slug = "topic-" + slug;
            }
            var name = slug;
            for (int i = 2; !taken.add(name); i++) {
                name = slug + "-" + i;
            }
            return name;
        }

        /** The words for the reader's language, or else the next best, without characters that XML cannot hold. */
        private String said(LocalizedText text) {
            return legal(text.text(language));
        }

        private static String legal(String words) {
            var out = new StringBuilder(words.length());
            words.codePoints()
                    .filter(c -> c == '\n'
                            || c == '\t'
                            || (c >= 0x20 && c < 0xD800)
                            || (c > 0xDFFF && c < 0xFFFE)
                            || c > 0xFFFF)
                    .forEach(out::appendCodePoint);
            return out.toString();
        }
    }
}
