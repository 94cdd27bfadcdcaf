package org.caravanserai.people;

import java.time.Instant;
import java.util.UUID;
import org.caravanserai.text.Language;

/**
 * A role kept for an address that has no account yet.
 *
 * @param key the offer's key
 * @param email the address
 * @param name what the person was called when invited; empty if it was not said
 * @param language the language of the invitation
 * @param role what is offered
 * @param madeAt when
 * @param voidAt when it ends if nobody takes it
 */
public record RoleOffer(
        UUID key, EmailAddress email, String name, Language language, Role role, Instant madeAt, Instant voidAt) {}
