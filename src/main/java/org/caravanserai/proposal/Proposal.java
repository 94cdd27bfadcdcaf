package org.caravanserai.proposal;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.StringSetConverter;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Folding;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** What a researcher proposes to a meeting: a session, or a talk for a session. */
@Entity
public class Proposal extends Aggregate {

    private UUID meeting;

    private String code = Ids.code();

    private UUID proposer;

    private UUID sessionType;

    private LocalizedText title = LocalizedText.EMPTY;

    private LocalizedText abstractText = LocalizedText.EMPTY;

    @Convert(converter = StringSetConverter.class)
    private Set<String> topics = new LinkedHashSet<>();

    private int minutes;

    private String talkLanguage = "en";

    private String slideLanguage = "en";

    private int expectedAudience;

    private @Nullable UUID forSession;

    @Enumerated(EnumType.STRING)
    private ProposalState state = ProposalState.DRAFT;

    private Instant createdAt;

    private @Nullable Instant submittedAt;

    private Instant changedAt;

    private String searchKey = "";

    @Convert(converter = AnswersConverter.class)
    private Map<String, String> answers = new LinkedHashMap<>();

    @Convert(converter = StringSetConverter.class)
    private Set<String> unsuitable = new LinkedHashSet<>();

    @Enumerated(EnumType.STRING)
    private @Nullable ProposalState withdrawnFrom;

    private @Nullable Instant reviseUntil;

    @SuppressWarnings("NullAway.Init")
    protected Proposal() {}

    /** An empty draft. */
    public Proposal(MeetingId meeting, PersonId proposer, UUID sessionType, int minutes, Clock clock) {
        this.meeting = meeting.value();
        this.proposer = proposer.value();
        this.sessionType = sessionType;
        this.minutes = minutes;
        this.createdAt = clock.instant();
        this.changedAt = createdAt;
    }

    /**
     * What a proposal says.
     *
     * @param sessionType the session type's key
     * @param topics the topics' keys, in order; the first is the main one
     * @param minutes the wished length
     * @param talkLanguage BCP 47 tag of what is spoken
     * @param slideLanguage BCP 47 tag of what is shown
     * @param expectedAudience how many people may come; 0 when not told
     * @param forSession for a talk, the session proposal it is meant for; null when none
     */
    public record Content(
            UUID sessionType,
            LocalizedText title,
            LocalizedText abstractText,
            List<UUID> topics,
            int minutes,
            String talkLanguage,
            String slideLanguage,
            int expectedAudience,
            @Nullable UUID forSession) {}

    public ProposalId id() {
        return new ProposalId(key());
    }

    public MeetingId meeting() {
        return new MeetingId(meeting);
    }

    /** The public six-character code. */
    public String code() {
        return code;
    }

    public PersonId proposer() {
        return new PersonId(proposer);
    }

    public UUID sessionType() {
        return sessionType;
    }

    public LocalizedText title() {
        return title;
    }

    public LocalizedText abstractText() {
        return abstractText;
    }

    /** The topics' keys, the main one first. */
    public List<UUID> topics() {
        return topics.stream().map(UUID::fromString).toList();
    }

    public int minutes() {
        return minutes;
    }

    public String talkLanguage() {
        return talkLanguage;
    }

    public String slideLanguage() {
        return slideLanguage;
    }

    /** How many people may come; 0 when not told. */
    public int expectedAudience() {
        return expectedAudience;
    }

    /** For a talk, the session proposal it is meant for. */
    public Optional<ProposalId> forSession() {
        return Optional.ofNullable(forSession).map(ProposalId::new);
    }

    public ProposalState state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When it was first submitted; empty for a draft. */
    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** The answers to the call's questions, as typed or chosen, by the question's key. */
    public Map<UUID, String> answers() {
        var byQuestion = new LinkedHashMap<UUID, String>();
        answers.forEach((question, answer) -> byQuestion.put(UUID.fromString(question), answer));
        return byQuestion;
    }

    /** What its people say about when it can take place. */
    public StatedTimes times() {
        return StatedTimes.parse(unsuitable);
    }

    /** What it says now. */
    public Content content() {
        return new Content(
                sessionType,
                title,
                abstractText,
                topics(),
                minutes,
                talkLanguage,
                slideLanguage,
                expectedAudience,
                forSession);
    }

    /** Changes what it says. Whether the time for changes has passed, the service knows. */
    public void write(Content content, Clock clock) {
        this.sessionType = content.sessionType();
        this.title = content.title();
        this.abstractText = content.abstractText();
        this.topics = new LinkedHashSet<>(
                content.topics().stream().map(UUID::toString).toList());
        this.minutes = content.minutes();
        this.talkLanguage = content.talkLanguage();
        this.slideLanguage = content.slideLanguage();
        this.expectedAudience = content.expectedAudience();
        this.forSession = content.forSession();
        this.changedAt = clock.instant();
        this.searchKey = cut(Folding.fold(code + " " + title.all()));
    }

