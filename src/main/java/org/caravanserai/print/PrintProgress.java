package org.caravanserai.print;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.MeasureUnit;
import org.caravanserai.text.Language;

/**
 * How far a document is, as the page shows it that is looked at meanwhile.
 *
 * @param state a message key's ending
 * @param before how many are made before it
 * @param percent how much of it is done
 * @param size how much is to be downloaded; empty while there is nothing
 * @param missing the signs for which there is no font
 * @param pdf where the document is, which makes it where it is not yet
 * @param ticket what a reader withdraws with; empty if she cannot
 * @param stop where she withdraws
 */
public record PrintProgress(
        String state,
        int before,
        int percent,
        int pages,
        String size,
        String missing,
        String pdf,
        String ticket,
        String stop) {

    private static final PrintProgress NOTHING = new PrintProgress("stopped", 0, 0, 0, "", "", "", "", "");

    /** What is said of a document that stands so. */
    public static PrintProgress of(PrintStanding standing, Language language) {
        return switch (standing) {
            case PrintStanding.Ready(var file) ->
                new PrintProgress(
                        "ready", 0, 100, file.pages(), size(file.bytes().length, language), file.missing(), "", "", "");
            case PrintStanding.Waiting(var before) -> NOTHING.in("waiting", before, 0);
            case PrintStanding.Making(var done) -> NOTHING.in("making", 0, (int) (done * 100));
            case PrintStanding.Failed() -> NOTHING.in("failed", 0, 0);
            case PrintStanding.Unordered() -> NOTHING;
        };
    }

    /** Too many documents are asked for at the moment. */
    public static PrintProgress busy() {
        return NOTHING.in("busy", 0, 0);
    }

    /** The same, with where its reader goes from here. */
    public PrintProgress at(String document, String withdrawal, String withdrawing) {
        return new PrintProgress(state, before, percent, pages, size, missing, document, withdrawal, withdrawing);
    }

    /** Whether the page has to be looked at again. */
    public boolean unfinished() {
        return state.equals("waiting") || state.equals("making");
    }

    private PrintProgress in(String other, int others, int done) {
        return new PrintProgress(other, others, done, pages, size, missing, pdf, ticket, stop);
    }

    private static String size(int bytes, Language language) {
        var large = bytes >= 1_000_000;
        return NumberFormatter.withLocale(language.icuLocale())
                .unit(large ? MeasureUnit.MEGABYTE : MeasureUnit.KILOBYTE)
                .precision(large ? Precision.fixedFraction(1) : Precision.integer())
                .format(large ? bytes / 1e6 : bytes / 1e3)
                .toString();
    }
}
