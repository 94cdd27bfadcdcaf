package org.caravanserai.gathering.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.caravanserai.text.Refusal;

/** When a candidate of a poll would be: at an instant for some minutes, or all of a day. */
public sealed interface CandidateTime extends Comparable<CandidateTime> {

    /** The shortest length of a meeting. */
    int SHORTEST = 5;

    /** The longest length of a meeting that is not all of a day. */
    int LONGEST = 24 * 60;

    /** Earlier ones come first; instants before days. */
    @Override
    default int compareTo(CandidateTime other) {
        return switch (this) {
            case Slot mine
            when other instanceof Slot theirs ->
                Comparator.comparing(Slot::start).thenComparing(Slot::minutes).compare(mine, theirs);
            case WholeDay mine
            when other instanceof WholeDay theirs -> mine.day().compareTo(theirs.day());
            case Slot mine -> -1;
            case WholeDay mine -> 1;
        };
    }

    /** From an instant on, for some minutes. It is the same moment everywhere, on different clocks. */
    record Slot(Instant start, int minutes) implements CandidateTime {

        /** @throws Refusal if it is too short or too long */
        public Slot {
            if (minutes < SHORTEST || minutes > LONGEST) {
                throw Refusal.at("minutes", "poll.minutes.range", SHORTEST, LONGEST);
            }
        }

        /** The first instant after it. */
        public Instant end() {
            return start.plus(Duration.ofMinutes(minutes));
        }
    }

    /** A day on the calendar, which is the same day everywhere and never converted. */
    record WholeDay(LocalDate day) implements CandidateTime {}
}
