package org.caravanserai.print;

import org.caravanserai.text.Language;

/** Prints at once, with the fonts of this machine. */
public final class Press {

    private Press() {}

    /** A document of XHTML. */
    public static PrintedFile print(byte[] markup, Language language) {
        return new PdfMaking(new PrintFonts(new PrintProperties(""))).make(markup, language.icuLocale(), done -> {});
    }
}
