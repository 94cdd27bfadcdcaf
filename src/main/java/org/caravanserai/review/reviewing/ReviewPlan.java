package org.caravanserai.review.reviewing;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.StringSetConverter;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** How a meeting wants its proposals reviewed: one plan for all session types, and others for types that differ. */
@Entity
public class ReviewPlan extends Aggregate {

    /** Stands where a session type's key stands in the plan of all types without one of their own. */
    public static final UUID ALL_TYPES = new UUID(0, 0);

    private static final int MOST_WANTED = 20;
    private static final int MOST_LOAD = 500;
    private static final int MOST_DAYS = 365;

    private UUID meeting;

    private UUID sessionType;

    @Convert(converter = StringSetConverter.class)
    private Set<String> who = new LinkedHashSet<>(Set.of(WhoReviews.INVITED.name()));

    private int wanted = 3;

    private int leastLoad;

    private int mostLoad = 12;

    @Enumerated(EnumType.STRING)
    private Blindness blindBidding = Blindness.SINGLE;

    @Enumerated(EnumType.STRING)
    private Blindness blindReviewing = Blindness.SINGLE;

    @Enumerated(EnumType.STRING)
    private Blindness blindDiscussion = Blindness.SINGLE;

    @Enumerated(EnumType.STRING)
    private OthersVisible othersVisible = OthersVisible.AFTER_OWN;

    @Enumerated(EnumType.STRING)
    private AuthorsSee authorsSee = AuthorsSee.NOTES;

    @Enumerated(EnumType.STRING)
    private AuthorsWhen authorsWhen = AuthorsWhen.WITH_DECISION;

    private boolean rebuttal;

    private @Nullable Instant biddingUntil;

    private @Nullable Instant reviewingUntil;

    private @Nullable Instant rebuttalUntil;

    private @Nullable Instant discussionUntil;

    private int revisionDays = 14;

    @SuppressWarnings("NullAway.Init")
    protected ReviewPlan() {}

    /** A plan with the values that most meetings keep; {@code sessionType} may be {@link #ALL_TYPES}. */
    public ReviewPlan(MeetingId meeting, UUID sessionType) {
        this.meeting = meeting.value();
        this.sessionType = sessionType;
    }

