package org.caravanserai.print;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Says where lines may break, and by that how far the setting has come. Japanese titles break between phrases, as one reads
 * them; longer texts wherever Japanese may break.
 */
final class PrintedLines implements FSTextBreaker {

    private static final int LONGEST_TITLE = 60;

    private final BreakIterator ofTexts;
    private final BreakIterator ofTitles;
    private final long length;
    private final Progress progress;
    private BreakIterator breaks;
    private long seen;

    /** The lines of a document with so many signs. */
    PrintedLines(ULocale language, long length, Progress progress) {
        this.ofTexts = BreakIterator.getLineInstance(language);
        this.ofTitles = language.getLanguage().equals("ja")
                ? BreakIterator.getLineInstance(ULocale.forLanguageTag("ja-u-lw-phrase"))
                : ofTexts;
        this.breaks = ofTexts;
        this.length = Math.max(1, length);
        this.progress = progress;
    }

    @Override
    public void setText(String text) {
        seen += text.length();
        progress.at(Math.min(1, (double) seen / length));
        breaks = text.length() <= LONGEST_TITLE ? ofTitles : ofTexts;
        breaks.setText(text);
    }

    @Override
    public int next() {
        return breaks.next();
    }
}
