package org.caravanserai.demo;

import java.util.List;
import org.caravanserai.mail.Outbox;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.text.Language;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the organisers have written to those as whom one enters the demonstration, so that their notices are not empty. */
@Component
@Profile("demo")
class DemoNotices {

    private static final List<Written> WRITTEN = List.of(
            new Written(
                    "Rooms are held for you until 30 April 2027",
                    "Dear colleague,\n\nwe hold rooms in two hotels within ten minutes on foot of the Alem.ai centre."
                            + " Book before 30 April 2027 and say that you come to the scientists' meeting."),
            new Written(
                    "Who comes from Japan: letters for the visa",
                    "Dear colleague,\n\nif you need a letter for your visa, look whether your passport name is written"
                            + " in your profile as it stands in your passport, and tell us your dates."),
            new Written(
                    "Field trip to the Aral Sea: forty places",
                    "Dear colleague,\n\nthe trip from 12 to 14 June 2027 has forty places. Scientists who work on the"
                            + " Aral Sea come first; then whoever wrote first."));

    private final Outbox outbox;
    private final Accounts accounts;
    private final PeopleProperties properties;

    DemoNotices(Outbox outbox, Accounts accounts, PeopleProperties properties) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.properties = properties;
    }

    private record Written(String subject, String text) {}

    void load(Meeting meeting) {
        for (var email : properties.demo().values()) {
            accounts.findByEmail(email).ifPresent(account -> WRITTEN.forEach(w -> write(meeting, account, w)));
        }
    }

    private void write(Meeting meeting, Account account, Written written) {
        outbox.queue(new Outbox.Message(
                account.email(),
                account.person(),
                meeting.key(),
                "group",
                Language.EN,
                written.subject(),
                written.text(),
                "",
                ""));
    }
}
