package org.caravanserai.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.platform.Internal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Whether a session still counts. Asked at each request: a change by this process is seen at once, one by another process
 * within two seconds.
 */
@Service
@Internal
public class AccountSessions {

    private final Accounts accounts;
    private final Cache<UUID, State> states = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    AccountSessions(Accounts accounts) {
        this.accounts = accounts;
    }

    private record State(UUID person, boolean usable, Instant sessionsFrom) {}

    /** Whether the account may be used and has not ended the sessions that began when this one did. */
    public boolean counts(AccountPrincipal principal) {
        var state = states.get(
                principal.accountKey(),
                key -> accounts.findById(key)
                        .map(account -> new State(
                                account.person().value(),
                                account.isUsable(),
                                account.sessionsFrom().orElse(Instant.MIN)))
                        .orElseGet(() -> new State(key, false, Instant.MIN)));
        return state.usable() && !principal.signedInAt().isBefore(state.sessionsFrom());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    @org.springframework.core.annotation.Order(0)
    void on(RolesChanged event) {
        states.asMap()
                .values()
                .removeIf(state -> state.person().equals(event.person().value()));
    }
}
