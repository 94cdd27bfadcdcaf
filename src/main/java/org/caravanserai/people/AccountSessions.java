package org.caravanserai.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.caravanserai.platform.Internal;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Whether a session still counts. Asked at each request: a change by this process is seen at once, one by another process
 * within two seconds. While the database cannot be reached, what was known last counts, so that views can say what is wrong;
 * nothing can be read or written then anyway.
 */
@Service
@Internal
public class AccountSessions {

    private final Accounts accounts;
    private final Cache<UUID, State> states = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    private final Cache<UUID, State> lastKnown = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    AccountSessions(Accounts accounts) {
        this.accounts = accounts;
    }

    private record State(UUID person, boolean usable, Instant sessionsFrom) {}

    /** Whether the account may be used and has not ended the sessions that began when this one did. */
    public boolean counts(AccountPrincipal principal) {
        var state = states.get(principal.accountKey(), this::read);
        return state.usable() && !principal.signedInAt().isBefore(state.sessionsFrom());
    }

    private State read(UUID account) {
        try {
            var state = accounts.findById(account)
                    .map(found -> new State(
                            found.person().value(),
                            found.isUsable(),
                            found.sessionsFrom().orElse(Instant.MIN)))
                    .orElseGet(() -> new State(account, false, Instant.MIN));
            lastKnown.put(account, state);
            return state;
        } catch (CannotCreateTransactionException | DataAccessResourceFailureException unreachable) {
            var known = lastKnown.getIfPresent(account);
            if (known == null) {
                throw unreachable;
            }
            return known;
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    @org.springframework.core.annotation.Order(0)
    void on(RolesChanged event) {
        for (var kept : List.of(states, lastKnown)) {
            kept.asMap()
                    .values()
                    .removeIf(state -> state.person().equals(event.person().value()));
        }
    }
}
