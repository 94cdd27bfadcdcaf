package org.caravanserai.exchange.archive;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.AggregateWatcher;
import org.caravanserai.platform.KeptTable;
import org.caravanserai.text.Refusal;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads what an archive brought in as the product will read it, before it is kept: a state that does not exist or a text
 * that is none is found now, and not by whoever opens the page. Whoever watches aggregates learns of them.
 */
@Component
class ArchiveCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveCheck.class);
    private static final int AT_ONCE = 500;

    private final EntityManager entities;
    private final List<AggregateWatcher> watchers;

    ArchiveCheck(EntityManager entities, List<AggregateWatcher> watchers) {
        this.entities = entities;
        this.watchers = List.copyOf(watchers);
    }

    /** Reads rows; refuses if one of them cannot be. */
    void loads(KeptTable table, List<UUID> keys) {
        var entity = entity(table.name());
        if (entity.isEmpty()) {
            return;
        }
        entities.flush();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            try {
                entities.createQuery("select e from " + entity.get() + " e where e.id in :keys", Aggregate.class)
                        .setParameter("keys", keys.subList(from, Math.min(from + AT_ONCE, keys.size())))
                        .getResultList()
                        .forEach(aggregate -> watchers.forEach(watcher -> watcher.changed(aggregate)));
            } catch (RuntimeException e) {
                LOG.info("Rows of {} in an archive cannot be read", table.name(), e);
                throw Refusal.of("exchange.archive.unreadable", ArchiveFormat.table(table.name()));
            }
        }
        entities.clear();
    }

    private Optional<String> entity(String table) {
        var found = new ArrayList<String>();
        entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .forEachEntityDescriptor(descriptor -> {
                    if (descriptor.getIdentifierTableName().equalsIgnoreCase(table)) {
                        found.add(descriptor.getEntityName());
                    }
                });
        return found.stream().findFirst();
    }
}
