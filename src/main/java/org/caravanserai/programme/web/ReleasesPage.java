package org.caravanserai.programme.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.caravanserai.agenda.Publications.ReleaseSummary;
import org.caravanserai.agenda.ReleaseDifference.Change;
import org.caravanserai.programme.Programme;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Moments;
import org.caravanserai.text.PersonName;

/** The releases of a programme and what changed in each. */
public record ReleasesPage(Said meeting, List<ReleaseLine> releases, Links links) {

    private static final int MOST_LINES = 200;

    /** A release; {@code first} when there is none before it. */
    public record ReleaseLine(
            int number, String publishedAt, Said note, boolean first, int count, List<ChangeLine> changes) {}

    /** What changed in one session; {@code href} is empty when it is no longer in the programme. */
    public record ChangeLine(Said title, String href, List<String> changes) {}

    static ReleasesPage of(Programme programme, List<ReleaseSummary> summaries, PageReader reader, Links links) {
        var lines = new ArrayList<ReleaseLine>();
        for (var summary : summaries) {
            var first = summary.number() == 1;
            var changes = summary.difference().changes();
            lines.add(new ReleaseLine(
                    summary.number(),
                    Moments.full(
                            reader.language(),
                            summary.publishedAt(),
                            programme.zone(),
                            programme.meeting().city().text(reader.language())),
                    Said.of(summary.note(), reader.language()),
                    first,
                    changes.size(),
                    first
                            ? List.of()
                            : changes.stream()
                                    .limit(MOST_LINES)
                                    .map(c -> new ChangeLine(
                                            Said.of(c.title(), reader.language()),
                                            programme.session(c.code()).isPresent() ? links.session(c.code()) : "",
                                            c.changes().stream()
                                                    .map(change -> words(change, programme, reader))
                                                    .toList()))
                                    .toList()));
        }
        return new ReleasesPage(Said.of(programme.meeting().name(), reader.language()), List.copyOf(lines), links);
    }

    private static String words(Change change, Programme programme, PageReader reader) {
        return switch (change) {
            case Change.Added added -> reader.get("programme.change.added");
            case Change.Removed removed -> reader.get("programme.change.removed");
            case Change.Cancelled cancelled -> reader.get("programme.change.cancelled");
            case Change.Reinstated reinstated -> reader.get("programme.change.reinstated");
            case Change.OtherTime time ->
                reader.get(
                        "programme.change.time",
                        moment(time.before(), programme, reader),
                        moment(time.after(), programme, reader));
            case Change.OtherRoom room ->
                reader.get("programme.change.room", name(room.before(), reader), name(room.after(), reader));
            case Change.OtherLength length -> reader.get("programme.change.length", length.before(), length.after());
            case Change.OtherPeople people ->
                reader.get("programme.change.people", names(people.joined(), reader), names(people.left(), reader));
            case Change.OtherTitle title ->
                reader.get("programme.change.title", title.before().text(reader.language()));
            case Change.OtherTalks talks -> reader.get("programme.change.talks");
        };
    }

    private static String moment(java.time.Instant instant, Programme programme, PageReader reader) {
        return Moments.full(
                reader.language(),
                instant,
                programme.zone(),
                programme.meeting().city().text(reader.language()));
    }

    private static String name(LocalizedText room, PageReader reader) {
        return room.isEmpty() ? reader.get("programme.allRooms") : room.text(reader.language());
    }

    private static String names(List<PersonName> names, PageReader reader) {
        return names.isEmpty() ? "–" : names.stream().map(reader::name).collect(Collectors.joining(", "));
    }
}
