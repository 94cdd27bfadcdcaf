package org.caravanserai.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the committee makes of a proposal. Until it is sent nobody outside the committee knows of it, it can be taken back,
 * and the proposal stays as it was.
 */
@Entity
public class Decision extends Aggregate {

    /** The longest note to the authors, in characters. */
    public static final int LONGEST_NOTE = 4_000;

    private UUID meeting;

    private UUID proposal;

    private @Nullable UUID pendingProposal;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private String note;

    private @Nullable UUID decidedBy;

    private Instant decidedAt;

    private @Nullable Instant sentAt;

    private @Nullable Instant reviseUntil;

    @SuppressWarnings("NullAway.Init")
    protected Decision() {}

    /**
     * A decision, not yet sent.
     *
     * @param note what the authors are told beside the verdict; empty for nothing
     * @param by who decides; null for the system
     * @throws Refusal if the note is too long
     */
    public Decision(
            MeetingId meeting, ProposalId proposal, Verdict verdict, String note, @Nullable PersonId by, Clock clock) {
        this.meeting = meeting.value();
        this.proposal = proposal.value();
        this.pendingProposal = proposal.value();
        this.verdict = verdict;
        this.note = Clean.lines(note);
        if (this.note.length() > LONGEST_NOTE) {
            throw Refusal.at("note", "review.note.long", LONGEST_NOTE);
        }
        this.decidedBy = by == null ? null : by.value();
        this.decidedAt = clock.instant();
    }

    public MeetingId meeting() {
        return new MeetingId(meeting);
    }

    public ProposalId proposal() {
        return new ProposalId(proposal);
    }

    public Verdict verdict() {
        return verdict;
    }

    /** What the authors are told beside the verdict; empty for nothing. */
    public String note() {
        return note;
    }

    /** Who decided; empty for the system. */
    public Optional<PersonId> decidedBy() {
        return Optional.ofNullable(decidedBy).map(PersonId::new);
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    /** Until when the contributors may revise, if that is what was decided. */
    public Optional<Instant> reviseUntil() {
        return Optional.ofNullable(reviseUntil);
    }

    /** Says until when the contributors may revise. */
    void reviseBy(Instant until) {
        reviseUntil = until;
    }

    /** When its mails left; empty while it can be taken back. */
    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    /** Whether it waits to be sent. */
    public boolean isPending() {
        return sentAt == null;
    }

    /**
     * Its mails leave: it stands.
     *
     * @throws Refusal if it was sent already
     */
    public void send(Clock clock) {
        if (!isPending()) {
            throw Refusal.of("review.decision.sent");
        }
        sentAt = clock.instant();
        pendingProposal = null;
        publish(new DecisionSent(proposal(), meeting(), verdict));
    }
}