    /**
     * Until when each phase lasts; one that is empty lasts without end.
     *
     * @param bidding empty also when there is no time for bids alone
     */
    public record Deadlines(
            Optional<Instant> bidding,
            Optional<Instant> reviewing,
            Optional<Instant> rebuttal,
            Optional<Instant> discussion) {

        /** No deadlines at all. */
        public static final Deadlines NONE =
                new Deadlines(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        private boolean areInOrder() {
            var told = Stream.of(bidding, reviewing, rebuttal, discussion)
                    .flatMap(Optional::stream)
                    .toList();
            return told.equals(told.stream().sorted().toList());
        }
    }

    /**
     * What a plan says.
     *
     * @param wanted how many reviews each proposal is to get
     * @param leastLoad how many proposals a reviewer reviews at least, unless she says otherwise
     * @param mostLoad how many at most
     * @param rebuttal whether contributors may answer the reviews before the decision
     * @param revisionDays how many days contributors get to revise, and reviewers to look again
     */
    public record Content(
            Set<WhoReviews> who,
            int wanted,
            int leastLoad,
            int mostLoad,
            Map<ReviewPhase, Blindness> blindness,
            OthersVisible othersVisible,
            AuthorsSee authorsSee,
            AuthorsWhen authorsWhen,
            boolean rebuttal,
            Deadlines deadlines,
            int revisionDays) {

        /** The same, reviewed by these. */
        public Content reviewedBy(Set<WhoReviews> who) {
            return with(who, blindness, deadlines);
        }

        /** The same, as blind as this; a phase that is not named is as blind as at first. */
        public Content blind(Map<ReviewPhase, Blindness> blindness) {
            return with(who, blindness, deadlines);
        }

        /** The same, with these deadlines. */
        public Content until(Deadlines deadlines) {
            return with(who, blindness, deadlines);
        }

        private Content with(Set<WhoReviews> who, Map<ReviewPhase, Blindness> blindness, Deadlines deadlines) {
            return new Content(
                    who,
                    wanted,
                    leastLoad,
                    mostLoad,
                    blindness,
                    othersVisible,
                    authorsSee,
                    authorsWhen,
                    rebuttal,
                    deadlines,
                    revisionDays);
        }
    }

    public MeetingId meeting() {
        return new MeetingId(meeting);
    }

    /** The session type's key, or {@link #ALL_TYPES}. */
    public UUID sessionType() {
        return sessionType;
    }

    /** What it says now. */
    public Content content() {
        var reviewing = EnumSet.noneOf(WhoReviews.class);
        who.forEach(name -> reviewing.add(WhoReviews.valueOf(name)));
        var blindness = new EnumMap<ReviewPhase, Blindness>(ReviewPhase.class);
        for (var phase : ReviewPhase.values()) {
            blindness.put(phase, blindnessIn(phase));
        }
        return new Content(
                reviewing,
                wanted,
                leastLoad,
                mostLoad,
                blindness,
                othersVisible,
                authorsSee,
                authorsWhen,
                rebuttal,
                deadlines(),
                revisionDays);
    }

    /** Until when each phase lasts. */
    public Deadlines deadlines() {
        return new Deadlines(
                Optional.ofNullable(biddingUntil),
                Optional.ofNullable(reviewingUntil),
                Optional.ofNullable(rebuttalUntil),
                Optional.ofNullable(discussionUntil));
    }

    /**
     * Changes what it says.
     *
     * @throws Refusal with every problem at once, each at its field
     */
    public void write(Content content) {
        var problems = problems(content);
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        who = new LinkedHashSet<>(
                content.who().stream().sorted().map(Enum::name).toList());
        wanted = content.wanted();
        leastLoad = content.leastLoad();
        mostLoad = content.mostLoad();
        blindBidding = Objects.requireNonNullElse(content.blindness().get(ReviewPhase.BIDDING), blindBidding);
        blindReviewing = Objects.requireNonNullElse(content.blindness().get(ReviewPhase.REVIEWING), blindReviewing);
        blindDiscussion = Objects.requireNonNullElse(content.blindness().get(ReviewPhase.DISCUSSION), blindDiscussion);
        othersVisible = content.othersVisible();
        authorsSee = content.authorsSee();
        authorsWhen = content.authorsWhen();
        rebuttal = content.rebuttal();
        biddingUntil = content.deadlines().bidding().orElse(null);
        reviewingUntil = content.deadlines().reviewing().orElse(null);
        rebuttalUntil = content.deadlines().rebuttal().orElse(null);
        discussionUntil = content.deadlines().discussion().orElse(null);
        revisionDays = content.revisionDays();
    }

    /** What reviewing is at, at an instant. The deadline itself still belongs to its phase. */
    public ReviewPhase phaseAt(Instant now) {
        if (biddingUntil != null && !now.isAfter(biddingUntil)) {
            return ReviewPhase.BIDDING;
        }
        return reviewingUntil == null || !now.isAfter(reviewingUntil) ? ReviewPhase.REVIEWING : ReviewPhase.DISCUSSION;
    }

    /** Who knows whom at an instant. */
    public Blindness blindnessAt(Instant now) {
        return blindnessIn(phaseAt(now));
    }

    /** Whether bids are taken at an instant: until the bidding ends or, without such an end, the reviewing. */
    public boolean takesBidsAt(Instant now) {
        var until = biddingUntil == null ? reviewingUntil : biddingUntil;
        return until == null || !now.isAfter(until);
    }

    /** Whether contributors may answer the reviews at an instant. */
    public boolean takesRebuttalsAt(Instant now) {
        return rebuttal
                && phaseAt(now) == ReviewPhase.DISCUSSION
                && rebuttalUntil != null
                && !now.isAfter(rebuttalUntil);
    }

    /** Whether the committee may discuss at an instant. */
    public boolean takesPostsAt(Instant now) {
        return discussionUntil == null || !now.isAfter(discussionUntil);
    }

    private Blindness blindnessIn(ReviewPhase phase) {
        return switch (phase) {
            case BIDDING -> blindBidding;
            case REVIEWING -> blindReviewing;
            case DISCUSSION -> blindDiscussion;
        };
    }

    private static List<Refusal.Problem> problems(Content content) {
        var problems = new ArrayList<Refusal.Problem>();
        if (content.who().isEmpty()) {
            problems.add(Refusal.Problem.at("who", "reviewing.plan.who"));
        }
        if (content.wanted() < 1 || content.wanted() > MOST_WANTED) {
            problems.add(Refusal.Problem.at("wanted", "reviewing.plan.wanted", MOST_WANTED));
        }
        if (content.leastLoad() < 0 || content.leastLoad() > content.mostLoad() || content.mostLoad() > MOST_LOAD) {
            problems.add(Refusal.Problem.at("mostLoad", "reviewing.plan.load", MOST_LOAD));
        }
        if (!content.deadlines().areInOrder()) {
            problems.add(Refusal.Problem.at("deadlines", "reviewing.plan.deadlines"));
        }
        if (content.rebuttal()
                && (content.deadlines().reviewing().isEmpty()
                        || content.deadlines().rebuttal().isEmpty())) {
            problems.add(Refusal.Problem.at("rebuttal", "reviewing.plan.rebuttal.deadlines"));
        }
        if (content.rebuttal()
                && (content.authorsSee() == AuthorsSee.NOTHING
                        || content.authorsWhen() != AuthorsWhen.AFTER_REVIEWING)) {
            problems.add(Refusal.Problem.at("authorsSee", "reviewing.plan.rebuttal.reviews"));
        }
        if (content.revisionDays() < 1 || content.revisionDays() > MOST_DAYS) {
            problems.add(Refusal.Problem.at("revisionDays", "reviewing.plan.revision", MOST_DAYS));
        }
        return problems;
    }
}
