package org.caravanserai.partnering.introduction;

import org.caravanserai.mail.Outbox;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.MeetingNames;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.text.Messages;
import org.springframework.stereotype.Component;

/**
 * Tells people of introductions by mail, each in her language. What was written is read in the application alone: a mail can
 * be answered, and an answer would tell an address.
 */
@Component
class IntroductionMail {

    static final String KIND = "introduction";

    private final Outbox outbox;
    private final Messages messages;
    private final Persons persons;
    private final Accounts accounts;
    private final MeetingNames meetings;
    private final PeopleProperties installation;

    IntroductionMail(
            Outbox outbox,
            Messages messages,
            Persons persons,
            Accounts accounts,
            MeetingNames meetings,
            PeopleProperties installation) {
        this.outbox = outbox;
        this.messages = messages;
        this.persons = persons;
        this.accounts = accounts;
        this.meetings = meetings;
        this.installation = installation;
    }

    /** Somebody asks to be introduced. */
    void asked(Introduction introduction) {
        send(introduction.meeting(), introduction.asked(), introduction.asker(), "partner.mail.asked.");
    }

    /** Both have said yes: whoever asked is told. */
    void agreed(Introduction introduction) {
        send(introduction.meeting(), introduction.asker(), introduction.asked(), "partner.mail.agreed.");
    }

    /** There is a message, where there was none to be read. */
    void written(MeetingId meeting, PersonId to, PersonId from) {
        send(meeting, to, from, "partner.mail.written.");
    }

    private void send(MeetingId meeting, PersonId to, PersonId about, String kind) {
        var reader = persons.findById(to.value()).orElseThrow();
        var other = persons.findById(about.value()).orElseThrow();
        var where = meetings.of(meeting.value()).orElseThrow();
        accounts.findByPerson(reader.key())
                .filter(account -> account.isUsable())
                .ifPresent(account -> outbox.queue(new Outbox.Message(
                        account.email(),
                        reader.id(),
                        null,
                        KIND,
                        reader.language(),
                        text(reader, other, where, kind + "subject"),
                        text(reader, other, where, kind + "text"),
                        messages.get(reader.language(), "partner.mail.open"),
                        installation.baseAddress() + "/app/meetings/" + where.slug() + "/introductions")));
    }

    private String text(Person reader, Person other, MeetingNames.Named meeting, String key) {
        return messages.get(
                reader.language(),
                key,
                other.name().in(reader.language()),
                meeting.name().text(reader.language()));
    }
}
