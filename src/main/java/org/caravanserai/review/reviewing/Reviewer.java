package org.caravanserai.review.reviewing;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.StringSetConverter;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** A person as a reviewer of a meeting: whether she is one, and what she can judge. */
@Entity
public class Reviewer extends Aggregate {

    /** The strongest that a reviewer can be in a topic; 1 is the weakest. */
    public static final int STRONGEST = 3;

    /** The longest text of own works, in characters. */
    public static final int LONGEST_WORKS = 40_000;

    /** The most proposals that a reviewer can be given. */
    public static final int MOST_LOAD = 500;

    private UUID meeting;

    private UUID person;

    @Enumerated(EnumType.STRING)
    private ReviewerState state;

    @Convert(converter = TopicStrengthsConverter.class)
    private Map<UUID, Integer> topics = new LinkedHashMap<>();

    @Convert(converter = StringSetConverter.class)
    private Set<String> languages = new LinkedHashSet<>();

    private @Nullable Integer leastLoad;

    private @Nullable Integer mostLoad;

    private boolean senior;

    private String works = "";

    private Instant askedAt;

    @SuppressWarnings("NullAway.Init")
    protected Reviewer() {}

    private Reviewer(MeetingId meeting, PersonId person, ReviewerState state, Set<String> languages, Clock clock) {
        this.meeting = meeting.value();
        this.person = person.value();
        this.state = state;
        this.languages = new LinkedHashSet<>(languages);
        this.askedAt = clock.instant();
    }

    /** Someone whom the committee asks; the languages are those of her profile, until she says otherwise. */
    static Reviewer invited(MeetingId meeting, PersonId person, Set<String> languages, Clock clock) {
        return new Reviewer(meeting, person, ReviewerState.INVITED, languages, clock);
    }

    /** Someone who offers. */
    static Reviewer volunteer(MeetingId meeting, PersonId person, Set<String> languages, Clock clock) {
        return new Reviewer(meeting, person, ReviewerState.VOLUNTEERED, languages, clock);
    }

    /** Someone who has the role already. */
    static Reviewer inOffice(MeetingId meeting, PersonId person, Set<String> languages, Clock clock) {
        return new Reviewer(meeting, person, ReviewerState.ACCEPTED, languages, clock);
    }

    /**
     * What a reviewer says of herself.
     *
     * @param topics how well she knows topics, by key, from 1 to {@link #STRONGEST}
     * @param languages the languages that she can judge in, as BCP 47 tags
     * @param leastLoad how many proposals she would review at least; empty for what the plan says
     * @param mostLoad how many at most; empty for what the plan says
     * @param works titles and abstracts of her own works, as pasted
     */
    public record Content(
            Map<UUID, Integer> topics,
            Set<String> languages,
            OptionalInt leastLoad,
            OptionalInt mostLoad,
            String works) {}

    public MeetingId meeting() {
        return new MeetingId(meeting);
    }

    public PersonId person() {
        return new PersonId(person);
    }

    public ReviewerState state() {
        return state;
    }

    public boolean isSenior() {
        return senior;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** What she says of herself. */
    public Content content() {
        return new Content(Map.copyOf(topics), Set.copyOf(languages), load(leastLoad), load(mostLoad), works);
    }

    /** Changes what she says of herself. Topics without strength are left out. */
    public void write(Content content) {
        var problems = new ArrayList<Refusal.Problem>();
        var least = content.leastLoad().orElse(0);
        var most = content.mostLoad().orElse(MOST_LOAD);
        if (least < 0 || most > MOST_LOAD || least > most) {
            problems.add(Refusal.Problem.at("mostLoad", "reviewing.plan.load", MOST_LOAD));
        }
        if (content.works().length() > LONGEST_WORKS) {
            problems.add(Refusal.Problem.at("works", "reviewing.reviewer.works", LONGEST_WORKS));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        topics = new LinkedHashMap<>();
        content.topics().forEach((topic, strength) -> {
            if (strength >= 1 && strength <= STRONGEST) {
                topics.put(topic, strength);
            }
        });
        languages = new LinkedHashSet<>(List.copyOf(new java.util.TreeSet<>(content.languages())));
        leastLoad = content.leastLoad().isPresent() ? content.leastLoad().getAsInt() : null;
        mostLoad = content.mostLoad().isPresent() ? content.mostLoad().getAsInt() : null;
        works = Clean.lines(content.works());
    }

    /** Says whether she counts as experienced, which some assignments ask for. */
    public void rank(boolean isSenior) {
        senior = isSenior;
    }

    /** She says yes, or the committee takes her offer. */
    public void accept() {
        if (state == ReviewerState.RETIRED) {
            throw refused(ReviewerState.ACCEPTED);
        }
        to(ReviewerState.ACCEPTED);
    }

    /** She says no, or the committee does not take her offer. */
    public void decline() {
        to(ReviewerState.DECLINED);
    }

    /** She reviews no more. */
    public void retire() {
        to(ReviewerState.RETIRED);
    }

    /** She reviews again after all. */
    public void comeBack() {
        if (state != ReviewerState.RETIRED) {
            throw refused(ReviewerState.ACCEPTED);
        }
        to(ReviewerState.ACCEPTED);
    }

    /** The committee asks again. */
    public void inviteAgain(Clock clock) {
        to(ReviewerState.INVITED);
        askedAt = clock.instant();
    }

    /** She offers again. */
    public void volunteerAgain(Clock clock) {
        to(ReviewerState.VOLUNTEERED);
        askedAt = clock.instant();
    }

    /** The role was given to her by other means: she reviews, wherever she stood. */
    void takeOffice() {
        state = ReviewerState.ACCEPTED;
    }

    private void to(ReviewerState next) {
        if (!state.next().contains(next)) {
            throw refused(next);
        }
        state = next;
    }

    private static Refusal refused(ReviewerState next) {
        return Refusal.of("reviewing.reviewer.step." + next.name());
    }

    private static OptionalInt load(@Nullable Integer told) {
        return told == null ? OptionalInt.empty() : OptionalInt.of(told);
    }
}
