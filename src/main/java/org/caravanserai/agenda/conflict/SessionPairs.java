package org.caravanserai.agenda.conflict;

import java.util.ArrayList;
import java.util.List;

/** Tells of sessions, wherever they stand, which the same people may want to hear: as the index sees them. */
public final class SessionPairs {

    private SessionPairs() {}

    /**
     * Two sessions that should not be at once.
     *
     * @param one the position of the one in the list asked about
     * @param other the position of the other, which is later
     * @param similar whether their topics are similar and that is watched
     * @param listeners how many people want to hear both, if they are enough to be watched; otherwise 0
     */
    public record Pair(int one, int other, boolean similar, int listeners) {}

    /** All such pairs of some sessions. */
    public static List<Pair> of(AgendaFacts agenda, ConflictRules rules, List<SessionFacts> sessions) {
        var watchesSimilar = rules.watches(ConflictKind.SIMILAR_PARALLEL);
        var watchesAudience = rules.watches(ConflictKind.AUDIENCE_IN_COMMON);
        if (!watchesSimilar && !watchesAudience) {
            return List.of();
        }
        var profiles = new Profiles(agenda.topics(), watchesAudience);
        var all = sessions.stream().map(profiles::of).toList();
        var pairs = new ArrayList<Pair>();
        for (int one = 0; one < all.size(); one++) {
            for (int other = one + 1; other < all.size(); other++) {
                var similar = watchesSimilar && all.get(one).isSimilarTo(all.get(other));
                var both = watchesAudience ? all.get(one).listenersOfBoth(all.get(other)) : 0;
                var listeners = both >= rules.limits().commonAudience() ? both : 0;
                if (similar || listeners > 0) {
                    pairs.add(new Pair(one, other, similar, listeners));
                }
            }
        }
        return pairs;
    }
}
