package org.caravanserai.gathering;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which of her appointments somebody looks at.
 *
 * @param words what the title must contain; empty for all
 */
public record AppointmentFilter(Which which, String words) {

    /** What narrows the list. */
    public enum Which {
        /** What is to come. */
        COMING,
        /** What waits for her answer. */
        WAITING,
        /** What she has not sent yet. */
        DRAFTS,
        /** What is over or was cancelled. */
        PAST
    }

    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    Set<AppointmentState> states() {
        return switch (which) {
            case COMING, WAITING -> AppointmentState.OPEN;
            case DRAFTS -> EnumSet.of(AppointmentState.DRAFT);
            case PAST ->
                EnumSet.of(
                        AppointmentState.PROPOSED,
                        AppointmentState.AGREED,
                        AppointmentState.CHANGED,
                        AppointmentState.HELD,
                        AppointmentState.CANCELLED);
        };
    }

    Set<Answer> answers() {
        return which == Which.WAITING ? EnumSet.of(Answer.OPEN) : EnumSet.allOf(Answer.class);
    }

    Instant from(Instant now) {
        return switch (which) {
            case COMING, WAITING -> now;
            case DRAFTS, PAST -> BEGINNING;
        };
    }

    Instant until(Instant now) {
        return which == Which.PAST ? now : END;
    }

    String pattern() {
        var escaped = words.strip()
                .toLowerCase(java.util.Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + escaped + "%";
    }
}
