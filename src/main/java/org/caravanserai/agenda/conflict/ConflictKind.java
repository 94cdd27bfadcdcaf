package org.caravanserai.agenda.conflict;

/** What can be wrong with an agenda. The organisers of each meeting decide how each kind is handled. */
public enum ConflictKind {
    /** Two sessions are in one room at once. */
    ROOM_TWICE(Concern.ROOM, Handling.WARN),
    /** The room cannot be used then. */
    ROOM_CLOSED(Concern.ROOM, Handling.WARN),
    /** Between two sessions in a room there is too little time to clear it and to set it up. */
    GAP_TOO_SHORT(Concern.ROOM, Handling.WARN),
    /** More people are expected than the room has seats. */
    ROOM_TOO_SMALL(Concern.ROOM, Handling.WARN),
    /** The room lacks equipment that the session needs. */
    EQUIPMENT_MISSING(Concern.ROOM, Handling.WARN),
    /** The room lacks the booths for the session's interpretation. */
    INTERPRETATION_MISSING(Concern.ROOM, Handling.WARN),
    /** People are in two sessions at once. */
    PERSON_TWICE(Concern.PEOPLE, Handling.WARN),
    /** The session stands at a time at which its people cannot come. */
    PERSON_UNAVAILABLE(Concern.PEOPLE, Handling.WARN),
    /** The session stands at a time at which its people would rather not come. */
    RATHER_NOT(Concern.PEOPLE, Handling.WARN),
    /** Nobody has said when the session's people can come: not the same as at any time. */
    AVAILABILITY_UNKNOWN(Concern.PEOPLE, Handling.IGNORE),
    /** An online session is in the night of one of its people. */
    OUTSIDE_HUMANE_HOURS(Concern.PEOPLE, Handling.WARN),
    /** People have too little time to get from one venue to the other. */
    TRAVEL_TOO_SHORT(Concern.PEOPLE, Handling.WARN),
    /** The talks, in their order, need more time than the session has. */
    TALKS_EXCEED_SESSION(Concern.TIME, Handling.WARN),
    /** The session is not on the days of the meeting. */
    OUTSIDE_DAYS(Concern.TIME, Handling.WARN),
    /** The session begins before the day does, or ends after it. */
    OUTSIDE_HOURS(Concern.TIME, Handling.WARN),
    /** The session is on a public holiday of the country. */
    ON_HOLIDAY(Concern.TIME, Handling.WARN),
    /** The session begins on one day and ends on another. */
    ACROSS_MIDNIGHT(Concern.TIME, Handling.WARN),
    /** The session goes on during a break for all. */
    OVER_BREAK(Concern.TIME, Handling.WARN),
    /** Two sessions of one main topic are at once. */
    TOPIC_PARALLEL(Concern.AUDIENCE, Handling.WARN),
    /** Two sessions of similar topics are at once. */
    SIMILAR_PARALLEL(Concern.AUDIENCE, Handling.IGNORE),
    /** Two sessions that the same people want to hear are at once. */
    AUDIENCE_IN_COMMON(Concern.AUDIENCE, Handling.WARN);

    private final Concern concern;
    private final Handling usual;

    ConflictKind(Concern concern, Handling usual) {
        this.concern = concern;
        this.usual = usual;
    }

    /** What kinds are about, as organisers read them in groups. */
    public enum Concern {
        ROOM,
        PEOPLE,
        TIME,
        AUDIENCE
    }

    /** What it is about. */
    public Concern concern() {
        return concern;
    }

    /** How it is handled unless organisers decide otherwise. */
    public Handling usual() {
        return usual;
    }
}
