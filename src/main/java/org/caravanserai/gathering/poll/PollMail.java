package org.caravanserai.gathering.poll;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caravanserai.gathering.Askable;
import org.caravanserai.gathering.Strangers;
import org.caravanserai.mail.Outbox;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Moments;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes to the guests of polls, each in her language and with times on her own clocks too, and keeps strangers from much of it. */
@Component
class PollMail {

    /** How long what was chosen or cancelled can be taken back before anybody hears of it. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final int INVITATIONS_A_DAY = 60;
    private static final int TO_ONE_ADDRESS_A_DAY = 10;

    private final Outbox outbox;
    private final Messages messages;
    private final Accounts accounts;
    private final Persons persons;
    private final PollLinkMaking links;
    private final Strangers strangers;
    private final Askable askable;
    private final RateLimits limits;
    private final String baseAddress;

    PollMail(
            Outbox outbox,
            Messages messages,
            Accounts accounts,
            Persons persons,
            PollLinkMaking links,
            Strangers strangers,
            Askable askable,
            RateLimits limits,
            @Value("${caravanserai.base-address:http://localhost:8080}") String baseAddress) {
        this.outbox = outbox;
        this.messages = messages;
        this.accounts = accounts;
        this.persons = persons;
        this.links = links;
        this.strangers = strangers;
        this.askable = askable;
        this.limits = limits;
        this.baseAddress = baseAddress.replaceFirst("/+$", "");
    }

    /** Where a personal link leads. */
    String address(OneTimeSecret secret) {
        return baseAddress + "/poll/" + secret.value();
    }

    /** Whether a guest can be written to. */
    boolean reaches(PollGuest guest) {
        return to(guest).isPresent();
    }

    /**
     * Asks a guest. Strangers are not written to at will: an organiser has a number of invitations a day, and so has an
     * address.
     *
     * @throws Refusal if the organiser has sent as many as she may
     */
    void invite(Poll poll, PollGuest guest, java.time.Instant now) {
        var reached = to(guest);
        if (reached.isEmpty()) {
            return;
        }
        if (!limits.tryTake(
                "poll-invite", poll.organiser().value().toString(), INVITATIONS_A_DAY, Duration.ofHours(24))) {
            throw Refusal.at("guests", "poll.guests.often", INVITATIONS_A_DAY);
        }
        if (isApart(poll, guest)
                || !strangers.mayWrite(reached.get())
                || !limits.tryTake("poll-mail", reached.get().value(), TO_ONE_ADDRESS_A_DAY, Duration.ofHours(24))) {
            return;
        }
        outbox.queue(asking("poll-invitation", "invite", poll, guest, reached.get()));
        guest.written(now);
    }

    /** Reminds a guest who has not answered. */
    void remind(Poll poll, PollGuest guest) {
        wanted(poll, guest)
                .filter(strangers::mayWrite)
                .ifPresent(to -> outbox.queue(asking("poll-reminder", "remind", poll, guest, to)));
    }

    /** Tells the guests what was chosen, after a pause in which it can be taken back. */
    void closed(Poll poll, CandidateTime time, List<PollGuest> guests) {
        for (var guest : guests) {
            wanted(poll, guest).ifPresent(to -> {
                var reader = reader(guest);
                var language = language(guest, reader);
                outbox.queue(
                        message(
                                "poll-closed",
                                to,
                                poll,
                                guest,
                                messages.get(language, "poll.mail.closed.subject", poll.title()),
                                messages.get(
                                        language,
                                        "poll.mail.closed.text",
                                        organiser(poll, language),
                                        poll.title(),
                                        when(language, time, poll, reader),
                                        place(language, poll)),
                                messages.get(language, "poll.mail.look")),
                        poll.key(),
                        PAUSE);
            });
        }
    }

    /** Tells the guests that nothing will come of it, after a pause in which it can be taken back. */
    void cancelled(Poll poll, List<PollGuest> guests) {
        tell(poll, guests, "cancelled", PAUSE);
    }

