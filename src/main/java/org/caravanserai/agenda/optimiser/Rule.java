package org.caravanserai.agenda.optimiser;

import java.util.Optional;
import java.util.stream.Stream;
import org.caravanserai.agenda.conflict.ConflictKind;

/**
 * What can be wrong with an agenda, in the order of gravity. Every kind of conflict is a rule of the same name; the others
 * are what an organiser wants of a plan beyond them.
 */
public enum Rule {
    /** A session has no place. */
    UNPLACED(true),
    /** Two sessions are in one room at once. */
    ROOM_TWICE(true),
    /** A person is in two sessions at once: once for each person. */
    PERSON_TWICE(true),
    /** A person of the session cannot come then. */
    PERSON_UNAVAILABLE(true),
    /** The room cannot be used then. */
    ROOM_CLOSED(true),
    /** The session is not within one of the times that are planned for. */
    OUTSIDE_PLAN(true),
    /** A session starts before one that it follows has ended. */
    ORDER(true),
    /** The session goes on during a break for all. */
    OVER_BREAK(false),
    /** A person has too little time to get from one venue to the other: once for each person. */
    TRAVEL_TOO_SHORT(false),
    /** Between two sessions in a room there is too little time to clear it and to set it up. */
    GAP_TOO_SHORT(false),
    /** The session is not on the days of the meeting. */
    OUTSIDE_DAYS(false),
    /** The session begins before the day does, or ends after it. */
    OUTSIDE_HOURS(false),
    /** The session begins on one day and ends on another. */
    ACROSS_MIDNIGHT(false),
    /** The session is on a public holiday. */
    ON_HOLIDAY(false),
    /** The talks need more time than the session has. */
    TALKS_EXCEED_SESSION(false),
    /** Nobody has said when the session's people can come. */
    AVAILABILITY_UNKNOWN(false),
    /** The room lacks equipment that the session needs: once for each thing. */
    EQUIPMENT_MISSING(false),
    /** The room lacks the booths for the session's interpretation. */
    INTERPRETATION_MISSING(false),
    /** More people are expected than the room has seats. */
    ROOM_TOO_SMALL(false),
    /** Once for every ten people without a seat; once for a room four times as large as is needed. */
    ROOM_MISFIT(false),
    /** People of the session would rather not come then. */
    RATHER_NOT(false),
    /** A person must be online in her night: once for each person. */
    OUTSIDE_HUMANE_HOURS(false),
    /** The same person must be online in her night again: once for each two of her nights. */
    NIGHT_AGAIN(false),
    /** The session is at none of the times it wished for. */
    NOT_AS_WISHED(false),
    /** Sessions of one topic are told at once. */
    TOPIC_PARALLEL(false),
    /** Sessions of similar topics are told at once. */
    SIMILAR_PARALLEL(false),
    /** Sessions with a common audience are told at once: once for each listener. */
    AUDIENCE_IN_COMMON(false),
    /** Two popular sessions are told at once. */
    POPULAR_PARALLEL(false),
    /** Sessions with people of one country are told at once. */
    COUNTRY_PARALLEL(false),
    /** A topic changes rooms. */
    TOPIC_ROOMS(false),
    /** Something else comes between two sessions of a topic in a room. */
    TOPIC_BROKEN(false),
    /** A topic goes on to another day. */
    TOPIC_DAYS(false),
    /** Two sessions of a topic are on one day. */
    TOPIC_SAME_DAY(false);

    private final boolean grave;

    Rule(boolean grave) {
        this.grave = grave;
    }

    /** Whether an agenda that breaks it cannot take place as it is, so that it is avoided before all others. */
    public boolean isGrave() {
        return grave;
    }

    /** The kind of conflict that a break of it is on the board; empty for what is wanted of plans alone. */
    public Optional<ConflictKind> kind() {
        return Stream.of(ConflictKind.values())
                .filter(kind -> kind.name().equals(name()))
                .findFirst();
    }

    /** The rule that a kind of conflict is a break of. */
    public static Rule of(ConflictKind kind) {
        return valueOf(kind.name());
    }
}
