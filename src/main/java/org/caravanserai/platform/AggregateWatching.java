package org.caravanserai.platform;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostUpdateEvent;
import org.springframework.stereotype.Component;

/** Tells every {@link AggregateWatcher} what the session writes, as the {@link AuditListener} writes it to the audit trail. */
@Component
class AggregateWatching implements WrittenEntities {

    private static final long serialVersionUID = 1L;

    private final transient List<AggregateWatcher> watchers;

    AggregateWatching(EntityManagerFactory factory, List<AggregateWatcher> watchers) {
        this.watchers = watchers;
        listenTo(factory);
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

    private void tell(Object entity) {
        if (entity instanceof Aggregate aggregate) {
            watchers.forEach(watcher -> watcher.changed(aggregate));
        }
    }
}
