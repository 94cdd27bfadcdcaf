package org.caravanserai.programme.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.PublicMeetings;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Markdown;
import tools.jackson.databind.json.JsonMapper;

/** What meetings and sessions are, for machines: {@code Event} of schema.org as JSON that cannot end a script element. */
final class EventSchema {

    private static final int DESCRIPTION = 300;

    private EventSchema() {}

    /** A meeting. */
    static String meeting(PublicMeetings.Description meeting, Language language, UnaryOperator<String> address) {
        var event = event(
                meeting.slug(),
                meeting.name(),
                meeting.firstDay(),
                meeting.lastDay(),
                meeting.city(),
                language,
                address);
        event.put("@context", "https://schema.org");
        event.put("description", Markdown.beginning(meeting.description().text(language), DESCRIPTION));
        event.put("eventStatus", "https://schema.org/EventScheduled");
        event.put("eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode");
        event.put("organizer", Map.of("@type", "Organization", "name", "Caravanserai", "url", address.apply("/")));
        event.put("image", address.apply("/images/card.png"));
        return json(event);
    }

    /** A session of a programme. */
    static String session(Programme programme, SessionPart session, Language language, UnaryOperator<String> address) {
        var meeting = programme.meeting();
        var event = new LinkedHashMap<String, Object>();
        event.put("@context", "https://schema.org");
        event.put("@type", "Event");
        event.put("name", session.title().text(language));
        event.put("description", Markdown.beginning(session.abstractText().text(language), DESCRIPTION));
        event.put(
                "startDate",
                session.start().atZone(programme.zone()).toOffsetDateTime().toString());
        event.put(
                "endDate",
                session.end().atZone(programme.zone()).toOffsetDateTime().toString());
        event.put("eventStatus", "https://schema.org/" + (session.cancelled() ? "EventCancelled" : "EventScheduled"));
        event.put("eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode");
        event.put(
                "location",
                place(programme.room(session).map(r -> r.name()).orElse(meeting.name()), meeting.city(), language));
        event.put("url", address.apply("/m/" + meeting.slug() + "/sessions/" + session.code()));
        event.put("image", address.apply("/images/card.png"));
        event.put("inLanguage", session.talkLanguage());
        event.put(
                "about",
                programme.topics(session).stream()
                        .map(t -> t.name().text(language))
                        .toList());
        event.put(
                "performer",
                programme.everyone(session).stream()
                        .map(p -> person(p, meeting.slug(), address))
                        .toList());
        event.put("organizer", Map.of("@type", "Organization", "name", "Caravanserai", "url", address.apply("/")));
        event.put(
                "superEvent",
                event(
                        meeting.slug(),
                        meeting.name(),
                        meeting.firstDay(),
                        meeting.lastDay(),
                        meeting.city(),
                        language,
                        address));
        return json(event);
    }

    private static Map<String, Object> event(
            String slug,
            LocalizedText name,
            LocalDate first,
            LocalDate last,
            LocalizedText city,
            Language language,
            UnaryOperator<String> address) {
        var event = new LinkedHashMap<String, Object>();
        event.put("@type", "Event");
        event.put("name", name.text(language));
        event.put("startDate", first.toString());
        event.put("endDate", last.toString());
        event.put("location", place(city, city, language));
        event.put("url", address.apply("/m/" + slug));
        return event;
    }

    private static Map<String, Object> place(LocalizedText name, LocalizedText city, Language language) {
        return Map.of(
                "@type",
                "Place",
                "name",
                name.text(language),
                "address",
                Map.of("@type", "PostalAddress", "addressLocality", city.text(language)));
    }

    private static Map<String, Object> person(PersonPart person, String slug, UnaryOperator<String> address) {
        var described = new LinkedHashMap<String, Object>();
        described.put("@type", "Person");
        described.put("name", person.name().published());
        described.put("url", address.apply("/m/" + slug + "/people/" + person.code()));
        if (!person.affiliation().isEmpty()) {
            described.put("affiliation", Map.of("@type", "Organization", "name", person.affiliation()));
        }
        if (!person.orcid().isEmpty()) {
            described.put("sameAs", List.of("https://orcid.org/" + person.orcid()));
        }
        return described;
    }

    private static String json(Map<String, Object> event) {
        return JsonMapper.shared()
                .writeValueAsString(event)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
