package org.caravanserai.people;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a researcher gets an account. Nothing exists until the address is confirmed: what was typed waits with the secret
 * that was mailed, so that nobody can take an address that is not hers, and nobody learns which addresses have accounts.
 */
@Service
public class Registration {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Accounts accounts;
    private final Persons persons;
    private final Passwords passwords;
    private final AccountTokens tokens;
    private final RoleOffers offers;
    private final RateLimits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Registration(
            Accounts accounts,
            Persons persons,
            Passwords passwords,
            AccountTokens tokens,
            RoleOffers offers,
            RateLimits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.persons = persons;
        this.passwords = passwords;
        this.tokens = tokens;
        this.offers = offers;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a person types to register.
     *
     * @param country ISO 3166-1 alpha-2; empty if not told
     * @param language the language she reads the page in
     * @param continueTo a path of ours to go on to afterwards
     */
    public record Typed(
            PersonName name, String email, String password, String country, Language language, String continueTo) {}

    private record Pending(
            PersonName name, String email, String passwordHash, String country, Language language, String continueTo) {}

    /** What the page that confirms an address shows. */
    public record Waiting(String name, String email) {}

    /** What follows a confirmed address. */
    public record Confirmed(String email, String continueTo) {}

    /**
     * Registers. The answer is the same, and takes as long, whether the address has an account or not; its owner reads in
     * her mail what happened.
     *
     * @throws Refusal if something typed cannot be taken
     */
    @Everyone
    @Transactional
    public void register(Typed typed, String remoteAddress) {
        var problems = new ArrayList<Refusal.Problem>();
        problems.addAll(NameRules.problems(typed.name()));
        Optional<EmailAddress> email = Optional.empty();
        try {
            email = Optional.of(new EmailAddress(typed.email()));
        } catch (Refusal refusal) {
            problems.addAll(refusal.problems());
        }
        var hash = "";
        try {
            hash = passwords.accept(
                    typed.password(),
                    email.orElseGet(() -> new EmailAddress("nobody@example.org")),
                    typed.name().published(),
                    typed.name().family(),
                    typed.name().given(),
                    typed.name().nativeScript());
        } catch (Refusal refusal) {
            problems.addAll(refusal.problems());
        }
        if (!problems.isEmpty() || email.isEmpty()) {
            throw new Refusal(problems);
        }
        if (!limits.tryTake("register from", remoteAddress, 20, Duration.ofHours(1))) {
            throw Refusal.of("people.sign-in.often");
        }
        request(email.get(), typed, hash);
    }

    private void request(EmailAddress email, Typed typed, String hash) {
        if (!limits.tryTake("mail to", email.value(), 5, Duration.ofHours(1))) {
            return;
        }
        var existing = accounts.findByEmail(email.value());
        if (existing.isPresent()) {
            var person = existing.get().person();
            var language =
                    persons.findById(person.value()).map(Person::language).orElse(typed.language());
            events.publishEvent(new AccountMessage.RegisteredAgain(email, language, person));
            return;
        }
        request(new Pending(typed.name(), email.value(), hash, typed.country(), typed.language(), typed.continueTo()));
    }

    private void request(Pending pending) {
        var email = new EmailAddress(pending.email());
        var secret = tokens.issueRegistration(JSON.writeValueAsString(pending), email, pending.name());
        events.publishEvent(new AccountMessage.VerificationRequested(
                email, pending.language(), pending.name().published(), secret));
    }

    /** Writes again to someone whose registration waits; the link she got before stops working. False if it waits no more. */
    boolean requestAgain(UUID waiting) {
        var payload = tokens.recallRegistration(waiting);
        payload.ifPresent(kept -> request(JSON.readValue(kept, Pending.class)));
        return payload.isPresent();
    }

    /**
     * Whose registration a mailed secret would confirm.
     *
     * @throws Refusal if it no longer works
     */
    @Everyone
    @Transactional(readOnly = true)
    public Waiting waiting(OneTimeSecret secret) {
        var pending = tokens.look(AccountTokens.Purpose.REGISTER, secret).map(Registration::pending);
        return pending.map(p -> new Waiting(p.name().published(), p.email()))
                .orElseThrow(() -> Refusal.of("people.link.gone"));
    }

    /**
     * Confirms the address: now person and account exist.
     *
     * @throws Refusal if the secret no longer works, or the address got an account in the meantime
     */
    @Everyone
    @Transactional
    public Confirmed confirm(OneTimeSecret secret) {
        var pending = tokens.redeem(AccountTokens.Purpose.REGISTER, secret)
                .map(Registration::pending)
                .filter(p -> accounts.findByEmail(p.email()).isEmpty())
                .orElseThrow(() -> Refusal.of("people.link.gone"));
        var person = new Person(pending.name());
        person.affiliate(null, "", pending.country());
        person.locate(
                pending.language(),
                new LinkedHashSet<>(List.of(pending.language().tag())),
                Countries.zone(pending.country()).orElseGet(() -> zone(pending.language())));
        persons.save(person);
        create(person, new EmailAddress(pending.email()), pending.passwordHash());
        return new Confirmed(pending.email(), pending.continueTo());
    }

    /** A verified account for a person; offers made to the address become hers. */
    void create(Person person, EmailAddress email, String passwordHash) {
        var account = new Account(person.id(), email, passwordHash, clock);
        account.verify(clock);
        accounts.saveAndFlush(account);
        offers.redeem(email, person.id());
        events.publishEvent(new PersonRegistered(person.id(), email));
    }

    private static Pending pending(AccountTokens.Token token) {
        return JSON.readValue(token.payload(), Pending.class);
    }

    private static ZoneId zone(Language language) {
        return ZoneId.of(
                switch (language) {
                    case JA -> "Asia/Tokyo";
                    case KK -> "Asia/Almaty";
                    case KY -> "Asia/Bishkek";
                    case UZ -> "Asia/Tashkent";
                    case TG -> "Asia/Dushanbe";
                    case TK -> "Asia/Ashgabat";
                    case EN, RU -> "UTC";
                });
    }
}
