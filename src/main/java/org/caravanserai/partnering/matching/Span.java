package org.caravanserai.partnering.matching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When something is needed or can be had: days, either end of which may be open.
 *
 * @param from the first day; empty if it may begin at once
 * @param until the last day; empty if there is no end
 */
public record Span(Optional<LocalDate> from, Optional<LocalDate> until) {

    /** At any time. */
    public static final Span ANY = new Span(Optional.empty(), Optional.empty());

    /** Whether a day is said at all. */
    public boolean isSaid() {
        return from.isPresent() || until.isPresent();
    }

    /** Which part of the shorter of two falls into both, from 0 to 1; what has an open end is as long as the other. */
    double overlap(Span other) {
        var begin = later(from, other.from);
        var end = earlier(until, other.until);
        if (begin.isEmpty() || end.isEmpty()) {
            return 1;
        }
        long both = ChronoUnit.DAYS.between(begin.get(), end.get()) + 1;
        if (both <= 0) {
            return 0;
        }
        long shorter = Math.min(length(both), other.length(both));
        return Math.min(1, (double) both / shorter);
    }

    private long length(long unless) {
        return from.isPresent() && until.isPresent() ? ChronoUnit.DAYS.between(from.get(), until.get()) + 1 : unless;
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().isAfter(other.get()) ? one.get() : other.get())
                : one.or(() -> other);
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().isBefore(other.get()) ? one.get() : other.get())
                : one.or(() -> other);
    }
}
