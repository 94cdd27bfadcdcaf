package org.caravanserai.people;

import java.util.UUID;
import org.caravanserai.text.Language;

/**
 * Something about an account that its owner must hear by mail. Published in the transaction of its cause; the mail module
 * puts it into words, in the reader's language, in the same transaction.
 */
public sealed interface AccountMessage {

    /** Where to. */
    EmailAddress email();

    /** In which language. */
    Language language();

    /** Somebody registered with this address, which no account has. */
    record VerificationRequested(EmailAddress email, Language language, String name, OneTimeSecret secret)
            implements AccountMessage {}

    /** Somebody registered with this address, which an account has. */
    record RegisteredAgain(EmailAddress email, Language language, PersonId person) implements AccountMessage {}

    /** Somebody forgot the password of this account. */
    record ResetRequested(EmailAddress email, Language language, PersonId person, OneTimeSecret secret)
            implements AccountMessage {}

    /** The password has changed. */
    record PasswordChanged(EmailAddress email, Language language, PersonId person) implements AccountMessage {}

    /** The owner wants to move her account to this address. */
    record MoveRequested(EmailAddress email, Language language, PersonId person, OneTimeSecret secret)
            implements AccountMessage {}

    /** The account has moved away from this address. */
    record Moved(EmailAddress email, Language language, PersonId person, EmailAddress to) implements AccountMessage {}

    /**
     * Somebody without an account is asked to take a role; the role is hers once she has registered.
     *
     * @param meeting the meeting's name in her language
     * @param meetingKey the meeting's key
     * @param cause the offer, by which the message is taken back with it
     */
    record RoleOffered(EmailAddress email, Language language, Role role, String meeting, UUID meetingKey, UUID cause)
            implements AccountMessage {}

    /**
     * A person was given a role.
     *
     * @param meeting the meeting's name in her language
     * @param meetingKey the meeting's key
     * @param cause the grant, by which the message is taken back with it
     */
    record RoleGiven(
            EmailAddress email,
            Language language,
            PersonId person,
            Role role,
            String meeting,
            UUID meetingKey,
            UUID cause)
            implements AccountMessage {}
}
