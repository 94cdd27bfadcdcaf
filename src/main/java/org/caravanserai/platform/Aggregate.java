package org.caravanserai.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.AfterDomainEventPublication;
import org.springframework.data.domain.DomainEvents;

/**
 * What is stored under an identity of its own and changed as one: a UUIDv7 key, a version that refuses stale writes, and
 * the events that its repository publishes when it is saved. Every change is written to the audit trail, except of types
 * marked {@link NotAudited} and fields marked {@link Secret}.
 */
@MappedSuperclass
public abstract class Aggregate {

    @Id
    @Column(updatable = false)
    private UUID id = Ids.next();

    @Version
    private @Nullable Long version;

    @Transient
    private final transient List<Object> events = new ArrayList<>();

    /** The key. */
    public UUID key() {
        return id;
    }

    /** The version last read or written; 0 before the first save. A write based on an older one is refused. */
    public long version() {
        return version == null ? 0 : version;
    }

    /**
     * Refuses a change that was made looking at an older version.
     *
     * @throws OptimisticLockingFailureException if the version has moved on; what was typed is still with whoever typed it
     */
    public void requireVersion(long seen) {
        if (seen != version()) {
            throw new OptimisticLockingFailureException(
                    getClass().getSimpleName() + " " + id + " has moved on from " + seen + " to " + version());
        }
    }

    /** Registers an event to be published, within the transaction, when this aggregate is next saved. */
    protected void publish(Object event) {
        events.add(event);
    }

    @DomainEvents
    Collection<Object> domainEvents() {
        return List.copyOf(events);
    }

    @AfterDomainEventPublication
    void clearDomainEvents() {
        events.clear();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Aggregate that && id.equals(that.id));
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
