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

    RoomPlan(MeetingId meeting, RoomPlanSetUp.Content content, int position, UUID stored, PlanPicture drawn) {
        this(
                meeting,
                content.name(),
                content.description(),
                position,
                stored,
                drawn.mediaType(),
                drawn.width(),
                drawn.height());
    }

    private RoomPlan(
            MeetingId meeting,
            LocalizedText name,
            LocalizedText description,
            int position,
            UUID stored,
            String mediaType,
            int width,
            int height) {
        this.meeting = meeting.value();
        this.name = name;
        this.description = description;
        this.position = position;
        this.picture = stored;
        this.mediaType = mediaType;
        this.width = width;
        this.height = height;
        describe(name, description);
    }

    /** The same plan once more, for a meeting, with its picture stored anew. */
    RoomPlan copy(MeetingId to, UUID storedAnew) {
        return new RoomPlan(to, name, description, position, storedAnew, mediaType, width, height);
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
        this.picture = stored;
        this.mediaType = drawn.mediaType();
        this.width = drawn.width();
        this.height = drawn.height();
    }

    void moveTo(int changed) {
        position = changed;
    }
}
