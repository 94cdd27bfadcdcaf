package org.caravanserai.gathering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.springframework.stereotype.Component;

/** Makes people and appointments of theirs, for tests. */
@Component
public class Gatherings {

    private final Persons persons;
    private final Accounts accounts;
    private final Appointments appointments;
    private final Clock clock;

    Gatherings(Persons persons, Accounts accounts, Appointments appointments, Clock clock) {
        this.persons = persons;
        this.accounts = accounts;
        this.appointments = appointments;
        this.clock = clock;
    }

    /** Somebody with an account. */
    public Person person(String name, String zone) {
        var made = new Person(PersonName.published(name + " " + Ids.code()));
        made.locate(Language.EN, Set.of("en"), ZoneId.of(zone));
        var saved = persons.save(made);
        var account = new Account(saved.id(), addressOf(saved), "", clock);
        account.verify(clock);
        accounts.save(account);
        return saved;
    }

    /** Where somebody is written to. */
    public EmailAddress addressOf(Person person) {
        return new EmailAddress(person.code() + "@example.org");
    }

    /** An hour of an appointment in a week, in Almaty. */
    public NewAppointment content(String title, Person... others) {
        return content(
                title,
                clock.instant().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.HOURS),
                Arrays.stream(others).map(p -> Invitee.asked(p.id())).toList());
    }

    /** An hour of an appointment with these people. */
    public NewAppointment content(String title, Instant start, List<Invitee> people) {
        return new NewAppointment(
                Optional.empty(),
                title,
                "",
                Language.EN,
                new Place.Undecided(),
                new AppointmentTime(start, Duration.ofHours(1), ZoneId.of("Asia/Almaty")),
                people);
    }

    /** An appointment that somebody has proposed to others. */
    public AppointmentId proposed(Person organiser, Person... others) {
        return Acting.as(organiser.id(), () -> appointments.propose(content("Salt and dust", others)));
    }
}
