package org.caravanserai.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;

/** The call of a meeting: by when something may be proposed, and the text that asks for it. A meeting has one at most. */
@Entity
@Table(name = "call_for_proposals")
public class Call extends Aggregate {

    /** The longest text of a call in one language, in characters. */
    public static final int LONGEST_TEXT = 20_000;

    private UUID meeting;

    private Instant opensAt;

    private Instant closesAt;

    @Column(name = "call_text")
    private LocalizedText text = LocalizedText.EMPTY;

    @SuppressWarnings("NullAway.Init")
    protected Call() {}

    /**
     * A call without text.
     *
     * @throws Refusal if it closes before it opens
     */
    public Call(MeetingId meeting, Instant opensAt, Instant closesAt) {
        this.meeting = meeting.value();
        schedule(opensAt, closesAt);
    }

    public MeetingId meeting() {
        return new MeetingId(meeting);
    }

    public Instant opensAt() {
        return opensAt;
    }

    public Instant closesAt() {
        return closesAt;
    }

    /** What is called for, as Markdown. */
    public LocalizedText text() {
        return text;
    }

    /** Where the call stands for something that arrived at an instant; at the closing instant itself it is closed. */
    public CallState stateAt(Instant arrival) {
        if (arrival.isBefore(opensAt)) {
            return CallState.NOT_YET;
        }
        return arrival.isBefore(closesAt) ? CallState.OPEN : CallState.CLOSED;
    }

    /** Changes when it opens and closes. */
    public final void schedule(Instant opens, Instant closes) {
        if (!opens.isBefore(closes)) {
            throw Refusal.at("closes", "call.dates.order");
        }
        opensAt = opens;
        closesAt = closes;
    }

    /** Changes the text. */
    public void describe(LocalizedText changed) {
        if (changed.longest() > LONGEST_TEXT) {
            throw Refusal.at("text", "call.text.long", LONGEST_TEXT);
        }
        text = changed;
    }
}
