package org.caravanserai.people;

import java.util.Optional;
import org.caravanserai.platform.Actor;
import org.caravanserai.shell.Reader;
import org.caravanserai.text.Language;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the shell how the acting person reads, from her profile, and keeps the language that she chooses there. */
@Component
class ReadingPerson implements Reader {

    private final Persons persons;
    private final Accounts accounts;
    private final AccountSessions sessions;

    ReadingPerson(Persons persons, Accounts accounts, AccountSessions sessions) {
        this.persons = persons;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Reading> current() {
        return Actor.person().flatMap(persons::findById).map(person -> {
            var email = accounts.findByPerson(person.key())
                    .map(account -> account.email().value())
                    .orElse("");
            return new Reading(
                    person.name(),
                    email,
                    person.language(),
                    person.zone(),
                    person.picture().map(picture -> Pictures.address(person.code(), picture)));
        });
    }

    @Override
    @Transactional
    public void choose(Language language) {
        Actor.person()
                .flatMap(persons::findById)
                .ifPresent(person -> person.locate(language, person.languages(), person.zone()));
    }

    @Override
    public boolean stillSignedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                || !(authentication.getPrincipal() instanceof AccountPrincipal principal)
                || sessions.counts(principal);
    }
}
