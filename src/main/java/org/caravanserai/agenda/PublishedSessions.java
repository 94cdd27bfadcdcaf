package org.caravanserai.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.platform.Internal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of all open meetings that anybody may know of. */
@Component
@Internal
public class PublishedSessions {

    private final Meetings meetings;
    private final Publications publications;

    PublishedSessions(Meetings meetings, Publications publications) {
        this.meetings = meetings;
        this.publications = publications;
    }

    /** Those that take place, during some of the time from {@code from} until before {@code until}. */
    @Transactional(readOnly = true)
    public Stream<SessionPart> between(Instant from, Instant until) {
        return meetings
                .openBetween(LocalDate.ofInstant(from, ZoneOffset.MIN), LocalDate.ofInstant(until, ZoneOffset.MAX))
                .stream()
                .flatMap(meeting -> of(new MeetingId(meeting), from, until));
    }

    /** As {@link #between}, of one meeting. */
    @Transactional(readOnly = true)
    public Stream<SessionPart> of(MeetingId meeting, Instant from, Instant until) {
        return publications.latest(meeting).stream()
                .flatMap(agenda -> agenda.snapshot().sessions().stream())
                .filter(session -> !session.cancelled()
                        && session.start().isBefore(until)
                        && session.end().isAfter(from));
    }
}
