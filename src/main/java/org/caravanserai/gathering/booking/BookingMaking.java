package org.caravanserai.gathering.booking;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.gathering.Answer;
import org.caravanserai.gathering.Appointment;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.AppointmentTime;
import org.caravanserai.gathering.Appointments;
import org.caravanserai.gathering.Invitee;
import org.caravanserai.gathering.NewAppointment;
import org.caravanserai.gathering.Place;
import org.caravanserai.gathering.finding.PeopleSought;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Makes appointments of bookings, and lays out the slots that are left. Whoever calls has decided on access. */
@Component
@Internal
class BookingMaking {

    private static final int MOST_HELD = 2_000;

    private final AllOfficeHours officeHours;
    private final Bookings bookings;
    private final Persons persons;
    private final PeopleSought sought;
    private final Appointments appointments;
    private final BookingMail mail;
    private final Clock clock;

    BookingMaking(
            AllOfficeHours officeHours,
            Bookings bookings,
            Persons persons,
            PeopleSought sought,
            Appointments appointments,
            BookingMail mail,
            Clock clock) {
        this.officeHours = officeHours;
        this.bookings = bookings;
        this.persons = persons;
        this.sought = sought;
        this.appointments = appointments;
        this.mail = mail;
        this.clock = clock;
    }

    /** The slots that can be booked now. */
    List<Slot> open(OfficeHours of, Person owner) {
        var now = clock.instant();
        var rules = of.rules();
        var until = now.plus(Duration.ofDays(rules.horizonDays() + 2L));
        return new SlotPlan(
                        rules,
                        owner.zone(),
                        sought.celebrated(Set.of(owner.country()), now, until).getOrDefault(owner.country(), Set.of()),
                        sought.engagedOf(owner.id(), now, until),
                        held(of))
                .open(now);
    }

    /** What a booking becomes when whoever books is known: an appointment, or a question to the person who is booked. */
    void proceed(OfficeHours of, Booking booking) {
        if (of.rules().approval()) {
            booking.ask();
            mail.asked(booking, owner(of));
        } else {
            agree(of, booking);
        }
    }

    /** Makes the appointment. */
    void agree(OfficeHours of, Booking booking) {
        var owner = owner(of);
        var made = appointments.agree(
                new NewAppointment(
                        Optional.empty(),
                        title(owner, booking),
                        purpose(booking),
                        owner.language(),
                        place(of.rules().place()),
                        new AppointmentTime(
                                booking.slot().start(),
                                Duration.between(
                                        booking.slot().start(), booking.slot().end()),
                                owner.zone()),
                        List.of(invitee(booking))),
                owner.id());
        booking.take(made.value());
    }

    /** Frees a slot; an appointment that was made of it does not take place. */
    void callOff(Booking booking) {
        var appointment = booking.appointment();
        booking.free();
        bookings.save(booking);
        appointment.map(AppointmentId::new).ifPresent(appointments::callOff);
    }

    /** The person who is booked. */
    Person owner(OfficeHours of) {
        return persons.findById(of.person().value()).orElseThrow(() -> Refusal.of("booking.gone"));
    }

    /** These office hours, until the end of the transaction for nobody else. */
    OfficeHours locked(UUID key) {
        return officeHours.lock(key).orElseThrow(() -> Refusal.of("booking.gone"));
    }

    private List<Slot> held(OfficeHours of) {
        return bookings.holding(of.key(), clock.instant().minus(Duration.ofDays(1)), Limit.of(MOST_HELD)).stream()
                .map(Booking::slot)
                .toList();
    }

    private static String title(Person owner, Booking booking) {
        return Clean.cut(owner.name().in(owner.language()) + " – " + booking.visitorName(), Appointment.LONGEST_TITLE);
    }

    private static String purpose(Booking booking) {
        return booking.answered().stream()
                .map(each -> each.question() + "\n" + each.answer())
                .collect(Collectors.joining("\n\n"));
    }

    private static Place place(String words) {
        if (words.isEmpty()) {
            return new Place.Undecided();
        }
        var low = words.toLowerCase(Locale.ROOT);
        return (low.startsWith("https://") || low.startsWith("http://")) && isAddress(words)
                ? Place.OnVideo.typed(words)
                : new Place.At(words);
    }

    private static boolean isAddress(String words) {
        try {
            var uri = URI.create(words);
            return uri.getHost() != null && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Invitee invitee(Booking booking) {
        return booking.visitor()
                .map(Invitee::agreed)
                .orElseGet(() -> new Invitee.ByMail(
                        booking.visitorName(),
                        booking.visitorEmail().orElseThrow(),
                        booking.language(),
                        true,
                        Answer.YES));
    }
}
