package org.caravanserai.shell;

import java.time.ZoneId;
import java.util.Optional;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;

/** What the shell must know of the acting person, and the one thing it changes: her language. Implemented by people. */
public interface Reader {

    /** The acting person's way of reading; empty for strangers. */
    Optional<Reading> current();

    /** Remembers the language that the acting person chose; does nothing for strangers. */
    void choose(Language language);

    /** Whether the session that the acting person works in still counts; true for strangers. */
    boolean stillSignedIn();

    /**
     * How a person reads.
     *
     * @param name how she is called, for the account menu
     * @param email what she signs in with
     * @param language the language of the interface
     * @param zone the zone in which she lives
     * @param picture where her picture is; empty if there is none
     */
    record Reading(PersonName name, String email, Language language, ZoneId zone, Optional<String> picture) {}
}
