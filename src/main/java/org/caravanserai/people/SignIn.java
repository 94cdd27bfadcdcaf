package org.caravanserai.people;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing in with e-mail address and password. Whether the address is unknown, the password wrong, or the account not
 * verified or disabled, the answer and the time it takes are the same.
 */
@Service
public class SignIn {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final Passwords passwords;
    private final RateLimits limits;
    private final AuditTrail trail;
    private final Clock clock;

    SignIn(Accounts accounts, Passwords passwords, RateLimits limits, AuditTrail trail, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Signs in.
     *
     * @param email as typed
     * @param remoteAddress where the request comes from; attempts are limited by it and by account
     * @throws Refusal if it does not succeed
     */
    @Everyone
    @Transactional
    public AccountPrincipal withPassword(String email, String password, String remoteAddress) {
        var address = email.strip().toLowerCase(Locale.ROOT);
        if (!limits.tryTake("sign-in from", remoteAddress, 60, WINDOW)
                || !limits.tryTake("sign-in to", address, 10, WINDOW)) {
            throw Refusal.of("people.sign-in.often");
        }
        var account = accounts.findByEmail(address);
        var matches =
                passwords.matches(password, account.map(Account::passwordHash).orElse(""));
        return account.filter(found -> matches && found.isUsable())
                .map(found -> {
                    trail.record("signed in", "Account", found.key(), "");
                    return new AccountPrincipal(found.key(), found.person().value(), clock.instant());
                })
                .orElseThrow(() -> Refusal.of("people.sign-in.refused"));
    }
}
