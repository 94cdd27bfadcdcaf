package org.caravanserai.gathering.poll;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.gathering.Askable;
import org.caravanserai.people.Access;
import org.caravanserai.people.Everyone;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.text.Refusal;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the answers of those who are asked, by a personal link or signed in. Answering and closing take turns: an answer
 * counts for what is chosen, or is refused because something was.
 */
@Service
public class PollAnswering {

    private final KeptPolls polls;
    private final PollCandidates candidates;
    private final PollGuests guests;
    private final PollAnswers answers;
    private final PollLinks links;
    private final PollPicture picture;
    private final PollAccess pollAccess;
    private final Askable askable;
    private final Access access;
    private final LiveUpdates updates;
    private final Clock clock;

    PollAnswering(
            KeptPolls polls,
            PollCandidates candidates,
            PollGuests guests,
            PollAnswers answers,
            PollLinks links,
            PollPicture picture,
            PollAccess pollAccess,
            Askable askable,
            Access access,
            LiveUpdates updates,
            Clock clock) {
        this.polls = polls;
        this.candidates = candidates;
        this.guests = guests;
        this.answers = answers;
        this.links = links;
        this.picture = picture;
        this.pollAccess = pollAccess;
        this.askable = askable;
        this.access = access;
        this.updates = updates;
        this.clock = clock;
    }

    /** What a personal link leads to; empty if it leads nowhere, or no longer. Looking changes nothing. */
    @Everyone
    @Transactional(readOnly = true)
    public Optional<PollSheet> look(String secret) {
        return guestOf(secret).flatMap(this::sheet);
    }

    /**
     * Answers by a personal link. What was answered before is changed; candidates that are not named are left open.
     *
     * @param note what she wants to say beside it
     * @throws Refusal if the link leads nowhere, the poll cannot be answered any more, or nothing is answered
     */
    @Everyone
    @Transactional
    public void answer(String secret, Map<UUID, Choice> choices, String note) {
        take(guestOf(secret).orElseThrow(() -> Refusal.of("poll.link.unknown")), choices, note);
    }

    /** The poll of this code as the acting person is asked in it; empty if she is not, or its organiser is kept apart from her. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<PollSheet> lookAsMe(String code) {
        return polls.findByCode(code)
                .filter(poll -> access.me()
                        .filter(me -> askable.apartFrom(me).has(poll.organiser()))
                        .isEmpty())
                .flatMap(poll -> me(poll.id()))
                .flatMap(this::sheet);
    }

    /**
     * Answers signed in, as {@link #answer} does.
     *
     * @throws Refusal if the poll cannot be answered any more, or nothing is answered
     */
    @PreAuthorize("@pollAccess.isAsked(#poll)")
    @Transactional
    public void answerAsMe(PollId poll, Map<UUID, Choice> choices, String note) {
        take(me(poll).orElseThrow(() -> Refusal.of("poll.gone")), choices, note);
    }

    private Optional<UUID> guestOf(String secret) {
        return links.findBySecretHash(new OneTimeSecret(secret).hash()).map(PollLink::guest);
    }

    private Optional<UUID> me(PollId poll) {
        return access.me()
                .flatMap(me -> guests.who(poll.value(), me.value(), pollAccess.myAddress(), Limit.of(1)).stream()
                        .findFirst())
                .map(PollGuest::key);
    }

    private Optional<PollSheet> sheet(UUID guest) {
        return guests.poll(guest)
                .flatMap(polls::findById)
                .filter(Poll::wasOpened)
                .map(poll -> picture.sheet(poll, guest));
    }

    private void take(UUID guest, Map<UUID, Choice> choices, String note) {
        var poll = guests.poll(guest).flatMap(polls::lock).orElseThrow(() -> Refusal.of("poll.link.unknown"));
        poll.admitAnswer(clock.instant());
        var there = candidates.asked(poll).stream().map(PollCandidate::key).collect(Collectors.toSet());
        var said = new HashMap<>(choices);
        said.keySet().retainAll(there);
        if (said.isEmpty()) {
            throw Refusal.of("poll.answer.none");
        }
        var who = guests.findById(guest).orElseThrow(() -> Refusal.of("poll.link.unknown"));
        who.answer(note, clock.instant());
        guests.save(who);
        for (var before : answers.findByGuest(guest)) {
            var now = said.remove(before.candidate());
            if (now == null) {
                answers.delete(before);
            } else if (now != before.choice()) {
                before.change(now);
                answers.save(before);
            }
        }
        said.forEach((candidate, choice) -> answers.save(new PollAnswer(who, candidate, choice)));
        updates.send(new LiveUpdates.Channel(Polls.CHANNEL, poll.key()), who.key());
    }
}
