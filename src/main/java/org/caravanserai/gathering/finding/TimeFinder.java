package org.caravanserai.gathering.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.people.PersonId;

/**
 * Finds the best few times for some people. Of two times the better one is that at which fewer of those required cannot come;
 * then that at which the worst-off of them, with what she put up with in earlier meetings, has less to bear; then that which
 * costs all together less; then the earlier one. Every time of the raster is looked at, so that none is better.
 */
public final class TimeFinder {

    /** Two times that are given lie at least so many quarters of an hour apart. */
    static final int APART = 12;

    /** So many times are given of one day at most. */
    static final int OF_ONE_DAY = 2;

    private static final int INDEX_BITS = 16;
    private static final int COST_BITS = 16;
    private static final byte ENGAGED = (byte) Suitability.ENGAGED.ordinal();

    private final TimeQuery query;
    private final long first;
    private final int length;
    private final int starts;
    private final List<byte[]> people = new ArrayList<>();
    private final List<byte[]> rooms = new ArrayList<>();
    private final List<byte[]> interpreters = new ArrayList<>();
    private final int[] unable;
    private final int[] worst;
    private final int[] worstOff;
    private final int[] second;
    private final int[] sum;
    private final boolean[] open;
    private final long required;

    private TimeFinder(TimeQuery query) {
        this.query = query;
        this.first =
                Math.ceilDiv(query.from().getEpochSecond() + (query.from().getNano() == 0 ? 0 : 1), TimeSheet.STEP);
        this.length = (int) (query.duration().toSeconds() / TimeSheet.STEP);
        long end = Math.floorDiv(query.until().getEpochSecond(), TimeSheet.STEP);
        int quarters = (int) Math.max(0, end - first);
        this.starts = Math.max(0, quarters - length + 1);
        for (var participant : query.participants()) {
            people.add(TimeSheet.worstOf(TimeSheet.quarters(participant, first, quarters), length));
        }
        for (var taken : query.rooms()) {
            rooms.add(TimeSheet.worstOf(TimeSheet.quarters(taken, first, quarters), length));
        }
        for (var interpreter : query.interpreters()) {
            interpreters.add(TimeSheet.worstOf(TimeSheet.quarters(interpreter, first, quarters), length));
        }
        this.unable = new int[starts];
        this.worst = new int[starts];
        this.worstOff = new int[starts];
        Arrays.fill(worstOff, -1);
        this.second = new int[starts];
        this.sum = new int[starts];
        this.required =
                query.participants().stream().filter(Participant::required).count();
        this.open = new boolean[starts];
    }

    /**
     * What was found.
     *
     * @param best the best few, the best first; none lies close to another
     * @param without the best time without each of those required, where that is better for the others
     */
    public record Findings(List<FoundTime> best, Map<PersonId, FoundTime> without) {}

    /** Searches. */
    public static Findings find(TimeQuery query) {
        return new TimeFinder(query).search();
    }

    /** What a participant puts up with at a time by the hours that she keeps, whatever else she was engaged in then. */
    public static int inconvenience(Participant participant, Instant start, Instant end) {
        long from = Math.floorDiv(start.getEpochSecond(), TimeSheet.STEP);
        int quarters = (int) (Math.ceilDiv(end.getEpochSecond(), TimeSheet.STEP) - from);
        var free = new Participant(
                participant.person(),
                participant.zone(),
                participant.hours(),
                participant.holidays(),
                List.of(),
                participant.required(),
                0);
        var worst = TimeSheet.worstOf(TimeSheet.quarters(free, from, quarters), quarters);
        return suits(worst[0]).inconvenience();
    }

    private Findings search() {
        resources();
        costs();
        var keys = new long[starts];
        int count = 0;
        for (int i = 0; i < starts; i++) {
            if (open[i]) {
                keys[count++] = key(unable[i], worst[i], sum[i], i);
            }
        }
        Arrays.sort(keys, 0, count);
        var best = chosen(Arrays.copyOf(keys, count)).stream()
                .map(start -> told(start, -1))
                .toList();
        return new Findings(best, best.isEmpty() ? Map.of() : without(best.getFirst()));
    }

    /** Times at which a room or an interpreter is missing are none. */
    private void resources() {
        for (int i = 0; i < starts; i++) {
            open[i] = (rooms.isEmpty() || firstFree(i) >= 0) && (interpreters.isEmpty() || bestInterpreter(i) >= 0);
        }
    }

