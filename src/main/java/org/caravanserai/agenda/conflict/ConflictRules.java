package org.caravanserai.agenda.conflict;

import java.time.LocalTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How the organisers of a meeting want conflicts judged.
 *
 * @param handling by kind; a kind that is absent is handled as usual
 * @param limits from where on something is a conflict
 */
public record ConflictRules(Map<ConflictKind, Handling> handling, Limits limits) {

    /** As a meeting begins. */
    public static final ConflictRules USUAL = new ConflictRules(Map.of(), Limits.USUAL);

    /** Everything is looked for, and nothing refused. */
    public static final ConflictRules WATCHFUL = of(Handling.WARN);

    public ConflictRules {
        var all = new EnumMap<ConflictKind, Handling>(ConflictKind.class);
        for (var kind : ConflictKind.values()) {
            all.put(kind, handling.getOrDefault(kind, kind.usual()));
        }
        handling = Map.copyOf(all);
    }

    /**
     * From where on something is a conflict.
     *
     * @param opens when a day of the meeting begins, by its clock
     * @param closes when it ends; midnight stands for the end of the day
     * @param wakes from when people take part online, by their own clocks
     * @param sleeps until when; midnight stands for the end of the day
     * @param travelMinutes what people need from one venue to another
     * @param commonAudience how many people must want to hear both of two sessions
     */
    public record Limits(
            LocalTime opens,
            LocalTime closes,
            LocalTime wakes,
            LocalTime sleeps,
            int travelMinutes,
            int commonAudience) {

        /** As a meeting begins. */
        public static final Limits USUAL =
                new Limits(LocalTime.of(8, 0), LocalTime.of(22, 0), LocalTime.of(7, 0), LocalTime.of(22, 0), 20, 10);
    }

    /** Every kind handled alike, within the usual limits. */
    public static ConflictRules of(Handling handling) {
        var all = new EnumMap<ConflictKind, Handling>(ConflictKind.class);
        for (var kind : ConflictKind.values()) {
            all.put(kind, handling);
        }
        return new ConflictRules(all, Limits.USUAL);
    }

    /** How a kind is handled. */
    public Handling of(ConflictKind kind) {
        return handling.getOrDefault(kind, kind.usual());
    }

    /** These rules with one kind handled otherwise. */
    public ConflictRules with(ConflictKind kind, Handling changed) {
        var all = new EnumMap<>(handling);
        all.put(kind, changed);
        return new ConflictRules(all, limits);
    }

    /** These rules within other limits. */
    public ConflictRules within(Limits changed) {
        return new ConflictRules(handling, changed);
    }

    /** The kinds that are handled so. */
    public Set<ConflictKind> kinds(Handling handled) {
        var kinds = EnumSet.noneOf(ConflictKind.class);
        handling.forEach((kind, each) -> {
            if (each == handled) {
                kinds.add(kind);
            }
        });
        return kinds;
    }

    /** Whether a kind is looked for at all. */
    public boolean watches(ConflictKind kind) {
        return of(kind) != Handling.IGNORE;
    }
}
