package org.caravanserai.programme;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.Version;
import net.fortuna.ical4j.model.property.XProperty;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.platform.CalendarBytes;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Markdown;
import org.caravanserai.text.PersonName;

/**
 * Writes sessions as iCalendar (RFC 5545), without a method: nobody in particular publishes them, as RFC 5546 would have it. An event's identifier stays the same over all releases and its sequence is the
 * release's number, so that a calendar which fetched an earlier one moves the event instead of doubling it; nothing in it
 * depends on when it is asked for, so that the same release always gives the same bytes.
 */
public final class ProgrammeCalendar {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    private final Programme programme;
    private final String name;
    private final Language language;
    private final String baseAddress;

    private ProgrammeCalendar(Programme programme, String name, Language language, String baseAddress) {
        this.programme = programme;
        this.name = CalendarBytes.sayable(name);
        this.language = language;
        this.baseAddress = baseAddress;
    }

    /**
     * A calendar of sessions.
     *
     * @param name of the calendar, under which applications list it
     * @param language in which titles are given where they have it
     * @param baseAddress where this product is reached, without a final slash
     */
    public static byte[] write(
            Programme programme, String name, List<SessionPart> sessions, Language language, String baseAddress) {
        return new ProgrammeCalendar(programme, name, language, baseAddress).bytes(sessions);
    }

    /** Some sessions as events, for a calendar that tells of more than a programme. */
    static List<VEvent> events(Programme programme, List<SessionPart> sessions, Language language, String baseAddress) {
        var calendar = new ProgrammeCalendar(programme, "", language, baseAddress);
        return sessions.stream().map(calendar::event).toList();
    }

    private byte[] bytes(List<SessionPart> sessions) {
        var components = new ArrayList<CalendarComponent>();
        components.add(zone(sessions));
        sessions.forEach(s -> components.add(event(s)));
        var calendar = new Calendar(
                new PropertyList(List.of(
                        new ProdId("-//Caravanserai//Programme//EN"),
                        new Version(new ParameterList(), Version.VALUE_2_0),
                        new XProperty("X-WR-CALNAME", name),
                        new XProperty("X-WR-TIMEZONE", programme.zone().getId()))),
                new ComponentList<>(components));
        return CalendarBytes.of(calendar);
    }

    private VEvent event(SessionPart session) {
        var properties = new ArrayList<Property>();
        properties.add(new Uid(session.key() + "@caravanserai"));
        properties.add(new DtStamp(programme.publishedAt().truncatedTo(java.time.temporal.ChronoUnit.SECONDS)));
        properties.add(new Sequence(programme.release()));
        properties.add(new DtStart<LocalDateTime>(zoned(), LOCAL.format(at(session.start()))));
        properties.add(new DtEnd<LocalDateTime>(zoned(), LOCAL.format(at(session.end()))));
        properties.add(new Summary(text(session.title())));
        properties.add(new Location(place(session)));
        properties.add(new Description(description(session)));
        properties.add(new Url(java.net.URI.create(address(session))));
        if (!session.topics().isEmpty()) {
            properties.add(new Categories(new TextList(
                    programme.topics(session).stream().map(t -> text(t.name())).toArray(String[]::new))));
        }
        properties.add(new Status(session.cancelled() ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        return new VEvent(new PropertyList(properties));
    }

    private ParameterList zoned() {
        return new ParameterList(List.of(
                new net.fortuna.ical4j.model.parameter.TzId(programme.zone().getId())));
    }

    private String place(SessionPart session) {
        var city = text(programme.meeting().city());
        return programme
                .room(session)
                .map(r -> java.util.stream.Stream.of(text(r.name()), text(r.venue()), city)
                        .filter(p -> !p.isEmpty())
                        .collect(Collectors.joining(", ")))
                .orElse(city);
    }

    private String description(SessionPart session) {
        var parts = new ArrayList<String>();
        var names =
                programme.everyone(session).stream().map(p -> name(p.name())).collect(Collectors.joining(", "));
        parts.add(names);
        parts.add(Markdown.plain(text(session.abstractText())));
        parts.add(address(session));
        return parts.stream().filter(p -> !p.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    private String address(SessionPart session) {
        return baseAddress + "/m/" + programme.meeting().slug() + "/sessions/" + session.code();
    }

    /** The zone's rules for the years around the meeting. */
    private VTimeZone zone(List<SessionPart> sessions) {
        var first = sessions.stream()
                .map(SessionPart::start)
                .min(Instant::compareTo)
                .orElse(programme.publishedAt());
        var last =
                sessions.stream().map(SessionPart::end).max(Instant::compareTo).orElse(first);
        return CalendarBytes.zone(programme.zone(), first, last);
    }

    private LocalDateTime at(Instant instant) {
        return LocalDateTime.ofInstant(instant, programme.zone());
    }

    private String text(LocalizedText text) {
        return CalendarBytes.sayable(text.text(language));
    }

    private String name(PersonName name) {
        return CalendarBytes.sayable(name.in(language));
    }
}
