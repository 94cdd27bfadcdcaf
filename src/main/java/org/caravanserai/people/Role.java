package org.caravanserai.people;

/** What a person may be: the first four per meeting, the last for the whole installation. */
public enum Role {
    ORGANISER,
    CHAIR,
    REVIEWER,
    DESK,
    ADMINISTRATOR
}
