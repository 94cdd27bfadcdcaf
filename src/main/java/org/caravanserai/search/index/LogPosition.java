package org.caravanserai.search.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * How far an index has read the log. Numbers are given when a line is written and seen when its transaction commits, so a
 * later number may be seen before an earlier one: those that are missing are asked for again until they come or so much time
 * has passed that their transactions must have been given up.
 */
final class LogPosition {

    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int MOST_MISSING = 1_000;

    private final LongSupplier nanos;
    private final Map<Long, Long> missing = new HashMap<>();
    private long number;
    private UUID mark;

    LogPosition(long number, UUID mark, Collection<Long> missing, LongSupplier nanos) {
        this.number = number;
        this.mark = mark;
        this.nanos = nanos;
        missing.forEach(m -> this.missing.put(m, nanos.getAsLong()));
    }

    /** Before a line whose transaction began after all that the index has read; numbers before it may yet be seen. */
    static LogPosition at(ChangeLog.Change line, Collection<Long> seen, LongSupplier nanos) {
        var missing = new ArrayList<Long>();
        var first = seen.stream().mapToLong(Long::longValue).min().orElse(line.number());
        for (long n = first; n < line.number(); n++) {
            if (!seen.contains(n)) {
                missing.add(n);
            }
        }
        return new LogPosition(line.number(), line.mark(), missing, nanos);
    }

    /** The first number before a line that {@link #at} is to be told of. */
    static long window(ChangeLog.Change line) {
        return Math.max(1, line.number() - MOST_MISSING);
    }

    long number() {
        return number;
    }

    UUID mark() {
        return mark;
    }

    /** The numbers that are asked for again. */
    List<Long> missing() {
        var patience = nanos.getAsLong() - PATIENCE.toNanos();
        missing.values().removeIf(since -> since - patience < 0);
        return List.copyOf(missing.keySet());
    }

    /** Moves on to the last of these lines, which the index has taken in. */
    void read(List<ChangeLog.Change> lines) {
        for (var line : lines) {
            if (missing.remove(line.number()) != null || line.number() <= number) {
                continue;
            }
            for (long n = Math.max(number + 1, line.number() - MOST_MISSING); n < line.number(); n++) {
                missing.put(n, nanos.getAsLong());
            }
            number = line.number();
            mark = line.mark();
        }
    }

    /** As it is kept with an index. */
    Map<String, String> toMap() {
        return Map.of(
                "number", Long.toString(number),
                "mark", mark.toString(),
                "missing", missing().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    static LogPosition fromMap(Map<String, String> kept, LongSupplier nanos) {
        var missing = kept.getOrDefault("missing", "");
        return new LogPosition(
                Long.parseLong(kept.getOrDefault("number", "0")),
                UUID.fromString(kept.getOrDefault("mark", new UUID(0, 0).toString())),
                missing.isEmpty()
                        ? List.of()
                        : Arrays.stream(missing.split(",")).map(Long::valueOf).toList(),
                nanos);
    }
}
