package org.caravanserai.agenda.optimiser.conference;

/** What a timetable can cost. The first sixteen are weighted by the workbook, in this order; the last always counts. */
public enum Term {
    /** A track stands in a session that does not suit it. */
    TRACKS_SESSIONS,
    /** A track stands in a room that does not suit it. */
    TRACKS_ROOMS,
    /** A room is used in a session in which it had better not be. */
    SESSIONS_ROOMS,
    /** Similar tracks stand in one session. */
    SIMILAR_TRACKS,
    /** A track changes rooms. */
    ROOMS_PER_TRACK,
    /** A track runs parallel to itself. */
    PARALLEL_TRACKS,
    /** A track's sessions are not an unbroken run. */
    CONSECUTIVE_TRACKS,
    /** It is early or late where the presenters are. */
    TIME_ZONES,
    /** Submissions of a track are out of order. */
    ORDER,
    /** A submission stands in a session that does not suit it. */
    SUBMISSIONS_SESSIONS,
    /** A submission stands in a room that does not suit it. */
    SUBMISSIONS_ROOMS,
    /** Presenters are wanted in two rooms in one session. */
    PRESENTERS_IN_SESSION,
    /** Attendees are wanted in two rooms in one session. */
    ATTENDEES_IN_SESSION,
    /** Chairs are wanted in two rooms in one session. */
    CHAIRS_IN_SESSION,
    /** Presenters are wanted in two rooms in one slot. */
    PRESENTERS_IN_SLOT,
    /** Attendees are wanted in two rooms in one slot. */
    ATTENDEES_IN_SLOT,
    /** A submission of several slots is torn apart. */
    TORN_SUBMISSIONS
}
