package org.caravanserai.partnering.followup;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.caravanserai.mail.Outbox;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Internal;
import org.caravanserai.platform.SignedLinks;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Moments;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks those who have met what came of it: soon after, and after three, six and twelve months, each time once. */
@Service
@Internal
public class FollowUpAsking {

    /** How long after its end a meeting is still noticed. */
    private static final Duration BACK = Duration.ofDays(14);

    private static final int BATCH = 200;

    private final List<HeldMeetings> sources;
    private final StoredFollowUps followUps;
    private final Persons persons;
    private final Accounts accounts;
    private final Outbox outbox;
    private final SignedLinks links;
    private final Messages messages;
    private final PeopleProperties installation;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FollowUpAsking(
            Collection<HeldMeetings> sources,
            StoredFollowUps followUps,
            Persons persons,
            Accounts accounts,
            Outbox outbox,
            SignedLinks links,
            Messages messages,
            PeopleProperties installation,
            TransactionTemplate transaction,
            Clock clock) {
        this.sources = List.copyOf(sources);
        this.followUps = followUps;
        this.persons = persons;
        this.accounts = accounts;
        this.outbox = outbox;
        this.links = links;
        this.messages = messages;
        this.installation = installation;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Notices meetings that have ended, and asks whoever is to be asked now.
     *
     * @return how many were asked
     */
    public int ask() {
        var now = clock.instant();
        for (var source : sources) {
            var held = source.endedBetween(now.minus(BACK), now);
            var known = held.isEmpty()
                    ? new HashSet<String>()
                    : new HashSet<>(followUps.known(
                            held.stream().map(HeldMeetings.HeldMeeting::source).toList()));
            held.stream()
                    .filter(h -> h.people().size() > 1 && !known.contains(h.source()))
                    .forEach(h -> inOne(() -> {
                        h.people().stream().distinct().forEach(person -> followUps.save(new FollowUp(h, person)));
                        return true;
                    }));
        }
        int asked = 0;
        List<UUID> due;
        do {
            due = followUps.due(clock.instant(), Limit.of(BATCH));
            asked += (int) due.stream().filter(key -> inOne(() -> ask(key))).count();
        } while (due.size() == BATCH);
        return asked;
    }

    /** Another node may do the same at the same time: it was done then. */
    private boolean inOne(BooleanSupplier work) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> work.getAsBoolean()));
        } catch (ConcurrencyFailureException | DataIntegrityViolationException raced) {
            return false;
        }
    }

    /** Asks one person, unless she has been asked since the list was read: by another node, then. */
    private boolean ask(UUID key) {
        var followUp = followUps.findById(key).orElseThrow();
        if (followUp.nextAt().filter(at -> !at.isAfter(clock.instant())).isEmpty()) {
            return false;
        }
        var person = persons.findById(followUp.person().value()).orElseThrow();
        var stage = followUp.stage();
        followUp.asked(clock);
        followUps.saveAndFlush(followUp);
        accounts.findByPerson(person.key())
                .filter(Account::isUsable)
                .ifPresent(account ->
                        outbox.queue(message(followUp, person, account, stage).once("follow-up:" + key + ":" + stage)));
        return true;
    }

    /** Names no meeting, so that organisers do not read who met whom in its list of mails. */
    private Outbox.Message message(FollowUp followUp, Person person, Account account, int stage) {
        var language = person.language();
        var when = Moments.full(language, followUp.heldAt(), person.zone(), Moments.city(language, person.zone()));
        return new Outbox.Message(
                account.email(),
                person.id(),
                null,
                FollowUpConfiguration.KIND,
                language,
                messages.get(language, "followup.mail.subject", followUp.title()),
                messages.get(
                        language,
                        stage == 0 ? "followup.mail.first" : "followup.mail.again",
                        person.name().in(language),
                        followUp.title(),
                        when),
                messages.get(language, "followup.mail.action"),
                installation.address("/follow-up/"
                        + links.sign(FollowUps.PURPOSE, followUp.key().toString())));
    }
}
