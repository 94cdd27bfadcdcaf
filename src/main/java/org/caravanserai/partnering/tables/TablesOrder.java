package org.caravanserai.partnering.tables;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import java.util.UUID;

/**
 * What is asked of the optimiser.
 *
 * @param seconds how long it may take at most
 * @param trouble what has happened to a plan that was given out; empty to fill the tables anew
 */
public record TablesOrder(int seconds, Optional<Trouble> trouble) {

    /** The least and the most seconds. */
    public static final int SHORTEST = 5;

    /** See {@link #SHORTEST}. */
    public static final int LONGEST = 600;

    /** Something that happened after meetings were given out. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Trouble {

        /** The number of the first slot that may still change. */
        int from();

        /** A party is not there from a slot on. */
        record Leaves(UUID party, int from) implements Trouble {}

        /** A table is not there from a slot on. */
        record Lost(UUID table, int from) implements Trouble {}

        /** Two who wish it meet after all, if that is possible. */
        record AfterAll(UUID one, UUID other, int from) implements Trouble {}

        /** Nothing that is given out changes; who is free meets whom she wished to. */
        record Refill(int from) implements Trouble {}
    }

    /** Keeps the time within what is sensible. */
    public TablesOrder {
        seconds = Math.clamp(seconds, SHORTEST, LONGEST);
    }
}
