package org.caravanserai.meeting;

import jakarta.persistence.Entity;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Refusal;

/** Where a room is on a plan. */
@Entity
class RoomSpot extends Aggregate {

    /** Plans are measured in thousandths of their width and height. */
    static final int WHOLE = 1000;

    private UUID room;

    private UUID plan;

    private int across;

    private int down;

    @SuppressWarnings("NullAway.Init")
    protected RoomSpot() {}

    RoomSpot(UUID room, UUID plan, int across, int down) {
        this.room = room;
        this.plan = plan;
        put(plan, across, down);
    }

    UUID room() {
        return room;
    }

    UUID plan() {
        return plan;
    }

    /** From the left edge, in thousandths of the width. */
    int across() {
        return across;
    }

    /** From the upper edge, in thousandths of the height. */
    int down() {
        return down;
    }

    /** @throws Refusal if that is outside the picture */
    final void put(UUID on, int fromLeft, int fromTop) {
        if (fromLeft < 0 || fromLeft > WHOLE || fromTop < 0 || fromTop > WHOLE) {
            throw Refusal.at("spot", "programme.plan.outside");
        }
        this.plan = on;
        this.across = fromLeft;
        this.down = fromTop;
    }
}
