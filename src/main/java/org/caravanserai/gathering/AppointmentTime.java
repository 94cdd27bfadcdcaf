package org.caravanserai.gathering;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.caravanserai.text.Refusal;

/**
 * When an appointment is.
 *
 * @param start its first instant, of whole minutes
 * @param length how long it lasts, of whole minutes
 * @param zone the zone in which it was agreed; what repeats keeps its time of day there
 */
public record AppointmentTime(Instant start, Duration length, ZoneId zone) {

    /** The shortest an appointment may be. */
    public static final Duration SHORTEST = Duration.ofMinutes(5);

    /** The longest an appointment may be. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** @throws Refusal if it is too short or too long */
    public AppointmentTime {
        start = start.truncatedTo(ChronoUnit.MINUTES);
        length = length.truncatedTo(ChronoUnit.MINUTES);
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw Refusal.at("length", "appointment.length.limits", SHORTEST.toMinutes(), LONGEST.toHours());
        }
    }

    /** The first instant after it. */
    public Instant end() {
        return start.plus(length);
    }

    /** Its beginning on the clocks of its zone. */
    public ZonedDateTime local() {
        return start.atZone(zone);
    }

    /** The day on which it begins in its zone. */
    public LocalDate day() {
        return local().toLocalDate();
    }
}
