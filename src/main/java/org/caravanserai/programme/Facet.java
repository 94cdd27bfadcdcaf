package org.caravanserai.programme;

import java.util.Locale;

/** What sessions can be told apart by, besides their day and their words. */
public enum Facet {
    /** A topic's key. */
    TOPIC,
    /** A session type's key. */
    TYPE,
    /** The language tag of a session's talks. */
    LANGUAGE,
    /** The country of someone who takes part, as ISO 3166-1 alpha-2. */
    COUNTRY,
    /** A room, as it stands in addresses. */
    ROOM,
    /** The institution of someone who takes part, as it stands in addresses. */
    INSTITUTION;

    /** Its name in an address. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
