package org.caravanserai.people;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.caravanserai.text.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a visitor of the demonstration in by one click, as one of the people named in its configuration. It does not exist
 * outside the profile {@code demo}.
 */
@Service
@Profile("demo")
public class DemoEntry {

    private final PeopleProperties properties;
    private final Accounts accounts;
    private final Clock clock;

    DemoEntry(PeopleProperties properties, Accounts accounts, Clock clock) {
        this.properties = properties;
        this.accounts = accounts;
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
}
