package org.caravanserai.agenda.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.conflict.Conflict;
import org.caravanserai.agenda.conflict.Conflict.Detail;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;

/** Says of an agenda's conflicts, in the reader's words, what is wrong, in which sessions, and whom and what it concerns. */
final class ConflictWords {

    private final Words words;
    private final Map<UUID, String> sessions = new HashMap<>();
    private final Map<UUID, PersonName> people = new HashMap<>();
    private final Map<UUID, LocalizedText> rooms = new HashMap<>();

    ConflictWords(AgendaBoard board, Words words) {
        this.words = words;
        for (var session : board.sessions()) {
            sessions.put(session.key(), words.text(session.title()));
            session.people().forEach(person -> people.put(person.key(), person.name()));
        }
        board.rooms().forEach(room -> rooms.put(room.key(), room.name()));
    }

    /** The kind in a few words. */
    static String kind(ConflictKind kind, Words words) {
        return words.get("conflict.kind." + kind.name());
    }

    /** The sessions concerned, and behind them whom and what it concerns. */
    String text(Conflict conflict) {
        var titles = new ArrayList<String>();
        titles.add(sessions.getOrDefault(conflict.session(), ""));
        if (conflict.other() != null) {
            titles.add(sessions.getOrDefault(conflict.other(), ""));
        }
        var parts = new ArrayList<String>();
        Optional.ofNullable(conflict.room())
                .flatMap(room -> Optional.ofNullable(rooms.get(room)))
                .map(words::text)
                .ifPresent(parts::add);
        if (!conflict.people().isEmpty()) {
            parts.add(conflict.people().stream()
                    .flatMap(key -> Optional.ofNullable(people.get(key)).stream())
                    .map(words::name)
                    .sorted()
                    .collect(Collectors.joining(", ")));
        }
        detail(conflict.detail()).ifPresent(parts::add);
        parts.removeIf(String::isEmpty);
        var text = String.join(" — ", titles);
        return parts.isEmpty() ? text : text + " (" + String.join("; ", parts) + ")";
    }

    /** Several conflicts in one line, each with its kind. */
    String sentences(Collection<Conflict> conflicts) {
        return conflicts.stream()
                .map(conflict -> kind(conflict.kind(), words) + ": " + text(conflict))
                .sorted()
                .distinct()
                .collect(Collectors.joining(". "));
    }

    private Optional<String> detail(Detail detail) {
        return switch (detail) {
            case Detail.None none -> Optional.empty();
            case Detail.Seats seats ->
                Optional.of(words.get("conflict.detail.seats", seats.expected(), seats.capacity()));
            case Detail.Lacking lacking ->
                Optional.of(words.get(
                        "conflict.detail.lacking",
                        lacking.equipment().stream()
                                .sorted()
                                .map(each -> words.get("meeting.equipment." + each.name()))
                                .collect(Collectors.joining(", "))));
            case Detail.Booths booths ->
                Optional.of(words.get("conflict.detail.booths", booths.needed(), booths.present()));
            case Detail.Overrun over ->
                Optional.of(words.get("conflict.detail.overrun", over.minutes(), names(over.talks())));
            case Detail.Holiday holiday -> Optional.of(words.day(holiday.day()) + ", " + words.text(holiday.name()));
            case Detail.Topics topics -> Optional.of(names(topics.names()));
            case Detail.Listeners listeners -> Optional.of(words.get("conflict.detail.listeners", listeners.people()));
            case Detail.Way way -> Optional.of(words.get("conflict.detail.way", way.minutes(), way.needed()));
        };
    }

    private String names(List<LocalizedText> names) {
        return names.stream().map(words::text).collect(Collectors.joining(", "));
    }
}
