package org.caravanserai.gathering.finding;

import java.time.LocalTime;
import org.caravanserai.text.Refusal;

/**
 * A part of a day by the clock of whoever keeps it.
 *
 * @param from the first minute of the day, from 0
 * @param until the minute before which it ends, up to 1 440
 */
public record DaySpan(int from, int until) implements Comparable<DaySpan> {

    /** The minutes of a day. */
    public static final int DAY = 1_440;

    /**
     * A part of a day.
     *
     * @throws Refusal if it does not end after it begins, within one day
     */
    public DaySpan {
        if (from < 0 || until > DAY || from >= until) {
            throw Refusal.of("finding.span.wrong");
        }
    }

    /** A part of a day between two whole hours. */
    public static DaySpan hours(int from, int until) {
        return new DaySpan(from * 60, until * 60);
    }

    /** A part of a day; one that ends at midnight ends with the day. */
    public static DaySpan of(LocalTime from, LocalTime until) {
        var end = until.toSecondOfDay() / 60;
        return new DaySpan(from.toSecondOfDay() / 60, end == 0 ? DAY : end);
    }

    /** When it begins. */
    public LocalTime start() {
        return LocalTime.of(from / 60, from % 60);
    }

    /** When it ends; midnight for the end of the day. */
    public LocalTime end() {
        return LocalTime.of(until / 60 % 24, until % 60);
    }

    /** Whether a minute of the day lies in it. */
    public boolean has(int minute) {
        return from <= minute && minute < until;
    }

    /** Whether the two have a minute in common. */
    public boolean meets(DaySpan other) {
        return from < other.until && other.from < until;
    }

    @Override
    public int compareTo(DaySpan other) {
        return from != other.from ? Integer.compare(from, other.from) : Integer.compare(until, other.until);
    }

    /** As it is stored, such as {@code 540-1080}. */
    public String text() {
        return from + "-" + until;
    }

    /** What {@link #text} wrote. */
    public static DaySpan parse(String text) {
        var dash = text.indexOf('-');
        return new DaySpan(Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }
}
