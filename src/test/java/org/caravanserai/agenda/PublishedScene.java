package org.caravanserai.agenda;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.Fixture;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.springframework.transaction.support.TransactionTemplate;

/** Meetings with an agenda that is published once, as an import leaves them, for tests of releases. */
@Fixture
class PublishedScene {

    private final AgendaImport agendaImport;
    private final Meetings meetings;
    private final Persons persons;
    private final Accounts accounts;
    private final RoleGrants grants;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PublishedScene(
            AgendaImport agendaImport,
            Meetings meetings,
            Persons persons,
            Accounts accounts,
            RoleGrants grants,
            TransactionTemplate transaction,
            Clock clock) {
        this.agendaImport = agendaImport;
        this.meetings = meetings;
        this.persons = persons;
        this.accounts = accounts;
        this.grants = grants;
        this.transaction = transaction;
        this.clock = clock;
    }

    MeetingId imported(AgendaSnapshot agenda) {
        return Actor.asSystem(() -> agendaImport.take(agenda));
    }

    void open(MeetingId meeting) {
        change(meeting, true);
    }

    void close(MeetingId meeting) {
        change(meeting, false);
    }

    PersonId organiser(MeetingId meeting) {
        var person = persons.save(new Person(PersonName.published("Organiser")));
        grants.save(new RoleGrant(person.id(), Role.ORGANISER, meeting.value()));
        return person.id();
    }

    /** Gives somebody an account, and a language and a zone to read in; gives her address. */
    String reachable(UUID key, Language language, String zone) {
        var email = "reader-" + key + "@example.net";
        transaction.executeWithoutResult(t -> {
            var person = persons.findById(key).orElseThrow();
            person.locate(language, Set.of(language.tag()), ZoneId.of(zone));
            persons.save(person);
            var account = new Account(person.id(), new EmailAddress(email), "", clock);
            account.verify(clock);
            accounts.save(account);
        });
        return email;
    }

    private void change(MeetingId meeting, boolean open) {
        transaction.executeWithoutResult(t -> {
            var found = meetings.findById(meeting.value()).orElseThrow();
            if (open) {
                found.open();
            } else {
                found.close();
            }
            meetings.save(found);
        });
    }
}
