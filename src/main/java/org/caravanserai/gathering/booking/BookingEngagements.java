package org.caravanserai.gathering.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.caravanserai.people.Engagement;
import org.caravanserai.people.Engagements;
import org.caravanserai.people.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bookings that wait for a person's answer; those that are taken are appointments. */
@Component
class BookingEngagements implements Engagements {

    private final Bookings bookings;

    BookingEngagements(Bookings bookings) {
        this.bookings = bookings;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Engagement> of(Collection<PersonId> people, Instant from, Instant until) {
        if (people.isEmpty()) {
            return List.of();
        }
        return bookings.waiting(people.stream().map(PersonId::value).toList(), from, until).stream()
                .map(each -> new Engagement(
                        new PersonId(each.getPerson()), each.getBegins(), each.getEnds(), Engagement.Kind.APPOINTMENT))
                .toList();
    }
}
