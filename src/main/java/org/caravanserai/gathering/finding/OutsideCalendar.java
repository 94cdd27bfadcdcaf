package org.caravanserai.gathering.finding;

import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Secret;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;

/** A calendar of a person's elsewhere, at an address that she gave. Whoever knows the address can read it, so it is a secret. */
@Entity
class OutsideCalendar extends Aggregate {

    /** How long what was read counts as fresh. */
    static final Duration FRESH = Duration.ofHours(2);

    private static final int MOST_DOUBLINGS = 4;
    private static final int LONGEST_DETAIL = 300;

    private UUID person;

    @Secret
    private String address;

    private Instant readAt;

    private Instant nextAt;

    private int failures;

    private String failure;

    private String failureDetail;

    @SuppressWarnings("NullAway.Init")
    protected OutsideCalendar() {}

    OutsideCalendar(PersonId person, String address, Clock clock) {
        this.person = person.value();
        this.address = address;
        succeed(clock);
    }

    PersonId person() {
        return new PersonId(person);
    }

    String address() {
        return address;
    }

    Instant readAt() {
        return readAt;
    }

    int failures() {
        return failures;
    }

    /** The message key of why it could not be read the last time; empty if it could. */
    String failure() {
        return failure;
    }

    /** What the message tells. */
    String failureDetail() {
        return failureDetail;
    }

    /** It was read, and is read again when it is no longer fresh. */
    final void succeed(Clock clock) {
        readAt = clock.instant();
        nextAt = readAt.plus(FRESH);
        failures = 0;
        failure = "";
        failureDetail = "";
    }

    /** It could not be read; what was read before stays, and it is tried again, less and less often. */
    void fail(Refusal why, Clock clock) {
        failures++;
        failure = why.key();
        failureDetail = Clean.cut(
                why.problems().getFirst().arguments().stream()
                        .findFirst()
                        .map(String::valueOf)
                        .orElse(""),
                LONGEST_DETAIL);
        nextAt = clock.instant().plus(FRESH.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS)));
    }
}
