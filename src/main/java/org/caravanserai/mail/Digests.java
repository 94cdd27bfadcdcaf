package org.caravanserai.mail;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.Messages;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes each person, at her hour, one message about all that waits for her digest. */
@Service
@Internal
public class Digests {

    /** The most that one digest names; of more, only their number is told. */
    static final int MOST = 50;

    private static final int BATCH = 100;

    private final OutboxMessages messages;
    private final Outbox outbox;
    private final Persons persons;
    private final Accounts accounts;
    private final Messages words;
    private final PeopleProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Digests(
            OutboxMessages messages,
            Outbox outbox,
            Persons persons,
            Accounts accounts,
            Messages words,
            PeopleProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.messages = messages;
        this.outbox = outbox;
        this.persons = persons;
        this.accounts = accounts;
        this.words = words;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Makes the digests that are due, each in a transaction of its own.
     *
     * @return how many
     */
    public int makeDue() {
        int made = 0;
        List<UUID> due;
        do {
            due = messages.awaitingDigest(clock.instant(), Limit.of(BATCH));
            for (var person : due) {
                made += Boolean.TRUE.equals(transaction.execute(status -> make(person))) ? 1 : 0;
            }
        } while (due.size() == BATCH);
        return made;
    }

    private boolean make(UUID key) {
        var digest = Ids.next();
        if (messages.gather(key, digest, clock.instant()) == 0) {
            return false;
        }
        var person = persons.findById(key).orElseThrow();
        var account = accounts.findByPerson(key).filter(Account::isUsable);
        var told = messages.gathered(digest);
        if (told.isEmpty() || account.isEmpty()) {
            return false;
        }
        outbox.queue(message(person, account.get(), told).once("digest:" + digest));
        return true;
    }

    private Outbox.Message message(Person person, Account account, List<OutboxMessage> told) {
        var language = person.language();
        var lines = told.stream()
                .limit(MOST)
                .map(m -> "• " + m.subject() + (m.actionAddress().isEmpty() ? "" : "\n" + m.actionAddress()))
                .collect(Collectors.joining("\n\n"));
        var more = told.size() > MOST ? "\n\n" + words.get(language, "notice.digest.more", told.size() - MOST) : "";
        return new Outbox.Message(
                account.email(),
                person.id(),
                null,
                KnownKinds.DIGEST,
                language,
                words.get(language, "notice.digest.subject", told.size()),
                words.get(language, "notice.digest.text", person.name().in(language), told.size()) + "\n\n" + lines
                        + more,
                words.get(language, "notice.digest.action"),
                properties.address("/app/notices"));
    }
}
