package org.caravanserai.people;

import java.time.Clock;
import java.util.UUID;
import org.caravanserai.testing.Fixture;

/** Accounts for people that tests make. */
@Fixture
public class AccountsForTests {

    private final Accounts accounts;
    private final RememberedBrowsers browsers;
    private final Clock clock;

    AccountsForTests(Accounts accounts, RememberedBrowsers browsers, Clock clock) {
        this.accounts = accounts;
        this.browsers = browsers;
        this.clock = clock;
    }

    /** A verified account without a password. */
    public void open(Person person) {
        var account = new Account(person.id(), new EmailAddress(UUID.randomUUID() + "@example.org"), "", clock);
        account.verify(clock);
        accounts.save(account);
    }

    /** A browser that stays signed in. */
    public void remember(Person person, String description) {
        var account = accounts.findByPerson(person.key()).orElseThrow();
        browsers.remember(new AccountPrincipal(account.key(), person.key(), clock.instant()), description);
    }
}
