package org.caravanserai.gathering;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Comment;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.Version;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.platform.CalendarBytes;

/**
 * Writes an appointment for one person's calendar as iTIP (RFC 5546) wants it. She is the only attendee in it: the others'
 * addresses are none of hers, and their names stand in the description.
 */
final class AppointmentCalendar {

    private AppointmentCalendar() {}

    /**
     * For whom a file is written, and what stands in it beside the appointment.
     *
     * @param mailbox where calendars send answers to; it stands for the organiser, whose own address stays hers
     * @param organiser the organiser's name
     * @param attendee whom it is for
     * @param name her name
     * @param required whether the appointment cannot be without her
     * @param answer what she has said
     * @param location where it is; may be empty
     * @param description what is said about it; may be empty
     * @param url where it is answered
     * @param stamp when the file is written
     */
    record Sheet(
            EmailAddress mailbox,
            String organiser,
            URI attendee,
            String name,
            boolean required,
            Answer answer,
            String location,
            String description,
            Optional<URI> url,
            Instant stamp) {}

    /** What a file tells a calendar. */
    enum Telling {
        /** Where she stands: it asks for nothing. */
        SHOWN(Method.VALUE_PUBLISH),
        /** She is asked, or asked anew. */
        ASKED(Method.VALUE_REQUEST),
        /** It does not take place. */
        CALLED_OFF(Method.VALUE_CANCEL),
        /** It takes place without her. */
        WITHOUT_HER(Method.VALUE_CANCEL);

        private final String method;

        Telling(String method) {
            this.method = method;
        }

        /** The iTIP method. */
        String method() {
            return method;
        }
    }

    /** For her to take home: it asks for nothing. */
    static byte[] publish(Appointment appointment, List<Occurrence> times, Sheet sheet) {
        return write(Telling.SHOWN, appointment, times, sheet);
    }

    /**
     * That a participant would rather have another time.
     *
     * @param sheet names her as the attendee; its description is what she says
     */
    static byte[] counter(Appointment appointment, AppointmentTime wish, Sheet sheet) {
        var properties = new ArrayList<Property>();
        properties.addAll(what(appointment, wish, sheet));
        AppointmentTimes.of(wish, appointment.recurrence())
                .repeats()
                .ifPresent(r -> properties.add(new RRule<LocalDateTime>(r.rule(wish))));
        properties.add(attendee(sheet, false));
        if (!sheet.description().isEmpty()) {
            properties.add(new Comment(CalendarBytes.sayable(sheet.description())));
        }
        return bytes(
                Method.VALUE_COUNTER,
                List.of(
                        CalendarBytes.zone(wish.zone(), wish.start(), wish.end()),
                        new VEvent(new PropertyList(properties))));
    }

    /**
     * A file that goes with a message.
     *
     * @param times those it tells of: all, or one of several
     */
    static byte[] write(Telling telling, Appointment appointment, List<Occurrence> times, Sheet sheet) {
        var components = new ArrayList<CalendarComponent>();
        components.add(
                CalendarBytes.zone(appointment.time().zone(), appointment.time().start(), appointment.endsAt()));
        components.addAll(events(telling, appointment, times, sheet));
        return bytes(telling.method(), components);
    }

    /** The events of which a file consists: of what repeats, the rule and those that differ from it. */
    static List<VEvent> events(Telling telling, Appointment appointment, List<Occurrence> times, Sheet sheet) {
        var components = new ArrayList<VEvent>();
        if (appointment.recurrence().isEmpty()) {
            components.add(event(appointment, appointment.time(), List.of(), sheet, telling));
        } else if (times.size() == 1) {
            var one = times.getFirst();
            components.add(event(appointment, one.time(), List.of(which(appointment, one)), sheet, telling));
        } else {
            components.add(event(appointment, appointment.time(), rule(appointment, times), sheet, telling));
            times.stream()
                    .filter(one -> one.state() == Occurrence.State.MOVED)
                    .forEach(one -> components.add(
                            event(appointment, one.time(), List.of(which(appointment, one)), sheet, telling)));
        }
        return components;
    }

    private static byte[] bytes(String method, List<? extends CalendarComponent> components) {
        return CalendarBytes.of(new Calendar(
                new PropertyList(List.of(
                        new ProdId("-//Caravanserai//Appointments//EN"),
                        new Version(new ParameterList(), Version.VALUE_2_0),
                        new Method(method))),
                new ComponentList<>(components)));
    }

