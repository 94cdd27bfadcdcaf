package org.caravanserai.agenda.planning;

import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.caravanserai.agenda.planning.Concern.Emphasis;
import org.caravanserai.text.Refusal;

/**
 * By which rules a meeting's agenda is made.
 *
 * @param dayStart when sessions may begin, in the meeting's zone
 * @param dayEnd when they must have ended, on the same day
 * @param grid sessions start at multiples of so many minutes after the start of the day and after what is in all rooms
 * @param seconds how long the optimiser may work
 * @param topicDays whether a topic's sessions are kept on few days or spread over them
 * @param concerns how much each concern counts
 */
public record PlanRules(
        LocalTime dayStart,
        LocalTime dayEnd,
        int grid,
        int seconds,
        TopicDays topicDays,
        Map<Concern, Emphasis> concerns) {

    /** The grids there are, in minutes. */
    public static final List<Integer> GRIDS = List.of(5, 10, 15, 30);

    /** The times there are, in seconds. */
    public static final List<Integer> SECONDS = List.of(10, 30, 120, 600);

    private static final int MINUTES_A_DAY = 24 * 60;

    /** What becomes of a topic over the days. */
    public enum TopicDays {
        ANY,
        FEW,
        SPREAD
    }

    public PlanRules {
        if (!dayStart.isBefore(dayEnd)) {
            throw Refusal.at("dayEnd", "optimiser.hours.order");
        }
        if (!GRIDS.contains(grid) || !SECONDS.contains(seconds)) {
            throw new IllegalArgumentException("a view offers the grids and times there are");
        }
        var all = new EnumMap<Concern, Emphasis>(Concern.class);
        for (var concern : Concern.values()) {
            all.put(concern, concerns.getOrDefault(concern, Emphasis.SOME));
        }
        concerns = Map.copyOf(all);
    }

    /** Those of a meeting whose organisers have not said anything. */
    public static PlanRules usual() {
        return new PlanRules(LocalTime.of(9, 0), LocalTime.of(18, 0), 15, 30, TopicDays.ANY, Map.of());
    }

    /** How much a concern counts. */
    public Emphasis emphasis(Concern concern) {
        return concerns.getOrDefault(concern, Emphasis.SOME);
    }

    /** How long a day is, in minutes. */
    int dayMinutes() {
        return Math.min(MINUTES_A_DAY, (dayEnd.toSecondOfDay() - dayStart.toSecondOfDay()) / 60);
    }
}
