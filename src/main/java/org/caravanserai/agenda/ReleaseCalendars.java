package org.caravanserai.agenda;

import java.util.List;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.text.Language;

/** Writes sessions of a release as a file for people's own calendars. Whoever shows the programme knows how. */
public interface ReleaseCalendars {

    /**
     * An iCalendar file in which a session has the same identifier as in every other release and the release's number as its
     * sequence.
     *
     * @param sessions those to write; one that is no longer in the agenda is given as it was, marked as cancelled
     * @param language in which titles are given where they have it
     */
    byte[] write(PublishedAgenda agenda, List<SessionPart> sessions, Language language);
}
