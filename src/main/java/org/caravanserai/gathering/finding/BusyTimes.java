package org.caravanserai.gathering.finding;

import static org.caravanserai.gathering.finding.CalendarText.refused;

import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import org.caravanserai.gathering.finding.CalendarText.Moment;
import org.caravanserai.text.Refusal;

/**
 * Reads from an iCalendar file (RFC 5545) when somebody is busy, and nothing else. What would be endless, or cannot be
 * understood for sure, is refused: a calendar of which half is read would show her free when she is not.
 */
final class BusyTimes {

    /** The longest file, in characters. */
    static final int LONGEST = 4_000_000;

    /** The most events of a file. */
    static final int MOST_EVENTS = 5_000;

    /** The most stretches that come of a file. */
    static final int MOST_STRETCHES = 10_000;

    /** How long the processor may work at the rules of a file; those of a long life take a second. */
    static final Duration LONGEST_WORK = Duration.ofSeconds(10);

    private static final int MOST_OF_ONE_RULE = 1_000;
    private static final Duration LONGEST_EVENT = Duration.ofDays(62);
    private static final int EARLIEST_YEAR = 1_970;
    private static final Pattern TOO_OFTEN = Pattern.compile("FREQ=(SECONDLY|MINUTELY|HOURLY)|BY(SECOND|MINUTE)=\\d+,");

    private final ZoneId zone;
    private final Instant from;
    private final Instant until;
    private final LongSupplier worked;
    private final long begun;
    private final List<Stretch> stretches = new ArrayList<>();

    private BusyTimes(ZoneId zone, Instant from, Instant until, LongSupplier worked) {
        this.zone = zone;
        this.from = from;
        this.until = until;
        this.worked = worked;
        begun = worked.getAsLong();
    }

