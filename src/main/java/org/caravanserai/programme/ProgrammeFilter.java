package org.caravanserai.programme;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asks to see of a programme; its parts combine, and an empty part does not restrict. Immutable.
 *
 * @param day the only day; null for all
 * @param chosen the value wanted of each facet that restricts
 * @param words folded before they are compared
 */
public record ProgrammeFilter(@Nullable LocalDate day, Map<Facet, String> chosen, String words) {

    /** Everything. */
    public static final ProgrammeFilter NONE = new ProgrammeFilter(null, Map.of(), "");

    /** A filter. */
    public ProgrammeFilter {
        chosen = Map.copyOf(chosen);
    }

    /** Whether it restricts by more than a day. */
    public boolean narrows() {
        return !chosen.isEmpty() || !words.isEmpty();
    }

    /** The value wanted of a facet. */
    public Optional<String> value(Facet facet) {
        return Optional.ofNullable(chosen.get(facet));
    }

    /** The same for another day; null for all. */
    public ProgrammeFilter on(@Nullable LocalDate other) {
        return new ProgrammeFilter(other, chosen, words);
    }

    /** The same with a facet's value. */
    public ProgrammeFilter with(Facet facet, String value) {
        var more = new EnumMap<Facet, String>(Facet.class);
        more.putAll(chosen);
        more.put(facet, value);
        return new ProgrammeFilter(day, more, words);
    }

    /** The same without a facet. */
    public ProgrammeFilter without(Facet facet) {
        var fewer = new EnumMap<Facet, String>(Facet.class);
        fewer.putAll(chosen);
        fewer.remove(facet);
        return new ProgrammeFilter(day, fewer, words);
    }

    /** The same with other words, or without any. */
    public ProgrammeFilter saying(String others) {
        return new ProgrammeFilter(day, chosen, others);
    }
}
