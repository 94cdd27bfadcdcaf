package org.caravanserai.agenda;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.platform.ServerDatabase;
import org.caravanserai.platform.Watch;
import org.springframework.stereotype.Component;

/**
 * Brings the moves of other processes to the boards that are open in this one. While there are such boards it asks, ten
 * times a second, one question that an index answers: how far their logs are. A question cannot be lost as a message can,
 * so a board is right again as soon as the database answers again.
 */
@Component
class AgendaWatch extends Watch {

    private static final Duration EVERY = Duration.ofMillis(100);
    private static final int PRESENCE_EVERY = 5;
    private static final int SWEEP_EVERY = 50;

    private final LiveAgendas agendas;
    private final AgendaPresence presence;
    private final SharedPresence shared;
    private final PlacementLog log;
    private final LiveUpdates updates;
    private final ServerDatabase database;
    private final Clock clock;
    private final Map<UUID, PlacementLog.Clock> known = new HashMap<>();

    AgendaWatch(
            LiveAgendas agendas,
            AgendaPresence presence,
            SharedPresence shared,
            PlacementLog log,
            LiveUpdates updates,
            ServerDatabase database,
            Clock clock) {
        super("agenda-watch", EVERY);
        this.agendas = agendas;
        this.presence = presence;
        this.shared = shared;
        this.log = log;
        this.updates = updates;
        this.database = database;
        this.clock = clock;
    }

    @Override
    protected void look(long round) {
        if (round % SWEEP_EVERY == 0) {
            presence.sweep();
        }
        if (database.isShared()) {
            lookElsewhere(updates.listened(AgendaBoards.CHANNEL), round);
        }
    }

    private void lookElsewhere(Set<UUID> meetings, long round) {
        known.keySet().retainAll(meetings);
        if (meetings.isEmpty()) {
            return;
        }
        log.clocks(meetings).forEach((key, now) -> follow(new MeetingId(key), now));
        if (round % PRESENCE_EVERY == 0) {
            presence.look(meetings);
        }
        if (round % 36_000 == 0) {
            shared.tidy(clock.instant().minus(Duration.ofDays(1)));
        }
    }

    private void follow(MeetingId meeting, PlacementLog.Clock now) {
        var before = known.put(meeting.value(), now);
        var agenda = agendas.inMemory(meeting);
        if (agenda.isEmpty()) {
            if (before != null && !before.equals(now)) {
                updates.tell(AgendaBoards.channel(meeting), new AgendaMoved(Set.of()));
            }
            return;
        }
        var seen = agenda.get().clock();
        if (seen.edition() == now.edition() && seen.lastMove() >= now.lastMove()) {
            return;
        }
        var moved = agendas.catchUp(meeting, agenda.get());
        if (!moved.isEmpty() || seen.edition() != now.edition()) {
            updates.tell(AgendaBoards.channel(meeting), new AgendaMoved(moved));
        }
    }
}
