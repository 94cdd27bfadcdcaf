package org.caravanserai.gathering.poll;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes polls and takes them from one step to the next. */
@Service
public class Polls {

    /** The most candidates of one poll. */
    public static final int MOST_CANDIDATES = 60;

    /** What the channel of {@link LiveUpdates} is called on which a poll's changes are told. */
    public static final String CHANNEL = "poll";

    private final KeptPolls polls;
    private final PollCandidates candidates;
    private final PollGuests guests;
    private final PollAnswers answers;
    private final PollInviting inviting;
    private final PollMail mail;
    private final PollAgreement agreement;
    private final MeetingDirectory meetings;
    private final Access access;
    private final LiveUpdates updates;
    private final Clock clock;

    Polls(
            KeptPolls polls,
            PollCandidates candidates,
            PollGuests guests,
            PollAnswers answers,
            PollInviting inviting,
            PollMail mail,
            PollAgreement agreement,
            MeetingDirectory meetings,
            Access access,
            LiveUpdates updates,
            Clock clock) {
        this.polls = polls;
        this.candidates = candidates;
        this.guests = guests;
        this.answers = answers;
        this.inviting = inviting;
        this.mail = mail;
        this.agreement = agreement;
        this.meetings = meetings;
        this.access = access;
        this.updates = updates;
        this.clock = clock;
    }

    /**
     * Makes a draft of the acting person's, which nobody else sees before she opens it.
     *
     * @param times what it asks about so far
     * @param people whom it is going to ask
     * @return the code in its address
     * @throws Refusal if there are too many of either
     */
    @SignedIn
    @Transactional
    public String draft(PollContent content, Collection<CandidateTime> times, Collection<PersonId> people) {
        var me = access.requireMe();
        requireMeeting(content);
        var poll = polls.saveAndFlush(new Poll(me, content, clock));
        add(poll, times);
        new LinkedHashSet<>(people).forEach(person -> inviting.take(poll, person));
        return poll.code();
    }

    /**
     * Changes what is written about a poll.
     *
     * @param version as last read
     * @return the version it has now
     * @throws Refusal if it is over, or an open one would lack what it needs
     */
    @PreAuthorize("@pollAccess.organises(#poll)")
    @Transactional
    public long change(PollId poll, long version, PollContent content) {
        var changed = locked(poll);
        changed.requireVersion(version);
        requireMeeting(content);
        changed.write(content, clock);
        return tell(polls.saveAndFlush(changed)).version();
    }

    /**
     * Adds candidates; those that are there already are left out.
     *
     * @return the keys of those that were added
     * @throws Refusal if the poll is over, or there would be too many
     */
    @PreAuthorize("@pollAccess.organises(#poll)")
    @Transactional
    public List<UUID> add(PollId poll, Collection<CandidateTime> times) {
        var changed = locked(poll);
        changed.admitChange();
        var added = add(changed, times);
        tell(changed);
        return added;
    }

    /**
     * Takes a candidate away.
     *
     * @throws Refusal if somebody has answered to it, or the poll is over
     */
    @PreAuthorize("@pollAccess.organises(#poll)")
    @Transactional
    public void remove(PollId poll, UUID candidate) {
        var changed = locked(poll);
        changed.admitChange();
        if (answers.existsByCandidate(candidate)) {
            throw Refusal.at("candidates", "poll.candidate.answered");
        }
        candidates.findById(candidate).filter(c -> c.poll().equals(poll)).ifPresent(candidates::delete);
        tell(changed);
    }

    /**
     * Asks those who are invited.
     *
     * @throws Refusal if something is missing, or the organiser has asked too many people today
     */
    @PreAuthorize("@pollAccess.organises(#poll)")
    @Transactional
    public void open(PollId poll) {
        var opened = locked(poll);
        var asked = candidates.asked(opened);
        opened.open(asked.size(), guests.countByPoll(poll.value()), clock);
        candidates.deleteAll(candidates.findByPoll(poll.value()).stream()
                .filter(c -> !asked.contains(c))
                .toList());
        polls.save(opened);
        for (var guest : guestsOf(poll)) {
            mail.invite(opened, guest, clock.instant());
        }
        tell(opened);
    }

