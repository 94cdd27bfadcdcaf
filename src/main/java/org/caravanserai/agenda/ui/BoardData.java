package org.caravanserai.agenda.ui;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaBoard.BoardSession;
import org.caravanserai.agenda.AgendaPlacing;
import org.caravanserai.agenda.AgendaPresence;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.shell.Hue;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;
import org.jspecify.annotations.Nullable;

/** Writes a board in the words of one reader, in the shape that the board's element reads. */
final class BoardData {

    /** The zones of the six countries, by cities that name them in all languages, and that of the world. */
    private static final String[] COMMON = {
        "Asia/Tokyo", "Asia/Almaty", "Asia/Tashkent", "Asia/Bishkek", "Asia/Dushanbe", "Asia/Ashgabat", "UTC"
    };

    private final Words words;
    private final AgendaBoard board;
    private final List<LocalDate> days;
    private final Map<UUID, String> titles = new HashMap<>();
    private final ConflictWords conflictWords;

    /**
     * A whole board.
     *
     * @param city where the meeting is; its times are the board's times
     * @param zones zones whose times can stand beside the meeting's, the reader's own first if it differs
     * @param zone the meeting's zone, by which the element knows the present
     * @param own whether the first zone is the reader's own
     * @param words the element's words by their names
     */
    record Board(
            List<Day> days,
            List<Room> rooms,
            String city,
            String zone,
            List<Zone> zones,
            boolean own,
            List<Session> sessions,
            List<Conflict> conflicts,
            AgendaPlacing.Steps steps,
            Map<String, Object> words) {}

    /** A day. */
    record Day(String date, String label) {}

    /** Another zone; its shifts are what must be added to the meeting's minutes on each day to get its own. */
    record Zone(String key, String city, List<Long> shifts) {}

    /** A room; 0 seats when not known. */
    record Room(String key, String name, String venue, int capacity, boolean online) {}

    /** A session; {@code place} is null while it waits. */
    record Session(
            String key,
            String code,
            String title,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String lang,

            String type,
            String topic,
            String hue,
            int minutes,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int before,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int after,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean everywhere,
            String people,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int talks,
            @Nullable Place place) {}

    /** A place: the day by its position, the start in minutes after midnight; all rooms is an empty room. */
    record Place(int day, int start, int minutes, String room, long version) {}

    /** A conflict in a word and in a sentence. */
    record Conflict(String word, String text, List<String> sessions) {}

    /** What is different now. */
    record Change(List<Session> sessions, List<Conflict> conflicts, AgendaPlacing.@Nullable Steps steps, String say) {}

    /** Somebody at the board, and the keys of what she holds. */
    record Present(String name, String initials, boolean own, List<String> held) {}

    BoardData(AgendaBoard board, Words words) {
        this.board = board;
        this.words = words;
        var shown = new TreeSet<>(board.days());
        // What was placed before the meeting's days were changed must still be found.
        board.sessions()
                .forEach(session -> session.place()
                        .ifPresent(place -> shown.add(
                                place.spot().start().atZone(board.zone()).toLocalDate())));
        this.days = List.copyOf(shown);
        for (var session : board.sessions()) {
            titles.put(session.key(), words.text(session.title()));
        }
        this.conflictWords = new ConflictWords(board, words);
    }

    Board all(AgendaPlacing.Steps steps) {
        var zones = zones();
        return new Board(
                days.stream().map(this::day).toList(),
                board.rooms().stream()
                        .map(room -> new Room(
                                room.key().toString(),
                                words.text(room.name()),
                                words.text(room.venue()),
                                room.capacity(),
                                room.online()))
                        .toList(),
                words.text(board.city()),
                board.zone().getId(),
                zones,
                zones.stream().findFirst().filter(this::isOwn).isPresent(),
                sessions(board.sessions()),
                conflicts(board.conflicts()),
                steps,
                BoardWords.of(words));
    }

    /** Whether every placed session of these stands on a day that the board has a tab for. */
    boolean knowsDaysOf(Collection<BoardSession> sessions) {
        return sessions.stream()
                .flatMap(session -> session.place().stream())
                .allMatch(place ->
                        days.contains(place.spot().start().atZone(board.zone()).toLocalDate()));
    }

