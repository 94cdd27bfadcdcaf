package org.caravanserai.agenda.optimiser;

/** What can be wrong with an agenda, in the order of gravity. */
public enum Rule {
    /** A session has no place. */
    UNPLACED(true),
    /** Two sessions are in one room at once. */
    ROOM_TWICE(true),
    /** A person is in two sessions at once. */
    PERSON_TWICE(true),
    /** A person of the session cannot come then. */
    PERSON_UNAVAILABLE(true),
    /** The room cannot be used then. */
    ROOM_CLOSED(true),
    /** The session is not within one of the open times. */
    OUTSIDE_HOURS(true),
    /** A session starts before one that it follows has ended. */
    ORDER(true),
    /** The room lacks something that the session needs: once for each thing. */
    NEEDS_MISSING(false),
    /** More people are expected than the room has seats. */
    ROOM_TOO_SMALL(false),
    /** Once for every ten people without a seat; once for a room four times as large as is needed. */
    ROOM_MISFIT(false),
    /** A person of the session would rather not come then. */
    RATHER_NOT(false),
    /** A person must be online in her night. */
    NIGHT_ONLINE(false),
    /** The same person must be online in her night again: once for each two of her nights. */
    NIGHT_AGAIN(false),
    /** The session is at none of the times it wished for. */
    NOT_AS_WISHED(false),
    /** Sessions of one topic are told at once. */
    TOPIC_PARALLEL(false),
    /** Sessions with a common audience are told at once. */
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

    private final boolean hard;

    Rule(boolean hard) {
        this.hard = hard;
    }

    /** Whether an agenda that breaks the rule cannot take place as it is. */
    public boolean isHard() {
        return hard;
    }
}
