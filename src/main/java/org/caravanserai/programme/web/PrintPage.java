package org.caravanserai.programme.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page on the documents of a programme. */
public record PrintPage(Said meeting, List<Document> documents, List<Choice> texts, String lang, Links links) {

    /** A document: {@code address} is that of the PDF, and {@code choice} says whether languages can be chosen for it. */
    public record Document(String word, String address, boolean choice) {}

    /** A language that abstracts can be had in. */
    public record Choice(String value, String label, boolean chosen) {}

    /**
     * How far one document is.
     *
     * @param state a message key's ending
     * @param before how many are made before it
     * @param percent how much of it is done
     * @param missing the signs for which there is no font
     * @param pdf where the document is, which makes it where it is not yet
     * @param ticket what a reader withdraws with; empty if she cannot
     */
    public record Making(
            Said meeting,
            String word,
            String state,
            int before,
            int percent,
            int pages,
            @Nullable String size,
            String missing,
            String pdf,
            String ticket,
            String stop,
            Links links) {

        /** Whether the page has to be looked at again. */
        public boolean unfinished() {
            return state.equals("waiting") || state.equals("making");
        }
    }
}
