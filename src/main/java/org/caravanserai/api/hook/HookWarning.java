package org.caravanserai.api.hook;

import java.util.stream.Collectors;
import org.caravanserai.mail.Outbox;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.text.Messages;
import org.springframework.stereotype.Component;

/** Tells the organisers of a meeting that a webhook of theirs is told nothing any more. */
@Component
class HookWarning {

    private final Meetings meetings;
    private final RoleGrants grants;
    private final Accounts accounts;
    private final Persons persons;
    private final Outbox outbox;
    private final Messages messages;
    private final PeopleProperties installation;

    HookWarning(
            Meetings meetings,
            RoleGrants grants,
            Accounts accounts,
            Persons persons,
            Outbox outbox,
            Messages messages,
            PeopleProperties installation) {
        this.meetings = meetings;
        this.grants = grants;
        this.accounts = accounts;
        this.persons = persons;
        this.outbox = outbox;
        this.messages = messages;
        this.installation = installation;
    }

    /** Writes to each organiser who can be written to. */
    void write(Hook hook) {
        var meeting = meetings.findById(hook.meeting().value()).orElseThrow();
        var organisers = grants.findByMeeting(meeting.key()).stream()
                .filter(grant -> grant.role() == Role.ORGANISER)
                .map(RoleGrant::person)
                .map(person -> person.value())
                .collect(Collectors.toSet());
        var known = persons.findAllById(organisers).stream().collect(Collectors.toMap(Person::key, person -> person));
        for (var account : accounts.findByPersonIn(organisers)) {
            var person = known.get(account.person().value());
            if (person != null && account.isUsable()) {
                write(hook, meeting, account, person);
            }
        }
    }

    private void write(Hook hook, Meeting meeting, Account account, Person person) {
        var language = person.language();
        var host = hook.address().host();
        outbox.queue(new Outbox.Message(
                account.email(),
                person.id(),
                meeting.key(),
                "hook",
                language,
                messages.get(language, "hook.mail.subject", host),
                messages.get(language, "hook.mail.text", host, meeting.name().text(language)),
                messages.get(language, "hook.mail.action"),
                installation.address("/app/meetings/" + meeting.slug().value() + "/webhooks")));
    }
}
