package org.caravanserai.gathering.finding;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Internal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last appointments of a group, so that the next one spares those who put up most with them. */
@Component
@Internal
class PastMeetings {

    private final JdbcClient jdbc;
    private final Clock clock;

    PastMeetings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The last appointments that had exactly these people and no others; none for whoever is not one of them. */
    List<Rotation.Past> of(PersonId asking, Collection<PersonId> group) {
        if (group.size() < 2 || !group.contains(asking)) {
            return List.of();
        }
        return jdbc.sql("""
                        select a.starts_at, a.ends_at from appointment a
                        join participant p on p.appointment = a.id
                        where a.id in (select q.appointment from participant q where q.person = :asking)
                        and a.state in ('AGREED', 'CHANGED', 'HELD') and a.ends_at < :now
                        group by a.id, a.starts_at, a.ends_at
                        having count(*) = :size and sum(case when p.person in (:group) then 1 else 0 end) = :size
                        order by a.starts_at desc limit :most
                        """)
                .param("asking", asking.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("size", group.size())
                .param("group", group.stream().map(PersonId::value).toList())
                .param("most", Rotation.REMEMBERED)
                .query((row, number) -> new Rotation.Past(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }
}
