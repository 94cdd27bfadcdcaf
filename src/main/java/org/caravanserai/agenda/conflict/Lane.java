package org.caravanserai.agenda.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What happens in one room, to one person or on one topic, sorted by start. A search looks back no further than the longest
 * entry there ever was, so it costs the logarithm of the lane's length and what it finds.
 */
final class Lane {

    /** A session where it stands, with the conflicts that it has there. */
    static final class Entry {

        private final Profile profile;
        private final Spot spot;
        private final long start;
        private final long end;
        private final List<Conflict> conflicts = new ArrayList<>(4);

        Entry(Profile profile, Spot spot) {
            this.profile = profile;
            this.spot = spot;
            start = spot.time().start();
            end = spot.time().end();
        }

        Profile profile() {
            return profile;
        }

        SessionFacts facts() {
            return profile.facts();
        }

        Spot spot() {
            return spot;
        }

        long start() {
            return start;
        }

        long end() {
            return end;
        }

        /** Each once: of one kind there is but one with the same other session. */
        List<Conflict> conflicts() {
            return conflicts;
        }

        boolean overlaps(Entry other) {
            return start < other.end && other.start < end;
        }

        /** The seconds between the two, of which neither begins before the other has ended. */
        long secondsBetween(Entry other) {
            return Math.max(start - other.end, other.start - end);
        }

        /** Whether it is a break for all, which is in no room of its own. */
        boolean isBreakForAll() {
            return facts().pause() && spot.room() == null;
        }
    }

    private final List<Entry> entries = new ArrayList<>(4);
    private long longest;

    void add(Entry entry) {
        entries.add(firstFrom(entry.start), entry);
        longest = Math.max(longest, entry.end - entry.start);
    }

    void remove(Entry entry) {
        for (int i = firstFrom(entry.start); i < entries.size(); i++) {
            if (entries.get(i) == entry) {
                entries.remove(i);
                return;
            }
        }
        throw new IllegalStateException("not in this lane: " + entry.spot);
    }

    /** Tells of every entry that has a second in common with the stretch between the two. */
    void forEachOverlap(long from, long to, Consumer<Entry> consumer) {
        for (int i = firstFrom(from - longest); i < entries.size(); i++) {
            var entry = entries.get(i);
            if (entry.start >= to) {
                return;
            }
            if (entry.end > from) {
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
            if (entries.get(middle).start < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
