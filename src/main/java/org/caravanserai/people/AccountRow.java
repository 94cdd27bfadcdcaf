package org.caravanserai.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.text.PersonName;

/**
 * An account, or a registration that waits to be confirmed, as administrators see it.
 *
 * @param key the account's key, or that of what waits
 * @param person whose it is; empty while the registration waits
 * @param name the name
 * @param email the address
 * @param state whether it can be used
 * @param administrator whether its person is an administrator
 * @param createdAt when she signed up, or last asked for the mail that confirms her address
 * @param verifiedAt when the address was confirmed; empty if it is not
 */
public record AccountRow(
        UUID key,
        Optional<PersonId> person,
        PersonName name,
        String email,
        State state,
        boolean administrator,
        Instant createdAt,
        Optional<Instant> verifiedAt) {

    /** Whether an account can be used. */
    public enum State {
        /** It signs in. */
        USABLE,
        /** An administrator has switched it off. */
        DISABLED,
        /** Its address is not confirmed yet. */
        WAITING
    }
}
