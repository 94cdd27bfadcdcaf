package org.caravanserai.gathering.booking;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.Appointments;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.Actor;
import org.caravanserai.text.Refusal;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The acting person's own office hours, and who has booked them. */
@Service
public class MyOfficeHours {

    private static final int MOST_SHOWN = 200;

    private final AllOfficeHours all;
    private final Bookings bookings;
    private final BookingMaking making;
    private final BookingMail mail;
    private final Appointments appointments;
    private final Persons persons;
    private final Clock clock;

    MyOfficeHours(
            AllOfficeHours all,
            Bookings bookings,
            BookingMaking making,
            BookingMail mail,
            Appointments appointments,
            Persons persons,
            Clock clock) {
        this.all = all;
        this.bookings = bookings;
        this.making = making;
        this.mail = mail;
        this.appointments = appointments;
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * Office hours as their owner sees them.
     *
     * @param version the version to base changes on
     * @param code what the address of the page ends in; empty until something is written
     * @param zone by whose clocks the hours are
     * @param free how many slots can be booked now
     */
    public record Own(long version, String code, BookingRules rules, ZoneId zone, int free) {}

    /**
     * Somebody who has booked a slot of hers, or wants to.
     *
     * @param questions what she was asked, as far as she answered
     * @param answers what she said to that
     * @param appointment what was made of it
     */
    public record Booked(
            UUID key,
            Slot slot,
            BookingState state,
            String name,
            List<String> questions,
            List<String> answers,
            Optional<AppointmentId> appointment) {}

    /** Her office hours. */
    @SignedIn
    @Transactional(readOnly = true)
    public Own read() {
        var me = me();
        return all.findByPerson(me.key())
                .map(of -> new Own(
                        of.version(),
                        of.code(),
                        of.rules(),
                        me.zone(),
                        of.isOpen() ? making.open(of, me).size() : 0))
                .orElseGet(() -> new Own(0, "", BookingRules.blank(), me.zone(), 0));
    }

    /**
     * Writes them down. What has been booked stays booked.
     *
     * @param version the version looked at
     * @return the next version
     */
    @SignedIn
    @Transactional
    public long keep(long version, BookingRules rules) {
        var me = me();
        var kept = all.findByPerson(me.key());
        kept.ifPresent(each -> {
            each.requireVersion(version);
            each.write(rules);
        });
        return all.saveAndFlush(kept.orElseGet(() -> new OfficeHours(me.id(), rules)))
                .version();
    }

    /** Gives her page another address; the one before leads nowhere. */
    @SignedIn
    @Transactional
    public void move() {
        all.findByPerson(me().key()).ifPresent(of -> {
            of.move();
            all.save(of);
        });
    }

    /** Who has booked a slot that is not over, in order. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Booked> booked() {
        return all.findByPerson(me().key())
                .map(of -> bookings.holding(of.key(), clock.instant(), Limit.of(MOST_SHOWN)).stream()
                        .filter(each -> each.state() != BookingState.UNCONFIRMED)
                        .map(MyOfficeHours::booked)
                        .toList())
                .orElse(List.of());
    }

    /** How many wait for her answer. */
    @SignedIn
    @Transactional(readOnly = true)
    public int waiting() {
        return (int) Actor.person()
                .flatMap(all::findByPerson)
                .map(of -> bookings.holding(of.key(), clock.instant(), Limit.of(MOST_SHOWN)).stream()
                        .filter(each -> each.state() == BookingState.ASKED)
                        .count())
                .orElse(0L)
                .longValue();
    }

    /**
     * Agrees to a booking that waits for her.
     *
     * @throws Refusal if it waits no longer
     */
    @SignedIn
    @Transactional
    public void agree(UUID booking) {
        var asked = mine(booking, BookingState.ASKED);
        making.agree(all.findById(asked.officeHours()).orElseThrow(), asked);
        bookings.save(asked);
    }

    /**
     * Says to whoever waits for her answer that it is not possible. She hears of it after a pause in which {@link #restore}
     * takes it back.
     *
     * @throws Refusal if it waits no longer
     */
    @SignedIn
    @Transactional
    public void decline(UUID booking) {
        var asked = mine(booking, BookingState.ASKED);
        asked.free();
        bookings.save(asked);
        mail.declined(asked, me());
    }

    /**
     * Takes a refusal or a cancellation back: the booking stands as it did.
     *
     * @throws Refusal if somebody else has the slot by now, or the other has heard of it
     */
    @SignedIn
    @Transactional
    public void restore(UUID booking) {
        var declined = mine(booking, BookingState.FREED);
        if (declined.appointment().isPresent()) {
            // The slot follows the appointment.
            appointments.restore(new AppointmentId(declined.appointment().get()));
            return;
        }
        var of = making.locked(declined.officeHours());
        if (making.open(of, me()).stream().noneMatch(slot -> slot.equals(declined.slot()))) {
            throw Refusal.of("booking.slot.gone");
        }
        mail.takeBack(declined);
        declined.holdAgain();
        declined.ask();
        bookings.save(declined);
    }

    /**
     * Calls off what was booked; the slot is free again.
     *
     * @throws Refusal if it is not taken
     */
    @SignedIn
    @Transactional
    public void cancel(UUID booking) {
        making.callOff(mine(booking, BookingState.TAKEN));
    }

    private Booking mine(UUID booking, BookingState state) {
        var of = all.findByPerson(me().key()).orElseThrow(() -> Refusal.of("booking.gone"));
        return bookings.findById(booking)
                .filter(each -> each.officeHours().equals(of.key()) && each.state() == state)
                .orElseThrow(() -> Refusal.of("booking.changed"));
    }

    private static Booked booked(Booking booking) {
        var answered = booking.answered();
        return new Booked(
                booking.key(),
                booking.slot(),
                booking.state(),
                booking.visitorName(),
                answered.stream().map(Booking.Answered::question).toList(),
                answered.stream().map(Booking.Answered::answer).toList(),
                booking.appointment().map(AppointmentId::new));
    }

    private Person me() {
        return Actor.person().flatMap(persons::findById).orElseThrow(() -> Refusal.of("people.account.none"));
    }
}
