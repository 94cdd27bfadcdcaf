package org.caravanserai.proposal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the people of a proposal say about when it can take place: at which times it cannot or would rather not, that any
 * time suits, or nothing yet.
 *
 * @param unsuitable the times that do not suit, in order
 * @param any whether any time suits; never together with unsuitable times
 */
public record StatedTimes(SortedSet<UnsuitableTime> unsuitable, boolean any) {

    /** Stands in writing for that any time suits. */
    static final String ANY = "any";

    /** Nothing is said. */
    public static final StatedTimes NONE = new StatedTimes(Collections.emptySortedSet(), false);

    /** Any time suits. */
    public static final StatedTimes ANY_TIME = new StatedTimes(Collections.emptySortedSet(), true);

    /** Who names times that do not suit does not say that any does. */
    public StatedTimes {
        unsuitable = Collections.unmodifiableSortedSet(new TreeSet<>(unsuitable));
        any = any && unsuitable.isEmpty();
    }

    /** These times do not suit; none leaves it unknown. */
    public static StatedTimes except(Collection<UnsuitableTime> times) {
        return new StatedTimes(new TreeSet<>(times), false);
    }

    /** Reads what {@link #toString()} wrote; parts that are something else are left out. */
    public static StatedTimes parse(String written) {
        return parse(Arrays.asList(written.split(",", -1)));
    }

    static StatedTimes parse(Collection<String> parts) {
        return new StatedTimes(
                parts.stream()
                        .flatMap(part -> UnsuitableTime.parse(part.strip()).stream())
                        .collect(Collectors.toCollection(TreeSet::new)),
                parts.contains(ANY));
    }

    /** Whether anything is said. */
    public boolean isKnown() {
        return any || !unsuitable.isEmpty();
    }

    /** The same, of these days only. */
    StatedTimes on(Collection<LocalDate> days) {
        return new StatedTimes(
                unsuitable.stream()
                        .filter(time -> days.contains(time.day()))
                        .collect(Collectors.toCollection(TreeSet::new)),
                any);
    }

    /** Whether it is impossible on each of these days, of which there is at least one. */
    boolean leavesNoneOf(Collection<LocalDate> days) {
        var impossible = unsuitable.stream()
                .filter(time ->
                        time.part() == UnsuitableTime.Part.DAY && time.strength() == UnsuitableTime.Strength.CANNOT)
                .map(UnsuitableTime::day)
                .collect(Collectors.toSet());
        return !impossible.isEmpty() && impossible.containsAll(days);
    }

    /** What somebody made of {@code before}, taken over into this, which others have made of it meanwhile: day by day. */
    StatedTimes with(StatedTimes before, StatedTimes changed) {
        if (changed.any && !before.any) {
            return changed;
        }
        var joined = new TreeSet<>(changed.unsuitable);
        var touched = differing(before, changed);
        joined.removeIf(time -> !touched.contains(time.day()));
        unsuitable.stream().filter(time -> !touched.contains(time.day())).forEach(joined::add);
        return new StatedTimes(joined, any && touched.isEmpty() && changed.any == before.any);
    }

    private static Set<LocalDate> differing(StatedTimes one, StatedTimes other) {
        var both = new TreeSet<>(one.unsuitable);
        both.addAll(other.unsuitable);
        both.removeIf(time -> one.unsuitable.contains(time) && other.unsuitable.contains(time));
        return both.stream().map(UnsuitableTime::day).collect(Collectors.toSet());
    }

    /** As a draft keeps it: the times separated by commas, {@code any}, or nothing. */
    @Override
    public String toString() {
        return any ? ANY : unsuitable.stream().map(UnsuitableTime::toString).collect(Collectors.joining(","));
    }
}
