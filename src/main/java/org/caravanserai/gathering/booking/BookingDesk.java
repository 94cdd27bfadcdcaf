package org.caravanserai.gathering.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.caravanserai.people.Access;
import org.caravanserai.people.Concealment;
import org.caravanserai.people.Everyone;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Internal;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where slots are booked. Anybody may, whom nobody knows by a link that she is sent. Those who take a slot of one person stand
 * in line for her office hours' row, so that two never get one slot and no day gets more than its limit.
 */
@Service
public class BookingDesk {

    /** How long a slot is kept for whoever has to follow a link first. */
    public static final Duration KEPT = Duration.ofMinutes(30);

    private static final int A_FEW = 200;
    private static final int MOST_OF_ONE_VISITOR = 5;

    private final AllOfficeHours officeHours;
    private final Bookings bookings;
    private final BookingMaking making;
    private final BookingMail mail;
    private final Persons persons;
    private final Concealment concealment;
    private final Access access;
    private final RateLimits limits;
    private final Clock clock;

    BookingDesk(
            AllOfficeHours officeHours,
            Bookings bookings,
            BookingMaking making,
            BookingMail mail,
            Persons persons,
            Concealment concealment,
            Access access,
            RateLimits limits,
            Clock clock) {
        this.officeHours = officeHours;
        this.bookings = bookings;
        this.making = making;
        this.mail = mail;
        this.persons = persons;
        this.concealment = concealment;
        this.access = access;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * What a booking page shows.
     *
     * @param zone where she lives who is booked
     * @param visitor the acting person's name; empty for strangers
     * @param ownZone the acting person's zone; empty for strangers
     */
    public record Shown(
            PersonName name,
            String affiliation,
            String intro,
            ZoneId zone,
            int minutes,
            boolean approval,
            List<String> questions,
            List<Slot> slots,
            Optional<PersonName> visitor,
            Optional<ZoneId> ownZone) {}

    /**
     * What somebody asks for.
     *
     * @param name how she is called, if she is not signed in
     * @param email where she is written to, if she is not signed in
     * @param zone by whose clocks she reads
     * @param answers what she says to the questions, in their order
     */
    public record Asked(
            Instant start, String name, String email, Language language, ZoneId zone, List<String> answers) {}

    /**
     * A booking as whoever made it sees it.
     *
     * @param code the address of the page, to book another; empty if nobody can book there now
     * @param place where one meets; empty before it is taken
     * @param zone where she lives who is booked
     * @param ownZone by whose clocks the visitor reads
     */
    public record Seen(
            PersonName name, String code, Slot slot, BookingState state, String place, ZoneId zone, ZoneId ownZone) {}

    /** The booking page with this code; empty if nobody can be booked there, or whoever asks keeps apart from that person. */
    @Everyone
    @Transactional(readOnly = true)
    public Optional<Shown> page(String code) {
        var me = access.me().flatMap(each -> persons.findById(each.value()));
        return officeHours
                .open(code)
                .flatMap(officeHours::findById)
                .filter(this::isShown)
                .map(of -> {
                    var owner = making.owner(of);
                    var rules = of.rules();
                    return new Shown(
                            owner.name(),
                            owner.affiliation(),
                            rules.intro(),
                            owner.zone(),
                            rules.minutes(),
                            rules.approval(),
                            rules.questions(),
                            making.open(of, owner),
                            me.map(Person::name),
                            me.map(Person::zone));
                });
    }

    /**
     * Takes a slot: for the acting person at once, for others until they have followed the link that they are sent.
     *
     * @param remote where the request comes from
     * @return what the booking is seen and given up by; empty if it was sent to her
     * @throws Refusal if the slot is not free any more, something typed makes no sense, or too much is asked for
     */
    @Everyone
    @Transactional
    public Optional<OneTimeSecret> take(String code, Asked asked, String remote) {
        var visitor = visitor(asked);
        limit("booking-remote", remote, 4 * MOST_OF_ONE_VISITOR, Duration.ofHours(1));
        var key = officeHours.open(code).orElseThrow(() -> Refusal.of("booking.gone"));
        var of = making.locked(key);
        if (!isShown(of)) {
            throw Refusal.of("booking.gone");
        }
        var owner = making.owner(of);
        if (visitor.person().filter(of.person()::equals).isPresent()) {
            throw Refusal.of("booking.self");
        }
        var slot = making.open(of, owner).stream()
                .filter(each -> each.start().equals(asked.start()))
                .findFirst()
                .orElseThrow(() -> Refusal.at("slot", "booking.slot.gone"));
        // Only what is given counts: whoever comes too late for one slot may take another.
        limit("booking-visitor", visitor.source(), MOST_OF_ONE_VISITOR, Duration.ofHours(12));
        var secret = OneTimeSecret.random();
        var booking = bookings.saveAndFlush(new Booking(
                of, slot, visitor.answering(of.rules().questions()), BookingState.UNCONFIRMED, secret, clock));
        if (visitor.person().isPresent()) {
            making.proceed(of, booking);
        } else {
            mail.confirm(booking, owner, secret);
        }
        bookings.save(booking);
        return visitor.person().isPresent() ? Optional.of(secret) : Optional.empty();
    }

    /** Who keeps apart from somebody finds no page of hers, as if there were none. */
    private boolean isShown(OfficeHours of) {
        return access.me().filter(me -> concealment.isBetween(me, of.person())).isEmpty();
    }

    /** A booking by its secret; empty if there is none. */
    @Everyone
    @Transactional(readOnly = true)
    public Optional<Seen> look(OneTimeSecret secret) {
        return bookings.findBySecretHash(secret.hash()).map(booking -> {
            var of = officeHours.findById(booking.officeHours()).orElseThrow();
            var owner = making.owner(of);
            return new Seen(
                    owner.name(),
                    of.isOpen() ? of.code() : "",
                    booking.slot(),
                    booking.state(),
                    booking.state() == BookingState.TAKEN ? of.rules().place() : "",
                    owner.zone(),
                    booking.zone());
        });
    }

    /**
     * Whoever has the secret has followed the link.
     *
     * @throws Refusal if she came too late
     */
    @Everyone
    @Transactional
    public void confirm(OneTimeSecret secret) {
        var found = bookings.findBySecretHash(secret.hash()).orElseThrow(() -> Refusal.of("booking.gone"));
        var of = making.locked(found.officeHours());
        var booking = bookings.findById(found.key()).orElseThrow();
        switch (booking.state()) {
            case UNCONFIRMED -> making.proceed(of, booking);
            case FREED -> throw Refusal.of("booking.late");
            case ASKED, TAKEN -> {
                // She follows the link again: it stands as it did.
            }
        }
        bookings.save(booking);
    }

    /** Whoever has the secret gives her slot up. */
    @Everyone
    @Transactional
    public void giveUp(OneTimeSecret secret) {
        var found = bookings.findBySecretHash(secret.hash()).orElseThrow(() -> Refusal.of("booking.gone"));
        if (found.state() != BookingState.FREED) {
            making.callOff(found);
        }
    }

    /** Frees slots whose links nobody has followed in time. @return how many */
    @Internal
    @Transactional
    public int sweep() {
        var late = bookings.madeBefore(BookingState.UNCONFIRMED, clock.instant().minus(KEPT), Limit.of(A_FEW));
        bookings.findAllById(late).forEach(each -> {
            each.free();
            bookings.save(each);
        });
        return late.size();
    }

    private Visitor visitor(Asked asked) {
        return access.me()
                .flatMap(me -> persons.findById(me.value()))
                .map(me -> Visitor.known(
                        me.id(), me.name().in(asked.language()), me.language(), me.zone(), asked.answers()))
                .orElseGet(() ->
                        Visitor.stranger(asked.name(), asked.email(), asked.language(), asked.zone(), asked.answers()));
    }

    private void limit(String what, String source, int most, Duration period) {
        if (!limits.tryTake(what, source, most, period)) {
            throw Refusal.of("booking.often");
        }
    }
}