    List<Session> sessions(Collection<BoardSession> sessions) {
        return sessions.stream().map(this::session).toList();
    }

    List<Conflict> conflicts(Set<org.caravanserai.agenda.conflict.Conflict> conflicts) {
        var written = new ArrayList<Conflict>();
        for (var conflict : conflicts) {
            var keys = Stream.concat(Stream.of(conflict.session()), Stream.ofNullable(conflict.other()));
            written.add(new Conflict(
                    ConflictWords.kind(conflict.kind(), words),
                    conflictWords.text(conflict),
                    keys.map(UUID::toString).toList()));
        }
        written.sort(java.util.Comparator.comparing(Conflict::word).thenComparing(Conflict::text));
        return written;
    }

    /** A place in words: day, times and room. */
    String where(AgendaSpot spot) {
        var start = spot.start().atZone(board.zone());
        var room = board.rooms().stream()
                .filter(r -> r.key().equals(spot.room()))
                .map(r -> words.text(r.name()))
                .findFirst()
                .orElseGet(() -> words.get(spot.room() == null ? "agenda.board.allRooms" : "board.log.roomGone"));
        return words.get(
                "board.log.where",
                Moments.shortDay(words.language(), start.toLocalDate()),
                Moments.time(words.language(), spot.start(), board.zone()),
                Moments.time(words.language(), spot.end(), board.zone()),
                words.text(board.city()),
                room);
    }

    /** Who is at the board, as its element shows it. */
    List<Present> present(List<AgendaPresence.Present> all, UUID own) {
        return all.stream()
                .map(each -> new Present(
                        words.name(each.name()),
                        PersonText.initials(each.name()),
                        each.board().equals(own),
                        each.held().stream().map(UUID::toString).toList()))
                .toList();
    }

    /** Some conflicts, such as those that forbid a move, in one line. */
    String sentences(Set<org.caravanserai.agenda.conflict.Conflict> conflicts) {
        return conflictWords.sentences(conflicts);
    }

    /** A session's title; empty if it is not on this board. */
    String title(UUID session) {
        return titles.getOrDefault(session, "");
    }

    private Day day(LocalDate date) {
        return new Day(date.toString(), Moments.shortDay(words.language(), date));
    }

    private List<Zone> zones() {
        return Stream.concat(Stream.of(words.zone()), Stream.of(COMMON).map(ZoneId::of))
                .map(zone -> new Zone(
                        zone.getId(),
                        Moments.city(words.language(), zone),
                        days.stream().map(day -> shift(day, zone)).toList()))
                .filter(zone -> zone.shifts().stream().anyMatch(shift -> shift != 0))
                .collect(Collectors.toMap(Zone::shifts, zone -> zone, (first, same) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private boolean isOwn(Zone zone) {
        return zone.key().equals(words.zone().getId());
    }

    private long shift(LocalDate day, ZoneId zone) {
        var noon = day.atTime(LocalTime.NOON).atZone(board.zone()).toInstant();
        return Duration.ofSeconds(zone.getRules().getOffset(noon).getTotalSeconds()
                        - board.zone().getRules().getOffset(noon).getTotalSeconds())
                .toMinutes();
    }

    private Session session(BoardSession session) {
        var title = session.title().in(words.language());
        return new Session(
                session.key().toString(),
                session.code(),
                title.text(),
                title.language() == words.language() ? null : title.language().tag(),
                words.text(session.type()),
                words.text(session.topic()),
                session.hue() < 0 ? "" : Hue.of(session.hue()),
                session.minutes(),
                session.before(),
                session.after(),
                session.everywhere(),
                session.people().stream()
                        .map(person -> words.name(person.name()))
                        .collect(Collectors.joining(", ")),
                session.talks().size(),
                session.place().map(this::place).orElse(null));
    }

    private Place place(AgendaBoard.BoardPlace place) {
        var spot = place.spot();
        var start = spot.start().atZone(board.zone());
        var room = spot.room();
        return new Place(
                days.indexOf(start.toLocalDate()),
                start.toLocalTime().toSecondOfDay() / 60,
                spot.minutes(),
                room == null ? "" : room.toString(),
                place.version());
    }
}