    /**
     * When a file says that somebody is busy, within a window.
     *
     * @param zone where times are meant that name no zone
     * @throws Refusal if it is no calendar, too large, or says something that cannot be followed
     */
    static List<Stretch> of(String file, ZoneId zone, Instant from, Instant until) {
        return of(file, zone, from, until, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    }

    /** The same, with another count of the nanoseconds that the processor has worked. */
    static List<Stretch> of(String file, ZoneId zone, Instant from, Instant until, LongSupplier worked) {
        if (file.length() > LONGEST) {
            throw Refusal.at("address", "finding.calendar.large");
        }
        CalendarLines.requireHarmless(file);
        var busy = new BusyTimes(zone, from, until, worked);
        var calendar = parsed(file);
        try {
            busy.read(calendar);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            // The library understands some values only when it is asked for them.
            throw refused("finding.calendar.unreadable", String.valueOf(e.getMessage()));
        }
        return busy.stretches;
    }

    private static Calendar parsed(String file) {
        try {
            return new CalendarBuilder().build(new StringReader(file));
        } catch (IOException | ParserException | RuntimeException e) {
            throw refused("finding.calendar.unreadable", e.getMessage() == null ? "" : e.getMessage());
        }
    }

    private void read(Calendar calendar) {
        var events = new ArrayList<Component>();
        for (var component : calendar.getComponents()) {
            switch (component.getName()) {
                case "VEVENT" -> events.add(component);
                case "VFREEBUSY" -> component.getProperties(Property.FREEBUSY).forEach(this::freeBusy);
                default -> {
                    // Tasks, notes and zones say nothing of when somebody is busy.
                }
            }
        }
        if (events.size() > MOST_EVENTS) {
            throw refused("finding.calendar.many", String.valueOf(MOST_EVENTS));
        }
        var moved = moved(events);
        for (var event : events) {
            event(
                    event,
                    value(event, Property.RECURRENCE_ID).isEmpty()
                            ? moved.getOrDefault(value(event, Property.UID), Set.of())
                            : Set.of());
        }
    }

    /** The occurrences of repeated events that other events of the file stand for, by the events' identifiers. */
    private Map<String, Set<Instant>> moved(List<Component> events) {
        var moved = new HashMap<String, Set<Instant>>();
        for (var event : events) {
            for (var instead : event.getProperties(Property.RECURRENCE_ID)) {
                moved.computeIfAbsent(value(event, Property.UID), uid -> new HashSet<>())
                        .add(moment(instead).instant());
            }
        }
        return moved;
    }

    private void event(Component event, Set<Instant> moved) {
        var begins = event.getProperties(Property.DTSTART);
        if (begins.isEmpty()
                || value(event, Property.STATUS).equals("CANCELLED")
                || value(event, Property.TRANSP).equals("TRANSPARENT")) {
            return;
        }
        var start = moment(begins.getFirst());
        var length = length(event, start);
        var except = new HashSet<>(moved);
        for (var dates : event.getProperties(Property.EXDATE)) {
            moments(dates).forEach(each -> except.add(each.instant()));
        }
        var starts = new HashSet<Instant>();
        starts.add(start.instant());
        for (var rule : event.getProperties(Property.RRULE)) {
            starts.addAll(repeated(start, rule.getValue(), length));
        }
        for (var dates : event.getProperties(Property.RDATE)) {
            moments(dates).forEach(each -> starts.add(each.instant()));
        }
        starts.removeAll(except);
        starts.forEach(each -> add(each, each.plus(length)));
    }

    /** Repeated by the clock of the event's zone, so that a weekly hour stays where clocks change. */
    private Collection<Instant> repeated(Moment start, String rule, Duration length) {
        var upper = rule.toUpperCase(Locale.ROOT);
        if (TOO_OFTEN.matcher(upper).find()) {
            throw refused("finding.calendar.often", rule);
        }
        if (worked.getAsLong() - begun > LONGEST_WORK.toNanos()) {
            throw refused("finding.calendar.large", rule);
        }
        if (start.local().getYear() < EARLIEST_YEAR) {
            throw refused("finding.calendar.unreadable", start.local().toString());
        }
        try {
            var recur = new Recur<LocalDateTime>(CalendarText.ruleOnClockOf(start, upper));
            var dates = recur.getDates(
                    start.local(),
                    LocalDateTime.ofInstant(from.minus(length), start.zone()),
                    LocalDateTime.ofInstant(until, start.zone()),
                    MOST_OF_ONE_RULE);
            return dates.stream()
                    .map(each -> each.atZone(start.zone()).toInstant())
                    .toList();
        } catch (RuntimeException e) {
            throw refused("finding.calendar.rule", rule);
        }
    }

    private Duration length(Component event, Moment start) {
        var ends = event.getProperties(Property.DTEND);
        if (!ends.isEmpty()) {
            var length =
                    Duration.between(start.instant(), moment(ends.getFirst()).instant());
            return length.isNegative() ? Duration.ZERO : shortened(length);
        }
        var duration = value(event, Property.DURATION);
        return duration.isEmpty()
                ? start.wholeDay() ? Duration.ofDays(1) : Duration.ZERO
                : shortened(CalendarText.length(duration));
    }

    private static Duration shortened(Duration length) {
        return length.compareTo(LONGEST_EVENT) > 0 ? LONGEST_EVENT : length;
    }

    private void freeBusy(Property property) {
        var type = property.getParameter(Parameter.FBTYPE)
                .map(each -> each.getValue())
                .orElse("BUSY");
        if (type.equals("FREE")) {
            return;
        }
        for (var period : property.getValue().split(",", -1)) {
            var slash = period.indexOf('/');
            if (slash < 0) {
                throw refused("finding.calendar.unreadable", period);
            }
            var start = CalendarText.moment(period.substring(0, slash), ZoneOffset.UTC)
                    .instant();
            var end = period.substring(slash + 1);
            add(
                    start,
                    end.startsWith("P")
                            ? start.plus(shortened(CalendarText.length(end)))
                            : CalendarText.moment(end, ZoneOffset.UTC).instant());
        }
    }

    private void add(Instant start, Instant end) {
        if (start.isBefore(until) && end.isAfter(from) && start.isBefore(end)) {
            if (stretches.size() >= MOST_STRETCHES) {
                throw refused("finding.calendar.many", String.valueOf(MOST_STRETCHES));
            }
            stretches.add(Stretch.firm(start, end));
        }
    }

    private Moment moment(Property property) {
        return moments(property).getFirst();
    }

    private List<Moment> moments(Property property) {
        var where = property.getParameter(Parameter.TZID)
                .map(each -> CalendarText.zone(each.getValue()))
                .orElse(zone);
        var moments = new ArrayList<Moment>();
        for (var text : property.getValue().split(",", -1)) {
            var slash = text.indexOf('/');
            moments.add(CalendarText.moment(slash < 0 ? text : text.substring(0, slash), where));
        }
        return moments;
    }

    private static String value(Component component, String name) {
        return component.getProperties(name).stream()
                .findFirst()
                .map(Property::getValue)
                .orElse("");
    }
}
