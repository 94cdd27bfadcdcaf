package org.caravanserai.agenda.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What happens in one room, to one person or on one topic, sorted by start. A search looks back no further than the longest
 * entry there ever was, so it costs the logarithm of the lane's length and what it finds.
 */
final class Lane {

    /** A session where it stands. */
    record Entry(SessionFacts facts, Spot spot) {

        Interval time() {
            return spot.time();
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private long longest;

    void add(Entry entry) {
        entries.add(firstFrom(entry.time().start()), entry);
        longest = Math.max(longest, entry.time().end() - entry.time().start());
    }

    void remove(Entry entry) {
        for (int i = firstFrom(entry.time().start()); i < entries.size(); i++) {
            if (entries.get(i).facts().session().equals(entry.facts().session())) {
                entries.remove(i);
                return;
            }
        }
        throw new IllegalStateException("not in this lane: " + entry);
    }

    /** Tells of every entry that has a second in common with the time. */
    void forEachOverlap(Interval time, Consumer<Entry> consumer) {
        for (int i = firstFrom(time.start() - longest); i < entries.size(); i++) {
            var entry = entries.get(i);
            if (entry.time().start() >= time.end()) {
                return;
            }
            if (entry.time().overlaps(time)) {
                consumer.accept(entry);
            }
        }
    }

    /** The position of the first entry that starts at this second or later. */
    private int firstFrom(long start) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).time().start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
