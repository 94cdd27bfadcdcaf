package org.caravanserai.meeting;

import java.util.List;
import java.util.UUID;
import org.caravanserai.text.LocalizedText;

/**
 * A plan with the rooms on it.
 *
 * @param description what the picture shows, for those who do not see it
 * @param picture changes with every new picture
 * @param width in pixels
 * @param height in pixels
 */
public record RoomPlanView(
        UUID key,
        long version,
        LocalizedText name,
        LocalizedText description,
        UUID picture,
        String mediaType,
        int width,
        int height,
        List<Spot> spots) {

    /** Where a room is, in thousandths of width and height. */
    public record Spot(UUID room, int across, int down) {}

    static RoomPlanView of(RoomPlan plan, List<RoomSpot> spots) {
        return new RoomPlanView(
                plan.key(),
                plan.version(),
                plan.name(),
                plan.description(),
                plan.picture(),
                plan.mediaType(),
                plan.width(),
                plan.height(),
                spots.stream()
                        .filter(s -> s.plan().equals(plan.key()))
                        .map(s -> new Spot(s.room(), s.across(), s.down()))
                        .toList());
    }
}
