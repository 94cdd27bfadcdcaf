package org.caravanserai.people;

import java.util.Locale;

/** What an institution does, in the words of its registry. */
public enum InstitutionType {
    EDUCATION,
    FACILITY,
    GOVERNMENT,
    HEALTHCARE,
    COMPANY,
    NONPROFIT,
    FUNDER,
    ARCHIVE,
    OTHER;

    static InstitutionType of(String word) {
        for (var type : values()) {
            if (type.name().equals(word.strip().toUpperCase(Locale.ROOT))) {
                return type;
            }
        }
        return OTHER;
    }
}
