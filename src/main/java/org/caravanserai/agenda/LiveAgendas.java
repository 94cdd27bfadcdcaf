package org.caravanserai.agenda;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.agenda.AgendaBoard.BoardPlace;
import org.caravanserai.meeting.MeetingChanges;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.AfterCommit;
import org.caravanserai.platform.LiveUpdates;
import org.springframework.stereotype.Component;

/**
 * Keeps the agendas that are being worked on in memory, so that a move costs neither a query nor a comparison of all with
 * all. The database is the truth: a board that is opened is read anew, and moves are taken in in the order of the log.
 */
@Component
class LiveAgendas {

    private final AgendaReading reading;
    private final PlacementLog log;
    private final LiveUpdates updates;
    private final Cache<UUID, LiveAgenda> kept = Caffeine.newBuilder()
            .maximumSize(20)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    LiveAgendas(AgendaReading reading, PlacementLog log, LiveUpdates updates, MeetingChanges changes) {
        this.reading = reading;
        this.log = log;
        this.updates = updates;
        changes.listen(this::forgetOf);
    }

    /** The agenda as the database has it now. */
    LiveAgenda fresh(MeetingId meeting) {
        var agenda = read(meeting);
        kept.put(meeting.value(), agenda);
        // What was written to the one kept before, while this was read.
        catchUp(meeting, agenda);
        return agenda;
    }

    /** Lets the kept agenda know of moves that were noted in one that it has replaced meanwhile. */
    void settle(MeetingId meeting, LiveAgenda noted) {
        var agenda = kept.getIfPresent(meeting.value());
        if (agenda != null && agenda != noted) {
            catchUp(meeting, agenda);
        }
    }

    /** The agenda as it is kept. */
    LiveAgenda kept(MeetingId meeting) {
        return kept.get(meeting.value(), m -> read(meeting));
    }

    /** The agenda as it is kept, with what others have written to the log since. */
    LiveAgenda current(MeetingId meeting) {
        catchUp(meeting, kept(meeting));
        return kept(meeting);
    }

    /** Takes in what others have written to the log since, or forgets the agenda if more than placements has changed. */
    Set<UUID> catchUp(MeetingId meeting, LiveAgenda agenda) {
        synchronized (agenda) {
            var now = log.clock(meeting);
            if (now.edition() != agenda.clock().edition()) {
                forget(meeting);
                return Set.of();
            }
            if (now.lastMove() <= agenda.clock().lastMove()) {
                return Set.of();
            }
            var moves = log.since(meeting, agenda.clock().lastMove());
            agenda.append(moves);
            return moves.stream().map(LoggedMove::session).collect(Collectors.toSet());
        }
    }

    /** The agenda as it is kept; empty if it is not. */
    Optional<LiveAgenda> inMemory(MeetingId meeting) {
        return Optional.ofNullable(kept.getIfPresent(meeting.value()));
    }

    /** The agenda is read anew when it is next asked for. */
    void forget(MeetingId meeting) {
        kept.invalidate(meeting.value());
    }

    /** Forgets the agenda when the current transaction commits, because more than a placement changes, and tells the boards. */
    void changed(MeetingId meeting) {
        log.newEdition(meeting);
        kept.invalidate(meeting.value());
        AfterCommit.run(() -> kept.invalidate(meeting.value()));
        updates.send(AgendaBoards.channel(meeting), new AgendaMoved(Set.of()));
    }

    /** Forgets the agenda of the meeting whose set-up has changed; an open board is told by its next move. */
    private void forgetOf(UUID owner) {
        kept.asMap().values().removeIf(agenda -> agenda.belongsTo(owner));
    }

    /** The agenda as it would be with its sessions in these places and no others; not kept. */
    LiveAgenda apart(MeetingId meeting, Map<UUID, BoardPlace> places) {
        return read(meeting).with(places);
    }

    private LiveAgenda read(MeetingId meeting) {
        return reading.read(meeting);
    }
}
