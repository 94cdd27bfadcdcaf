package org.caravanserai.agenda.conflict;

/** What organisers want done about a kind of conflict. */
public enum Handling {
    /** A move that would make one is refused. */
    BLOCK,
    /** It is marked wherever it shows. */
    WARN,
    /** It is not looked for: it shows nowhere and counts nowhere. */
    IGNORE
}
