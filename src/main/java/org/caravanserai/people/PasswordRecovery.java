package org.caravanserai.people;

import java.time.Clock;
import java.time.Duration;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A new password for who forgot hers, by a secret mailed to her address that works once within an hour. */
@Service
public class PasswordRecovery {

    private final Accounts accounts;
    private final Persons persons;
    private final Passwords passwords;
    private final AccountTokens tokens;
    private final RememberedBrowsers browsers;
    private final RateLimits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PasswordRecovery(
            Accounts accounts,
            Persons persons,
            Passwords passwords,
            AccountTokens tokens,
            RememberedBrowsers browsers,
            RateLimits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.persons = persons;
        this.passwords = passwords;
        this.tokens = tokens;
        this.browsers = browsers;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks for the mail. The answer is the same whether the address has an account or not.
     *
     * @throws Refusal if it is not an address, or too many were asked for from here
     */
    @Everyone
    @Transactional
    public void ask(String email, String remoteAddress) {
        var address = new EmailAddress(email);
        if (!limits.tryTake("forgot from", remoteAddress, 30, Duration.ofHours(1))) {
            throw Refusal.of("people.sign-in.often");
        }
        if (!limits.tryTake("mail to", address.value(), 5, Duration.ofHours(1))) {
            return;
        }
        accounts.findByEmail(address.value()).filter(Account::isUsable).ifPresent(account -> {
            var secret = tokens.issue(AccountTokens.Purpose.RESET, account.key(), "");
            events.publishEvent(
                    new AccountMessage.ResetRequested(address, language(account), account.person(), secret));
        });
    }

    /** Whether the mailed secret still works. */
    @Everyone
    @Transactional(readOnly = true)
    public boolean works(OneTimeSecret secret) {
        return tokens.look(AccountTokens.Purpose.RESET, secret).isPresent();
    }

    /**
     * Sets the new password; all sessions end and all browsers are forgotten.
     *
     * @return the address to sign in with
     * @throws Refusal if the secret no longer works, or the password cannot be taken, which leaves the secret as it was
     */
    @Everyone
    @Transactional
    public EmailAddress reset(OneTimeSecret secret, String password) {
        var account = tokens.redeem(AccountTokens.Purpose.RESET, secret)
                .flatMap(AccountTokens.Token::account)
                .flatMap(accounts::findById)
                .filter(Account::isUsable)
                .orElseThrow(() -> Refusal.of("people.link.gone"));
        var name = persons.findById(account.person().value()).orElseThrow().name();
        account.changePassword(passwords.accept(
                password, account.email(), name.published(), name.family(), name.given(), name.nativeScript()));
        account.endSessions(clock);
        browsers.forgetAll(account);
        accounts.save(account);
        events.publishEvent(new AccountMessage.PasswordChanged(account.email(), language(account), account.person()));
        return account.email();
    }

    private Language language(Account account) {
        return persons.findById(account.person().value()).map(Person::language).orElse(Language.EN);
    }
}
