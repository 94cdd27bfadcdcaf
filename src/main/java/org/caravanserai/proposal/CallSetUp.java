package org.caravanserai.proposal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.platform.Ids;
import org.caravanserai.text.Clean;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets up the call of a meeting. Dates are told as clock times in the meeting's zone. */
@Service
public class CallSetUp {

    private static final int MOST_QUESTIONS = 100;
    private static final int MOST_LINKS = 500;

    private final Meetings meetings;
    private final SessionTypes sessionTypes;
    private final Calls calls;
    private final CallTypes types;
    private final Questions questions;
    private final LateLinks links;
    private final CallReading reading;
    private final Clock clock;

    CallSetUp(
            Meetings meetings,
            SessionTypes sessionTypes,
            Calls calls,
            CallTypes types,
            Questions questions,
            LateLinks links,
            CallReading reading,
            Clock clock) {
        this.meetings = meetings;
        this.sessionTypes = sessionTypes;
        this.calls = calls;
        this.types = types;
        this.questions = questions;
        this.links = links;
        this.reading = reading;
        this.clock = clock;
    }

    /** The call with what only organisers see; empty if the meeting has none yet. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public Optional<CallDetails> details(MeetingId meeting) {
        return calls.findByMeeting(meeting.value()).map(call -> {
            var versions = new HashMap<UUID, Long>();
            questions.findByCallOrderByPosition(call.key()).forEach(q -> versions.put(q.key(), q.version()));
            return new CallDetails(
                    reading.of(meeting).orElseThrow(),
                    call.version(),
                    versions,
                    links.findByCallOrderByCreatedAt(call.key()).stream()
                            .map(CallSetUp::view)
                            .toList());
        });
    }

    /**
     * Makes the call. Everything that can be proposed is allowed at first, a quarter shorter or longer than usual.
     *
     * @throws Refusal if it closes before it opens, or the meeting has a call already
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void begin(MeetingId meeting, LocalDateTime opens, LocalDateTime closes) {
        if (calls.findByMeeting(meeting.value()).isPresent()) {
            throw Refusal.of("call.exists");
        }
        var at = meeting(meeting);
        var call = calls.save(new Call(meeting, instant(at, opens), instant(at, closes)));
        for (var type : sessionTypes.findByMeetingOrderByPosition(meeting.value())) {
            if (type.kind() != SessionType.Kind.ITEM) {
                types.save(new CallType(call, type.key(), shorter(type.minutes()), longer(type.minutes())));
            }
        }
    }

    /**
     * Changes when the call opens and closes.
     *
     * @param seen the version that the change was made looking at
     * @return the version made
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public long schedule(MeetingId meeting, long seen, LocalDateTime opens, LocalDateTime closes) {
        var at = meeting(meeting);
        var call = call(meeting);
        call.requireVersion(seen);
        call.schedule(instant(at, opens), instant(at, closes));
        return calls.saveAndFlush(call).version();
    }

    /**
     * Changes the text.
     *
     * @param seen the version that the change was made looking at
     * @return the version made
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public long describe(MeetingId meeting, long seen, LocalizedText text) {
        var call = call(meeting);
        call.requireVersion(seen);
        call.describe(text.map(Clean::lines));
        return calls.saveAndFlush(call).version();
    }

    /**
     * Allows a session type, or changes the lengths between which one may wish.
     *
     * @throws Refusal if the lengths are in the wrong order or beyond 24 hours
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void allow(MeetingId meeting, UUID sessionType, int minMinutes, int maxMinutes) {
        var call = call(meeting);
        var type = sessionTypes
                .findById(sessionType)
                .filter(t -> t.meeting().equals(meeting) && t.kind() != SessionType.Kind.ITEM)
                .orElseThrow(() -> Refusal.of("meeting.part.gone"));
        var allowed = types.findByCallAndSessionType(call.key(), type.key());
        allowed.ifPresentOrElse(
                present -> {
                    present.limit(minMinutes, maxMinutes);
                    types.save(present);
                },
                () -> types.save(new CallType(call, type.key(), minMinutes, maxMinutes)));
    }

    /** Allows a session type no more. Proposals of that type stay. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void disallow(MeetingId meeting, UUID sessionType) {
        types.findByCallAndSessionType(call(meeting).key(), sessionType).ifPresent(types::delete);
    }

    /** Adds a question behind the others. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public UUID ask(MeetingId meeting, Question.Content content) {
        var call = call(meeting);
        var present = questions.findByCallOrderByPosition(call.key());
        if (present.stream().filter(q -> !q.isRemoved()).count() >= MOST_QUESTIONS) {
            throw Refusal.of("meeting.parts.many", MOST_QUESTIONS);
        }
        var place = present.isEmpty() ? 0 : present.getLast().position() + 1;
        return questions.save(new Question(call, place, content)).key();
    }

    /**
     * Changes a question, except how it is answered: answers already given would no longer fit.
     *
     * @param seen the version that the change was made looking at
     * @return the version made
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public long askOtherwise(MeetingId meeting, UUID question, long seen, Question.Content content) {
        var loaded = question(meeting, question);
        loaded.requireVersion(seen);
        loaded.ask(new Question.Content(
                loaded.kind(),
                content.label(),
                content.help(),
                content.options(),
                content.required(),
                content.types(),
                content.identifying()));
        return questions.saveAndFlush(loaded).version();
    }

    /** Asks a question no more; answers given stay. {@link #restoreQuestion} undoes it. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void removeQuestion(MeetingId meeting, UUID question) {
        change(question(meeting, question), Question::remove, questions);
    }

    /** Asks a removed question again. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void restoreQuestion(MeetingId meeting, UUID question) {
        change(question(meeting, question), Question::restore, questions);
    }

    /** Brings the questions into an order; those not named come last. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void arrangeQuestions(MeetingId meeting, List<UUID> order) {
        var place = 0;
        var sorted = questions.findByCallOrderByPosition(call(meeting).key()).stream()
                .sorted(Comparator.comparingInt(q -> order.contains(q.key()) ? order.indexOf(q.key()) : order.size()))
                .toList();
        for (var question : sorted) {
            question.moveTo(place++);
            questions.save(question);
        }
    }

    /**
     * Makes a link by which proposals may be handed in after the call has closed.
     *
     * @param ends until when they must be handed in, in the meeting's zone
     * @return the secret of its address, which is told this once and not kept
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public String makeLateLink(MeetingId meeting, String note, int uses, LocalDateTime ends) {
        var call = call(meeting);
        if (links.findByCallOrderByCreatedAt(call.key()).size() >= MOST_LINKS) {
            throw Refusal.of("meeting.parts.many", MOST_LINKS);
        }
        var secret = Ids.secret();
        links.save(new LateLink(call, secret, Clean.line(note), uses, instant(meeting(meeting), ends), clock));
        return secret;
    }

    /** Lets a late link admit nobody further. {@link #restoreLateLink} undoes it. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void withdrawLateLink(MeetingId meeting, UUID link) {
        change(link(meeting, link), LateLink::withdraw, links);
    }

    /** Makes a withdrawn late link usable again. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void restoreLateLink(MeetingId meeting, UUID link) {
        change(link(meeting, link), LateLink::restore, links);
    }

    private static <T> void change(T loaded, Consumer<T> change, JpaRepository<T, UUID> to) {
        change.accept(loaded);
        to.save(loaded);
    }

    private Call call(MeetingId meeting) {
        return calls.findByMeeting(meeting.value()).orElseThrow(() -> Refusal.of("call.none"));
    }

    private Meeting meeting(MeetingId meeting) {
        return meetings.findById(meeting.value()).orElseThrow();
    }

    private Question question(MeetingId meeting, UUID question) {
        var call = call(meeting);
        return questions
                .findById(question)
                .filter(q -> q.call().equals(call.key()))
                .orElseThrow(() -> Refusal.of("meeting.part.gone"));
    }

    private LateLink link(MeetingId meeting, UUID link) {
        var call = call(meeting);
        return links.findById(link)
                .filter(l -> l.call().equals(call.key()))
                .orElseThrow(() -> Refusal.of("meeting.part.gone"));
    }

    private static Instant instant(Meeting meeting, LocalDateTime local) {
        return local.atZone(meeting.zone()).toInstant();
    }

    private static CallDetails.LateLinkView view(LateLink link) {
        return new CallDetails.LateLinkView(
                link.key(), link.note(), link.usesAllowed(), link.usesLeft(), link.endsAt(), link.isWithdrawn());
    }

    private static int shorter(int minutes) {
        return Math.max(1, Math.round(minutes * 0.75f / 5) * 5);
    }

    private static int longer(int minutes) {
        return Math.max(5, Math.round(minutes * 1.25f / 5) * 5);
    }
}
