package org.caravanserai.people;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import org.caravanserai.platform.CalendarBytes;

/**
 * Something in a person's own calendar.
 *
 * @param zone by whose clocks it is written
 * @param from when it begins, for the first time if it repeats
 * @param until when the last of it ends
 * @param events as calendars read it; of what repeats, the rule and those that differ from it
 */
public record CalendarEntry(ZoneId zone, Instant from, Instant until, List<VEvent> events) {

    /**
     * In words.
     *
     * @param place where it is; may be empty
     * @param details what else is said about it; may be empty
     * @param address where she sees it; may be empty
     */
    public record Told(String title, String place, String details, String address) {}

    /**
     * Something that is once.
     *
     * @param uid what calendars know it by
     * @param stamp when it became what it is
     * @param sure whether it takes place for certain
     */
    public static CalendarEntry once(
            String uid, Instant stamp, boolean sure, ZoneId zone, Instant from, Instant until, Told told) {
        var properties = new ArrayList<Property>();
        properties.add(new Uid(uid));
        properties.add(new DtStamp(stamp.truncatedTo(ChronoUnit.SECONDS)));
        properties.add(new Sequence(0));
        properties.add(new DtStart<LocalDateTime>(zoned(zone), local(from, zone)));
        properties.add(new DtEnd<LocalDateTime>(zoned(zone), local(until, zone)));
        properties.add(new Summary(CalendarBytes.sayable(told.title())));
        if (!told.place().isEmpty()) {
            properties.add(new Location(CalendarBytes.sayable(told.place())));
        }
        if (!told.details().isEmpty()) {
            properties.add(new Description(CalendarBytes.sayable(told.details())));
        }
        if (!told.address().isEmpty()) {
            properties.add(new Url(URI.create(told.address())));
        }
        properties.add(new Status(sure ? Status.VALUE_CONFIRMED : Status.VALUE_TENTATIVE));
        return new CalendarEntry(zone, from, until, List.of(new VEvent(new PropertyList(properties))));
    }

    private static ParameterList zoned(ZoneId zone) {
        return new ParameterList(List.of(new TzId(zone.getId())));
    }

    private static String local(Instant instant, ZoneId zone) {
        return CalendarBytes.LOCAL.format(LocalDateTime.ofInstant(instant, zone));
    }
}