    private static List<Property> rule(Appointment appointment, List<Occurrence> times) {
        var zone = appointment.time().zone();
        var properties = new ArrayList<Property>();
        appointment.recurrence().ifPresent(r -> properties.add(new RRule<LocalDateTime>(r.rule(appointment.time()))));
        times.stream()
                .filter(one -> one.state() == Occurrence.State.CANCELLED)
                .forEach(one -> properties.add(
                        new ExDate<LocalDateTime>(zoned(zone), local(one.time().start(), zone))));
        return properties;
    }

    /** By which calendars know one of several: when the rule has it. */
    private static Property which(Appointment appointment, Occurrence one) {
        var first = appointment.time();
        return new RecurrenceId<LocalDateTime>(
                zoned(first.zone()),
                CalendarBytes.LOCAL.format(one.day().atTime(first.local().toLocalTime())));
    }

    private static VEvent event(
            Appointment appointment, AppointmentTime time, List<Property> repeats, Sheet sheet, Telling telling) {
        var properties = new ArrayList<>(what(appointment, time, sheet));
        properties.addAll(repeats);
        if (telling != Telling.SHOWN) {
            properties.add(attendee(sheet, telling == Telling.ASKED));
        }
        if (!sheet.description().isEmpty()) {
            properties.add(new Description(CalendarBytes.sayable(sheet.description())));
        }
        status(appointment, telling).ifPresent(properties::add);
        return new VEvent(new PropertyList(properties));
    }

    private static List<Property> what(Appointment appointment, AppointmentTime time, Sheet sheet) {
        var properties = new ArrayList<Property>();
        properties.add(new Uid(appointment.uid()));
        properties.add(new DtStamp(sheet.stamp().truncatedTo(ChronoUnit.SECONDS)));
        properties.add(new Sequence(appointment.sequence()));
        properties.add(new DtStart<LocalDateTime>(zoned(time.zone()), local(time.start(), time.zone())));
        properties.add(new DtEnd<LocalDateTime>(zoned(time.zone()), local(time.end(), time.zone())));
        properties.add(new Summary(CalendarBytes.sayable(appointment.title())));
        properties.add(new Organizer(
                new ParameterList(List.of(new Cn(quotable(sheet.organiser())))), mailto(sheet.mailbox())));
        if (!sheet.location().isEmpty()) {
            properties.add(new Location(CalendarBytes.sayable(sheet.location())));
        }
        sheet.url().ifPresent(url -> properties.add(new Url(url)));
        return properties;
    }

    /** Of what goes on without her none must be told (RFC 5546, 3.2.5). */
    private static Optional<Property> status(Appointment appointment, Telling telling) {
        return switch (telling) {
            case WITHOUT_HER -> Optional.empty();
            case CALLED_OFF -> Optional.of(new Status(Status.VALUE_CANCELLED));
            case SHOWN, ASKED ->
                Optional.of(new Status(
                        switch (appointment.state()) {
                            case DRAFT, PROPOSED -> Status.VALUE_TENTATIVE;
                            case AGREED, CHANGED, HELD -> Status.VALUE_CONFIRMED;
                            case CANCELLED -> Status.VALUE_CANCELLED;
                        }));
        };
    }

    private static Attendee attendee(Sheet sheet, boolean asks) {
        var parameters = new ArrayList<Parameter>();
        parameters.add(new Cn(quotable(sheet.name())));
        parameters.add(sheet.required() ? Role.REQ_PARTICIPANT : Role.OPT_PARTICIPANT);
        parameters.add(
                switch (sheet.answer()) {
                    case OPEN -> PartStat.NEEDS_ACTION;
                    case YES -> PartStat.ACCEPTED;
                    case TENTATIVE -> PartStat.TENTATIVE;
                    case NO -> PartStat.DECLINED;
                });
        if (asks) {
            parameters.add(Rsvp.TRUE);
        }
        return new Attendee(new ParameterList(parameters), sheet.attendee());
    }

    /** A parameter's value knows no quotation mark and no line end (RFC 5545, 3.2). */
    private static String quotable(String name) {
        return CalendarBytes.sayable(name).replace('"', '\'').replace('\n', ' ');
    }

    /** How calendars write an address. */
    static URI mailto(EmailAddress address) {
        try {
            return new URI("mailto", address.value(), null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ParameterList zoned(ZoneId zone) {
        return new ParameterList(List.of(new TzId(zone.getId())));
    }

    private static String local(Instant instant, ZoneId zone) {
        return CalendarBytes.LOCAL.format(LocalDateTime.ofInstant(instant, zone));
    }
}
