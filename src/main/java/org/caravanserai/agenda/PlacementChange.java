package org.caravanserai.agenda;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Rooms;
import org.caravanserai.people.Access;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes one placement in one transaction, and notes the move. */
@Component
@Transactional
class PlacementChange {

    private final Sessions sessions;
    private final Placements placements;
    private final PlacementMoves moves;
    private final Rooms rooms;
    private final Persons persons;
    private final Access access;
    private final Clock clock;

    PlacementChange(
            Sessions sessions,
            Placements placements,
            PlacementMoves moves,
            Rooms rooms,
            Persons persons,
            Access access,
            Clock clock) {
        this.sessions = sessions;
        this.placements = placements;
        this.moves = moves;
        this.rooms = rooms;
        this.persons = persons;
        this.access = access;
        this.clock = clock;
    }

    PlacingResult change(MeetingId meeting, SessionId id, @Nullable Long version, Optional<AgendaSpot> target) {
        var session = sessions.findById(id.value())
                .filter(s -> s.meeting().equals(meeting))
                .orElseThrow(() -> Refusal.of("agenda.place.gone"));
        if (session.isCancelled() && target.isPresent()) {
            throw Refusal.of("agenda.place.cancelled");
        }
        target.ifPresent(spot -> check(meeting, spot));
        var placement = placements.findBySession(id.value());
        if (!Objects.equals(placement.map(Placement::version).orElse(null), version)) {
            return new PlacingResult.Stale(id, lastMover(id));
        }
        var from = placement.map(PlacementChange::spot);
        if (!from.equals(target)) {
            put(meeting, id, placement, target);
            moves.save(new PlacementMove(meeting, id, access.me(), from, target, clock));
        }
        return new PlacingResult.Done(id);
    }

    /** Takes the acting person's last move back, if nobody has moved that session since. */
    PlacingResult undo(MeetingId meeting, PersonId mover) {
        var move = moves.findFirstByMeetingAndMoverAndUndoneFalseOrderByIdDesc(meeting.value(), mover.value())
                .orElseThrow(() -> Refusal.of("agenda.undo.nothing"));
        var session = move.session();
        var placement = placements.findBySession(session.value());
        move.undo();
        if (!placement.map(PlacementChange::spot).equals(move.to())
                || moves.findFirstBySessionOrderByIdDesc(session.value())
                        .flatMap(PlacementMove::mover)
                        .filter(mover::equals)
                        .isEmpty()) {
            return new PlacingResult.Stale(session, lastMover(session));
        }
        if (move.from().isPresent()
                && sessions.findById(session.value())
                        .filter(Session::isCancelled)
                        .isPresent()) {
            throw Refusal.of("agenda.place.cancelled");
        }
        put(meeting, session, placement, move.from());
        var back = new PlacementMove(meeting, session, access.me(), move.to(), move.from(), clock);
        back.undo();
        moves.save(back);
        return new PlacingResult.Done(session);
    }

    /** Who moved a session last. */
    Optional<PersonName> lastMover(SessionId session) {
        return moves.findFirstBySessionOrderByIdDesc(session.value())
                .flatMap(PlacementMove::mover)
                .flatMap(person -> persons.findById(person.value()))
                .map(Person::name);
    }

    private void put(MeetingId meeting, SessionId session, Optional<Placement> placement, Optional<AgendaSpot> target) {
        if (target.isEmpty()) {
            placement.ifPresent(placements::delete);
            placements.flush();
            return;
        }
        var spot = target.get();
        if (placement.isEmpty()) {
            placements.saveAndFlush(new Placement(session, meeting, spot.room(), spot.start(), spot.minutes()));
        } else {
            placement.get().move(spot.room(), spot.start(), spot.minutes());
            placements.saveAndFlush(placement.get());
        }
    }

    private void check(MeetingId meeting, AgendaSpot spot) {
        if (spot.minutes() < Session.SHORTEST || spot.minutes() > Session.LONGEST) {
            throw Refusal.at("minutes", "agenda.minutes.range");
        }
        UUID room = spot.room();
        if (room != null
                && rooms.findById(room).filter(r -> r.meeting().equals(meeting)).isEmpty()) {
            throw Refusal.at("room", "agenda.place.room");
        }
    }

    private static AgendaSpot spot(Placement placement) {
        return new AgendaSpot(placement.room().orElse(null), placement.start(), placement.minutes());
    }
}
