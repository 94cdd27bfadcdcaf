package org.caravanserai.meeting;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostCommitDeleteEventListener;
import org.hibernate.event.spi.PostCommitInsertEventListener;
import org.hibernate.event.spi.PostCommitUpdateEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.persister.entity.EntityPersister;
import org.springframework.stereotype.Component;

/** Tells, after each commit, which of a meeting's parts has changed, whoever changed it, so that nothing old is kept. */
@Component
public class MeetingChanges
        implements PostCommitInsertEventListener, PostCommitUpdateEventListener, PostCommitDeleteEventListener {

    private static final long serialVersionUID = 1L;

    private final transient List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();

    MeetingChanges(EntityManagerFactory factory) {
        var registry = factory.unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .requireService(EventListenerRegistry.class);
        registry.appendListeners(EventType.POST_COMMIT_INSERT, this);
        registry.appendListeners(EventType.POST_COMMIT_UPDATE, this);
        registry.appendListeners(EventType.POST_COMMIT_DELETE, this);
    }

    /** Is told the key of the meeting, series or room that the change belongs to. */
    public void listen(Consumer<UUID> listener) {
        listeners.add(listener);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        tell(event.getEntity());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        tell(event.getEntity());
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        tell(event.getEntity());
    }

    @Override
    public void onPostInsertCommitFailed(PostInsertEvent event) {
        // Nothing was changed.
    }

    @Override
    public void onPostUpdateCommitFailed(PostUpdateEvent event) {
        // Nothing was changed.
    }

    @Override
    public void onPostDeleteCommitFailed(PostDeleteEvent event) {
        // Nothing was changed.
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        var type = persister.getMappedClass();
        return type == Meeting.class
                || type == Series.class
                || type == Topic.class
                || type == SessionType.class
                || type == Room.class
                || type == RoomClosure.class;
    }

    private void tell(Object changed) {
        switch (changed) {
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
        listeners.forEach(listener -> listener.accept(owner));
    }
}
