package org.caravanserai.partnering.tables.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The papers of an event. */
enum PaperKind {
    /** What stands on each table on a day. */
    SIGNS,
    /** The plan of each day, and everybody's sheet. */
    SHEETS,
    /** One's own sheet. */
    MINE;

    /** Its word in addresses and message keys. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PaperKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
