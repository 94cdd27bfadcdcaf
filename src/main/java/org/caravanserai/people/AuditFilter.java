package org.caravanserai.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What narrows the audit trail. All parts must hold.
 *
 * @param actor only what this person did
 * @param object only what was done to this object
 * @param type only what was done to objects of this type
 * @param from only from this instant on
 * @param to only before this instant
 */
public record AuditFilter(
        Optional<UUID> actor, Optional<UUID> object, String type, Optional<Instant> from, Optional<Instant> to) {

    /** Everything. */
    public static final AuditFilter ALL =
            new AuditFilter(Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.empty());
}
