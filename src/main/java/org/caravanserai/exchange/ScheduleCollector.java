package org.caravanserai.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a reader of one format meets, cleans it and notes what is odd. Both formats name their parts alike, so all
 * rules on them stand here.
 */
final class ScheduleCollector {

    static final int MOST_EVENTS = 20_000;
    /** What this product calls itself in the files it writes. */
    static final String GENERATOR = "Caravanserai";
    // Nobody met before this in a way that a file tells of, and dates beyond are slips of the pen.
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 30_000;
    private static final int SHORTEST_MINUTES = 5;
    private static final int LONGEST_MINUTES = 24 * 60;
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{6}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9_]{4,}-[a-z0-9\\-_]{4,}");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,4}):(\\d{2})(?::\\d{1,2})?");

    private final List<Oddity> oddities = new ArrayList<>();
    private final Map<String, ImportedAgenda.Track> tracks = new LinkedHashMap<>();
    private final Map<String, ImportedAgenda.ImportedRoom> rooms = new LinkedHashMap<>();
    private final List<ImportedAgenda.Event> events = new ArrayList<>();
    private final Set<String> identifiers = new HashSet<>();
    private final Set<String> codes = new HashSet<>();
    private boolean ours;
    private int leftOut;
    private String acronym = "";
    private String title = "";
    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;
    private Optional<ZoneId> zone = Optional.empty();

    /** The fields of an event as they stand in the file, by the format's names. */
    static final class RawEvent {
        final String place;
        final String dayDate;
        final String standsIn;
        final Map<String, String> fields = new HashMap<>();
        final List<ImportedAgenda.Named> people = new ArrayList<>();

        RawEvent(String place, String dayDate, String standsIn) {
            this.place = place;
            this.dayDate = dayDate;
            this.standsIn = standsIn;
        }

        String get(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    void odd(Oddity.Kind kind, String place, String detail) {
        oddities.add(new Oddity(kind, place, cut(Clean.line(detail), 200)));
    }

    /** Which program wrote the file. */
    void generator(String name) {
        ours = name.equals(GENERATOR);
    }

    /** A field of the conference. */
    void conference(String name, String value) {
        var clean = Clean.line(value);
        switch (name) {
            case "acronym" -> acronym = cut(clean, LONGEST_LINE);
            case "title" -> title = cut(clean, LONGEST_LINE);
            case "start" -> firstDay = meetingDay(clean);
            case "end" -> lastDay = meetingDay(clean);
            case "time_zone_name" -> zone = zone(clean);
            default -> {}
        }
    }

    void track(String name, String key, String color) {
        var clean = line("", name);
        if (!clean.isEmpty()) {
            tracks.put(clean, new ImportedAgenda.Track(clean, cut(Clean.line(key), LONGEST_LINE), Hues.ofHex(color)));
        }
    }

    void room(String name, String identifier, int capacity) {
        var clean = line("", name);
        rooms.computeIfAbsent(
                clean.isEmpty() ? "–" : clean, n -> new ImportedAgenda.ImportedRoom(n, identifier.strip(), capacity));
    }

    void event(RawEvent raw) {
        if (events.size() >= MOST_EVENTS) {
            throw Refusal.of("exchange.file.many", MOST_EVENTS);
        }
        var title = line(raw.place, raw.get("title"));
        if (title.isEmpty()) {
            odd(Oddity.Kind.NO_TITLE, raw.place, raw.get("id"));
            leftOut++;
            return;
        }
        var start = start(raw);
        if (start.isEmpty()) {
            odd(Oddity.Kind.NO_TIME, raw.place, title);
            leftOut++;
            return;
        }
        var standsIn = line(raw.place, raw.standsIn);
        var named = line(raw.place, raw.get("room"));
        if (!named.isEmpty() && !named.equals(standsIn)) {
            odd(Oddity.Kind.ROOM_DIFFERS, raw.place, standsIn + " / " + named);
        }
        room(standsIn, "", 0);
        var track = line(raw.place, raw.get("track"));
        if (!track.isEmpty() && !tracks.containsKey(track)) {
            if (!tracks.isEmpty() && tracks.values().stream().anyMatch(t -> t.hue() >= 0)) {
                odd(Oddity.Kind.TRACK, raw.place, track);
            }
            tracks.put(track, new ImportedAgenda.Track(track, "", -1));
        }
        var slug = raw.get("slug");
        if (!slug.isEmpty() && !SLUG.matcher(slug).matches()) {
            odd(Oddity.Kind.SLUG, raw.place, slug);
        }
        events.add(new ImportedAgenda.Event(
                raw.place,
                raw.get("guid"),
                code(raw),
                start.get(),
                minutes(raw),
                standsIn.isEmpty() ? "–" : standsIn,
                title,
                line(raw.place, raw.get("subtitle")),
                line(raw.place, raw.get("type")),
                track,
                language(raw),
                text(raw.place, raw.get("abstract")),
                text(raw.place, raw.get("description")),
                people(raw)));
    }

    /**
     * All that was gathered.
     *
     * @throws Refusal if there is nothing that could become a meeting
     */
    ImportedAgenda agenda() {
        if (title.isEmpty() && acronym.isEmpty()) {
            throw Refusal.of("exchange.file.untitled");
        }
        if (events.isEmpty()) {
            throw oddities.stream()
                    .filter(o -> o.kind() == Oddity.Kind.NO_TITLE || o.kind() == Oddity.Kind.NO_TIME)
                    .findFirst()
                    .map(first -> Refusal.of("exchange.file.nothing", leftOut, first.place()))
                    .orElseGet(() -> Refusal.of("exchange.file.empty"));
        }
        if (firstDay != null && lastDay != null && lastDay.isBefore(firstDay)) {
            odd(Oddity.Kind.DAYS, "conference", firstDay + " – " + lastDay);
            firstDay = null;
            lastDay = null;
        }
        if (zone.isEmpty()) {
            odd(Oddity.Kind.NO_ZONE, "conference", "");
        }
        return new ImportedAgenda(
                ours,
                acronym,
                title.isEmpty() ? acronym : title,
                firstDay,
                lastDay,
                zone,
                List.copyOf(tracks.values()),
                List.copyOf(rooms.values()),
                List.copyOf(events),
                List.copyOf(oddities));
    }

    private Optional<ImportedAgenda.Start> start(RawEvent raw) {
        var clock = clock(raw.get("start"));
        var date = raw.get("date").strip();
        try {
            var moment = OffsetDateTime.parse(date);
            if (!sensible(moment.toLocalDate())) {
                return Optional.empty();
            }
            if (clock != null
                    && zone.isPresent()
                    && !moment.atZoneSameInstant(zone.get())
                            .toLocalTime()
                            .truncatedTo(ChronoUnit.MINUTES)
                            .equals(clock)) {
                odd(Oddity.Kind.CLOCK_DIFFERS, raw.place, date + " / " + raw.get("start"));
            }
            return Optional.of(new ImportedAgenda.Start.At(moment));
        } catch (DateTimeException e) {
            // No instant, or none that can be read: the day and the clock may still say enough.
            var day = day(date.isEmpty() ? raw.dayDate : date);
            if (day == null || clock == null) {
                return Optional.empty();
            }
            odd(Oddity.Kind.NO_DATE, raw.place, day + " " + clock);
            return Optional.of(new ImportedAgenda.Start.OnTheClock(LocalDateTime.of(day, clock)));
        }
    }

    private int minutes(RawEvent raw) {
        var duration = raw.get("duration").strip();
        var matcher = DURATION.matcher(duration);
        var minutes =
                matcher.matches() ? Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(2)) : -1;
        if (minutes < SHORTEST_MINUTES || minutes > LONGEST_MINUTES) {
            odd(Oddity.Kind.LENGTH, raw.place, duration);
            return minutes > LONGEST_MINUTES ? LONGEST_MINUTES : minutes < 0 ? 30 : SHORTEST_MINUTES;
        }
        return minutes;
    }

    private String code(RawEvent raw) {
        var identifier = raw.get("guid").isEmpty() ? raw.get("id") : raw.get("guid");
        if (identifier.isEmpty() || raw.get("guid").isEmpty() || !identifiers.add(identifier)) {
            odd(Oddity.Kind.IDENTIFIER, raw.place, identifier);
        }
        var code = raw.get("code");
        return CODE.matcher(code).matches() && codes.add(code) ? code : "";
    }

    private String language(RawEvent raw) {
        var stated = raw.get("language").strip();
        if (stated.isEmpty()) {
            return "";
        }
        var tags = stated.split("[,;/\\s]+", -1);
        if (tags.length > 1) {
            odd(Oddity.Kind.SEVERAL_LANGUAGES, raw.place, stated);
        }
        var tag = java.util.Locale.forLanguageTag(tags[0].replace('_', '-')).getLanguage();
        if (tag.isEmpty() || org.caravanserai.text.Language.ofTag(tag).isEmpty()) {
            odd(Oddity.Kind.OTHER_LANGUAGE, raw.place, stated);
        }
        return tag.length() > 8 ? "" : tag;
    }

    private List<ImportedAgenda.Named> people(RawEvent raw) {
        var named = new ArrayList<ImportedAgenda.Named>();
        for (var person : raw.people) {
            var name = line(raw.place, person.name());
            if (!name.isEmpty()) {
                named.add(new ImportedAgenda.Named(
                        person.identifier().isEmpty() ? name : person.identifier(),
                        CODE.matcher(person.code()).matches() ? person.code() : "",
                        name,
                        text(raw.place, person.biography())));
            }
        }
        return List.copyOf(named);
    }

    private String line(String place, String value) {
        var clean = Clean.line(value);
        return clean.length() > LONGEST_LINE ? noteCut(place, clean, LONGEST_LINE) : clean;
    }

    private String text(String place, String value) {
        var clean = ours ? Clean.lines(value) : Prose.tidy(value);
        return clean.length() > LONGEST_TEXT ? noteCut(place, clean, LONGEST_TEXT) : clean;
    }

    private String noteCut(String place, String clean, int length) {
        odd(Oddity.Kind.CUT, place, clean.substring(0, 60) + "…");
        return cut(clean, length);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

    private @Nullable LocalDate meetingDay(String date) {
        var day = day(date);
        if (day == null && !date.isEmpty()) {
            odd(Oddity.Kind.DAYS, "conference", date);
        }
        return day;
    }

    private static boolean sensible(LocalDate day) {
        return day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR;
    }

    private static @Nullable LocalDate day(String date) {
        try {
            var day = LocalDate.parse(date.length() > 10 ? date.substring(0, 10) : date);
            return sensible(day) ? day : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalTime clock(String start) {
        try {
            return LocalTime.parse(start.strip()).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
