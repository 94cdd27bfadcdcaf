package org.caravanserai.gathering;

import java.time.LocalDate;
import java.util.UUID;

/** Something happened to an appointment. Whoever keeps what depends on appointments listens to all of it or to a part. */
public sealed interface AppointmentChanged {

    /** The appointment it happened to. */
    AppointmentId appointment();

    /** Its participants are asked. */
    record Proposed(AppointmentId appointment) implements AppointmentChanged {}

    /** It takes place. */
    record Agreed(AppointmentId appointment) implements AppointmentChanged {}

    /** Its time, place or words are others now. */
    record Rescheduled(AppointmentId appointment) implements AppointmentChanged {}

    /** One of several times of it was moved or cancelled, or is as it was again. */
    record OccurrenceChanged(AppointmentId appointment, LocalDate day) implements AppointmentChanged {}

    /** It does not take place. */
    record Cancelled(AppointmentId appointment) implements AppointmentChanged {}

    /** It was cancelled a moment ago and takes place after all. */
    record Restored(AppointmentId appointment) implements AppointmentChanged {}

    /** It has taken place. */
    record Held(AppointmentId appointment) implements AppointmentChanged {}

    /** A participant has answered. */
    record Answered(AppointmentId appointment, UUID participant, Answer answer) implements AppointmentChanged {}

    /** A participant would rather meet at another time. */
    record Countered(AppointmentId appointment, UUID participant) implements AppointmentChanged {}

    /** Somebody was asked in addition. */
    record Joined(AppointmentId appointment, UUID participant) implements AppointmentChanged {}

    /** Somebody is no longer asked. */
    record Left(AppointmentId appointment, UUID participant) implements AppointmentChanged {}
}
