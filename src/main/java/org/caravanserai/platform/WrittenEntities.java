package org.caravanserai.platform;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;

/** Hears of each entity that the session writes, when it is written and not only when that is committed. */
interface WrittenEntities extends PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {

    /** Begins to hear. */
    default void listenTo(EntityManagerFactory factory) {
        var registry = factory.unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .requireService(EventListenerRegistry.class);
        registry.appendListeners(EventType.POST_INSERT, this);
        registry.appendListeners(EventType.POST_UPDATE, this);
        registry.appendListeners(EventType.POST_DELETE, this);
    }

    @Override
    default boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
