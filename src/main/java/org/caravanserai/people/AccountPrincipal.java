package org.caravanserai.people;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.platform.Actor;

/**
 * Who is signed in, as the session keeps it. It holds no roles: those are asked of the database each time, so that one
 * taken away is gone at once.
 *
 * @param accountKey the account's key
 * @param personKey the person's key
 * @param signedInAt when the session began; the account may have ended all that began before some instant
 */
public record AccountPrincipal(UUID accountKey, UUID personKey, Instant signedInAt)
        implements Actor.Principal, Serializable {

    /** The person. */
    public PersonId person() {
        return new PersonId(personKey);
    }

    /** The key alone, for Spring Security's notion of a name; it reaches logs, so it is no address. */
    @Override
    public String toString() {
        return personKey.toString();
    }
}
