package org.caravanserai.proposal;

import jakarta.persistence.Entity;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Refusal;

/** A session type that a call allows, with the shortest and the longest length that may be wished for. */
@Entity
public class CallType extends Aggregate {

    private static final int SHORTEST = 1;
    private static final int LONGEST = 24 * 60;

    private UUID call;

    private UUID sessionType;

    private int minMinutes;

    private int maxMinutes;

    @SuppressWarnings("NullAway.Init")
    protected CallType() {}

    /**
     * Allows a type.
     *
     * @throws Refusal if the lengths are in the wrong order or beyond one minute to 24 hours
     */
    public CallType(Call call, UUID sessionType, int minMinutes, int maxMinutes) {
        this.call = call.key();
        this.sessionType = sessionType;
        limit(minMinutes, maxMinutes);
    }

    public UUID call() {
        return call;
    }

    /** The session type's key. */
    public UUID sessionType() {
        return sessionType;
    }

    public int minMinutes() {
        return minMinutes;
    }

    public int maxMinutes() {
        return maxMinutes;
    }

    /** Changes the lengths. */
    public final void limit(int min, int max) {
        if (min < SHORTEST || max > LONGEST || min > max) {
            throw Refusal.at("minutes", "call.type.minutes", SHORTEST, LONGEST);
        }
        minMinutes = min;
        maxMinutes = max;
    }
}
