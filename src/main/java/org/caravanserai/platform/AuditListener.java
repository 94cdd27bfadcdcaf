package org.caravanserai.platform;

import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.caravanserai.text.Clean;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes every insert, update and delete of an {@link Aggregate} to the audit trail, on the same connection. */
@Component
class AuditListener implements WrittenEntities {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_VALUE = 4_000;

    private final transient Clock clock;
    private final transient JsonMapper json = JsonMapper.builder().build();
    private final transient Map<String, Boolean> secrets = new ConcurrentHashMap<>();

    AuditListener(EntityManagerFactory factory, Clock clock) {
        this.clock = clock;
        listenTo(factory);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        if (isAudited(event.getEntity())) {
            write(
                    event.getSession(),
                    "created",
                    (Aggregate) event.getEntity(),
                    Map.of(),
                    state(event.getPersister(), event.getEntity(), event.getState(), null));
        }
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        if (isAudited(event.getEntity())) {
            var now = event.getState();
            var old = event.getOldState() == null ? null : before(event.getOldState(), now);
            var before =
                    old == null ? Map.<String, Object>of() : state(event.getPersister(), event.getEntity(), old, now);
            var after = state(event.getPersister(), event.getEntity(), now, old);
            if (!after.isEmpty() || !before.isEmpty()) {
                write(event.getSession(), "changed", (Aggregate) event.getEntity(), before, after);
            }
        }
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        if (isAudited(event.getEntity())) {
            write(
                    event.getSession(),
                    "deleted",
                    (Aggregate) event.getEntity(),
                    state(event.getPersister(), event.getEntity(), event.getDeletedState(), null),
                    Map.of());
        }
    }

    private static boolean isAudited(Object entity) {
        return entity instanceof Aggregate && !entity.getClass().isAnnotationPresent(NotAudited.class);
    }

    /** Both states hold one and the same collection, which remembers what it was before. */
    private static Object[] before(Object[] old, Object[] now) {
        var before = old.clone();
        for (int i = 0; i < now.length; i++) {
            if (now[i] instanceof PersistentCollection<?> held && held.wasInitialized()) {
                var snapshot = held.getStoredSnapshot();
                if (snapshot != null) {
                    before[i] = held instanceof Set<?> && snapshot instanceof Map<?, ?> map ? map.keySet() : snapshot;
                }
            }
        }
        return before;
    }

    /** The fields of a state, or only those that differ from another state. */
    private Map<String, Object> state(
            EntityPersister persister, Object entity, Object[] state, Object @Nullable [] other) {
        var names = persister.getPropertyNames();
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < names.length; i++) {
            var name = names[i];
            if (name.equals("version") || state[i] == null) {
                continue;
            }
            if (other == null || !Objects.equals(state[i], other[i])) {
                fields.put(name, isSecret(entity.getClass(), name) ? "changed" : readable(state[i]));
            }
        }
        return fields;
    }

    private static Object readable(Object value) {
        if (value instanceof Aggregate aggregate) {
            return aggregate.key().toString();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        var text = value instanceof byte[] bytes ? bytes.length + " bytes" : value.toString();
        return Clean.cut(text, LONGEST_VALUE);
    }

    private boolean isSecret(Class<?> type, String field) {
        return secrets.computeIfAbsent(type.getName() + '.' + field, k -> {
            for (Class<?> c = type; c != null; c = c.getSuperclass()) {
                for (var declared : c.getDeclaredFields()) {
                    if (declared.getName().equals(field)) {
                        return declared.isAnnotationPresent(Secret.class);
                    }
                }
            }
            return false;
        });
    }

    private void write(
            SharedSessionContractImplementor session,
            String action,
            Aggregate entity,
            Map<String, Object> before,
            Map<String, Object> after) {
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        var actor = Actor.person().orElse(null);
        session.doWork(connection -> {
            try (var insert = connection.prepareStatement(AuditTrail.INSERT)) {
                insert.setObject(1, Ids.next());
                insert.setObject(2, at);
                insert.setObject(3, actor, java.sql.Types.OTHER);
                insert.setString(4, action);
                insert.setString(5, entity.getClass().getSimpleName());
                insert.setObject(6, entity.key());
                insert.setString(7, before.isEmpty() ? "" : json.writeValueAsString(before));
                insert.setString(8, after.isEmpty() ? "" : json.writeValueAsString(after));
                insert.executeUpdate();
            }
        });
    }
}
