package org.caravanserai.gathering.finding;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * How each start in a window suits one person, a byte for each quarter of an hour: the place of a {@link Suitability}. Offsets
 * of zones are whole quarters, so that a quarter of the world's clock is one of hers, and a day of hers is copied as a piece.
 */
final class TimeSheet {

    static final int STEP = 900;
    private static final int QUARTERS = 96;
    private static final int HOLIDAY = 7;

    private TimeSheet() {}

    /** How each quarter from {@code first} on suits a participant. */
    static byte[] quarters(Participant participant, long first, int count) {
        var cells = new byte[count];
        var days = days(participant.hours());
        paint(participant, days, first, cells);
        engage(participant.engaged(), first, cells);
        return cells;
    }

    /** When each quarter from {@code first} on is taken of a room, which keeps no hours. */
    static byte[] quarters(List<Stretch> taken, long first, int count) {
        var cells = new byte[count];
        engage(taken, first, cells);
        return cells;
    }

    /** The worst of {@code length} quarters from each one on. */
    static byte[] worstOf(byte[] cells, int length) {
        var worst = cells.clone();
        int covered = 1;
        while (covered < length) {
            int shift = Math.min(covered, length - covered);
            for (int i = 0; i + shift < worst.length; i++) {
                worst[i] = (byte) Math.max(worst[i], worst[i + shift]);
            }
            covered += shift;
        }
        return Arrays.copyOf(worst, Math.max(0, cells.length - length + 1));
    }

    private static void paint(Participant participant, byte[][] days, long first, byte[] cells) {
        var rules = participant.zone().getRules();
        int at = 0;
        while (at < cells.length) {
            var instant = Instant.ofEpochSecond((first + at) * STEP);
            int offset = rules.getOffset(instant).getTotalSeconds() / STEP;
            var transition = rules.nextTransition(instant);
            // A quarter belongs to the offset that holds when it begins.
            long end = transition == null
                    ? cells.length
                    : Math.min(cells.length, Math.ceilDiv(transition.toEpochSecond(), STEP) - first);
            while (at < end) {
                long local = first + at + offset;
                var day = LocalDate.ofEpochDay(Math.floorDiv(local, QUARTERS));
                int quarter = Math.floorMod(local, QUARTERS);
                int length = (int) Math.min(QUARTERS - quarter, end - at);
                int kind = participant.holidays().contains(day)
                        ? HOLIDAY
                        : day.getDayOfWeek().ordinal();
                System.arraycopy(days[kind], quarter, cells, at, length);
                at += length;
            }
        }
    }

    private static byte[][] days(Hours hours) {
        var days = new byte[HOLIDAY + 1][QUARTERS];
        for (int kind = 0; kind <= HOLIDAY; kind++) {
            var day = DayOfWeek.of(kind % 7 + 1);
            for (int minute = 0; minute < DaySpan.DAY; minute++) {
                int suits = hours.at(day, kind == HOLIDAY, minute).ordinal();
                int quarter = minute / 15;
                days[kind][quarter] = (byte) Math.max(days[kind][quarter], suits);
            }
        }
        return days;
    }

    private static void engage(List<Stretch> engaged, long first, byte[] cells) {
        for (var stretch : engaged) {
            var suits = (byte) (stretch.firm() ? Suitability.ENGAGED : Suitability.RATHER_NOT).ordinal();
            long from = Math.max(0, Math.floorDiv(stretch.from().getEpochSecond(), STEP) - first);
            long until = Math.min(cells.length, Math.ceilDiv(secondAfter(stretch.until()), STEP) - first);
            for (long i = from; i < until; i++) {
                cells[(int) i] = (byte) Math.max(cells[(int) i], suits);
            }
        }
    }

    private static long secondAfter(Instant instant) {
        return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
    }
}
