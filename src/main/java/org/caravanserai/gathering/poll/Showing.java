package org.caravanserai.gathering.poll;

/** What those who are invited to a poll see of each other's answers. Nobody ever sees an address. */
public enum Showing {
    /** Who answered what, by name. */
    NAMES,
    /** How many answered what. */
    TOTALS,
    /** Nothing: only the organiser sees answers. */
    NOTHING
}
