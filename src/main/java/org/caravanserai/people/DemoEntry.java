package org.caravanserai.people;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.caravanserai.platform.Actor;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a visitor of the demonstration in by one click, as one of the people named in its configuration. It does not exist
 * outside the profile {@code demo}. If whoever loads the demonstration has not made these people, it makes them.
 */
@Service
@Profile("demo")
public class DemoEntry {

    private final PeopleProperties properties;
    private final Accounts accounts;
    private final Persons persons;
    private final RoleGrants grants;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoEntry(
            PeopleProperties properties,
            Accounts accounts,
            Persons persons,
            RoleGrants grants,
            TransactionTemplate transaction,
            Clock clock) {
        this.properties = properties;
        this.accounts = accounts;
        this.persons = persons;
        this.grants = grants;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The parts one can enter as, such as {@code researcher}, in the order of {@link #ORDER}. */
    @Everyone
    public List<String> parts() {
        var parts = new LinkedHashSet<>(ORDER);
        parts.retainAll(properties.demo().keySet());
        return List.copyOf(parts);
    }

    /** The known parts, from the one who proposes to the one who runs the installation. */
    private static final Set<String> ORDER = java.util.Collections.unmodifiableSet(
            new LinkedHashSet<>(List.of("researcher", "reviewer", "organiser", "desk", "administrator")));

    /**
     * Signs in as one of them.
     *
     * @throws Refusal if there is no such part
     */
    @Everyone
    @Transactional
    public AccountPrincipal enter(String part) {
        var email = parts().contains(part) ? properties.demo().get(part) : null;
        if (email == null) {
            throw Refusal.of("people.sign-in.refused");
        }
        return accounts.findByEmail(email)
                .filter(Account::isUsable)
                .map(account ->
                        new AccountPrincipal(account.key(), account.person().value(), clock.instant()))
                .orElseThrow(() -> Refusal.of("people.sign-in.refused"));
    }

    /** After the demonstration's own loader, which runs before the application is ready. */
    @EventListener(ApplicationReadyEvent.class)
    @Order
    void makeMissingPeople() {
        Actor.asSystem(() -> transaction.executeWithoutResult(t -> parts().forEach(this::makeIfMissing)));
    }

    private void makeIfMissing(String part) {
        var email = new EmailAddress(properties.demo().getOrDefault(part, ""));
        if (accounts.findByEmail(email.value()).isPresent()) {
            return;
        }
        var person = new Person(
                switch (part) {
                    case "researcher" -> name("Aigul", "Seitkali", "Айгүл Сейтқали");
                    case "reviewer" -> name("Shavkat", "Yusupov", "Шавкат Юсупов");
                    case "organiser" -> name("Dinara", "Omarova", "Динара Омарова");
                    case "desk" -> name("Nurlan", "Isakov", "Нурлан Исаков");
                    default -> name("Gulnora", "Rahimova", "Гулнора Раҳимова");
                });
        person.locate(Language.EN, Set.of("en", "ru"), ZoneId.of("Asia/Almaty"));
        persons.save(person);
        var account = new Account(person.id(), email, "", clock);
        account.verify(clock);
        accounts.save(account);
        if (part.equals("administrator")) {
            grants.save(new RoleGrant(person.id(), Role.ADMINISTRATOR, RoleGrant.EVERYWHERE));
        }
    }

    private static PersonName name(String given, String family, String nativeScript) {
        return new PersonName(given + " " + family, family, given, PersonName.Order.GIVEN_FIRST, nativeScript, "", "");
    }
}
