package org.caravanserai.gathering;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.jspecify.annotations.Nullable;

/** One of several times that was moved or cancelled. */
@Entity
class OccurrenceChange extends Aggregate {

    private UUID appointment;

    @Column(name = "occurrence_day")
    private LocalDate day;

    private @Nullable Instant startsAt;

    private int minutes;

    @SuppressWarnings("NullAway.Init")
    protected OccurrenceChange() {}

    OccurrenceChange(AppointmentId appointment, LocalDate day) {
        this.appointment = appointment.value();
        this.day = day;
    }

    LocalDate day() {
        return day;
    }

    UUID appointment() {
        return appointment;
    }

    /** It is at another time. */
    void move(AppointmentTime time) {
        startsAt = time.start();
        minutes = Math.toIntExact(time.length().toMinutes());
    }

    /** It does not take place. */
    void cancel() {
        startsAt = null;
        minutes = 0;
    }

    /** What the rule's occurrence has become by it. */
    Occurrence of(Occurrence regular, ZoneId zone) {
        return startsAt == null
                ? new Occurrence(day, regular.time(), Occurrence.State.CANCELLED)
                : new Occurrence(
                        day, new AppointmentTime(startsAt, Duration.ofMinutes(minutes), zone), Occurrence.State.MOVED);
    }
}
