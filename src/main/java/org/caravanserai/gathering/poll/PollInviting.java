package org.caravanserai.gathering.poll;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.gathering.Askable;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says who is asked in a poll, and looks after their personal links. */
@Service
public class PollInviting {

    /** The most people who are asked in one poll: as many as can be in an appointment. */
    public static final int MOST = 60;

    private static final Duration BETWEEN_REMINDERS = Duration.ofHours(24);

    private final KeptPolls polls;
    private final PollGuests guests;
    private final PollLinks links;
    private final PollLinkMaking linkMaking;
    private final PollMail mail;
    private final Persons persons;
    private final Askable askable;
    private final LiveUpdates updates;
    private final Clock clock;

    PollInviting(
            KeptPolls polls,
            PollGuests guests,
            PollLinks links,
            PollLinkMaking linkMaking,
            PollMail mail,
            Persons persons,
            Askable askable,
            LiveUpdates updates,
            Clock clock) {
        this.polls = polls;
        this.guests = guests;
        this.links = links;
        this.linkMaking = linkMaking;
        this.mail = mail;
        this.persons = persons;
        this.askable = askable;
        this.updates = updates;
        this.clock = clock;
    }

    /**
     * Asks somebody who has a profile. In a draft she is written to when it opens.
     *
     * @throws Refusal if she is asked already, or too many are; the same whether she is not there or keeps apart
     */
    @PreAuthorize("@pollAccess.organises(#poll)")
    @Transactional
    public void invite(PollId poll, PersonId person) {
        var asking = changeable(poll);
        if (guests.existsByPollAndPerson(poll.value(), person.value())) {
            throw Refusal.at("guests", "poll.guest.twice");
        }
        write(asking, take(asking, person));
    }

    /**
     * Asks somebody by name: with an address she is written to, without one her link is handed to her.
     *
     * @param language what she is written to in
     * @throws Refusal if the name is missing, she is asked already, or too many are
     */
    @PreAuthorize("@pollAccess.organises(#poll)")
    @Transactional
    public void invite(PollId poll, String name, Optional<EmailAddress> email, Language language) {
        var asking = changeable(poll);
        if (email.filter(e -> guests.existsByPollAndEmail(poll.value(), e.value()))
                .isPresent()) {
            throw Refusal.at("email", "poll.guest.twice");
        }
        requireRoom(asking);
        write(asking, guests.saveAndFlush(PollGuest.named(poll, name, email, language, clock.instant())));
    }

    /**
     * Asks somebody no longer who has not answered; her links end.
     *
     * @throws Refusal if she has answered, or the poll is over
     */
    @PreAuthorize("@pollAccess.organises(#poll)")
    @Transactional
    public void remove(PollId poll, UUID guest) {
        changeable(poll);
        var removed = guest(poll, guest);
        if (removed.answeredAt().isPresent()) {
            throw Refusal.at("guests", "poll.guest.answered");
        }
        guests.delete(removed);
        tell(poll);
    }

    /**
     * A further personal link for a guest, to be handed to her. Those she has go on working.
     *
     * @return the address
     */
    @PreAuthorize("@pollAccess.organises(#poll)")
    @Transactional
    public String link(PollId poll, UUID guest) {
        return mail.address(linkMaking.make(guest(poll, guest)));
    }

    /** Ends all personal links of a guest, such as when one has got into other hands. */
    @PreAuthorize("@pollAccess.organises(#poll)")
    @Transactional
    public void revoke(PollId poll, UUID guest) {
        links.end(guest(poll, guest).key());
        tell(poll);
    }

    /**
     * Ends all personal links of a guest and gives her a new one, by mail where she can be written to.
     *
     * @return the address of the new one
     * @throws Refusal if the organiser has sent as much as she may
     */
    @PreAuthorize("@pollAccess.organises(#poll)")
    @Transactional
    public String renew(PollId poll, UUID guest) {
        var asking = changeable(poll);
        var renewed = guest(poll, guest);
        links.end(renewed.key());
        write(asking, renewed);
        return mail.address(linkMaking.make(renewed));
    }

    /**
     * Reminds those who have not answered, each at most once a day.
     *
     * @return how many were written to
     */
    @PreAuthorize("@pollAccess.organises(#poll)")
    @Transactional
    public int remind(PollId poll) {
        var asking = changeable(poll);
        if (!asking.answerable(clock.instant())) {
            throw Refusal.of("poll.answer.late");
        }
        var now = clock.instant();
        var reminded = 0;
        for (var named : guests.named(poll.value())) {
            var guest = named.getGuest();
            var lately = guest.writtenAt().filter(at -> at.isAfter(now.minus(BETWEEN_REMINDERS)));
            if (guest.answeredAt().isEmpty() && lately.isEmpty() && mail.reaches(guest)) {
                mail.remind(asking, guest);
                guest.reminded(now);
                guests.save(guest);
                reminded++;
            }
        }
        tell(poll);
        return reminded;
    }

    /** Takes a person among the guests without writing to her. */
    PollGuest take(Poll poll, PersonId person) {
        if (poll.organiser().equals(person)) {
            throw Refusal.at("guests", "poll.guest.self");
        }
        requireRoom(poll);
        var found = persons.findById(person.value())
                .filter(there -> !askable.apartFrom(poll.organiser()).has(person))
                .orElseThrow(() -> Refusal.at("guests", "poll.guest.unknown"));
        return guests.saveAndFlush(PollGuest.known(poll.id(), person, found.language(), clock.instant()));
    }

    private void write(Poll poll, PollGuest guest) {
        if (poll.answerable(clock.instant())) {
            mail.invite(poll, guest, clock.instant());
            guests.save(guest);
        }
        tell(poll.id());
    }

    private void requireRoom(Poll poll) {
        if (guests.countByPoll(poll.key()) >= MOST) {
            throw Refusal.at("guests", "poll.guests.many", MOST);
        }
    }

    private PollGuest guest(PollId poll, UUID guest) {
        return guests.findById(guest)
                .filter(g -> g.poll().equals(poll))
                .orElseThrow(() -> Refusal.at("guests", "poll.guest.gone"));
    }

    private Poll changeable(PollId poll) {
        var found = polls.lock(poll.value()).orElseThrow(() -> Refusal.of("poll.gone"));
        found.admitChange();
        return found;
    }

    private void tell(PollId poll) {
        updates.send(new LiveUpdates.Channel(Polls.CHANNEL, poll.value()), poll);
    }
}
