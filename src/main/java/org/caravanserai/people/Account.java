package org.caravanserai.people;

import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Secret;
import org.jspecify.annotations.Nullable;

/** What a person signs in with. It can be used once its e-mail address is verified and while it is not disabled. */
@Entity
public class Account extends Aggregate {

    private UUID person;

    private String email;

    @Secret
    private String passwordHash;

    private @Nullable Instant verifiedAt;

    private boolean disabled;

    private Instant createdAt;

    private @Nullable Instant sessionsFrom;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    /** A new account, not yet verified. An empty hash means that no password signs in. */
    public Account(PersonId person, EmailAddress email, String passwordHash, Clock clock) {
        this.person = person.value();
        this.email = email.value();
        this.passwordHash = passwordHash;
        this.createdAt = clock.instant();
    }

    public PersonId person() {
        return new PersonId(person);
    }

    public EmailAddress email() {
        return new EmailAddress(email);
    }

    public String passwordHash() {
        return passwordHash;
    }

    /** When its owner showed that she reads mail sent to the address; empty if not yet. */
    public Optional<Instant> verifiedAt() {
        return Optional.ofNullable(verifiedAt);
    }

    public boolean isDisabled() {
        return disabled;
    }

    /** Whether it may sign in now. */
    public boolean isUsable() {
        return verifiedAt != null && !disabled;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The owner has shown that she reads mail sent to the address. */
    public void verify(Clock clock) {
        if (verifiedAt == null) {
            verifiedAt = clock.instant();
        }
    }

    /** Replaces the password. */
    public void changePassword(String hash) {
        passwordHash = hash;
    }

    /** Moves the account to another address, which its owner has shown to be hers. */
    public void moveTo(EmailAddress address, Clock clock) {
        email = address.value();
        verifiedAt = clock.instant();
    }

    /** When the oldest session that still counts may have begun; empty if all count. */
    public Optional<Instant> sessionsFrom() {
        return Optional.ofNullable(sessionsFrom);
    }

    /** Ends all sessions that began before now. */
    public void endSessions(Clock clock) {
        sessionsFrom = clock.instant();
        publish(new RolesChanged(person()));
    }

    /** Ends all use until enabled again. */
    public void disable() {
        disabled = true;
        publish(new RolesChanged(person()));
    }

    /** Allows use again. */
    public void enable() {
        disabled = false;
        publish(new RolesChanged(person()));
    }
}
