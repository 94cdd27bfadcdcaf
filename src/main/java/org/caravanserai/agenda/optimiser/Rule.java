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
    /** More people are expected than the room has seats. */
    ROOM_TOO_SMALL(false),
    /** A person of the session would rather not come then. */
    RATHER_NOT(false),
    /** Sessions of one topic are told at once. */
    TOPIC_PARALLEL(false),
    /** Sessions with a common audience are told at once. */
    AUDIENCE_IN_COMMON(false),
    /** Two popular sessions are told at once. */
    POPULAR_PARALLEL(false),
    /** A topic changes rooms. */
    TOPIC_ROOMS(false);

    private final boolean hard;

    Rule(boolean hard) {
        this.hard = hard;
    }

    /** Whether an agenda that breaks the rule cannot take place as it is. */
    public boolean isHard() {
        return hard;
    }
}
