package org.caravanserai.text;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes days and instants as readers of a language write them. Days are never converted between zones. */
public final class Moments {

    private static final String DAY = "EEEdMMMMy";
    private static final String SHORT_DAY = "EEEdMMM";
    private static final String TIME = "Hm";
    private static final Map<String, DateFormat> FORMATS = new ConcurrentHashMap<>();
    private static final Map<String, DateIntervalFormat> INTERVALS = new ConcurrentHashMap<>();

    private Moments() {}

    /** A day with its weekday and year, such as {@code Tue 8 June 2027}. */
    public static String day(Language reader, LocalDate day) {
        return format(reader, DAY, day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }

    /** A day without its year, such as {@code Tue 8 Jun}. */
    public static String shortDay(Language reader, LocalDate day) {
        return format(reader, SHORT_DAY, day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }

    /** A range of days, such as {@code 8–11 June 2027}. */
    public static String days(Language reader, LocalDate first, LocalDate last) {
        var format = INTERVALS.computeIfAbsent(reader.tag(), t -> {
            var made = DateIntervalFormat.getInstance("dMMMMy", reader.icuLocale());
            made.setTimeZone(TimeZone.GMT_ZONE);
            return made;
        });
        synchronized (format) {
            return format.format(new DateInterval(
                    first.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(),
                    last.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()));
        }
    }

    /** The time of day of an instant in a zone, on the 24-hour clock; it does not name the zone. */
    public static String time(Language reader, Instant instant, ZoneId zone) {
        return format(reader, TIME, instant, zone);
    }

    /** Day and time of an instant in a zone, followed by the city that names the zone. */
    public static String full(Language reader, Instant instant, ZoneId zone, String city) {
        return format(reader, DAY, instant, zone) + ", " + format(reader, TIME, instant, zone) + " " + city;
    }

    /**
     * Day and time of an instant in a zone with its city, followed by the time in another zone where the clocks differ, with
     * its day where that differs too, such as {@code Tue 8 June 2027, 21:00 Astana (Wed 9 Jun 1:00 Tokyo)}.
     */
    public static String onBoth(Language reader, Instant instant, ZoneId zone, String city, ZoneId other) {
        var there = full(reader, instant, zone, city);
        if (!differ(instant, zone, other)) {
            return there;
        }
        var day = LocalDate.ofInstant(instant, other);
        var ownDay = day.equals(LocalDate.ofInstant(instant, zone)) ? "" : shortDay(reader, day) + " ";
        return there + " (" + ownDay + time(reader, instant, other) + " " + city(reader, other) + ")";
    }

    /** Whether two zones show different clock times at an instant. */
    public static boolean differ(Instant instant, ZoneId one, ZoneId other) {
        return !one.getRules().getOffset(instant).equals(other.getRules().getOffset(instant));
    }

    /** The city that names a zone, such as {@code Tokyo} for {@code Asia/Tokyo}, in the reader's language. */
    public static String city(Language reader, ZoneId zone) {
        var name = TimeZoneNames.getInstance(reader.icuLocale()).getExemplarLocationName(zone.getId());
        return name == null ? zone.getId() : name;
    }

    private static String format(Language reader, String skeleton, Instant instant, ZoneId zone) {
        var format = FORMATS.computeIfAbsent(
                reader.tag() + skeleton, k -> DateFormat.getInstanceForSkeleton(skeleton, reader.icuLocale()));
        synchronized (format) {
            var calendar = Calendar.getInstance(TimeZone.getTimeZone(icuId(zone)), reader.icuLocale());
            calendar.setTime(Date.from(instant));
            return format.format(calendar, new StringBuffer(), new java.text.FieldPosition(0))
                    .toString();
        }
    }

    private static String icuId(ZoneId zone) {
        return zone instanceof ZoneOffset offset
                ? (offset.getTotalSeconds() == 0 ? "GMT" : "GMT" + offset)
                : zone.getId();
    }

    /** A zone by its distance from universal time at an instant, such as {@code UTC+5} or {@code UTC+5:30}. */
    public static String offset(Instant instant, ZoneId zone) {
        var offset = zone.getRules().getOffset(instant);
        return "UTC"
                + (offset.getTotalSeconds() == 0
                        ? ""
                        : offset.getId().replaceFirst("^([+-])0", "$1").replaceFirst(":00$", ""));
    }
}
