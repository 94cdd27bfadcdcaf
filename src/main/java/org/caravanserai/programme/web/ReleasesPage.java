package org.caravanserai.programme.web;

import java.util.ArrayList;
import java.util.List;
import org.caravanserai.agenda.Publications.ReleaseSummary;
import org.caravanserai.agenda.ReleaseWords;
import org.caravanserai.programme.Programme;
import org.caravanserai.shell.PageReader;

/** The releases of a programme and what changed in each. */
public record ReleasesPage(Said meeting, List<ReleaseLine> releases, Links links) {

    private static final int MOST_LINES = 200;

    /** A release; {@code first} when there is none before it. */
    public record ReleaseLine(
            int number, String publishedAt, Said note, boolean first, int count, List<ChangeLine> changes) {}

    /** What changed in one session; {@code href} is empty when it is no longer in the programme. */
    public record ChangeLine(Said title, String href, List<String> changes) {}

    static ReleasesPage of(
            Programme programme,
            List<ReleaseSummary> summaries,
            ReleaseWords releaseWords,
            PageReader reader,
            Links links) {
        var reading = new ReleaseWords.Reading(
                reader.language(), programme.zone(), programme.meeting().city(), reader.zone());
        var lines = new ArrayList<ReleaseLine>();
        for (var summary : summaries) {
            var first = summary.number() == 1;
            var changes = summary.difference().changes();
            lines.add(new ReleaseLine(
                    summary.number(),
                    reading.moment(summary.publishedAt()),
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
                                                    .map(change -> releaseWords.of(change, reading))
                                                    .toList()))
                                    .toList()));
        }
        return new ReleasesPage(Said.of(programme.meeting().name(), reader.language()), List.copyOf(lines), links);
    }
}
