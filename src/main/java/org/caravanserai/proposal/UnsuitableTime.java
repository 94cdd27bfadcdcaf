package org.caravanserai.proposal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A day of the meeting, or half of one, at which a proposal cannot take place or would rather not. Days and times of day are
 * the meeting's.
 *
 * @param day the day
 * @param part which part of it
 * @param strength how much it does not suit
 */
public record UnsuitableTime(LocalDate day, Part part, Strength strength) implements Comparable<UnsuitableTime> {

    /** Where the morning ends and the afternoon begins. */
    public static final LocalTime MIDDAY = LocalTime.of(13, 0);

    private static final String RATHER_NOT = "/rather-not";

    /** A time that is impossible. */
    public UnsuitableTime(LocalDate day, Part part) {
        this(day, part, Strength.CANNOT);
    }

    /** A part of a day. */
    public enum Part {
        DAY,
        MORNING,
        AFTERNOON
    }

    /** How much a time does not suit. */
    public enum Strength {
        /** It is impossible. */
        CANNOT,
        /** It is possible, and another time would be better. */
        RATHER_NOT
    }

    /** When it begins, by the meeting's clock. */
    public LocalDateTime start() {
        return part == Part.AFTERNOON ? day.atTime(MIDDAY) : day.atStartOfDay();
    }

    /** The first moment after it, by the meeting's clock. */
    public LocalDateTime end() {
        return part == Part.MORNING ? day.atTime(MIDDAY) : day.plusDays(1).atStartOfDay();
    }

    /** Whether the half-open stretch of time from {@code start} to {@code end} touches it. */
    public boolean touches(LocalDateTime start, LocalDateTime end) {
        return start.isBefore(end()) && start().isBefore(end);
    }

    /**
     * As it is stored: {@code 2027-06-08}, {@code 2027-06-08/morning} or {@code 2027-06-08/afternoon}, and behind that
     * {@code /rather-not} unless it is impossible.
     */
    @Override
    public String toString() {
        return (part == Part.DAY ? day.toString() : day + "/" + part.name().toLowerCase(Locale.ROOT))
                + (strength == Strength.RATHER_NOT ? RATHER_NOT : "");
    }

    /** Reads what {@link #toString()} wrote; empty if it is something else. */
    public static Optional<UnsuitableTime> parse(String written) {
        var soft = written.endsWith(RATHER_NOT);
        var when = soft ? written.substring(0, written.length() - RATHER_NOT.length()) : written;
        var strength = soft ? Strength.RATHER_NOT : Strength.CANNOT;
        var slash = when.indexOf('/');
        try {
            return Optional.of(
                    slash < 0
                            ? new UnsuitableTime(LocalDate.parse(when), Part.DAY, strength)
                            : new UnsuitableTime(
                                    LocalDate.parse(when.substring(0, slash)),
                                    Part.valueOf(when.substring(slash + 1).toUpperCase(Locale.ROOT)),
                                    strength));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(UnsuitableTime other) {
        return Comparator.comparing(UnsuitableTime::day)
                .thenComparing(UnsuitableTime::part)
                .thenComparing(UnsuitableTime::strength)
                .compare(this, other);
    }
}
