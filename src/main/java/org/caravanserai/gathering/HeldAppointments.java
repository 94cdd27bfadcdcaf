package org.caravanserai.gathering;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Internal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells which appointments have taken place, for what follows from them. */
@Service
@Internal
public class HeldAppointments {

    private final JdbcClient jdbc;

    HeldAppointments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An appointment that has taken place.
     *
     * @param meeting the meeting it belonged to; empty for one free of any
     * @param people those with a profile who had not said no
     */
    public record Held(AppointmentId id, Optional<UUID> meeting, String title, Instant ended, List<PersonId> people) {}

    /** Those that ended after one instant and until another, the earliest first; one statement. */
    @Transactional(readOnly = true)
    public List<Held> endedBetween(Instant after, Instant until) {
        var found = new LinkedHashMap<UUID, Held>();
        jdbc.sql("select a.id, a.meeting, a.title, a.ends_at, p.person from appointment a"
                        + " join participant p on p.appointment = a.id where a.state = 'HELD' and a.ends_at > :after"
                        + " and a.ends_at <= :until and p.person is not null and p.answer <> 'NO'"
                        + " order by a.ends_at, a.id, p.id")
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    var key = row.getObject(1, UUID.class);
                    var held = found.get(key);
                    if (held == null) {
                        @Nullable UUID meeting = row.getObject(2, UUID.class);
                        held = new Held(
                                new AppointmentId(key),
                                Optional.ofNullable(meeting),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                new ArrayList<>());
                        found.put(key, held);
                    }
                    held.people().add(new PersonId(row.getObject(5, UUID.class)));
                });
        return List.copyOf(found.values());
    }
}
