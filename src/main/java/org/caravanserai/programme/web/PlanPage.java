package org.caravanserai.programme.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.meeting.RoomPlanView;
import org.caravanserai.programme.Programme;
import org.caravanserai.shell.PageReader;

/**
 * A plan as a page shows it: a picture, and over it the places of rooms.
 *
 * @param description what the picture shows, for those who do not see it
 * @param width in pixels
 * @param height in pixels
 * @param radius of a mark, in pixels
 */
public record PlanPage(
        Said name, Said description, String picture, int width, int height, int radius, List<Mark> marks) {

    private static final int MARKS_IN_WIDTH = 45;

    /**
     * A room on the plan, found again by its number in the list below.
     *
     * @param here whether the page is about this room
     */
    public record Mark(int number, int x, int y, Said name, String href, boolean here) {}

    /** All plans, with the rooms that are in the programme. */
    static List<PlanPage> all(Programme programme, List<RoomPlanView> plans, PageReader reader, Links links) {
        return plans.stream()
                .map(plan -> of(programme, plan, Optional.empty(), reader, links))
                .toList();
    }

    /** The plans on which a room is. */
    static List<PlanPage> of(
            Programme programme, List<RoomPlanView> plans, RoomPart room, PageReader reader, Links links) {
        return plans.stream()
                .filter(plan -> shows(plan, room.key()))
                .map(plan -> of(programme, plan, Optional.of(room.key()), reader, links))
                .toList();
    }

    /** Whether a plan shows a room. */
    static boolean shows(RoomPlanView plan, UUID room) {
        return plan.spots().stream().anyMatch(s -> s.room().equals(room));
    }

    private static PlanPage of(
            Programme programme, RoomPlanView plan, Optional<UUID> here, PageReader reader, Links links) {
        var language = reader.language();
        var marks = new ArrayList<Mark>();
        for (var room : programme.agenda().rooms()) {
            plan.spots().stream()
                    .filter(s -> s.room().equals(room.key()))
                    .findFirst()
                    .ifPresent(s -> marks.add(new Mark(
                            marks.size() + 1,
                            s.across() * plan.width() / 1000,
                            s.down() * plan.height() / 1000,
                            Said.of(room.name(), language),
                            links.room(programme.address(room)),
                            here.filter(room.key()::equals).isPresent())));
        }
        return new PlanPage(
                Said.of(plan.name(), language),
                Said.of(plan.description(), language),
                Links.plan(programme.meeting().slug(), plan.picture().toString()),
                plan.width(),
                plan.height(),
                Math.max(plan.width(), plan.height()) / MARKS_IN_WIDTH,
                List.copyOf(marks));
    }
}
