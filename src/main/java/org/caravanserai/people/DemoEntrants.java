package org.caravanserai.people;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.BeforeOpening;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the people that {@link DemoEntry} lets in as, if whoever loads the demonstration has not: it comes after all other
 * work of the start.
 */
@Component
@Profile("demo")
@Order
class DemoEntrants implements BeforeOpening {

    private final PeopleProperties properties;
    private final Accounts accounts;
    private final Persons persons;
    private final RoleGrants grants;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoEntrants(
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

    @Override
    public void prepare() {
        Actor.asSystem(() ->
                transaction.executeWithoutResult(t -> properties.demo().keySet().forEach(this::makeIfMissing)));
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
