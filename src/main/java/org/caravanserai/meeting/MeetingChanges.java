package org.caravanserai.meeting;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.caravanserai.platform.AfterCommit;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.AggregateWatcher;
import org.springframework.stereotype.Component;

/** Tells, after each commit, which of a meeting's parts has changed, whoever changed it, so that nothing old is kept. */
@Component
public class MeetingChanges implements AggregateWatcher {

    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();

    /** Is told the key of the meeting, series or room that the change belongs to. */
    public void listen(Consumer<UUID> listener) {
        listeners.add(listener);
    }

    @Override
    public void changed(Aggregate aggregate) {
        switch (aggregate) {
            case Meeting meeting -> tell(meeting.key());
            case Series series -> tell(series.key());
            case Topic topic -> tell(topic.meeting().value());
            case SessionType type -> tell(type.meeting().value());
            case Room room -> tell(room.meeting().value());
            case RoomClosure closure -> tell(closure.room());
            default -> {
                // Other modules' aggregates.
            }
        }
    }

    private void tell(UUID owner) {
        AfterCommit.run(() -> listeners.forEach(listener -> listener.accept(owner)));
    }
}
