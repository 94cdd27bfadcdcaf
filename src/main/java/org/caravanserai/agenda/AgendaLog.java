package org.caravanserai.agenda;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Persons;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Shows organisers every move on their agenda, and brings back what was before one. */
@Service
public class AgendaLog {

    private final PlacementLog log;
    private final PlacementChange change;
    private final Sessions sessions;
    private final Persons persons;

    AgendaLog(PlacementLog log, PlacementChange change, Sessions sessions, Persons persons) {
        this.log = log;
        this.change = change;
        this.sessions = sessions;
        this.persons = persons;
    }

    /**
     * One move of one session.
     *
     * @param number its position in the log
     * @param batch what was moved together shares it
     * @param mover empty for the system
     * @param from empty if the session was not placed
     * @param to empty if it was not placed any more
     */
    public record Entry(
            long number,
            UUID batch,
            MoveKind kind,
            Instant at,
            Optional<PersonName> mover,
            SessionId session,
            LocalizedText title,
            Optional<AgendaSpot> from,
            Optional<AgendaSpot> to) {}

    /**
     * Moves before a number, the newest first.
     *
     * @param session the one asked for; null for all
     * @param before the number after the newest wanted; {@link Long#MAX_VALUE} for the newest of all
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public List<Entry> entries(MeetingId meeting, @Nullable SessionId session, long before, int most) {
        var moves = log.page(meeting, session, before, most);
        var titles = new HashMap<UUID, LocalizedText>();
        sessions.findAllById(moves.stream().map(LoggedMove::session).distinct().toList())
                .forEach(s -> titles.put(s.key(), s.title()));
        var names = new HashMap<UUID, PersonName>();
        persons.findAllById(moves.stream()
                        .map(LoggedMove::mover)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .forEach(p -> names.put(p.key(), p.name()));
        return moves.stream()
                .map(move -> new Entry(
                        move.number(),
                        move.batch(),
                        move.kind(),
                        move.at(),
                        Optional.ofNullable(move.mover()).map(names::get),
                        new SessionId(move.session()),
                        titles.getOrDefault(move.session(), LocalizedText.EMPTY),
                        move.from(),
                        move.to()))
                .toList();
    }

    /**
     * Puts the session of a move back to where it was before it.
     *
     * @throws Refusal if it is there already or takes place no more, or its room is gone
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public PlacingResult restore(MeetingId meeting, long number) {
        return change.restore(
                meeting, log.since(meeting, number - 1).stream().limit(1).toList());
    }

    /**
     * Puts every session back to where it was before a move: the agenda as it stood then, in one batch.
     *
     * @throws Refusal as {@link #restore} does
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public PlacingResult restoreAll(MeetingId meeting, long number) {
        return change.restore(meeting, log.since(meeting, number - 1));
    }
}
