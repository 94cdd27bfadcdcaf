package org.caravanserai.review.reviewing;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** What the contributors of a proposal answer to its reviews. */
@Entity
class Rebuttal extends Aggregate {

    /** The longest, in characters. */
    static final int LONGEST = 10_000;

    private UUID meeting;

    private UUID proposal;

    private String textBody = "";

    private @Nullable UUID writtenBy;

    private Instant writtenAt;

    @SuppressWarnings("NullAway.Init")
    protected Rebuttal() {}

    Rebuttal(MeetingId meeting, ProposalId proposal, String text, @Nullable PersonId by, Instant at) {
        this.meeting = meeting.value();
        this.proposal = proposal.value();
        write(text, by, at);
    }

    String text() {
        return textBody;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    final void write(String text, @Nullable PersonId by, Instant at) {
        var clean = Clean.lines(text);
        if (clean.isBlank() || clean.length() > LONGEST) {
            throw Refusal.at("text", "reviewing.post.length", LONGEST);
        }
        textBody = clean;
        writtenBy = by == null ? null : by.value();
        writtenAt = at;
    }
}
