package org.caravanserai.review.reviewing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** A proposal given to a reviewer. */
@Entity
@Table(name = "review_assignment")
public class Assignment extends ProposalTie {

    private static final int LONGEST = 1_000;

    @Enumerated(EnumType.STRING)
    private AssignmentState state = AssignmentState.ASSIGNED;

    @Enumerated(EnumType.STRING)
    private AssignmentSource source;

    private @Nullable UUID assignedBy;

    private Instant assignedAt;

    private String reason = "";

    private String suggestion = "";

    private @Nullable UUID subReviewer;

    private @Nullable Instant due;

    private int round = 1;

    private @Nullable Instant leftAt;

    @Enumerated(EnumType.STRING)
    private @Nullable AssignmentState leftState;

    @SuppressWarnings("NullAway.Init")
    protected Assignment() {}

    Assignment(
            MeetingId meeting,
            ProposalId proposal,
            PersonId person,
            AssignmentSource source,
            @Nullable PersonId by,
            Clock clock) {
        super(meeting, proposal, person);
        this.source = source;
        this.assignedBy = by == null ? null : by.value();
        this.assignedAt = clock.instant();
    }

    public AssignmentState state() {
        return state;
    }

    public AssignmentSource source() {
        return source;
    }

    /** Who assigned it; empty for the system. */
    public Optional<PersonId> assignedBy() {
        return Optional.ofNullable(assignedBy).map(PersonId::new);
    }

    public Instant assignedAt() {
        return assignedAt;
    }

    /** Why it was declined or taken back; may be empty. */
    public String reason() {
        return reason;
    }

    /** Whom the reviewer suggests instead of herself; may be empty. */
    public String suggestion() {
        return suggestion;
    }

    /** Who writes the review for the reviewer, who reads and submits it. */
    public Optional<PersonId> subReviewer() {
        return Optional.ofNullable(subReviewer).map(PersonId::new);
    }

    /** Until when the review is due where that differs from the plan. */
    public Optional<Instant> due() {
        return Optional.ofNullable(due);
    }

    /** How many times the proposal has come to her: 1, and one more for each revision. */
    public int round() {
        return round;
    }

    /** When it was taken from her because she reviewed no more; empty if it was not, or has been given again. */
    public Optional<Instant> leftAt() {
        return Optional.ofNullable(leftAt);
    }

    /** The reviewer agrees. Agreeing twice changes nothing. */
    void accept() {
        switch (state) {
            case ASSIGNED, DECLINED -> {
                state = AssignmentState.ACCEPTED;
                reason = "";
                suggestion = "";
            }
            case ACCEPTED, SUBMITTED -> {
                // She has agreed by what she did.
            }
            case RELEASED -> throw Refusal.of("reviewing.assignment.released");
        }
    }

    /** The reviewer declines, says why, and perhaps who could instead. */
    void decline(String why, String instead) {
        switch (state) {
            case ASSIGNED, ACCEPTED, DECLINED -> {
                state = AssignmentState.DECLINED;
                reason = checked("reason", why);
                suggestion = checked("suggestion", instead);
                subReviewer = null;
            }
            case SUBMITTED -> throw Refusal.of("reviewing.assignment.submitted");
            case RELEASED -> throw Refusal.of("reviewing.assignment.released");
        }
    }

    /** Her review is in, for the first time or again. */
    void submit() {
        if (!state.isLive()) {
            throw Refusal.of("reviewing.assignment.released");
        }
        state = AssignmentState.SUBMITTED;
    }

    /** It is taken from her; what she wrote is kept and does not count. */
    void release(String why) {
        state = AssignmentState.RELEASED;
        reason = checked("reason", why);
        subReviewer = null;
        stay();
    }

    /** It is taken from her because she reviews no more, until {@link #comeBack}. */
    void leave(Clock clock) {
        var before = state;
        release("");
        leftAt = clock.instant();
        leftState = before;
    }

    /** She reviews again: it stands as it stood when she left. */
    void comeBack() {
        if (leftState == null) {
            throw Refusal.of("reviewing.assignment.released");
        }
        state = leftState;
        stay();
    }

    private void stay() {
        leftAt = null;
        leftState = null;
    }

    /** It is given to her again; with her review, if she had submitted one. */
    void assignAgain(AssignmentSource how, boolean reviewed, @Nullable PersonId by, Clock clock) {
        if (state.isLive()) {
            throw Refusal.of("reviewing.assignment.twice");
        }
        state = reviewed ? AssignmentState.SUBMITTED : AssignmentState.ASSIGNED;
        source = how;
        assignedBy = by == null ? null : by.value();
        assignedAt = clock.instant();
        reason = "";
        suggestion = "";
        stay();
    }

    /** The proposal was revised and comes to her again. */
    void reviseUntil(@Nullable Instant until) {
        if (state.isLive()) {
            round++;
            due = until;
            if (state == AssignmentState.SUBMITTED) {
                state = AssignmentState.ACCEPTED;
            }
        }
    }

    /** Gives her more time, or less. */
    void dueBy(Instant until) {
        due = until;
    }

    /** Someone else writes for her; null for nobody. */
    void writtenBy(@Nullable PersonId other) {
        if (!state.isLive()) {
            throw Refusal.of("reviewing.assignment.released");
        }
        subReviewer = other == null ? null : other.value();
    }

    private static String checked(String field, String told) {
        var clean = Clean.lines(told);
        if (clean.length() > LONGEST) {
            throw Refusal.at(field, "reviewing.reason.long", LONGEST);
        }
        return clean;
    }
}
