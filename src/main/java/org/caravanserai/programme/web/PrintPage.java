package org.caravanserai.programme.web;

import java.util.List;
import org.caravanserai.print.PrintProgress;

/** The page on the documents of a programme. */
public record PrintPage(Said meeting, List<Document> documents, List<Choice> texts, String lang, Links links) {

    /** A document: {@code address} is that of the PDF, and {@code choice} says whether languages can be chosen for it. */
    public record Document(String word, String address, boolean choice) {}

    /** A language that abstracts can be had in. */
    public record Choice(String value, String label, boolean chosen) {}

    /** How far one document of a meeting is; {@code word} says which. */
    public record Making(Said meeting, String word, PrintProgress progress, Links links) {}
}
