package org.caravanserai.gathering;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.Sequence;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.text.Refusal;

/**
 * What a calendar application answered (RFC 5546, REPLY and COUNTER), read from a file that anybody may have written.
 *
 * @param uid what the appointment is known by
 * @param sequence which change of it was answered
 * @param attendee who answers
 * @param answer what she says; no when she would rather have another time
 * @param wish the time she would rather have
 */
record CalendarReply(
        String uid,
        int sequence,
        EmailAddress attendee,
        Answer answer,
        String comment,
        Optional<AppointmentTime> wish) {

    /** The largest file that is looked at. */
    static final int LARGEST = 64 * 1024;

    private static final int LONGEST_UID = 120;

    /** What the file answers; empty if it is too large, broken, or no answer to one appointment. */
    static Optional<CalendarReply> of(byte[] file) {
        if (file.length > LARGEST) {
            return Optional.empty();
        }
        try {
            return read(new CalendarBuilder().build(new ByteArrayInputStream(file)));
        } catch (IOException | ParserException | RuntimeException e) {
            // Whatever the library makes of a broken or hostile file, nobody is owed an answer to it.
            return Optional.empty();
        }
    }

    private static Optional<CalendarReply> read(Calendar calendar) {
        var method = value(calendar.getProperty(Property.METHOD)).toUpperCase(Locale.ROOT);
        var events = calendar.<VEvent>getComponents("VEVENT");
        if (!(method.equals("REPLY") || method.equals("COUNTER")) || events.size() != 1) {
            return Optional.empty();
        }
        var event = events.getFirst();
        var attendees = event.<Attendee>getProperties(Property.ATTENDEE);
        var uid = value(event.getProperty(Property.UID));
        if (attendees.size() != 1 || uid.isEmpty() || uid.length() > LONGEST_UID) {
            return Optional.empty();
        }
        var attendee = attendees.getFirst();
        var address = attendee.getValue().toLowerCase(Locale.ROOT);
        if (!address.startsWith("mailto:")) {
            return Optional.empty();
        }
        var counters = method.equals("COUNTER");
        return Optional.of(new CalendarReply(
                uid,
                event.<Sequence>getProperty(Property.SEQUENCE)
                        .map(Sequence::getSequenceNo)
                        .orElse(0),
                new EmailAddress(java.net.URI.create(address).getSchemeSpecificPart()),
                counters ? Answer.NO : answer(attendee),
                value(event.getProperty(Property.COMMENT)),
                counters ? Optional.of(time(event)) : Optional.empty()));
    }

    private static Answer answer(Attendee attendee) {
        var said = attendee.getParameter("PARTSTAT")
                .map(p -> p.getValue().toUpperCase(Locale.ROOT))
                .orElse("");
        return switch (said) {
            case "ACCEPTED" -> Answer.YES;
            case "TENTATIVE" -> Answer.TENTATIVE;
            case "DECLINED" -> Answer.NO;
            default -> Answer.OPEN;
        };
    }

    private static AppointmentTime time(VEvent event) {
        var start = moment(event, Property.DTSTART);
        var end = moment(event, Property.DTEND);
        return new AppointmentTime(start.toInstant(), Duration.between(start, end), start.getZone());
    }

    private static ZonedDateTime moment(VEvent event, String name) {
        DateProperty<Temporal> property =
                event.<DateProperty<Temporal>>getProperty(name).orElseThrow(() -> Refusal.of("appointment.gone"));
        return switch (property.getDate()) {
            case ZonedDateTime zoned -> zoned;
            case OffsetDateTime offset -> offset.toZonedDateTime();
            case Instant instant -> instant.atZone(ZoneId.of("UTC"));
            case LocalDateTime local ->
                local.atZone(property.getParameter("TZID")
                        .map(zone -> ZoneId.of(zone.getValue()))
                        .orElse(ZoneId.of("UTC")));
            default -> throw Refusal.of("appointment.gone");
        };
    }

    private static String value(Optional<? extends Property> property) {
        return property.map(Property::getValue).orElse("");
    }
}
