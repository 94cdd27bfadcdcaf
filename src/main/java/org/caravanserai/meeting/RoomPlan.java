package org.caravanserai.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;

/** A picture of a floor or of the grounds, on which rooms have their places. */
@Entity
class RoomPlan extends Aggregate {

    private UUID meeting;

    private LocalizedText name;

    private LocalizedText description;

    private UUID picture;

    private String mediaType;

    private int width;

    private int height;

    @Column(name = "plan_position")
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected RoomPlan() {}

    RoomPlan(MeetingId meeting, LocalizedText name, LocalizedText description, int position) {
        this.meeting = meeting.value();
        this.position = position;
        describe(name, description);
    }

    MeetingId meeting() {
        return new MeetingId(meeting);
    }

    LocalizedText name() {
        return name;
    }

    /** What the picture shows, for those who do not see it. */
    LocalizedText description() {
        return description;
    }

    /** The key of the stored bytes; another picture has another key. */
    UUID picture() {
        return picture;
    }

    String mediaType() {
        return mediaType;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int position() {
        return position;
    }

    /**
     * Changes what it is called and what is said of it.
     *
     * @throws Refusal if one is not there in English or too long
     */
    final void describe(LocalizedText changed, LocalizedText shown) {
        this.name = Written.name("name", changed);
        this.description = Written.name("description", shown);
    }

    /** Shows another picture. */
    void show(UUID stored, PlanPicture drawn) {
        show(stored, drawn.mediaType(), drawn.width(), drawn.height());
    }

    /** Shows the same as another plan, stored once more. */
    void show(UUID stored, RoomPlan other) {
        show(stored, other.mediaType, other.width, other.height);
    }

    void moveTo(int changed) {
        position = changed;
    }

    private void show(UUID stored, String type, int wide, int high) {
        this.picture = stored;
        this.mediaType = type;
        this.width = wide;
        this.height = high;
    }
}
