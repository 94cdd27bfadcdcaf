package org.caravanserai.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;

/** A theme of a meeting. */
@Entity
public class Topic extends Aggregate {

    private UUID meeting;

    @Column(name = "topic_key")
    private String topicKey;

    private LocalizedText name;

    private LocalizedText keywords;

    private int hue;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Column(name = "topic_position")
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected Topic() {}

    /**
     * A topic.
     *
     * @param topicKey the same for the same topic over all meetings, such as {@code aral-sea}
     * @param keywords words separated by commas, by language
     * @param hue 0 to 359, from which the stripe and tint are made
     */
    public Topic(
            MeetingId meeting,
            String topicKey,
            LocalizedText name,
            LocalizedText keywords,
            int hue,
            Priority priority,
            int position) {
        this.meeting = meeting.value();
        this.topicKey = topicKey;
        change(name, keywords, hue, priority, position);
    }

    public MeetingId meeting() {
        return new MeetingId(meeting);
    }

    public String topicKey() {
        return topicKey;
    }

    public LocalizedText name() {
        return name;
    }

    public LocalizedText keywords() {
        return keywords;
    }

    public int hue() {
        return hue;
    }

    public Priority priority() {
        return priority;
    }

    public int position() {
        return position;
    }

    /**
     * Changes everything but the key.
     *
     * @throws Refusal if there is no English name or a text is too long
     */
    public final void change(LocalizedText name, LocalizedText keywords, int hue, Priority priority, int position) {
        this.name = Written.name("name", name);
        this.keywords = Written.line("keywords", keywords);
        this.hue = Math.floorMod(hue, 360);
        this.priority = priority;
        this.position = position;
    }

    /** Moves it among the others. */
    public void moveTo(int changed) {
        position = changed;
    }
}
