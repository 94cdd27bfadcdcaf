package org.caravanserai.meeting;

/** The priorities of the Tokyo Initiative, one of which each topic serves. */
public enum Priority {
    GREEN,
    CONNECTIVITY,
    HUMAN_RESOURCES
}
