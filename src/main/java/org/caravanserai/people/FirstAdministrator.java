package org.caravanserai.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Set;
import org.caravanserai.platform.Actor;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the first administrator of an installation. While there is none, each start writes a link to the log that works
 * once, until the next start; whoever can read the log may run the installation. No default account exists.
 */
@Service
@Profile("!demo")
public class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final PeopleProperties properties;
    private final RoleGrants grants;
    private final Accounts accounts;
    private final Persons persons;
    private final Passwords passwords;
    private final Registration registration;
    private volatile @Nullable OneTimeSecret secret;

    FirstAdministrator(
            PeopleProperties properties,
            RoleGrants grants,
            Accounts accounts,
            Persons persons,
            Passwords passwords,
            Registration registration) {
        this.properties = properties;
        this.grants = grants;
        this.accounts = accounts;
        this.persons = persons;
        this.passwords = passwords;
        this.registration = registration;
    }

    @EventListener(ApplicationReadyEvent.class)
    void offer() {
        if (!grants.existsByRole(Role.ADMINISTRATOR)) {
            var made = OneTimeSecret.random();
            secret = made;
            LOG.warn(
                    "There is no administrator yet. Whoever opens this link first becomes it: {}",
                    properties.address("/set-up?token=" + made.value()));
        }
    }

    /** Whether the token of the link works. */
    @Everyone
    @Transactional(readOnly = true)
    public boolean works(OneTimeSecret token) {
        return isOurs(token) && !grants.existsByRole(Role.ADMINISTRATOR);
    }

    /**
     * Makes the administrator.
     *
     * @throws Refusal if the token does not work, or something typed cannot be taken
     */
    @Everyone
    @Transactional
    public synchronized void create(OneTimeSecret token, Registration.Typed typed) {
        if (!works(token)) {
            throw Refusal.of("people.link.gone");
        }
        var problems = new ArrayList<>(NameRules.problems(typed.name()));
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        var email = new EmailAddress(typed.email());
        if (accounts.findByEmail(email.value()).isPresent()) {
            throw Refusal.at("email", "people.email.taken");
        }
        var hash = passwords.accept(typed.password(), email, typed.name().published());
        Actor.asSystem(() -> {
            var person = new Person(typed.name());
            person.affiliate(null, "", typed.country());
            person.locate(
                    typed.language(),
                    Set.of(typed.language().tag()),
                    Countries.zone(typed.country()).orElseGet(() -> ZoneId.of("UTC")));
            persons.save(person);
            registration.create(person, email, hash);
            grants.save(new RoleGrant(person.id(), Role.ADMINISTRATOR, RoleGrant.EVERYWHERE));
        });
    }

    private boolean isOurs(OneTimeSecret token) {
        var expected = secret;
        return expected != null
                && MessageDigest.isEqual(
                        expected.value().getBytes(StandardCharsets.UTF_8),
                        token.value().getBytes(StandardCharsets.UTF_8));
    }
}
