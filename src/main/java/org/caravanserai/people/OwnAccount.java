package org.caravanserai.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a signed-in person does with her own account: password, address, and where she is signed in. */
@Service
public class OwnAccount {

    private final Accounts accounts;
    private final Persons persons;
    private final Passwords passwords;
    private final AccountTokens tokens;
    private final RememberedBrowsers browsers;
    private final RoleOffers offers;
    private final RateLimits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnAccount(
            Accounts accounts,
            Persons persons,
            Passwords passwords,
            AccountTokens tokens,
            RememberedBrowsers browsers,
            RoleOffers offers,
            RateLimits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.persons = persons;
        this.passwords = passwords;
        this.tokens = tokens;
        this.browsers = browsers;
        this.offers = offers;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /** A browser that stays signed in. */
    public record Browser(UUID key, String description, Instant since, Instant lastUsed) {}

    /** The address that the acting person signs in with. */
    @SignedIn
    @Transactional(readOnly = true)
    public EmailAddress email() {
        return mine().email();
    }

    /** The browsers that stay signed in, the last used first. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Browser> browsers() {
        return browsers.of(mine());
    }

    /** Forgets a browser: it no longer stays signed in once its present session ends. */
    @SignedIn
    @Transactional
    public void forget(UUID browser) {
        browsers.forget(mine(), browser);
    }

    /** Changes the password; all other sessions end, and the acting person signs in again. */
    @SignedIn
    @Transactional
    public void changePassword(String present, String next) {
        var account = proven(present);
        var name = persons.findById(account.person().value()).orElseThrow().name();
        account.changePassword(passwords.accept(
                next, account.email(), name.published(), name.family(), name.given(), name.nativeScript()));
        endSessions(account);
        events.publishEvent(new AccountMessage.PasswordChanged(account.email(), language(account), account.person()));
    }

    /** Asks to sign in with another address from now on; it counts once a mail sent there is answered. */
    @SignedIn
    @Transactional
    public void move(String present, String to) {
        var account = proven(present);
        var address = new EmailAddress(to);
        if (!limits.tryTake("mail to", address.value(), 5, Duration.ofHours(1))) {
            return;
        }
        var existing = accounts.findByEmail(address.value());
        if (existing.isPresent()) {
            events.publishEvent(new AccountMessage.RegisteredAgain(
                    address, language(existing.get()), existing.get().person()));
            return;
        }
        var secret = tokens.issue(AccountTokens.Purpose.MOVE, account.key(), address.value());
        events.publishEvent(new AccountMessage.MoveRequested(address, language(account), account.person(), secret));
    }

    /**
     * The address that a mailed secret would move an account to.
     *
     * @throws Refusal if it no longer works
     */
    @Everyone
    @Transactional(readOnly = true)
    public EmailAddress waiting(OneTimeSecret secret) {
        return tokens.look(AccountTokens.Purpose.MOVE, secret)
                .map(token -> new EmailAddress(token.payload()))
                .orElseThrow(() -> Refusal.of("people.link.gone"));
    }

    /**
     * Moves the account to the address, and tells the one before.
     *
     * @throws Refusal if the secret no longer works, or the address got an account in the meantime
     */
    @Everyone
    @Transactional
    public EmailAddress confirmMove(OneTimeSecret secret) {
        var token = tokens.redeem(AccountTokens.Purpose.MOVE, secret).orElseThrow(() -> Refusal.of("people.link.gone"));
        var account = token.account().flatMap(accounts::findById).filter(Account::isUsable);
        var address = new EmailAddress(token.payload());
        if (account.isEmpty() || accounts.findByEmail(address.value()).isPresent()) {
            throw Refusal.of("people.link.gone");
        }
        var before = account.get().email();
        account.get().moveTo(address, clock);
        accounts.saveAndFlush(account.get());
        offers.redeem(address, account.get().person());
        events.publishEvent(new AccountMessage.Moved(
                before, language(account.get()), account.get().person(), address));
        return address;
    }

    /** Ends all sessions, this one too, and forgets all browsers. */
    @SignedIn
    @Transactional
    public void signOutEverywhere() {
        endSessions(mine());
    }

    private void endSessions(Account account) {
        account.endSessions(clock);
        browsers.forgetAll(account);
        tokens.cancel(AccountTokens.Purpose.RESET, account.key());
        accounts.save(account);
    }

    private Account proven(String present) {
        var account = mine();
        if (!limits.tryTake("prove", account.key().toString(), 10, Duration.ofMinutes(15))) {
            throw Refusal.of("people.sign-in.often");
        }
        if (!passwords.matches(present, account.passwordHash())) {
            throw Refusal.at("present", "people.password.wrong");
        }
        return account;
    }

    private Account mine() {
        return Actor.person().flatMap(accounts::findByPerson).orElseThrow(() -> Refusal.of("people.account.none"));
    }

    private Language language(Account account) {
        return persons.findById(account.person().value()).map(Person::language).orElse(Language.EN);
    }
}
