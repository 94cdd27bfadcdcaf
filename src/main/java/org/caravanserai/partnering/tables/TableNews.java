package org.caravanserai.partnering.tables;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.mail.Outbox;
import org.caravanserai.partnering.tables.EventFacts.Facts;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Moments;
import org.springframework.stereotype.Component;

/**
 * Writes to people whom they meet at an event, whenever that has changed. A message waits some minutes; if it changes again
 * meanwhile, only the last one leaves.
 */
@Component
class TableNews {

    private static final Duration PAUSE = Duration.ofMinutes(2);

    private final Outbox outbox;
    private final Accounts accounts;
    private final Persons persons;
    private final Messages messages;
    private final PeopleProperties properties;

    TableNews(Outbox outbox, Accounts accounts, Persons persons, Messages messages, PeopleProperties properties) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.persons = persons;
        this.messages = messages;
        this.properties = properties;
    }

    /** Writes to everybody in these parties. */
    void tell(Facts facts, Set<UUID> parties) {
        var partyOf = new HashMap<UUID, UUID>();
        parties.forEach(party ->
                facts.people().getOrDefault(party, List.of()).forEach(member -> partyOf.put(member.person(), party)));
        var people =
                persons.findAllById(partyOf.keySet()).stream().collect(Collectors.toMap(Person::key, person -> person));
        for (var account : accounts.findByPersonIn(partyOf.keySet())) {
            var person = people.get(account.person().value());
            var party = partyOf.get(account.person().value());
            if (person != null && party != null && account.isUsable()) {
                write(facts, party, account, person);
            }
        }
    }

    private void write(Facts facts, UUID party, Account account, Person person) {
        var cause = UUID.nameUUIDFromBytes((facts.event().key() + " " + person.key()).getBytes(StandardCharsets.UTF_8));
        outbox.takeBack(cause);
        var language = person.language();
        var title = facts.event().title().text(language);
        var paragraphs = new ArrayList<String>();
        paragraphs.add(messages.get(language, "tables.mail.hello", person.name().in(language)));
        var timetable = Timetables.of(facts, party);
        paragraphs.add(
                timetable.isEmpty()
                        ? messages.get(language, "tables.mail.none", title)
                        : messages.get(language, "tables.mail.intro", title, timetable.size()));
        paragraphs.add(timetable.stream()
                .map(appointed -> line(facts, appointed, language, person.zone()))
                .collect(Collectors.joining("\n")));
        outbox.queue(
                new Outbox.Message(
                        account.email(),
                        new PersonId(person.key()),
                        facts.meeting().id().value(),
                        TablesConfiguration.KIND,
                        language,
                        messages.get(language, "tables.mail.subject", title),
                        String.join("\n\n", paragraphs).strip(),
                        messages.get(language, "tables.mail.action"),
                        properties.address("/app/meetings/" + facts.meeting().slug() + "/tables/"
                                + facts.event().key())),
                cause,
                PAUSE);
    }

    private String line(Facts facts, EventParticipation.Appointed appointed, Language language, ZoneId zone) {
        var when = Moments.onBoth(
                language,
                appointed.slot().from(),
                facts.zone(),
                facts.meeting().city().text(language),
                zone);
        var with = appointed.with().in(language);
        return appointed.interpreter().isEmpty()
                ? messages.get(language, "tables.mail.line", when, with, appointed.table())
                : messages.get(language, "tables.mail.helped", when, with, appointed.table(), appointed.interpreter());
    }
}
