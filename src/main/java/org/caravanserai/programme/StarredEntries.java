package org.caravanserai.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.CalendarEntries;
import org.caravanserai.people.CalendarEntry;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published sessions that a person has starred, of all meetings, in her own calendar. */
@Component
class StarredEntries implements CalendarEntries {

    private final JdbcClient jdbc;
    private final Programmes programmes;
    private final PeopleProperties installation;

    StarredEntries(JdbcClient jdbc, Programmes programmes, PeopleProperties installation) {
        this.jdbc = jdbc;
        this.programmes = programmes;
        this.installation = installation;
    }

    @Override
    public List<CalendarEntry> of(PersonId person, Language language, Instant since) {
        var starred = new HashMap<UUID, Set<UUID>>();
        jdbc.sql("select meeting, session from favourite where person = ?")
                .param(person.value())
                .query(row -> {
                    starred.computeIfAbsent(row.getObject(1, UUID.class), m -> new HashSet<>())
                            .add(row.getObject(2, UUID.class));
                });
        var entries = new ArrayList<CalendarEntry>();
        starred.forEach((meeting, sessions) -> programmes
                .latest(new MeetingId(meeting))
                .ifPresent(programme -> programme.find(ProgrammeFilter.NONE).stream()
                        .filter(session -> sessions.contains(session.key()))
                        .filter(session -> session.end().isAfter(since))
                        .forEach(session -> entries.add(new CalendarEntry(
                                programme.zone(),
                                session.start(),
                                session.end(),
                                ProgrammeCalendar.events(
                                        programme, List.of(session), language, installation.address("")))))));
        return entries;
    }
}
