package org.caravanserai.gathering;

import java.time.LocalDate;

/**
 * One time that an appointment takes place.
 *
 * @param day the day on which the rule has it, by which it is known even when it was moved
 * @param time when it is
 * @param state whether it is as the rule has it
 */
public record Occurrence(LocalDate day, AppointmentTime time, State state) {

    /** What has become of one of several. */
    public enum State {
        REGULAR,
        MOVED,
        CANCELLED
    }
}
