package org.caravanserai.gathering.finding;

import static java.util.stream.Collectors.groupingBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** Whether the acting person has an address. */
    @SignedIn
    public boolean exists() {
        return jdbc.sql("select count(*) from personal_calendar where person = ?")
                        .param(me())
                        .query(Integer.class)
                        .single()
                > 0;
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
        if (!replace(secret)) {
            try {
                jdbc.sql("insert into personal_calendar (person, secret_hash, made_at) values (?, ?, ?)")
                        .params(me(), secret.hash(), Timestamp.from(clock.instant()))
                        .update();
            } catch (DuplicateKeyException e) {
                // Another window of hers was quicker; the later one holds.
                replace(secret);
            }
        }
        return secret;
    }

    /** Takes the acting person's address back; it is as if it had never been. */
    @SignedIn
    public void revoke() {
        jdbc.sql("delete from personal_calendar where person = ?").param(me()).update();
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

    private boolean replace(OneTimeSecret secret) {
        return jdbc.sql("update personal_calendar set secret_hash = ?, made_at = ? where person = ?")
                        .params(secret.hash(), Timestamp.from(clock.instant()), me())
                        .update()
                > 0;
    }

    private UUID me() {
        return access.requireMe().value();
    }
}
