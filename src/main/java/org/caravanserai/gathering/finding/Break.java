package org.caravanserai.gathering.finding;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.caravanserai.text.Refusal;

/**
 * A break that a person keeps within her working day.
 *
 * @param days the weekdays on which she keeps it, at least one
 */
public record Break(Kind kind, DaySpan span, Set<DayOfWeek> days) {

    /** What a break is for; known to its owner alone. */
    public enum Kind {
        LUNCH,
        PRAYER,
        OTHER
    }

    /**
     * A break.
     *
     * @throws Refusal if it is kept on no day
     */
    public Break {
        if (days.isEmpty()) {
            throw Refusal.at("breaks", "finding.break.days");
        }
        days = Set.copyOf(days);
    }

    /** As it is stored, such as {@code LUNCH:780-840:12345}. */
    String text() {
        return kind + ":" + span.text() + ":"
                + days.stream()
                        .sorted()
                        .map(day -> Integer.toString(day.getValue()))
                        .collect(Collectors.joining());
    }

    /** What {@link #text} wrote. */
    static Break parse(String text) {
        var parts = text.split(":", -1);
        var days = EnumSet.noneOf(DayOfWeek.class);
        parts[2].chars().forEach(digit -> days.add(DayOfWeek.of(digit - '0')));
        return new Break(Kind.valueOf(parts[0]), DaySpan.parse(parts[1]), days);
    }
}
