package org.caravanserai.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;

/** What a session of a meeting may be, such as a panel or a break. */
@Entity
public class SessionType extends Aggregate {

    /** What the type is for. */
    public enum Kind {
        /** Placed in a room and a time. */
        SESSION,
        /** Held inside a session. */
        TALK,
        /** Added by organisers alone, such as a break. */
        ITEM
    }

    /** The longest usual length in minutes. */
    public static final int LONGEST = 24 * 60;

    private UUID meeting;

    @Column(name = "type_key")
    private String typeKey;

    private LocalizedText name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private int minutes;

    private boolean mayHoldTalks;

    @Column(name = "type_position")
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected SessionType() {}

    /**
     * A type.
     *
     * @param typeKey the same over all meetings, such as {@code PANEL}
     * @param minutes the usual length
     */
    public SessionType(
            MeetingId meeting,
            String typeKey,
            LocalizedText name,
            Kind kind,
            int minutes,
            boolean mayHoldTalks,
            int position) {
        this.meeting = meeting.value();
        this.typeKey = typeKey;
        this.kind = kind;
        change(name, minutes, mayHoldTalks, position);
    }

    public MeetingId meeting() {
        return new MeetingId(meeting);
    }

    public String typeKey() {
        return typeKey;
    }

    public LocalizedText name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** The usual length in minutes. */
    public int minutes() {
        return minutes;
    }

    public boolean mayHoldTalks() {
        return mayHoldTalks;
    }

    public int position() {
        return position;
    }

    /**
     * Changes everything but key and kind.
     *
     * @throws Refusal if there is no English name, or the usual length is beyond one minute to 24 hours
     */
    public final void change(LocalizedText name, int minutes, boolean mayHoldTalks, int position) {
        if (minutes < 1 || minutes > LONGEST) {
            throw Refusal.at("minutes", "meeting.type.minutes", LONGEST);
        }
        this.name = Written.name("name", name);
        this.minutes = minutes;
        this.mayHoldTalks = mayHoldTalks && kind == Kind.SESSION;
        this.position = position;
    }

    /** Moves it among the others. */
    public void moveTo(int changed) {
        position = changed;
    }
}
