package org.caravanserai.people;

/** How to address a person. */
public enum Salutation {
    NONE,
    MS,
    MR,
    DR,
    PROF
}
