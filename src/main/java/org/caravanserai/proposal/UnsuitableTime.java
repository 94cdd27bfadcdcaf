package org.caravanserai.proposal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A day of the meeting, or half of one, at which a proposal cannot take place. Days and times of day are the meeting's.
 *
 * @param day the day
 * @param part which part of it
 */
public record UnsuitableTime(LocalDate day, Part part) implements Comparable<UnsuitableTime> {

    /** Where the morning ends and the afternoon begins. */
    public static final LocalTime MIDDAY = LocalTime.of(13, 0);

    /** A part of a day. */
    public enum Part {
        DAY,
        MORNING,
        AFTERNOON
    }

    /** When it begins. */
    public LocalDateTime start() {
        return part == Part.AFTERNOON ? day.atTime(MIDDAY) : day.atStartOfDay();
    }

    /** The first moment after it. */
    public LocalDateTime end() {
        return part == Part.MORNING ? day.atTime(MIDDAY) : day.plusDays(1).atStartOfDay();
    }

    /** Whether the half-open stretch of time from {@code start} to {@code end} touches it. */
    public boolean touches(LocalDateTime start, LocalDateTime end) {
        return start.isBefore(end()) && start().isBefore(end);
    }

    /** As it is stored: {@code 2027-06-08}, {@code 2027-06-08/morning} or {@code 2027-06-08/afternoon}. */
    @Override
    public String toString() {
        return part == Part.DAY ? day.toString() : day + "/" + part.name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #toString()} wrote; empty if it is something else. */
    public static Optional<UnsuitableTime> parse(String written) {
        var slash = written.indexOf('/');
        try {
            return Optional.of(
                    slash < 0
                            ? new UnsuitableTime(LocalDate.parse(written), Part.DAY)
                            : new UnsuitableTime(
                                    LocalDate.parse(written.substring(0, slash)),
                                    Part.valueOf(written.substring(slash + 1).toUpperCase(Locale.ROOT))));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(UnsuitableTime other) {
        return Comparator.comparing(UnsuitableTime::day)
                .thenComparing(UnsuitableTime::part)
                .compare(this, other);
    }
}
