package org.caravanserai.gathering.booking;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.caravanserai.gathering.AppointmentChanged;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps slots in step with the appointments that were made of them. */
@Component
@Internal
class BookingFollowing {

    private final Bookings bookings;

    BookingFollowing(Bookings bookings) {
        this.bookings = bookings;
    }

    /** What is called off or moved leaves its slot; what takes place after all needs it again. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AppointmentChanged event) {
        switch (event) {
            case AppointmentChanged.Cancelled cancelled -> free(cancelled);
            case AppointmentChanged.Rescheduled moved -> free(moved);
            case AppointmentChanged.Restored restored ->
                bookings.findByAppointment(restored.appointment().value()).ifPresent(this::holdAgain);
            case AppointmentChanged.Proposed ignored -> {}
            case AppointmentChanged.Agreed ignored -> {}
            case AppointmentChanged.Held ignored -> {}
            case AppointmentChanged.OccurrenceChanged ignored -> {}
            case AppointmentChanged.Answered ignored -> {}
            case AppointmentChanged.Countered ignored -> {}
            case AppointmentChanged.Joined ignored -> {}
            case AppointmentChanged.Left ignored -> {}
        }
    }

    private void free(AppointmentChanged event) {
        bookings.findByAppointment(event.appointment().value()).ifPresent(booking -> {
            booking.free();
            bookings.save(booking);
        });
    }

    private void holdAgain(Booking booking) {
        if (bookings.overlapping(
                        booking.officeHours(),
                        booking.slot().start(),
                        booking.slot().end())
                > 0) {
            throw Refusal.of("booking.slot.gone");
        }
        booking.holdAgain();
        bookings.saveAndFlush(booking);
    }

    /** The job that frees slots whose links nobody has followed. */
    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        @Bean
        Task<Void> bookingSweepJob(BookingDesk desk) {
            return Tasks.recurring("booking-sweep", FixedDelay.of(Duration.ofMinutes(5)))
                    .execute((instance, context) -> Actor.asSystem(() -> {
                        desk.sweep();
                    }));
        }
    }
}
