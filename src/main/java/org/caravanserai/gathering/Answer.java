package org.caravanserai.gathering;

/** What a participant says to an appointment. */
public enum Answer {
    /** Nothing yet. */
    OPEN,
    YES,
    TENTATIVE,
    NO
}
