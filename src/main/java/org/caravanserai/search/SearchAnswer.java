package org.caravanserai.search;

import java.util.List;
import org.caravanserai.text.search.Typed;

/**
 * What a search found.
 *
 * @param typed what was looked for, to show where it stands in what was found
 * @param groups what was found, by kind; kinds of which nothing was found are absent
 * @param standing whether it is all there is
 */
public record SearchAnswer(Typed typed, List<Group> groups, Standing standing) {

    /** What was found of one kind. */
    public record Group(SearchKind kind, long total, List<SearchHit> hits) {}

    /** Whether an answer is all there is. */
    public enum Standing {
        WHOLE,
        /** Some of the latest changes are not in it yet. */
        BEHIND,
        /** The index is being made, or there is none. */
        NO_INDEX
    }

    /** How many things were found, of all kinds. */
    public long total() {
        return groups.stream().mapToLong(Group::total).sum();
    }
}