    /** Answers the call's questions; blank answers are not kept. */
    public void answer(Map<UUID, String> byQuestion) {
        var kept = new LinkedHashMap<String, String>();
        byQuestion.forEach((question, answer) -> {
            if (!answer.isBlank()) {
                kept.put(question.toString(), answer.strip());
            }
        });
        answers = kept;
    }

    /** Says when it can take place. */
    public void state(StatedTimes times) {
        if (!times.equals(times())) {
            unsuitable = times.any()
                    ? new LinkedHashSet<>(Set.of(StatedTimes.ANY))
                    : times.unsuitable().stream()
                            .map(UnsuitableTime::toString)
                            .collect(Collectors.toCollection(LinkedHashSet::new));
            publish(new TimesStated(id(), meeting()));
        }
    }

    /** Hands it to the committee. */
    public void submit(Clock clock) {
        if (title.exactly(Language.EN).isEmpty()) {
            throw Refusal.at("title", "proposal.title.required");
        }
        if (state != ProposalState.DRAFT) {
            throw refused(ProposalState.SUBMITTED);
        }
        to(ProposalState.SUBMITTED, clock);
        if (submittedAt == null) {
            submittedAt = clock.instant();
        }
        publish(new ProposalSubmitted(id(), meeting()));
    }

    /** Takes a submission back to work on it; only before review has begun. */
    public void reopen(Clock clock) {
        to(ProposalState.DRAFT, clock);
    }

    /** The committee begins to review. */
    public void beginReview(Clock clock) {
        if (state != ProposalState.SUBMITTED) {
            throw refused(ProposalState.UNDER_REVIEW);
        }
        to(ProposalState.UNDER_REVIEW, clock);
    }

    /** Nobody reviews it any more and nobody has: it waits for the committee as before. */
    public void endReview(Clock clock) {
        if (state != ProposalState.UNDER_REVIEW) {
            throw refused(ProposalState.SUBMITTED);
        }
        to(ProposalState.SUBMITTED, clock);
    }

    /** The committee wants it revised before it decides; its contributors may change it until then. */
    public void askToRevise(Instant until, Clock clock) {
        to(ProposalState.REVISING, clock);
        reviseUntil = until;
    }

    /** Its contributors have revised it: the same reviewers look again. */
    public void handInRevised(Clock clock) {
        if (state != ProposalState.REVISING) {
            throw refused(ProposalState.UNDER_REVIEW);
        }
        to(ProposalState.UNDER_REVIEW, clock);
        reviseUntil = null;
        publish(new ProposalRevised(id(), meeting()));
    }

    /** Until when its contributors may revise it, while the committee waits for that. */
    public Optional<Instant> reviseUntil() {
        return Optional.ofNullable(reviseUntil);
    }

    /** The committee says yes. */
    public void accept(Clock clock) {
        to(ProposalState.ACCEPTED, clock);
    }

    /** The committee says: if there is room. */
    public void putOnWaitingList(Clock clock) {
        to(ProposalState.WAITING, clock);
    }

    /** The committee says no. */
    public void decline(Clock clock) {
        to(ProposalState.DECLINED, clock);
    }

    /** The proposer says that it will take place. */
    public void confirm(Clock clock) {
        to(ProposalState.CONFIRMED, clock);
    }

    /** The proposer takes it back for good. */
    public void withdraw(Clock clock) {
        var before = state;
        to(ProposalState.WITHDRAWN, clock);
        withdrawnFrom = before;
    }

    /** The proposer changes her mind about withdrawing: it stands again where it stood. */
    public void restore(Clock clock) {
        var before = withdrawnFrom;
        if (state != ProposalState.WITHDRAWN || before == null) {
            throw Refusal.of("proposal.transition.refused", state.name(), ProposalState.WITHDRAWN.name());
        }
        state = before;
        withdrawnFrom = null;
        changedAt = clock.instant();
        publish(new ProposalStateChanged(id(), meeting(), ProposalState.WITHDRAWN, before));
    }

    /** The organisers call it off. */
    public void cancel(Clock clock) {
        to(ProposalState.CANCELLED, clock);
    }

    private void to(ProposalState next, Clock clock) {
        if (!state.next().contains(next)) {
            throw refused(next);
        }
        var before = state;
        state = next;
        changedAt = clock.instant();
        publish(new ProposalStateChanged(id(), meeting(), before, next));
    }

    private Refusal refused(ProposalState next) {
        return Refusal.of("proposal.transition.refused", state.name(), next.name());
    }

    private static String cut(String key) {
        return Clean.cut(key, 2_000);
    }
}
