package org.caravanserai.text;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes lengths of time as readers of a language write them. */
public final class Lengths {

    private static final Map<Language, MeasureFormat> FORMATS = new ConcurrentHashMap<>();

    private Lengths() {}

    /** A length such as {@code 45 min}, or of whole hours and more, such as {@code 2 hr}. */
    public static String minutes(Language reader, int minutes) {
        var format = FORMATS.computeIfAbsent(
                reader, l -> MeasureFormat.getInstance(l.icuLocale(), MeasureFormat.FormatWidth.SHORT));
        var hours = minutes / 60;
        var rest = minutes % 60;
        synchronized (format) {
            if (hours == 0 || (rest != 0 && minutes < 100)) {
                return format.format(new Measure(minutes, MeasureUnit.MINUTE));
            }
            return rest == 0
                    ? format.format(new Measure(hours, MeasureUnit.HOUR))
                    : format.formatMeasures(
                            new Measure(hours, MeasureUnit.HOUR), new Measure(rest, MeasureUnit.MINUTE));
        }
    }
}
