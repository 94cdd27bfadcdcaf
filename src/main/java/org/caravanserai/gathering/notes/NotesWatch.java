package org.caravanserai.gathering.notes;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.platform.Watch;
import org.springframework.stereotype.Component;

/**
 * Brings what is written on other nodes to the notes that are open on this one, and notices whose browser has gone silent.
 * While nobody has notes open it asks nothing; a question cannot be lost as a message can.
 */
@Component
class NotesWatch extends Watch {

    private static final Duration EVERY = Duration.ofMillis(250);
    private static final int PRESENCE_EVERY = 8;

    private final NotesStore store;
    private final LiveUpdates updates;
    private final Clock clock;
    private final Map<UUID, NotesStore.Standing> known = new HashMap<>();
    private final Map<UUID, Set<UUID>> present = new HashMap<>();

    NotesWatch(NotesStore store, LiveUpdates updates, Clock clock) {
        super("notes-watch", EVERY);
        this.store = store;
        this.updates = updates;
        this.clock = clock;
    }

    @Override
    protected void look(long round) {
        var open = updates.listened(SharedNotes.channel(new UUID(0, 0)).kind());
        known.keySet().retainAll(open);
        present.keySet().retainAll(open);
        if (!open.isEmpty()) {
            follow(open, round);
        }
    }

    private void follow(Set<UUID> open, long round) {
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
