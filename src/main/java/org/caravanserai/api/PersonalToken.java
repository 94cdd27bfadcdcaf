package org.caravanserai.api;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.AccountPrincipal;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Secret;
import org.jspecify.annotations.Nullable;

/** Lets a program act for a person, as far as its scopes go and until it expires or is revoked. */
@Entity
class PersonalToken extends Aggregate {

    private UUID person;

    private UUID account;

    private String label;

    @Secret
    private String secretHash;

    @Convert(converter = ScopesConverter.class)
    private Set<Scope> scopes;

    private Instant madeAt;

    private Instant expiresAt;

    private @Nullable Instant revokedAt;

    /** Written at use, beside this aggregate: a use is no change. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init")
    protected PersonalToken() {}

    PersonalToken(
            AccountPrincipal owner,
            String label,
            OneTimeSecret secret,
            Set<Scope> scopes,
            Duration lifetime,
            Clock clock) {
        this.person = owner.personKey();
        this.account = owner.accountKey();
        this.label = label;
        this.secretHash = secret.hash();
        this.scopes = Set.copyOf(scopes);
        this.madeAt = clock.instant();
        this.expiresAt = madeAt.plus(lifetime);
    }

    PersonId person() {
        return new PersonId(person);
    }

    String label() {
        return label;
    }

    Set<Scope> scopes() {
        return scopes;
    }

    Instant madeAt() {
        return madeAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    /** As whom its bearer acts: as if signed in when it was made, so that it ends with the sessions of its account. */
    AccountPrincipal principal() {
        return new AccountPrincipal(account, person, madeAt);
    }

    /** It works no longer. */
    void revoke(Clock clock) {
        if (revokedAt == null) {
            revokedAt = clock.instant();
        }
    }

    /** It was revoked by mistake. */
    void restore() {
        revokedAt = null;
    }
}
