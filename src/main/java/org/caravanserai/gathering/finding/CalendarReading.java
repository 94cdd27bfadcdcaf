package org.caravanserai.gathering.finding;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Internal;
import org.caravanserai.platform.outside.Outside;
import org.caravanserai.platform.outside.OutsideAddress;
import org.caravanserai.platform.outside.OutsideAnswer;
import org.caravanserai.platform.outside.OutsideLimits;
import org.caravanserai.platform.outside.OutsideSeen;
import org.caravanserai.text.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads calendars elsewhere and keeps when they say that people are busy. */
@Component
@Internal
class CalendarReading {

    private static final OutsideLimits LIMITS = new OutsideLimits(Duration.ofSeconds(20), BusyTimes.LONGEST);
    private static final Duration BACK = Duration.ofDays(2);
    private static final Duration AHEAD = Duration.ofDays(180);
    private static final int AT_ONCE = 100;

    private final OutsideCalendars calendars;
    private final Persons persons;
    private final Outside outside;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CalendarReading(
            OutsideCalendars calendars,
            Persons persons,
            Outside outside,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        this.calendars = calendars;
        this.persons = persons;
        this.outside = outside;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Reads a person's calendar for the first time; it takes the place of the one before. */
    void begin(PersonId person, String text) {
        var address = outside.address(text);
        var answer = answer(outside.get(address, OutsideSeen.NOTHING, LIMITS));
        var busy = busy(person, answer);
        transactions.executeWithoutResult(status -> {
            calendars.findByPerson(person.value()).ifPresent(calendars::delete);
            calendars.flush();
            calendars.save(new OutsideCalendar(person, address.toString(), clock));
            replace(person, busy);
        });
    }

    /** Forgets a person's calendar and what was read in it. */
    void end(PersonId person) {
        transactions.executeWithoutResult(status -> {
            calendars.findByPerson(person.value()).ifPresent(calendars::delete);
            replace(person, List.of());
        });
    }

    /** Reads those again whose time has come. @return how many */
    int refresh() {
        var due = calendars.due(clock.instant(), Limit.of(AT_ONCE));
        due.forEach(this::refresh);
        return due.size();
    }

    private void refresh(UUID key) {
        calendars.findById(key).ifPresent(known -> {
            try {
                // Read whole even where it stands as it did: repeated events reach further with each day.
                keep(known, answer(outside.get(OutsideAddress.of(known.address()), OutsideSeen.NOTHING, LIMITS)));
            } catch (Refusal refusal) {
                change(known, each -> each.fail(refusal, clock));
            }
        });
    }

    private void keep(OutsideCalendar known, OutsideAnswer answer) {
        var busy = busy(known.person(), answer);
        change(known, each -> {
            each.succeed(clock);
            replace(each.person(), busy);
        });
    }

    /** Changes it unless its owner has given another one meanwhile. */
    private void change(OutsideCalendar known, java.util.function.Consumer<OutsideCalendar> change) {
        transactions.executeWithoutResult(status -> calendars
                .findById(known.key())
                .filter(each -> each.version() == known.version())
                .ifPresent(each -> {
                    change.accept(each);
                    calendars.save(each);
                }));
    }

    private static OutsideAnswer answer(OutsideAnswer answer) {
        if (!answer.ok()) {
            throw Refusal.at("address", "finding.calendar.status", String.valueOf(answer.status()));
        }
        return answer;
    }

    private List<Stretch> busy(PersonId person, OutsideAnswer answer) {
        var now = clock.instant();
        var zone = persons.findById(person.value()).map(Person::zone).orElseThrow();
        return BusyTimes.of(answer.text(), zone, now.minus(BACK), now.plus(AHEAD));
    }

    private void replace(PersonId person, List<Stretch> busy) {
        jdbc.sql("delete from busy_stretch where person = ?")
                .param(person.value())
                .update();
        for (var each : busy) {
            jdbc.sql("insert into busy_stretch (person, starts_at, ends_at) values (?, ?, ?)")
                    .params(person.value(), Timestamp.from(each.from()), Timestamp.from(each.until()))
                    .update();
        }
    }

    /** The job that reads calendars again, on one node. */
    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        @Bean
        Task<Void> outsideCalendarJob(CalendarReading reading) {
            return Tasks.recurring("outside-calendars", FixedDelay.of(Duration.ofMinutes(10)))
                    .execute((instance, context) -> Actor.asSystem(() -> {
                        reading.refresh();
                    }));
        }
    }
}
