package org.caravanserai.agenda;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.LiveUpdates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings the moves of other processes to the boards that are open in this one. While there are such boards it asks, ten
 * times a second, one question that an index answers: how far their logs are. A question cannot be lost as a message can,
 * so a board is right again as soon as the database answers again.
 */
@Component
class AgendaWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AgendaWatch.class);
    private static final long EVERY_MILLIS = 100;
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
    private @org.jspecify.annotations.Nullable ScheduledExecutorService executor;
    private long round;
    private boolean failing;

    AgendaWatch(
            LiveAgendas agendas,
            AgendaPresence presence,
            SharedPresence shared,
            PlacementLog log,
            LiveUpdates updates,
            ServerDatabase database,
            Clock clock) {
        this.agendas = agendas;
        this.presence = presence;
        this.shared = shared;
        this.log = log;
        this.updates = updates;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (executor == null) {
            executor = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("agenda-watch").daemon().factory());
            executor.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }

    private void look() {
        try {
            round++;
            if (round % SWEEP_EVERY == 0) {
                presence.sweep();
            }
            if (database.isShared()) {
                lookElsewhere(updates.listened(AgendaBoards.CHANNEL));
            }
            failing = false;
        } catch (RuntimeException e) {
            // It asks again; once is enough to say so.
            if (!failing) {
                LOG.warn("The agendas of other processes cannot be followed for now", e);
            }
            failing = true;
        }
    }

    private void lookElsewhere(Set<UUID> meetings) {
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
