package org.caravanserai.gathering.poll;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Ids;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** A question to some people: which of these times or days suit you? */
@Entity
public class Poll extends Aggregate {

    /** How long before its deadline those are reminded who have not answered. */
    static final Duration REMIND = Duration.ofHours(24);

    private String code = Ids.code();

    private UUID organiser;

    private @Nullable UUID meeting;

    private String title = "";

    private String message = "";

    @Enumerated(EnumType.STRING)
    private Language language = Language.EN;

    private String place = "";

    private boolean wholeDays;

    private int minutes;

    private String zone = "UTC";

    private @Nullable Instant deadline;

    @Enumerated(EnumType.STRING)
    private Showing showing = Showing.NAMES;

    @Enumerated(EnumType.STRING)
    private PollState state = PollState.DRAFT;

    private @Nullable UUID chosen;

    private @Nullable UUID appointment;

    private Instant createdAt;

    private @Nullable Instant openedAt;

    private @Nullable Instant remindAt;

    @SuppressWarnings("NullAway.Init")
    protected Poll() {}

    /** A draft that only its organiser sees. */
    public Poll(PersonId organiser, PollContent content, Clock clock) {
        this.organiser = organiser.value();
        this.createdAt = clock.instant();
        take(content);
    }

    /** The identity. */
    public PollId id() {
        return new PollId(key());
    }

    /** The public six-character code, as in the address of its view. */
    public String code() {
        return code;
    }

    /** Who asks. */
    public PersonId organiser() {
        return new PersonId(organiser);
    }

    /** The meeting it belongs to. */
    public Optional<MeetingId> meeting() {
        return Optional.ofNullable(meeting).map(MeetingId::new);
    }

    public PollState state() {
        return state;
    }

    public String title() {
        return title;
    }

    /** What title and text are written in. */
    public Language language() {
        return language;
    }

    /** Whether its candidates are days. */
    public boolean wholeDays() {
        return wholeDays;
    }

    /** Whose clocks its organiser writes by. */
    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    public Showing showing() {
        return showing;
    }

    /** The candidate that was chosen; empty while none is. */
    public Optional<UUID> chosen() {
        return Optional.ofNullable(chosen);
    }

    /** The appointment that came of it; empty while none did. */
    public Optional<UUID> appointment() {
        return Optional.ofNullable(appointment);
    }

    /** When those are reminded who have not answered; empty if nobody is going to be. */
    Optional<Instant> remindAt() {
        return Optional.ofNullable(remindAt);
    }

    /** What its organiser has written. */
    public PollContent content() {
        return new PollContent(
                title,
                message,
                language,
                meeting(),
                place,
                wholeDays,
                minutes,
                zone(),
                deadline().map(at -> at.atZone(zone()).toLocalDateTime()),
                showing);
    }

    /**
     * Changes what is written about it.
     *
     * @throws Refusal if it is over, if an open poll would lack its title or its deadline, or if days would become times
     *     under those who are answering
     */
    public void write(PollContent content, Clock clock) {
        admitChange();
        if (state == PollState.OPEN) {
            complete(content, clock.instant(), !content.deadlineAt().equals(deadline()));
            if (content.wholeDays() != wholeDays) {
                throw Refusal.at("wholeDays", "poll.kind.open");
            }
        }
        var moved = !content.deadlineAt().equals(deadline());
        take(content);
        if (moved && state == PollState.OPEN) {
            remindBeforeDeadline(clock.instant());
        }
    }

    /**
     * Lets those who are invited answer it.
     *
     * @param candidates how many it has
     * @param guests how many are invited
     * @throws Refusal if something is missing or its deadline has passed
     */
    public void open(int candidates, int guests, Clock clock) {
        require(PollState.DRAFT);
        var problems = new ArrayList<Refusal.Problem>();
        try {
            complete(content(), clock.instant(), true);
        } catch (Refusal refusal) {
            problems.addAll(refusal.problems());
        }
        if (candidates == 0) {
            problems.add(Refusal.Problem.at("candidates", "poll.candidates.none"));
        }
        if (guests == 0) {
            problems.add(Refusal.Problem.at("guests", "poll.guests.none"));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        state = PollState.OPEN;
        openedAt = clock.instant();
        remindBeforeDeadline(openedAt);
        publish(new PollOpened(id()));
    }

    /** Ends it with a candidate. */
    public void close(UUID candidate) {
        require(PollState.OPEN);
        state = PollState.CLOSED;
        chosen = candidate;
        publish(new PollClosed(id(), candidate));
    }

    /** Says which appointment came of the chosen candidate. */
    public void becameAppointment(UUID made) {
        require(PollState.CLOSED);
        appointment = made;
    }

    /** Asks again: what was chosen is not, and answers may be changed until the deadline. */
    public void reopen() {
        if (state != PollState.CLOSED && state != PollState.CANCELLED) {
            throw Refusal.of("poll.notOver");
        }
        state = wasOpened() ? PollState.OPEN : PollState.DRAFT;
        chosen = null;
        appointment = null;
        publish(new PollReopened(id()));
    }

    /** Says that nothing will come of it; a draft is put away. */
    public void cancel() {
        admitChange();
        state = PollState.CANCELLED;
        publish(new PollCancelled(id()));
    }

    /**
     * Lets an answer in.
     *
     * @throws Refusal if it is not open, or its deadline has passed
     */
    void admitAnswer(Instant now) {
        if (state != PollState.OPEN) {
            throw Refusal.of(state == PollState.CANCELLED ? "poll.answer.cancelled" : "poll.answer.closed");
        }
        if (deadline != null && !now.isBefore(deadline)) {
            throw Refusal.of("poll.answer.late");
        }
    }

    /** Whether those who are invited have ever heard of it. */
    public boolean wasOpened() {
        return openedAt != null;
    }

    /** Whether it can be answered now. */
    public boolean answerable(Instant now) {
        return state == PollState.OPEN && (deadline == null || now.isBefore(deadline));
    }

    /** Lets its candidates and those invited be changed. */
    void admitChange() {
        if (state != PollState.DRAFT && state != PollState.OPEN) {
            throw Refusal.of("poll.over");
        }
    }

    private void complete(PollContent content, Instant now, boolean deadlineIsNew) {
        var problems = new ArrayList<Refusal.Problem>();
        if (content.title().isEmpty()) {
            problems.add(Refusal.Problem.at("title", "poll.title.missing"));
        }
        var until = content.deadlineAt();
        if (until.isEmpty()) {
            problems.add(Refusal.Problem.at("deadline", "poll.deadline.missing"));
        } else if (deadlineIsNew && !until.get().isAfter(now)) {
            problems.add(Refusal.Problem.at("deadline", "poll.deadline.past"));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    /** A day before the deadline; of a poll that runs shorter than two days, halfway. */
    private void remindBeforeDeadline(Instant now) {
        var until = deadline;
        if (until == null) {
            remindAt = null;
            return;
        }
        var left = Duration.between(now, until);
        remindAt = left.compareTo(REMIND.multipliedBy(2)) < 0 ? now.plus(left.dividedBy(2)) : until.minus(REMIND);
    }

    private void take(PollContent content) {
        title = content.title();
        message = content.text();
        language = content.language();
        meeting = content.meeting().map(MeetingId::value).orElse(null);
        place = content.place();
        wholeDays = content.wholeDays();
        minutes = content.minutes();
        zone = content.zone().getId();
        deadline = content.deadlineAt().orElse(null);
        showing = content.showing();
    }

    private void require(PollState required) {
        if (state != required) {
            throw Refusal.of("poll.otherState");
        }
    }
}
