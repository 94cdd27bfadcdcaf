package org.caravanserai.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.PublishedSessions;
import org.caravanserai.people.Engagement;
import org.caravanserai.people.Engagements;
import org.caravanserai.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published sessions that people have starred: they would rather not miss them. */
@Component
class StarredEngagements implements Engagements {

    private final JdbcClient jdbc;
    private final PublishedSessions published;

    StarredEngagements(JdbcClient jdbc, PublishedSessions published) {
        this.jdbc = jdbc;
        this.published = published;
    }

    @Override
    public List<Engagement> of(Collection<PersonId> people, Instant from, Instant until) {
        if (people.isEmpty()) {
            return List.of();
        }
        var sessions = published
                .between(from, until)
                .collect(Collectors.toMap(SessionPart::key, Function.identity(), (one, other) -> one));
        var starred = new ArrayList<Engagement>();
        if (!sessions.isEmpty()) {
            jdbc.sql("select person, session from favourite where person in (:people)")
                    .param("people", people.stream().map(PersonId::value).toList())
                    .query(row -> {
                        var session = sessions.get(row.getObject(2, UUID.class));
                        if (session != null) {
                            starred.add(starred(row.getObject(1, UUID.class), session));
                        }
                    });
        }
        return starred;
    }

    private static Engagement starred(UUID person, SessionPart session) {
        return new Engagement(new PersonId(person), session.start(), session.end(), Engagement.Kind.STARRED);
    }
}
