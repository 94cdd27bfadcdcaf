package org.caravanserai.search;

/** What can be searched for, in the order in which it is shown. */
public enum SearchKind {
    /** Sessions of the published programmes of open meetings. */
    SESSION,
    /** What the person who searches has proposed or is named on. */
    MINE,
    /** What has been handed in to committees that she sits on, and what she writes a review of. */
    PROPOSAL,
    /** Everybody who has a profile. */
    PERSON,
    /** The institutions of the directory. */
    INSTITUTION
}
