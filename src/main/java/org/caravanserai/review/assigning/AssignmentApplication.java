package org.caravanserai.review.assigning;

import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.reviewing.Assigning;
import org.jspecify.annotations.Nullable;

/** What was applied to a meeting's assignments at once, so that it can be undone. */
@Entity
class AssignmentApplication extends Aggregate {

    private UUID meeting;

    private @Nullable UUID appliedBy;

    private Instant appliedAt;

    private String made;

    private String released;

    private boolean told;

    private boolean undone;

    @SuppressWarnings("NullAway.Init")
    protected AssignmentApplication() {}

    AssignmentApplication(
            MeetingId meeting,
            @Nullable PersonId by,
            Collection<Assigning.Pair> made,
            Collection<Assigning.Pair> released,
            boolean told,
            Clock clock) {
        this.meeting = meeting.value();
        this.appliedBy = by == null ? null : by.value();
        this.appliedAt = clock.instant();
        this.made = joined(made);
        this.released = joined(released);
        this.told = told;
    }

    MeetingId meeting() {
        return new MeetingId(meeting);
    }

    Instant appliedAt() {
        return appliedAt;
    }

    List<Assigning.Pair> made() {
        return pairs(made);
    }

    List<Assigning.Pair> released() {
        return pairs(released);
    }

    /** Whether the reviewers were told by mail. */
    boolean isTold() {
        return told;
    }

    void undo() {
        undone = true;
    }

    private static String joined(Collection<Assigning.Pair> pairs) {
        return pairs.stream()
                .map(p -> p.proposal().value() + ":" + p.reviewer().value())
                .collect(Collectors.joining(","));
    }

    private static List<Assigning.Pair> pairs(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(","))
                        .map(pair -> pair.split(":"))
                        .map(keys -> new Assigning.Pair(
                                new ProposalId(UUID.fromString(keys[0])), new PersonId(UUID.fromString(keys[1]))))
                        .toList();
    }
}
