package org.caravanserai.agenda.planning;

import java.util.Map;
import org.caravanserai.agenda.optimiser.Rule;

/** What an organiser can ask the optimiser to care about more or less. */
public enum Concern {
    /** People can hear what they want to: what belongs together is not told at once. */
    LISTENERS(Map.of(
            Rule.TOPIC_PARALLEL,
            10L,
            Rule.SIMILAR_PARALLEL,
            3L,
            Rule.AUDIENCE_IN_COMMON,
            1L,
            Rule.POPULAR_PARALLEL,
            10L)),
    /** A topic stays in one room, without interruption. */
    TOPICS(Map.of(Rule.TOPIC_ROOMS, 4L, Rule.TOPIC_BROKEN, 3L)),
    /** Rooms are as large as is needed and have what is needed. */
    ROOMS(Map.of(
            Rule.ROOM_TOO_SMALL,
            10L,
            Rule.ROOM_MISFIT,
            2L,
            Rule.EQUIPMENT_MISSING,
            10L,
            Rule.INTERPRETATION_MISSING,
            10L)),
    /** Sessions are when their people, or organisers, would like them. */
    WISHES(Map.of(Rule.RATHER_NOT, 10L, Rule.NOT_AS_WISHED, 8L)),
    /** Nobody is online in her night, and if somebody must be, not always the same. */
    NIGHTS(Map.of(Rule.OUTSIDE_HUMANE_HOURS, 6L, Rule.NIGHT_AGAIN, 3L)),
    /** At each time, people of different countries speak. */
    COUNTRIES(Map.of(Rule.COUNTRY_PARALLEL, 1L));

    private final Map<Rule, Long> weights;

    Concern(Map<Rule, Long> weights) {
        this.weights = weights;
    }

    Map<Rule, Long> weights() {
        return weights;
    }

    /** How much it counts. */
    public enum Emphasis {
        OFF(0),
        SOME(1),
        MUCH(3);

        private final long factor;

        Emphasis(long factor) {
            this.factor = factor;
        }

        long factor() {
            return factor;
        }
    }
}
