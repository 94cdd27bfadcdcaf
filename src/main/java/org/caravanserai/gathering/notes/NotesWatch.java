package org.caravanserai.gathering.notes;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.caravanserai.platform.LiveUpdates;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings what is written on other nodes to the notes that are open on this one, and notices whose browser has gone silent.
 * While nobody has notes open it asks nothing; a question cannot be lost as a message can.
 */
@Component
class NotesWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NotesWatch.class);
    private static final long EVERY_MILLIS = 250;
    private static final int PRESENCE_EVERY = 8;

    private final NotesStore store;
    private final LiveUpdates updates;
    private final Clock clock;
    private final Map<UUID, NotesStore.Standing> known = new HashMap<>();
    private final Map<UUID, Set<UUID>> present = new HashMap<>();
    private @Nullable ScheduledExecutorService executor;
    private long round;
    private boolean failing;

    NotesWatch(NotesStore store, LiveUpdates updates, Clock clock) {
        this.store = store;
        this.updates = updates;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (executor == null) {
            executor = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("notes-watch").daemon().factory());
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
            var open = updates.listened(SharedNotes.channel(new UUID(0, 0)).kind());
            known.keySet().retainAll(open);
            present.keySet().retainAll(open);
            if (!open.isEmpty()) {
                follow(open);
            }
            failing = false;
        } catch (RuntimeException e) {
            // It asks again; once is enough to say so.
            if (!failing) {
                LOG.warn("Open notes cannot be followed for now", e);
            }
            failing = true;
        }
    }

    private void follow(Set<UUID> open) {
        store.standing(open).forEach((notes, now) -> {
            var before = known.put(notes, now);
            if (before == null || before.revision() != now.revision()) {
                updates.tell(SharedNotes.channel(notes), SharedNotes.Part.TEXT);
            }
            if (before == null || before.changes() != now.changes()) {
                updates.tell(SharedNotes.channel(notes), SharedNotes.Part.AROUND);
            }
        });
        if (round % PRESENCE_EVERY == 0) {
            var windows = store.writers(open, clock.instant().minus(NotesPresence.LIFE));
            for (var notes : open) {
                var now = windows.getOrDefault(notes, Map.of()).keySet();
                if (!now.equals(present.put(notes, now))) {
                    updates.tell(NotesPresence.channel(notes), "");
                }
            }
        }
    }
}
