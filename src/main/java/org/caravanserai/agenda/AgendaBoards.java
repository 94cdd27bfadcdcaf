package org.caravanserai.agenda;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.AgendaBoard.BoardSession;
import org.caravanserai.agenda.conflict.AgendaFacts;
import org.caravanserai.agenda.conflict.Conflict;
import org.caravanserai.agenda.conflict.ConflictRules;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.Everyone;
import org.caravanserai.platform.LiveUpdates.Channel;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows organisers the working agenda of their meeting, with its conflicts. */
@Service
public class AgendaBoards {

    static final String CHANNEL = "agenda";

    private final LiveAgendas agendas;
    private final Meetings meetings;

    AgendaBoards(LiveAgendas agendas, Meetings meetings) {
        this.agendas = agendas;
        this.meetings = meetings;
    }

    /**
     * How some sessions look now.
     *
     * @param sessions those asked for
     * @param conflicts all conflicts of these sessions
     */
    public record Look(List<BoardSession> sessions, Set<Conflict> conflicts) {}

    /** Where boards of a meeting hear of {@link AgendaMoved}. */
    public static Channel channel(MeetingId meeting) {
        return new Channel(CHANNEL, meeting.value());
    }

    /** The meeting with this address; empty if there is none. Whether its board may be seen, {@link #board} decides. */
    @Transactional(readOnly = true)
    @Everyone
    public java.util.Optional<MeetingId> meeting(String slug) {
        return meetings.findBySlug(slug).map(org.caravanserai.meeting.Meeting::id);
    }

    /** The whole board, read from the database. */
    @Transactional(readOnly = true)
    @PreAuthorize("@access.organiser(#meeting.value)")
    public AgendaBoard board(MeetingId meeting) {
        return agendas.fresh(meeting).board();
    }

    /** The board as it would look with its sessions in these places and no others. */
    @Transactional(readOnly = true)
    @PreAuthorize("@access.organiser(#meeting.value)")
    public AgendaBoard boardWith(MeetingId meeting, Map<UUID, AgendaBoard.BoardPlace> places) {
        return agendas.apart(meeting, places).board();
    }

    /** How some sessions look after a move; no statement while the agenda is in memory. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public Look look(MeetingId meeting, Set<UUID> sessionKeys) {
        var agenda = agendas.kept(meeting);
        return new Look(agenda.sessions(sessionKeys), agenda.conflicts(sessionKeys));
    }

    /**
     * What an agenda is judged by, for whoever makes or changes one.
     *
     * @param facts what is known of rooms, sessions and people
     * @param rules how conflicts are judged
     */
    public record Known(AgendaFacts facts, ConflictRules rules) {}

    /** What the agenda is judged by; no statement while it is in memory. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public Known known(MeetingId meeting) {
        return agendas.kept(meeting).known();
    }
}