    /**
     * Ends a poll with one of its candidates, of which an appointment comes, and tells everyone after a moment in which
     * {@link #reopen} takes it back.
     *
     * @param begins when one meets on a day that was chosen, on the poll's clocks; empty if only the day is settled yet, of
     *     which no appointment comes
     * @throws Refusal if it is not open, or no appointment can be made
     */
    @PreAuthorize("@pollAccess.organises(#poll)")
    @Transactional
    public void close(PollId poll, UUID candidate, Optional<LocalTime> begins) {
        var closed = locked(poll);
        var chosen = candidates
                .findById(candidate)
                .filter(c -> c.poll().equals(poll))
                .orElseThrow(() -> Refusal.at("candidates", "poll.candidate.gone"));
        closed.close(candidate);
        var asked = guestsOf(poll);
        var made = agreement.make(closed, chosen, begins, asked);
        made.ifPresent(closed::becameAppointment);
        polls.save(closed);
        // Of an appointment its people hear from there, with a file for their calendars, and never twice.
        if (made.isEmpty()) {
            mail.closed(closed, chosen.time(), asked);
        }
        tell(closed);
    }

    /**
     * Asks again after all: the appointment that came of it is called off, and who has heard that it was over hears of this.
     *
     * @throws Refusal if it is not over
     */
    @PreAuthorize("@pollAccess.organises(#poll)")
    @Transactional
    public void reopen(PollId poll) {
        var reopened = locked(poll);
        var appointment = reopened.appointment();
        reopened.reopen();
        var unheard = appointment.map(agreement::callOff).orElse(false);
        polls.save(reopened);
        if (reopened.state() == PollState.OPEN) {
            mail.reopened(reopened, guestsOf(poll), unheard);
        }
        tell(reopened);
    }

    /**
     * Says that nothing will come of it, and tells those who were asked after a moment in which {@link #reopen} takes it
     * back. A draft is put away.
     *
     * @throws Refusal if it is over
     */
    @PreAuthorize("@pollAccess.organises(#poll)")
    @Transactional
    public void cancel(PollId poll) {
        var cancelled = locked(poll);
        cancelled.cancel();
        polls.save(cancelled);
        if (cancelled.wasOpened()) {
            mail.cancelled(cancelled, guestsOf(poll));
        }
        tell(cancelled);
    }

    private List<UUID> add(Poll poll, Collection<CandidateTime> times) {
        var there = new LinkedHashSet<CandidateTime>();
        candidates.asked(poll).forEach(c -> there.add(c.time()));
        var added = new LinkedHashSet<>(times);
        added.removeAll(there);
        if (added.stream().anyMatch(t -> t instanceof CandidateTime.WholeDay != poll.wholeDays())) {
            throw Refusal.at("candidates", "poll.kind.open");
        }
        if (there.size() + added.size() > MOST_CANDIDATES) {
            throw Refusal.at("candidates", "poll.candidates.many", MOST_CANDIDATES);
        }
        return added.stream()
                .map(time -> candidates.save(new PollCandidate(poll.id(), time)).key())
                .toList();
    }

    private List<PollGuest> guestsOf(PollId poll) {
        return guests.named(poll.value()).stream()
                .map(PollGuests.Named::getGuest)
                .toList();
    }

    private void requireMeeting(PollContent content) {
        if (content.meeting()
                .filter(meeting -> meetings.byId(meeting).isEmpty())
                .isPresent()) {
            throw Refusal.at("meeting", "poll.meeting.unknown");
        }
    }

    private Poll tell(Poll changed) {
        updates.send(new LiveUpdates.Channel(CHANNEL, changed.key()), changed.state());
        return changed;
    }

    private Poll locked(PollId poll) {
        return polls.lock(poll.value()).orElseThrow(() -> Refusal.of("poll.gone"));
    }
}
