package org.caravanserai.gathering.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.caravanserai.people.Access;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Service;

/**
 * The acting person's calendar elsewhere, from which it is read when she is busy. Reading takes as long as the other end takes,
 * so that no transaction is open meanwhile.
 */
@Service
public class MyCalendar {

    private final OutsideCalendars calendars;
    private final CalendarReading reading;
    private final Access access;
    private final RateLimits limits;

    MyCalendar(OutsideCalendars calendars, CalendarReading reading, Access access, RateLimits limits) {
        this.calendars = calendars;
        this.reading = reading;
        this.access = access;
        this.limits = limits;
    }

    /**
     * A calendar as its owner sees it.
     *
     * @param readAt when it was read the last time
     * @param failure why it could not be read since; empty if it could
     */
    public record Own(String address, Instant readAt, Optional<Refusal.Problem> failure) {}

    /** Her calendar; empty if she gave none. */
    @SignedIn
    public Optional<Own> read() {
        return calendars
                .findByPerson(access.requireMe().value())
                .map(each -> new Own(
                        each.address(),
                        each.readAt(),
                        each.failures() == 0
                                ? Optional.empty()
                                : Optional.of(Refusal.Problem.at("address", each.failure(), each.failureDetail()))));
    }

    /**
     * Reads a calendar and, if that can be done, from now on again and again.
     *
     * @throws Refusal if it may not be asked or cannot be read, or she tries too often; what she gave before stays
     */
    @SignedIn
    public void give(String address) {
        if (!limits.tryTake("outside-calendar", access.requireMe().value().toString(), 20, Duration.ofHours(1))) {
            throw Refusal.at("address", "finding.often");
        }
        reading.begin(access.requireMe(), address);
    }

    /** Forgets her calendar and what was read in it. */
    @SignedIn
    public void remove() {
        reading.end(access.requireMe());
    }
}
