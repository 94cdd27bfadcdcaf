package org.caravanserai.gathering;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.validate.ITIPRuleRegistry;
import net.fortuna.ical4j.validate.ITIPValidator;
import org.caravanserai.gathering.finding.CalendarLines;
import org.caravanserai.gathering.finding.CalendarText;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.text.Refusal;

/**
 * What a calendar application answered (RFC 5546, REPLY and COUNTER), read from a file that anybody may have written.
 *
 * @param uid what the appointment is known by
 * @param sequence which change of it was answered
 * @param attendee who answers
 * @param ofOne whether it speaks of one time of several
 * @param said what is said; empty if the file breaks the rules of such answers, so that nothing in it is believed
 */
record CalendarReply(String uid, int sequence, EmailAddress attendee, boolean ofOne, Optional<Said> said) {

    /**
     * What a valid answer says.
     *
     * @param answer no when she would rather have another time
     * @param wish the time she would rather have
     */
    record Said(Answer answer, String comment, Optional<AppointmentTime> wish) {}

    /** The largest file that is looked at. */
    static final int LARGEST = 64 * 1024;

    private static final int LONGEST_UID = 120;

    /** What the file answers; empty if it is too large, broken, or does not say to what it is whose answer. */
    static Optional<CalendarReply> of(byte[] file) {
        if (file.length > LARGEST) {
            return Optional.empty();
        }
        try {
            var text = new String(file, StandardCharsets.UTF_8);
            CalendarLines.requireHarmless(text);
            return read(new CalendarBuilder().build(new StringReader(text)));
        } catch (IOException | ParserException | RuntimeException e) {
            // Whatever the library makes of a broken or hostile file, nobody is owed an answer to it.
            return Optional.empty();
        }
    }

    private static Optional<CalendarReply> read(Calendar calendar) {
        var method = value(calendar.getProperty(Property.METHOD)).toUpperCase(Locale.ROOT);
        var events = calendar.<VEvent>getComponents("VEVENT");
        if (!(method.equals(Method.VALUE_REPLY) || method.equals(Method.VALUE_COUNTER)) || events.isEmpty()) {
            return Optional.empty();
        }
        var event = events.getFirst();
        var uid = value(event.getProperty(Property.UID));
        var address = value(event.getProperty(Property.ATTENDEE)).toLowerCase(Locale.ROOT);
        if (uid.isEmpty() || uid.length() > LONGEST_UID || !address.startsWith("mailto:")) {
            return Optional.empty();
        }
        return Optional.of(new CalendarReply(
                uid,
                event.<Sequence>getProperty(Property.SEQUENCE)
                        .map(Sequence::getSequenceNo)
                        .orElse(0),
                new EmailAddress(URI.create(address).getSchemeSpecificPart()),
                events.size() > 1 || event.getProperty(Property.RECURRENCE_ID).isPresent(),
                believed(calendar, new Method(method))));
    }

    private static Optional<Said> believed(Calendar calendar, Method method) {
        var events = calendar.<VEvent>getComponents("VEVENT");
        try {
            return events.stream().allMatch(each -> keepsTheRules(calendar, each, method))
                    ? said(events.getFirst(), method.getValue().equals(Method.VALUE_COUNTER))
                    : Optional.empty();
        } catch (RuntimeException unsure) {
            // The library understands some values only when it is asked for them: what it cannot is not believed.
            return Optional.empty();
        }
    }

    /**
     * Whether RFC 5546 is kept, but for the organiser, whom Outlook does not name in what it answers. Who answers is the one
     * attendee, as in the invitation.
     */
    private static boolean keepsTheRules(Calendar calendar, VEvent event, Method method) {
        var whole = event.getProperty(Property.ORGANIZER).isPresent()
                ? event
                : new VEvent((PropertyList) event.getPropertyList().add(new Organizer(URI.create("mailto:organiser"))));
        return event.getProperties(Property.ATTENDEE).size() == 1
                && !new ITIPValidator().validate(calendar).hasErrors()
                && !ITIPRuleRegistry.validate(whole, method).hasErrors();
    }

    private static Optional<Said> said(VEvent event, boolean counters) {
        var comment = event.getProperties(Property.COMMENT).stream()
                .map(Property::getValue)
                .collect(Collectors.joining("\n"));
        return counters
                ? Optional.of(new Said(Answer.NO, comment, Optional.of(time(event))))
                : answer(event).map(answer -> new Said(answer, comment, Optional.empty()));
    }

    private static Optional<Answer> answer(VEvent event) {
        var said = event.<Attendee>getRequiredProperty(Property.ATTENDEE)
                .getParameter(Parameter.PARTSTAT)
                .map(p -> p.getValue().toUpperCase(Locale.ROOT))
                .orElse("");
        return switch (said) {
            case "ACCEPTED" -> Optional.of(Answer.YES);
            case "TENTATIVE" -> Optional.of(Answer.TENTATIVE);
            case "DECLINED" -> Optional.of(Answer.NO);
            default -> Optional.empty();
        };
    }

    private static AppointmentTime time(VEvent event) {
        var start = moment(event.getRequiredProperty(Property.DTSTART));
        var length = event.<DateProperty<Temporal>>getProperty(Property.DTEND)
                .map(end -> Duration.between(start, moment(end)))
                .orElseGet(() -> CalendarText.length(value(event.getProperty(Property.DURATION))));
        return new AppointmentTime(start, length, ZoneOffset.UTC);
    }

    /** By the zone's name where it is known, for files carry rules of zones that have changed since; else by the file's rules. */
    private static Instant moment(DateProperty<Temporal> property) {
        var zone = property.getParameter(Parameter.TZID).map(Parameter::getValue);
        if (zone.isEmpty() && !property.getValue().endsWith("Z")) {
            throw Refusal.of("appointment.unheard.broken");
        }
        try {
            var moment = CalendarText.moment(
                    property.getValue(), zone.map(CalendarText::zone).orElse(ZoneOffset.UTC));
            if (moment.wholeDay()) {
                throw new IllegalArgumentException("a day is no time");
            }
            return moment.instant();
        } catch (Refusal unknown) {
            return ((ZonedDateTime) property.getDate()).toInstant();
        }
    }

    private static String value(Optional<? extends Property> property) {
        return property.map(Property::getValue).orElse("");
    }
}
