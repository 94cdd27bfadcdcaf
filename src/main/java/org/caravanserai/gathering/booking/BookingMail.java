package org.caravanserai.gathering.booking;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.caravanserai.mail.Outbox;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts into words what those concerned by a booking must hear before there is an appointment, in the transaction of its cause. */
@Component
class BookingMail {

    /** Longer than the offer to undo stands on the screen. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final Accounts accounts;
    private final Messages messages;
    private final PeopleProperties properties;

    BookingMail(Outbox outbox, Accounts accounts, Messages messages, PeopleProperties properties) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.messages = messages;
        this.properties = properties;
    }

    /** Asks a visitor whom nobody knows to follow a link, so that nobody books in another's name. */
    void confirm(Booking booking, Person owner, OneTimeSecret secret) {
        booking.visitorEmail()
                .ifPresent(to -> outbox.queue(message(
                        to,
                        null,
                        booking.language(),
                        "confirm",
                        "/book/mine/" + secret.value(),
                        owner.name().in(booking.language()),
                        moment(booking, booking.language(), booking.zone()))));
    }

    /** Tells who is booked that somebody waits for her answer. */
    void asked(Booking booking, Person owner) {
        address(owner.id())
                .ifPresent(to -> outbox.queue(message(
                        to,
                        owner.id(),
                        owner.language(),
                        "asked",
                        "/app/office-hours",
                        booking.visitorName(),
                        moment(booking, owner.language(), owner.zone()))));
    }

    /** Tells a visitor that it is not possible, after a pause in which {@link #takeBack} takes it back. */
    void declined(Booking booking, Person owner) {
        booking.visitorEmail()
                .or(() -> booking.visitor().flatMap(this::address))
                .ifPresent(to -> outbox.queue(
                        message(
                                to,
                                booking.visitor().orElse(null),
                                booking.language(),
                                "declined",
                                "",
                                owner.name().in(booking.language()),
                                moment(booking, booking.language(), booking.zone())),
                        booking.key(),
                        PAUSE));
    }

    /** Takes back what was to be told of a refusal. */
    void takeBack(Booking booking) {
        outbox.takeBack(booking.key());
    }

    private Outbox.Message message(
            EmailAddress to,
            @Nullable PersonId person,
            Language language,
            String kind,
            String path,
            String name,
            String moment) {
        var prefix = "booking.mail." + kind;
        return new Outbox.Message(
                to,
                person,
                null,
                "booking-" + kind,
                language,
                messages.get(language, prefix + ".subject", name, moment),
                messages.get(language, prefix + ".text", name, moment),
                path.isEmpty() ? "" : messages.get(language, prefix + ".action"),
                path.isEmpty() ? "" : properties.address(path));
    }

    private Optional<EmailAddress> address(PersonId person) {
        return accounts.findByPerson(person.value()).filter(Account::isUsable).map(Account::email);
    }

    private static String moment(Booking booking, Language language, ZoneId zone) {
        return Moments.full(language, booking.slot().start(), zone, Moments.city(language, zone));
    }
}
