package org.caravanserai.programme.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The documents that a release is printed as. */
public enum PrintedKind {
    /** When, where and who: as short as it can be. */
    PROGRAMME,
    /** The same with all abstracts. */
    ABSTRACTS;

    /** Its part in addresses, file names and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PrintedKind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
    }
}
