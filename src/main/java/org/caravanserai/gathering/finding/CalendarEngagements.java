package org.caravanserai.gathering.finding;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.caravanserai.people.Engagement;
import org.caravanserai.people.Engagements;
import org.caravanserai.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When people's calendars elsewhere say that they are busy, as it was read the last time. */
@Component
class CalendarEngagements implements Engagements {

    private final JdbcClient jdbc;

    CalendarEngagements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Engagement> of(Collection<PersonId> people, Instant from, Instant until) {
        if (people.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select person, starts_at, ends_at from busy_stretch where person in (:people)"
                        + " and starts_at < :until and ends_at > :from")
                .param("people", people.stream().map(PersonId::value).toList())
                .param("until", Timestamp.from(until))
                .param("from", Timestamp.from(from))
                .query((row, number) -> new Engagement(
                        new PersonId(row.getObject(1, UUID.class)),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        Engagement.Kind.CALENDAR))
                .list();
    }
}
