package org.caravanserai.gathering.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All bookings. */
interface Bookings extends JpaRepository<Booking, UUID> {

    /** Those that hold a slot that ends after a moment, in order. */
    @Query("select b from Booking b where b.officeHours = :officeHours and b.heldStart is not null and b.end > :after"
            + " order by b.start, b.id")
    List<Booking> holding(UUID officeHours, Instant after, Limit limit);

    Optional<Booking> findBySecretHash(String hash);

    Optional<Booking> findByAppointment(UUID appointment);

    /** The keys of those in a state that were made before a moment. */
    @Query("select b.id from Booking b where b.state = :state and b.madeAt < :before order by b.madeAt")
    List<UUID> madeBefore(BookingState state, Instant before, Limit limit);

    /** How many hold a slot that has a moment in common with this stretch. */
    @Query("select count(b) from Booking b where b.officeHours = :officeHours and b.heldStart is not null"
            + " and b.start < :until and b.end > :from")
    int overlapping(UUID officeHours, Instant from, Instant until);

    /** What waits for these people's agreement within a window. */
    @Query(
            "select o.person as person, b.start as begins, b.end as ends from Booking b join OfficeHours o on o.id = b.officeHours"
                    + " where o.person in :people and b.state = org.caravanserai.gathering.booking.BookingState.ASKED"
                    + " and b.start < :until and b.end > :from")
    List<Waiting> waiting(Collection<UUID> people, Instant from, Instant until);

    /** What waits for somebody's agreement and is not over: hers, or that of whom she wants to see. */
    @Query(
            "select b from Booking b join OfficeHours o on o.id = b.officeHours"
                    + " where (o.person = :person or b.visitor = :person)"
                    + " and b.state = org.caravanserai.gathering.booking.BookingState.ASKED and b.end > :since order by b.start, b.id")
    List<Booking> waitingFor(UUID person, Instant since);

    /** When a booking is that waits, and for whom. */
    interface Waiting {
        UUID getPerson();

        Instant getBegins();

        Instant getEnds();
    }
}
