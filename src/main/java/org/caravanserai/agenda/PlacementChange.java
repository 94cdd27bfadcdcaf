package org.caravanserai.agenda;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.caravanserai.agenda.MoveHistory.Batch;
import org.caravanserai.agenda.PlacingResult.Blocked;
import org.caravanserai.agenda.PlacingResult.Done;
import org.caravanserai.agenda.PlacingResult.Lost;
import org.caravanserai.agenda.PlacingResult.Stale;
import org.caravanserai.agenda.conflict.Conflict;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes batches of moves: checks them against the agenda in memory, writes them if nobody has written since, and otherwise
 * reads what was written and checks again. A batch is one transaction. What commits is noted in memory and told to the boards
 * before the next batch of this process begins.
 */
@Component
class PlacementChange {

    /** Between two processes that both write without a pause every second attempt succeeds. */
    private static final int ATTEMPTS = 40;

    private static final int MOST_MOVES = 2_000;

    private final LiveAgendas agendas;
    private final PlacementLog log;
    private final Persons persons;
    private final Access access;
    private final LiveUpdates updates;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PlacementChange(
            LiveAgendas agendas,
            PlacementLog log,
            Persons persons,
            Access access,
            LiveUpdates updates,
            TransactionTemplate transaction,
            Clock clock) {
        this.agendas = agendas;
        this.log = log;
        this.persons = persons;
        this.access = access;
        this.updates = updates;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is to be written, or what came of checking it. */
    private sealed interface Plan {
        record Write(MoveKind kind, @Nullable UUID takesBack, List<SessionMove> moves) implements Plan {}

        record Answer(PlacingResult result) implements Plan {}

        record Forbidden(List<SessionMove> moves, Set<Conflict> conflicts) implements Plan {}
    }

    /** Makes moves, all or none. */
    PlacingResult move(MeetingId meeting, MoveKind kind, List<SessionMove> moves) {
        if (moves.size() > MOST_MOVES) {
            throw Refusal.of("agenda.place.many", MOST_MOVES);
        }
        return make(meeting, agenda -> checked(agenda, kind, null, moves));
    }

    /** Takes the acting person's last batch back. */
    PlacingResult undo(MeetingId meeting) {
        return back(meeting, MoveKind.UNDO, "agenda.undo.nothing", MoveHistory::toUndo);
    }

    /** Makes the batch again that the acting person has taken back last. */
    PlacingResult redo(MeetingId meeting) {
        return back(meeting, MoveKind.REDO, "agenda.redo.nothing", MoveHistory::toRedo);
    }

    /** Puts the sessions of these moves back to where they were before the first of them. */
    PlacingResult restore(MeetingId meeting, List<LoggedMove> moves) {
        return make(meeting, agenda -> {
            var back = agenda.before(moves).entrySet().stream()
                    .map(place -> new SessionMove(
                            new SessionId(place.getKey()), agenda.version(place.getKey()), place.getValue()))
                    .toList();
            if (back.isEmpty()) {
                throw Refusal.of("agenda.restore.nothing");
            }
            return checked(agenda, MoveKind.RESTORE, null, back);
        });
    }

    /** What the acting person can undo and redo. */
    AgendaPlacing.Steps steps(MeetingId meeting) {
        var me = access.me();
        if (me.isEmpty()) {
            return new AgendaPlacing.Steps(false, false);
        }
        var agenda = agendas.kept(meeting);
        synchronized (agenda) {
            var history = history(agenda, meeting, me.get());
            return new AgendaPlacing.Steps(
                    history.toUndo().isPresent(), history.toRedo().isPresent());
        }
    }

    private PlacingResult back(
            MeetingId meeting, MoveKind kind, String nothing, Function<MoveHistory, Optional<Batch>> next) {
        var me = access.me().orElseThrow(() -> Refusal.of(nothing));
        return make(meeting, agenda -> {
            var history = history(agenda, meeting, me);
            var batch = next.apply(history).orElseThrow(() -> Refusal.of(nothing));
            var lost = new LinkedHashSet<UUID>();
            var moves = new ArrayList<SessionMove>();
            for (var move : batch.moves().reversed()) {
                if (!agenda.placeOf(move.session()).equals(move.to())
                        || !agenda.lastMover(move.session()).equals(Optional.of(me.value()))) {
                    lost.add(move.session());
                }
                moves.add(new SessionMove(new SessionId(move.session()), agenda.version(move.session()), move.from()));
            }
            if (!lost.isEmpty()) {
                history.drop(batch);
                return new Plan.Answer(stale(agenda, lost));
            }
            return checked(agenda, kind, batch.key(), moves);
        });
    }

    private PlacingResult make(MeetingId meeting, Function<LiveAgenda, Plan> plan) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var agenda = agendas.kept(meeting);
            synchronized (agenda) {
                switch (plan.apply(agenda)) {
                    case Plan.Answer answer -> {
                        return answer.result();
                    }
                    case Plan.Forbidden forbidden -> {
                        // What stands in the way may have been moved away elsewhere since.
                        if (!isBehind(meeting, agenda)) {
                            return new Blocked(sessions(forbidden.moves()), forbidden.conflicts());
                        }
                        agendas.catchUp(meeting, agenda);
                    }
                    case Plan.Write write -> {
                        var logged = logged(agenda, write);
                        if (write(meeting, agenda, logged)) {
                            agenda.append(logged);
                            agendas.settle(meeting, agenda);
                            return told(meeting, write.moves());
                        }
                        agendas.catchUp(meeting, agenda);
                    }
                }
            }
        }
        throw new ConcurrencyFailureException("others have moved sessions without a pause");
    }

    private boolean write(MeetingId meeting, LiveAgenda agenda, List<LoggedMove> logged) {
        try {
            return Boolean.TRUE.equals(
                    transaction.execute(t -> log.append(meeting, agenda.clock(), logged, agenda.versions(logged))));
        } catch (ConcurrencyFailureException | DataIntegrityViolationException raced) {
            agendas.forget(meeting);
            return false;
        } catch (RuntimeException e) {
            // Whether it has committed is not known, so the database is asked anew.
            agendas.forget(meeting);
            throw e;
        }
    }

    private PlacingResult told(MeetingId meeting, List<SessionMove> moves) {
        var keys = new HashSet<UUID>();
        moves.forEach(move -> keys.add(move.session().value()));
        updates.send(AgendaBoards.channel(meeting), new AgendaMoved(keys));
        return done(moves);
    }

    private boolean isBehind(MeetingId meeting, LiveAgenda agenda) {
        return !agenda.clock().equals(log.clock(meeting));
    }

    private static Done done(List<SessionMove> moves) {
        return new Done(sessions(moves));
    }

    private static Set<SessionId> sessions(List<SessionMove> moves) {
        var sessions = new LinkedHashSet<SessionId>();
        moves.forEach(move -> sessions.add(move.session()));
        return sessions;
    }

    private Plan checked(LiveAgenda agenda, MoveKind kind, @Nullable UUID takesBack, List<SessionMove> moves) {
        var lost = new LinkedHashSet<UUID>();
        var real = new ArrayList<SessionMove>();
        var seen = new HashSet<UUID>();
        for (var move : moves) {
            var key = move.session().value();
            if (agenda.hasCalledOff(key)) {
                throw Refusal.of("agenda.place.cancelled");
            }
            if (!agenda.knows(key) || !seen.add(key)) {
                throw Refusal.of("agenda.place.gone");
            }
            var now = agenda.placeOf(key);
            if (!Objects.equals(agenda.version(key), move.version())) {
                lost.add(key);
            } else if (!now.equals(move.target())) {
                move.target().ifPresent(target -> check(agenda, now, target));
                real.add(move);
            }
        }
        if (!lost.isEmpty()) {
            return new Plan.Answer(stale(agenda, lost));
        }
        if (real.isEmpty()) {
            return new Plan.Answer(done(moves));
        }
        var forbidding = agenda.forbidding(real);
        return forbidding.isEmpty() ? new Plan.Write(kind, takesBack, real) : new Plan.Forbidden(real, forbidding);
    }

    /** A session may keep a length that it was imported with. */
    private static void check(LiveAgenda agenda, Optional<AgendaSpot> now, AgendaSpot target) {
        var kept = now.filter(spot -> spot.minutes() == target.minutes()).isPresent();
        if (!kept && (target.minutes() < Session.SHORTEST || target.minutes() > Session.LONGEST)) {
            throw Refusal.at("minutes", "agenda.minutes.range");
        }
        var room = target.room();
        if (room != null && !agenda.hasRoom(room)) {
            throw Refusal.at("room", "agenda.place.room");
        }
    }

    private List<LoggedMove> logged(LiveAgenda agenda, Plan.Write write) {
        var batch = Ids.next();
        var at = clock.instant();
        var mover = access.me().map(PersonId::value).orElse(null);
        var number = agenda.clock().lastMove();
        var logged = new ArrayList<LoggedMove>();
        for (var move : write.moves()) {
            logged.add(new LoggedMove(
                    ++number,
                    batch,
                    write.kind(),
                    write.takesBack(),
                    move.session().value(),
                    mover,
                    at,
                    agenda.placeOf(move.session().value()),
                    move.target()));
        }
        return logged;
    }

    private MoveHistory history(LiveAgenda agenda, MeetingId meeting, PersonId person) {
        return agenda.history(person.value(), () -> log.of(meeting, person, MOST_MOVES));
    }

    private Stale stale(LiveAgenda agenda, Set<UUID> sessions) {
        Map<UUID, Optional<UUID>> movers = new HashMap<>();
        sessions.forEach(session -> movers.put(session, agenda.lastMover(session)));
        var names = new HashMap<UUID, Person>();
        persons.findAllById(movers.values().stream().flatMap(Optional::stream).toList())
                .forEach(person -> names.put(person.key(), person));
        return new Stale(sessions.stream()
                .map(session -> new Lost(
                        new SessionId(session),
                        Objects.requireNonNull(movers.get(session))
                                .map(names::get)
                                .map(Person::name)))
                .toList());
    }
}
