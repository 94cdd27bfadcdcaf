package org.caravanserai.gathering.finding;

import static java.util.stream.Collectors.groupingBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Version;
import net.fortuna.ical4j.model.property.XProperty;
import org.caravanserai.people.Access;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.CalendarEntries;
import org.caravanserai.people.CalendarEntry;
import org.caravanserai.people.Everyone;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.CalendarBytes;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The secret address at which a person's calendar application, which cannot sign in, reads all that she has to do: appointments,
 * bookings, meetings at tables, and sessions that she has starred. She has one at most: a new one takes the place of the last.
 * Only a hash of the secret is kept, so it is told once.
 */
@Service
public class OwnCalendar {

    /** How long what is over or was called off is still told. */
    static final Duration KEPT = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final List<CalendarEntries> entries;
    private final Persons persons;
    private final Accounts accounts;
    private final Messages messages;
    private final Access access;
    private final RateLimits limits;
    private final Clock clock;

    OwnCalendar(
            JdbcClient jdbc,
            List<CalendarEntries> entries,
            Persons persons,
            Accounts accounts,
            Messages messages,
            Access access,
            RateLimits limits,
            Clock clock) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.persons = persons;
        this.accounts = accounts;
        this.messages = messages;
        this.access = access;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * That somebody has an address. It lets the address work again, and does not tell it.
     *
     * @param hash of the secret
     * @param at when it was made
     */
    public record Made(String hash, Instant at) {

        /** Whether the address is the one with this secret. */
        public boolean by(OneTimeSecret secret) {
            return hash.equals(secret.hash());
        }
    }

    /** The acting person's address; empty if she has none. */
    @SignedIn
    public Optional<Made> current() {
        return jdbc.sql("select secret_hash, made_at from personal_calendar where person = ?")
                .param(me())
                .query((row, number) -> new Made(
                        row.getString("secret_hash"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /**
     * Makes an address for the acting person; one that she had no longer works.
     *
     * @throws Refusal if it is asked too often
     */
    @SignedIn
    public OneTimeSecret make() {
        if (!limits.tryTake("personal-calendar", me().toString(), 20, Duration.ofMinutes(10))) {
            throw Refusal.of("feed.often");
        }
        var secret = OneTimeSecret.random();
        var made = new Made(secret.hash(), clock.instant());
        if (!replace(made) && !insert(made)) {
            // Another window of hers was quicker; the later one holds.
            replace(made);
        }
        return secret;
    }

    /** Takes the acting person's address back; it is as if it had never been. */
    @SignedIn
    public void revoke() {
        jdbc.sql("delete from personal_calendar where person = ?").param(me()).update();
    }

    /**
     * Lets an address of the acting person work again that was taken back or replaced.
     *
     * @param instead what she got in its place; empty if it was taken back
     * @throws Refusal if that is not so any more
     */
    @SignedIn
    public void restore(Made former, Optional<OneTimeSecret> instead) {
        var restored = instead.map(secret -> jdbc.sql(
                                        "update personal_calendar set secret_hash = ?, made_at = ? where person = ? and secret_hash = ?")
                                .params(former.hash(), Timestamp.from(former.at()), me(), secret.hash())
                                .update()
                        > 0)
                .orElseGet(() -> insert(former));
        if (!restored) {
            throw Refusal.of("feed.changed");
        }
    }

    /**
     * What she whose secret it is has to do, as an iCalendar file in her language; empty if it is nobody's, whyever. As long as
     * nothing of it changes, it is the same bytes.
     */
    @Everyone
    public Optional<byte[]> read(OneTimeSecret secret) {
        return jdbc.sql("select person from personal_calendar where secret_hash = ?")
                .param(secret.hash())
                .query(UUID.class)
                .optional()
                .filter(person ->
                        accounts.findByPerson(person).filter(Account::isUsable).isPresent())
                .flatMap(persons::findById)
                .map(this::written);
    }

    private byte[] written(Person person) {
        var since = clock.instant().minus(KEPT);
        var all = entries.stream()
                .flatMap(each -> each.of(person.id(), person.language(), since).stream())
                .sorted(Comparator.comparing(CalendarEntry::from)
                        .thenComparing(e ->
                                e.events().getFirst().getUid().orElseThrow().getValue()))
                .toList();
        var components = new ArrayList<CalendarComponent>();
        var zones = all.stream()
                .collect(groupingBy(e -> e.zone().getId(), TreeMap::new, java.util.stream.Collectors.toList()));
        zones.forEach((zone, in) -> components.add(CalendarBytes.zone(
                ZoneId.of(zone),
                in.getFirst().from(),
                in.stream().map(CalendarEntry::until).max(Instant::compareTo).orElseThrow())));
        all.forEach(entry -> components.addAll(entry.events()));
        if (components.isEmpty()) {
            // RFC 5545, 3.6: a calendar has at least one component.
            components.add(CalendarBytes.zone(person.zone(), Instant.EPOCH, Instant.EPOCH));
        }
        return CalendarBytes.of(new Calendar(
                new PropertyList(List.of(
                        new ProdId("-//Caravanserai//Calendar//EN"),
                        new Version(new ParameterList(), Version.VALUE_2_0),
                        new XProperty(
                                "X-WR-CALNAME",
                                CalendarBytes.sayable(messages.get(
                                        person.language(),
                                        "feed.name",
                                        person.name().in(person.language())))))),
                new ComponentList<>(components)));
    }

    private boolean insert(Made made) {
        try {
            return jdbc.sql("insert into personal_calendar (person, secret_hash, made_at) values (?, ?, ?)")
                            .params(me(), made.hash(), Timestamp.from(made.at()))
                            .update()
                    > 0;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private boolean replace(Made made) {
        return jdbc.sql("update personal_calendar set secret_hash = ?, made_at = ? where person = ?")
                        .params(made.hash(), Timestamp.from(made.at()), me())
                        .update()
                > 0;
    }

    private UUID me() {
        return access.requireMe().value();
    }
}
