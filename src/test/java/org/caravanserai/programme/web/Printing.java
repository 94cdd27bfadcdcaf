package org.caravanserai.programme.web;

import java.util.List;
import java.util.Map;
import org.caravanserai.print.Press;
import org.caravanserai.print.PrintedFile;
import org.caravanserai.programme.Programme;
import org.caravanserai.shell.PlainReaders;
import org.caravanserai.text.Language;

/** Prints programmes without an application around them. */
public final class Printing {

    private Printing() {}

    /** The XHTML of a document. */
    public static byte[] markup(Programme programme, PrintedKind kind, Language language, List<Language> texts) {
        var reader = PlainReaders.of(language);
        var address = "https://meetings.example.org/m/" + programme.meeting().slug() + "/programme";
        return PlainReaders.render(
                "print/document",
                Map.of("reader", reader, "shown", ProgrammePrinting.of(programme, kind, texts, reader, address)));
    }

    /** A document. */
    public static PrintedFile print(Programme programme, PrintedKind kind, Language language, List<Language> texts) {
        return Press.print(markup(programme, kind, language, texts), language);
    }
}
