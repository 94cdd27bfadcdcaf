package org.caravanserai.platform;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.springframework.stereotype.Component;

/** Tells every {@link AggregateWatcher} what the session writes, as the {@link AuditListener} writes it to the audit trail. */
@Component
class AggregateWatching implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {

    private static final long serialVersionUID = 1L;

    private final transient List<AggregateWatcher> watchers;

    AggregateWatching(EntityManagerFactory factory, List<AggregateWatcher> watchers) {
        this.watchers = watchers;
        var registry = factory.unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .requireService(EventListenerRegistry.class);
        registry.appendListeners(EventType.POST_INSERT, this);
        registry.appendListeners(EventType.POST_UPDATE, this);
        registry.appendListeners(EventType.POST_DELETE, this);
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
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    private void tell(Object entity) {
        if (entity instanceof Aggregate aggregate) {
            watchers.forEach(watcher -> watcher.changed(aggregate));
        }
    }
}
