package org.caravanserai.gathering.finding;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Shares the inconvenience of a group that meets again and again: who put up much with the last meetings is spared next. */
public final class Rotation {

    /** So many meetings back are remembered. */
    public static final int REMEMBERED = 6;

    private Rotation() {}

    /**
     * A meeting of the group that has been.
     *
     * @param start its first instant
     * @param end the first instant after it
     */
    public record Past(Instant start, Instant end) {}

    /** The participants with what each put up with in the last of these meetings, in any order. */
    public static List<Participant> shared(List<Participant> participants, List<Past> meetings) {
        var last = meetings.stream()
                .sorted(Comparator.comparing(Past::start).reversed())
                .limit(REMEMBERED)
                .toList();
        return participants.stream()
                .map(each -> each.owed(last.stream()
                        .mapToInt(meeting -> TimeFinder.inconvenience(each, meeting.start(), meeting.end()))
                        .sum()))
                .toList();
    }
}
