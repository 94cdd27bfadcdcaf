package org.caravanserai.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/** What every iCalendar file (RFC 5545) of ours needs, whatever it tells of. */
public final class CalendarBytes {

    /** How a time on a zone's clocks is written. */
    public static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    private static final int LINE = 75;
    private static final Duration AROUND = Duration.ofDays(400);
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\t\n]]");

    private CalendarBytes() {}

    /** A calendar as the bytes of a file. */
    public static byte[] of(Calendar calendar) {
        var bytes = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(false, Integer.MAX_VALUE).output(calendar, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded(bytes.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 5545 lets no control character into a text, and some readers take any of these line ends for the format's own. */
    public static String sayable(String text) {
        return CONTROL.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("");
    }

    /**
     * A zone's rules for the years around what a calendar tells of, from the machine's own time zone data: a calendar
     * library's copy may be older, and Kazakhstan changed its clock in 2024.
     */
    public static VTimeZone zone(ZoneId zone, Instant first, Instant last) {
        var rules = zone.getRules();
        var from = first.minus(AROUND);
        var until = last.plus(AROUND);
        var observances = new ArrayList<Observance>();
        var offset = rules.getOffset(from);
        observances.add(observance(
                rules.isDaylightSavings(from),
                LocalDateTime.ofInstant(from, offset).toLocalDate().atStartOfDay(),
                offset,
                offset));
        ZoneOffsetTransition next = rules.nextTransition(from);
        while (next != null && next.getInstant().isBefore(until)) {
            observances.add(observance(
                    rules.isDaylightSavings(next.getInstant()),
                    next.getDateTimeBefore(),
                    next.getOffsetBefore(),
                    next.getOffsetAfter()));
            next = rules.nextTransition(next.getInstant());
        }
        return new VTimeZone(new PropertyList(List.of(new TzId(zone.getId()))), new ComponentList<>(observances));
    }

    private static Observance observance(boolean daylight, LocalDateTime onset, ZoneOffset from, ZoneOffset to) {
        var properties = new PropertyList(List.of(
                new DtStart<LocalDateTime>(new ParameterList(), LOCAL.format(onset)),
                new TzOffsetFrom(from),
                new TzOffsetTo(to),
                new TzName(to.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + to.getId())));
        return daylight ? new Daylight(properties) : new Standard(properties);
    }

    /** RFC 5545 counts a line's octets, the library characters: a Japanese title would make it three times as long. */
    private static String folded(String unfolded) {
        var folded = new StringBuilder(unfolded.length() + unfolded.length() / 16);
        int octets = 0;
        for (int i = 0; i < unfolded.length(); ) {
            int point = unfolded.codePointAt(i);
            int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (point == '\n' || point == '\r') {
                octets = 0;
            } else if (octets + size > LINE) {
                folded.append("\r\n ");
                octets = 1 + size;
            } else {
                octets += size;
            }
            folded.appendCodePoint(point);
            i += Character.charCount(point);
        }
        return folded.toString();
    }
}
