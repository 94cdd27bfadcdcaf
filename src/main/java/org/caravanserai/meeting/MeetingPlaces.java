package org.caravanserai.meeting;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.people.Access;
import org.caravanserai.people.Role;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Makes the menu's items that lead to places of meetings, in each meeting for those who hold a role there. */
@Component
public class MeetingPlaces {

    private static final int MOST_MEETINGS = 20;

    private final Meetings meetings;
    private final Access access;

    MeetingPlaces(Meetings meetings, Access access) {
        this.meetings = meetings;
        this.access = access;
    }

    /**
     * A place that each meeting has.
     *
     * @param title the key of its name
     * @param path below the meeting's address
     * @param icon the name of an icon of {@link org.caravanserai.shell.Icons}
     * @param order where it stands in the menu
     * @param roles who comes there: whoever has one of these
     */
    public record Place(String title, String path, String icon, int order, Set<Role> roles) {}

    /** The items that lead the acting person to these places, of the meetings that come first. */
    public List<MenuItem> items(Place... places) {
        var byRole = Arrays.stream(places)
                .flatMap(place -> place.roles().stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), access::meetingsAs));
        var keys = new HashSet<UUID>();
        byRole.values().forEach(keys::addAll);
        if (keys.isEmpty()) {
            return List.of();
        }
        var words = Words.here();
        return meetings.summariesOf(keys, 0, MOST_MEETINGS).stream()
                .flatMap(meeting -> items(words, meeting, byRole, places))
                .toList();
    }

    private static Stream<MenuItem> items(
            Words words, MeetingSummary meeting, Map<Role, Set<UUID>> byRole, Place... places) {
        return Arrays.stream(places)
                .filter(place -> place.roles().stream()
                        .anyMatch(role -> byRole.getOrDefault(role, Set.of()).contains(meeting.key())))
                .map(place -> new MenuItem(
                        words.text(meeting.name()),
                        words.get(place.title()),
                        "meetings/" + meeting.slug() + "/" + place.path(),
                        place.icon(),
                        place.order()));
    }
}