    private void costs() {
        for (int p = 0; p < people.size(); p++) {
            var participant = query.participants().get(p);
            var suits = people.get(p);
            var weight = weights();
            for (int i = 0; i < starts; i++) {
                sum[i] += weight[suits[i]];
                if (participant.required()) {
                    if (suits[i] == ENGAGED) {
                        unable[i]++;
                    } else {
                        bear(i, p, participant.debt() + weight[suits[i]]);
                    }
                }
            }
        }
    }

    private void bear(int start, int person, int cost) {
        if (worstOff[start] < 0 || cost > worst[start]) {
            second[start] = worst[start];
            worst[start] = cost;
            worstOff[start] = person;
        } else {
            second[start] = Math.max(second[start], cost);
        }
    }

    /** The best ones that are not neighbours. */
    private List<Integer> chosen(long[] sorted) {
        var chosen = new ArrayList<Integer>();
        for (var key : sorted) {
            if (chosen.size() >= query.most()) {
                break;
            }
            int start = start(key);
            if (differs(start, chosen)) {
                chosen.add(start);
            }
        }
        return chosen;
    }

    private boolean differs(int start, List<Integer> chosen) {
        var day = instant(start).atZone(query.zone()).toLocalDate();
        int sameDay = 0;
        for (int other : chosen) {
            if (Math.abs(start - other) < Math.max(APART, length)) {
                return false;
            }
            if (instant(other).atZone(query.zone()).toLocalDate().equals(day)) {
                sameDay++;
            }
        }
        return sameDay < OF_ONE_DAY;
    }

    private Map<PersonId, FoundTime> without(FoundTime best) {
        var found = new LinkedHashMap<PersonId, FoundTime>();
        for (int p = 0; p < people.size(); p++) {
            var participant = query.participants().get(p);
            if (participant.required() && required > 1) {
                bestWithout(p)
                        .filter(time -> time.isBetterThan(best))
                        .ifPresent(time -> found.put(participant.person(), time));
            }
        }
        return found;
    }

    private Optional<FoundTime> bestWithout(int left) {
        var suits = people.get(left);
        var weight = weights();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < starts; i++) {
            if (open[i]) {
                int others = suits[i] == ENGAGED ? unable[i] - 1 : unable[i];
                int bears = worstOff[i] == left ? second[i] : worst[i];
                best = Math.min(best, key(others, bears, sum[i] - weight[suits[i]], i));
            }
        }
        return best == Long.MAX_VALUE ? Optional.empty() : Optional.of(told(start(best), left));
    }

    /** A time in full, {@code left} out; -1 leaves nobody out. */
    private FoundTime told(int start, int left) {
        var suits = new LinkedHashMap<PersonId, Suitability>();
        var there = new ArrayList<Participant>();
        for (int p = 0; p < people.size(); p++) {
            if (p != left) {
                var participant = query.participants().get(p);
                there.add(participant);
                suits.put(participant.person(), suits(people.get(p)[start]));
            }
        }
        var without = left < 0 ? null : people.get(left);
        var from = instant(start);
        return new FoundTime(
                from,
                from.plus(query.duration()),
                unable[start] - (without != null && without[start] == ENGAGED ? 1 : 0),
                left >= 0 && worstOff[start] == left ? second[start] : worst[start],
                sum[start] - (without == null ? 0 : suits(without[start]).inconvenience()),
                suits,
                firstFree(start),
                bestInterpreter(start),
                Reasons.of(there, suits, from, from.plus(query.duration())));
    }

    private int firstFree(int start) {
        for (int r = 0; r < rooms.size(); r++) {
            if (rooms.get(r)[start] != ENGAGED) {
                return r;
            }
        }
        return -1;
    }

    /** Nobody is asked to interpret at an hour at which nobody should be asked to meet. */
    private int bestInterpreter(int start) {
        int best = -1;
        int suits = Suitability.OUTSIDE.ordinal();
        for (int i = 0; i < interpreters.size(); i++) {
            if (interpreters.get(i)[start] < suits) {
                best = i;
                suits = interpreters.get(i)[start];
            }
        }
        return best;
    }

    private Instant instant(int start) {
        return Instant.ofEpochSecond((first + start) * TimeSheet.STEP);
    }

    private static Suitability suits(byte place) {
        return Suitability.values()[place];
    }

    private static int[] weights() {
        return Arrays.stream(Suitability.values())
                .mapToInt(Suitability::inconvenience)
                .toArray();
    }

    /** Times in their order as numbers in theirs. */
    private static long key(int unable, int worst, int sum, int start) {
        return (((long) unable << COST_BITS | worst) << COST_BITS | sum) << INDEX_BITS | start;
    }

    private static int start(long key) {
        return (int) (key & ((1 << INDEX_BITS) - 1));
    }
}
