package org.caravanserai.gathering.ui;

import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;

/** The names of weekdays in the reader's language, which the JDK lacks for some. */
final class DayNames {

    private DayNames() {}

    static String whole(Words words, DayOfWeek day) {
        return name(words.language(), day, "EEEE");
    }

    static String brief(Words words, DayOfWeek day) {
        return name(words.language(), day, "EEE");
    }

    private static String name(Language language, DayOfWeek day, String pattern) {
        var format = new SimpleDateFormat(pattern, language.icuLocale());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(LocalDate.EPOCH
                .with(TemporalAdjusters.nextOrSame(day))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()));
    }
}
