package org.caravanserai.programme;

import java.util.Locale;

/** What a speaker gives to readers. */
public enum HandoutKind {
    SLIDES,
    PAPER,
    OTHER;

    /** What a file of this name most probably is. */
    static HandoutKind guess(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".pptx") || name.endsWith(".ppt") || name.endsWith(".odp")) {
            return SLIDES;
        }
        return name.endsWith(".pdf") || name.endsWith(".docx") || name.endsWith(".doc") || name.endsWith(".odt")
                ? PAPER
                : OTHER;
    }
}
