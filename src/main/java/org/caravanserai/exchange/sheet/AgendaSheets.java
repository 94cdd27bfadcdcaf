package org.caravanserai.exchange.sheet;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaBoard.BoardPerson;
import org.caravanserai.agenda.AgendaBoard.BoardPlace;
import org.caravanserai.agenda.AgendaBoard.BoardSession;
import org.caravanserai.agenda.AgendaBoards;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.conflict.Conflict;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.MeetingSheet;
import org.caravanserai.platform.Spreadsheets;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The working agenda and its conflicts to take along. */
@Configuration(proxyBeanMethods = false)
class AgendaSheets {

    private final AgendaBoards boards;
    private final Messages messages;

    AgendaSheets(AgendaBoards boards, Messages messages) {
        this.boards = boards;
        this.messages = messages;
    }

    /** A table made of the board. */
    private record OfBoard(String name, AgendaBoards boards, Made made) implements MeetingSheet {

        interface Made {
            Spreadsheets.Table of(AgendaBoard board, Language in);
        }

        @Override
        public Spreadsheets.Table table(UUID meeting, Language in) {
            return made.of(boards.board(new MeetingId(meeting)), in);
        }
    }

    @Bean
    @Order(400)
    MeetingSheet agendaSheet() {
        return new OfBoard("agenda", boards, this::agenda);
    }

    @Bean
    @Order(500)
    MeetingSheet conflictSheet() {
        return new OfBoard("conflicts", boards, this::conflicts);
    }

    private Spreadsheets.Table agenda(AgendaBoard board, Language in) {
        var rooms = rooms(board, in);
        var rows = board.sessions().stream()
                .sorted(Comparator.comparing((BoardSession s) ->
                                s.place().map(p -> p.spot().start()).orElse(Instant.MAX))
                        .thenComparing(BoardSession::code))
                .map(session -> row(session, board, rooms, in))
                .toList();
        return new Spreadsheets.Table(
                heads(
                        in,
                        "review.column.code",
                        "review.column.title",
                        "review.column.type",
                        "review.column.topic",
                        "agenda.board.day",
                        "exchange.column.start",
                        "exchange.column.end",
                        "exchange.column.zone",
                        "review.column.minutes",
                        "agenda.board.room",
                        "programme.session.people"),
                rows);
    }

    private static List<String> row(BoardSession session, AgendaBoard board, Map<UUID, String> rooms, Language in) {
        var spot = session.place().map(BoardPlace::spot);
        var start = spot.map(s -> s.start().atZone(board.zone()));
        return List.of(
                session.code(),
                session.title().text(in),
                session.type().text(in),
                session.topic().text(in),
                start.map(s -> s.toLocalDate().toString()).orElse(""),
                start.map(AgendaSheets::clock).orElse(""),
                spot.map(AgendaSpot::end)
                        .map(end -> clock(end.atZone(board.zone())))
                        .orElse(""),
                spot.isPresent() ? board.city().text(in) : "",
                Integer.toString(spot.map(AgendaSpot::minutes).orElse(session.minutes())),
                spot.flatMap(s -> Optional.ofNullable(s.room()))
                        .map(room -> rooms.getOrDefault(room, ""))
                        .orElse(""),
                session.people().stream().map(p -> p.name().in(in)).collect(Collectors.joining("; ")));
    }

    private Spreadsheets.Table conflicts(AgendaBoard board, Language in) {
        var rooms = rooms(board, in);
        var sessions = new HashMap<UUID, String>();
        var people = new HashMap<UUID, String>();
        for (var session : board.sessions()) {
            sessions.put(session.key(), session.code() + " " + session.title().text(in));
            for (BoardPerson person : session.people()) {
                people.put(person.key(), person.name().in(in));
            }
        }
        var rows = board.conflicts().stream()
                .map(conflict -> row(conflict, sessions, people, rooms, in))
                .sorted(Comparator.comparing((List<String> row) -> row.getFirst())
                        .thenComparing(row -> row.get(1)))
                .toList();
        return new Spreadsheets.Table(
                heads(
                        in,
                        "exchange.column.conflict",
                        "programme.column.session",
                        "exchange.column.other",
                        "agenda.board.room",
                        "programme.session.people"),
                rows);
    }

    private List<String> row(
            Conflict conflict,
            Map<UUID, String> sessions,
            Map<UUID, String> people,
            Map<UUID, String> rooms,
            Language in) {
        return List.of(
                messages.get(in, "conflict.kind." + conflict.kind().name()),
                sessions.getOrDefault(conflict.session(), ""),
                Optional.ofNullable(conflict.other())
                        .map(other -> sessions.getOrDefault(other, ""))
                        .orElse(""),
                Optional.ofNullable(conflict.room())
                        .map(room -> rooms.getOrDefault(room, ""))
                        .orElse(""),
                conflict.people().stream()
                        .map(people::get)
                        .filter(Objects::nonNull)
                        .sorted()
                        .collect(Collectors.joining("; ")));
    }

    private static Map<UUID, String> rooms(AgendaBoard board, Language in) {
        return board.rooms().stream()
                .collect(Collectors.toMap(AgendaBoard.BoardRoom::key, room -> text(room.name(), in)));
    }

    private static String text(LocalizedText text, Language in) {
        return text.text(in);
    }

    private static String clock(ZonedDateTime at) {
        return "%02d:%02d".formatted(at.getHour(), at.getMinute());
    }

    private List<String> heads(Language in, String... keys) {
        return Stream.of(keys).map(key -> messages.get(in, key)).toList();
    }
}
