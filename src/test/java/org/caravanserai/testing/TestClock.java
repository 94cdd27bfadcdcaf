package org.caravanserai.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A clock that follows the system's until a test sets it. */
public class TestClock extends Clock {

    private volatile @Nullable Instant set;

    /** Stops at an instant. */
    public void set(Instant instant) {
        set = instant;
    }

    /** Moves on from where it stands. */
    public void advance(Duration by) {
        set = instant().plus(by);
    }

    /** Follows the system's clock again. */
    public void reset() {
        set = null;
    }

    @Override
    public Instant instant() {
        var fixed = set;
        return (fixed == null ? Instant.now() : fixed).truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
