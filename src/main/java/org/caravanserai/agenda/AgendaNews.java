package org.caravanserai.agenda;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.Person;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells organisers what changed on their agenda because of what proposers did, until they have seen it. */
@Service
public class AgendaNews {

    private final AgendaNotes notes;
    private final LiveAgendas agendas;
    private final Access access;
    private final Clock clock;

    AgendaNews(AgendaNotes notes, LiveAgendas agendas, Access access, Clock clock) {
        this.notes = notes;
        this.agendas = agendas;
        this.access = access;
        this.clock = clock;
    }

    /** What can happen. The message for each is {@code agenda.note.<name>}. */
    public enum Kind {
        /** A proposal was withdrawn or cancelled after it had become a session. */
        CALLED_OFF,
        /** What had been called off stands again; it waits to be placed. */
        STANDS_AGAIN,
        /** A talk has moved into its session. */
        TALK_CAME,
        /** A talk was taken back. */
        TALK_LEFT,
        /** The talk's session was called off; the talk waits by itself. */
        TALK_WAITS,
        /** Someone has confirmed her part. */
        PERSON_CAME,
        /** Someone takes no part any more. */
        PERSON_LEFT,
        /** Its people have said otherwise than before when it can take place. */
        TIMES_CHANGED
    }

    /**
     * One thing that happened.
     *
     * @param code the session's public code
     * @param session the session's title as it is now
     * @param talk the talk's title; empty if it concerns the session as a whole
     * @param person who came or left; empty for other kinds
     * @param wasAt when the session, or the talk by itself, would have begun; empty if it was not placed
     * @param at when it happened
     */
    public record News(
            UUID key,
            Kind kind,
            String code,
            LocalizedText session,
            LocalizedText talk,
            Optional<PersonName> person,
            Optional<Instant> wasAt,
            Instant at) {}

    /** What nobody has marked as seen, the latest first. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public List<News> unseen(MeetingId meeting, int limit) {
        return notes.unseen(meeting.value(), Limit.of(limit)).stream()
                .map(AgendaNews::news)
                .toList();
    }

    /** How much nobody has marked as seen. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public int count(MeetingId meeting) {
        return notes.countByMeetingAndSeenAtIsNull(meeting.value());
    }

    /** Marks as seen, for all organisers of the meeting. {@link #unsee} undoes it. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void see(MeetingId meeting, List<UUID> keys) {
        var seen = notes.findByMeetingAndIdIn(meeting.value(), keys);
        seen.forEach(note -> note.see(access.me().orElse(null), clock));
        notes.saveAll(seen);
        agendas.changed(meeting);
    }

    /** Marks as not seen after all. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void unsee(MeetingId meeting, List<UUID> keys) {
        var seen = notes.findByMeetingAndIdIn(meeting.value(), keys);
        seen.forEach(AgendaNote::unsee);
        notes.saveAll(seen);
        agendas.changed(meeting);
    }

    private static News news(AgendaNotes.Named row) {
        return new News(
                row.getKey(),
                row.getKind(),
                row.getCode(),
                row.getTitle(),
                row.getTalkTitle(),
                Optional.ofNullable(row.getPerson()).map(Person::name),
                Optional.ofNullable(row.getWasAt()),
                row.getNotedAt());
    }
}
