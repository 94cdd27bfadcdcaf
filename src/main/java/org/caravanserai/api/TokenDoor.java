package org.caravanserai.api;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.AccountPrincipal;
import org.caravanserai.people.AccountSessions;
import org.caravanserai.platform.Internal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets programs in by their tokens. */
@Service
@Internal
public class TokenDoor {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final Duration KEPT_AFTER_ITS_END = Duration.ofDays(30);

    private final StoredTokens tokens;
    private final AccountSessions sessions;
    private final Clock clock;

    TokenDoor(StoredTokens tokens, AccountSessions sessions, Clock clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Who comes in.
     *
     * @param token the token's key
     * @param principal as whom the program acts
     * @param scopes what the token may be used for
     */
    public record Bearer(UUID token, AccountPrincipal principal, Set<Scope> scopes) {}

    /** Who comes with a token; empty if it does not work. */
    @Transactional
    public Optional<Bearer> enter(String text) {
        var now = clock.instant();
        return TokenText.read(text)
                .flatMap(secret -> tokens.findBySecretHash(secret.hash()))
                .filter(token ->
                        !token.isRevoked() && token.expiresAt().isAfter(now) && sessions.counts(token.principal()))
                .map(token -> {
                    if (token.lastUsedAt()
                            .filter(used -> used.plus(NOTED_EVERY).isAfter(now))
                            .isEmpty()) {
                        tokens.use(token.key(), now);
                    }
                    return new Bearer(token.key(), token.principal(), token.scopes());
                });
    }

    /** Deletes tokens that stopped working a month ago. */
    @Transactional
    public int sweep() {
        return tokens.sweep(clock.instant().minus(KEPT_AFTER_ITS_END));
    }
}