    /** Tells the guests that they are asked again, unless they have not heard yet that it was over. */
    void reopened(Poll poll, List<PollGuest> guests, boolean unheard) {
        if (outbox.takeBack(poll.key()) == 0 && !unheard) {
            tell(poll, guests, "reopened", Duration.ZERO);
        }
    }

    private void tell(Poll poll, List<PollGuest> guests, String what, Duration pause) {
        for (var guest : guests) {
            wanted(poll, guest).ifPresent(to -> {
                var language = language(guest, reader(guest));
                outbox.queue(
                        message(
                                "poll-" + what,
                                to,
                                poll,
                                guest,
                                messages.get(language, "poll.mail." + what + ".subject", poll.title()),
                                messages.get(
                                        language,
                                        "poll.mail." + what + ".text",
                                        organiser(poll, language),
                                        poll.title()),
                                messages.get(language, "poll.mail.look")),
                        poll.key(),
                        pause);
            });
        }
    }

    private Outbox.Message asking(String kind, String what, Poll poll, PollGuest guest, EmailAddress to) {
        var reader = reader(guest);
        var language = language(guest, reader);
        var by = organiser(poll, language);
        var deadline =
                poll.deadline().map(at -> onClocks(language, at, poll, reader)).orElse("");
        return message(
                kind,
                to,
                poll,
                guest,
                messages.get(language, "poll.mail." + what + ".subject", by, poll.title()),
                messages.get(language, "poll.mail." + what + ".text", by, poll.title(), deadline),
                messages.get(language, "poll.mail.answer"));
    }

    private Outbox.Message message(
            String kind, EmailAddress to, Poll poll, PollGuest guest, String subject, String text, String action) {
        return new Outbox.Message(
                        to,
                        guest.person().orElse(null),
                        poll.meeting().map(m -> m.value()).orElse(null),
                        kind,
                        language(guest, reader(guest)),
                        subject,
                        text,
                        action,
                        address(links.make(guest)))
                .about(Set.of(poll.key()));
    }

    private String when(Language language, CandidateTime time, Poll poll, @Nullable Person reader) {
        return switch (time) {
            case CandidateTime.Slot slot -> onClocks(language, slot.start(), poll, reader);
            case CandidateTime.WholeDay whole -> Moments.day(language, whole.day());
        };
    }

    private static String onClocks(Language language, java.time.Instant at, Poll poll, @Nullable Person reader) {
        var own = reader == null ? poll.zone() : reader.zone();
        return Moments.onBoth(language, at, poll.zone(), Moments.city(language, poll.zone()), own);
    }

    private String place(Language language, Poll poll) {
        var place = poll.content().place();
        return place.isEmpty() ? "" : messages.get(language, "poll.mail.place", place);
    }

    /** Where a guest is written to who is not kept apart from the organiser. */
    private Optional<EmailAddress> wanted(Poll poll, PollGuest guest) {
        return to(guest).filter(to -> !isApart(poll, guest));
    }

    /** Whether a guest is kept apart from the organiser: she is written to no more, and it looks as if she had been. */
    private boolean isApart(Poll poll, PollGuest guest) {
        var apart = askable.apartFrom(poll.organiser());
        return guest.person().filter(apart::has).isPresent()
                || guest.email().filter(apart::has).isPresent();
    }

    private Optional<EmailAddress> to(PollGuest guest) {
        return guest.email()
                .or(() -> guest.person()
                        .flatMap(p -> accounts.findByPerson(p.value()))
                        .filter(Account::isUsable)
                        .map(Account::email));
    }

    private @Nullable Person reader(PollGuest guest) {
        return guest.person().flatMap(p -> persons.findById(p.value())).orElse(null);
    }

    private static Language language(PollGuest guest, @Nullable Person reader) {
        return reader == null ? guest.language() : reader.language();
    }

    private String organiser(Poll poll, Language language) {
        return persons.findById(poll.organiser().value())
                .map(p -> p.name().in(language))
                .orElse("");
    }
}
