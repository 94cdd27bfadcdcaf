package org.caravanserai.programme;

import java.util.List;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.PublishedAgenda;
import org.caravanserai.agenda.ReleaseCalendars;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.text.Language;
import org.springframework.stereotype.Component;

/** Writes the calendars that go with messages about a release, the same events as those on the public pages. */
@Component
class ProgrammeCalendars implements ReleaseCalendars {

    private final PeopleProperties properties;

    ProgrammeCalendars(PeopleProperties properties) {
        this.properties = properties;
    }

    @Override
    public byte[] write(PublishedAgenda agenda, List<SessionPart> sessions, Language language) {
        return ProgrammeCalendar.write(
                new Programme(agenda),
                agenda.snapshot().meeting().name().text(language),
                sessions,
                language,
                properties.address("/").replaceFirst("/+$", ""));
    }
}
