package org.caravanserai.shell;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.MeasureUnit;
import java.util.Locale;
import org.caravanserai.text.Language;

/** How large a file is and what it is, as people read it. */
public final class FileSize {

    private static final long THOUSAND = 1000;

    private FileSize() {}

    /** A size such as {@code 340 kB} or {@code 1.2 MB}. */
    public static String inWords(Language language, long bytes) {
        var kilobytes = Math.max(1, Math.round((double) bytes / THOUSAND));
        var large = kilobytes >= THOUSAND;
        return NumberFormatter.withLocale(language.icuLocale())
                .unit(large ? MeasureUnit.MEGABYTE : MeasureUnit.KILOBYTE)
                .unitWidth(UnitWidth.SHORT)
                .precision(Precision.maxFraction(large ? 1 : 0))
                .format(large ? (double) kilobytes / THOUSAND : (double) kilobytes)
                .toString();
    }

    /** What a file is by the ending of its name, such as {@code PDF}. */
    public static String format(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }
}
