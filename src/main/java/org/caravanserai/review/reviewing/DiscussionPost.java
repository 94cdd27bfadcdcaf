package org.caravanserai.review.reviewing;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Secret;
import org.caravanserai.platform.StringSetConverter;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** What a member of the committee writes to the others about a proposal. */
@Entity
public class DiscussionPost extends Aggregate {

    /** For how long its author may change it or take it back. */
    public static final Duration CHANGEABLE = Duration.ofMinutes(15);

    /** The longest post, in characters. */
    public static final int LONGEST = 10_000;

    private UUID meeting;

    private UUID proposal;

    private UUID author;

    @Secret
    private String textBody;

    @Convert(converter = StringSetConverter.class)
    private Set<String> mentions;

    private Instant postedAt;

    private @Nullable Instant editedAt;

    private boolean deleted;

    @SuppressWarnings("NullAway.Init")
    protected DiscussionPost() {}

    DiscussionPost(
            MeetingId meeting, ProposalId proposal, PersonId author, String text, Set<PersonId> mentions, Clock clock) {
        this.meeting = meeting.value();
        this.proposal = proposal.value();
        this.author = author.value();
        this.textBody = checked(text);
        this.mentions = keys(mentions);
        this.postedAt = clock.instant();
    }

    public ProposalId proposal() {
        return new ProposalId(proposal);
    }

    public PersonId author() {
        return new PersonId(author);
    }

    /** What it says; empty once it was taken back. */
    public String text() {
        return textBody;
    }

    public Instant postedAt() {
        return postedAt;
    }

    public Optional<Instant> editedAt() {
        return Optional.ofNullable(editedAt);
    }

    public boolean isDeleted() {
        return deleted;
    }

    /** Its author changes it. */
    void edit(String text, Set<PersonId> mentioned, Clock clock) {
        requireChangeable(clock);
        textBody = checked(text);
        mentions = keys(mentioned);
        editedAt = clock.instant();
    }

    /** Its author takes it back; that there was one is still seen. */
    void delete(Clock clock) {
        requireChangeable(clock);
        textBody = "";
        mentions = new LinkedHashSet<>();
        deleted = true;
    }

    private void requireChangeable(Clock clock) {
        if (deleted || clock.instant().isAfter(postedAt.plus(CHANGEABLE))) {
            throw Refusal.of("reviewing.post.late", (int) CHANGEABLE.toMinutes());
        }
    }

    private static Set<String> keys(Set<PersonId> persons) {
        return persons.stream()
                .map(p -> p.value().toString())
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String checked(String text) {
        var clean = Clean.lines(text);
        if (clean.isBlank() || clean.length() > LONGEST) {
            throw Refusal.at("text", "reviewing.post.length", LONGEST);
        }
        return clean;
    }
}
