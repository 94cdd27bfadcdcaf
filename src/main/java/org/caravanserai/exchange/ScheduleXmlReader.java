package org.caravanserai.exchange;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.caravanserai.text.Refusal;

/**
 * Reads the frab/pentabarf schedule format (<a href="https://c3voc.de/wiki/schedule">described by its users</a>)
 * leniently: elements may stand in any order and may be missing. Document type definitions are refused, so that entities
 * can neither reach outside nor grow.
 */
final class ScheduleXmlReader {

    private static final Set<String> EVENT_PARTS = Set.of(
            "room",
            "title",
            "subtitle",
            "type",
            "date",
            "start",
            "duration",
            "abstract",
            "slug",
            "track",
            "language",
            "description");
    private static final Set<String> EVENT_PARTS_NOT_KEPT = Set.of(
            "logo", "recording", "links", "attachments", "video_download_url", "url", "feedback_url", "origin_url");
    private static final int DEEPEST = 40;

    private final ScheduleCollector collected = new ScheduleCollector();
    private final XMLStreamReader xml;

    private ScheduleXmlReader(InputStream bytes) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        xml = factory.createXMLStreamReader(bytes);
    }

    /**
     * Reads a file.
     *
     * @throws Refusal if it is not such a file, or broken off, or in another encoding than it says
     */
    static ImportedAgenda read(InputStream bytes) {
        try {
            var reader = new ScheduleXmlReader(bytes);
            return reader.schedule();
        } catch (XMLStreamException e) {
            var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw Refusal.of("exchange.file.broken", line);
        }
    }

    private ImportedAgenda schedule() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw Refusal.of("exchange.file.dtd");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!xml.getLocalName().equals("schedule")) {
                        throw Refusal.of("exchange.file.other");
                    }
                    inSchedule();
                    // To the end, so that what follows is well-formed too.
                    while (xml.hasNext()) {
                        xml.next();
                    }
                    return collected.agenda();
                }
                default -> {}
            }
        }
        throw Refusal.of("exchange.file.other");
    }

    private void inSchedule() throws XMLStreamException {
        while (nextChild()) {
            switch (xml.getLocalName()) {
                case "generator" -> {
                    collected.generator(attribute("name"));
                    skip();
                }
                case "conference" -> inConference();
                case "day" -> inDay();
                default -> skip();
            }
        }
    }

    private void inConference() throws XMLStreamException {
        while (nextChild()) {
            var name = xml.getLocalName();
            if (name.equals("track")) {
                var track = attribute("name");
                var key = attribute("slug");
                var color = attribute("color");
                var words = text();
                collected.track(track.isEmpty() ? words : track, key, color);
            } else {
                collected.conference(name, text());
            }
        }
    }

    private void inDay() throws XMLStreamException {
        var date = attribute("date");
        var rooms = new HashSet<String>();
        while (nextChild()) {
            if (xml.getLocalName().equals("room")) {
                if (!rooms.add(attribute("name"))) {
                    collected.odd(Oddity.Kind.ROOM_NAME, place(), attribute("name"));
                }
                inRoom(date);
            } else {
                collected.odd(Oddity.Kind.UNKNOWN_PART, place(), xml.getLocalName());
                skip();
            }
        }
    }

    private void inRoom(String date) throws XMLStreamException {
        var room = attribute("name");
        collected.room(room, attribute("guid"), 0);
        while (nextChild()) {
            if (xml.getLocalName().equals("event")) {
                inEvent(date, room);
            } else {
                skip();
            }
        }
    }

    private void inEvent(String date, String room) throws XMLStreamException {
        var event = new ScheduleCollector.RawEvent(place(), date, room);
        for (var name : new String[] {"id", "guid", "code"}) {
            event.fields.put(name, attribute(name).strip());
        }
        while (nextChild()) {
            var name = xml.getLocalName();
            if (EVENT_PARTS.contains(name)) {
                event.fields.put(name, text());
            } else if (name.equals("persons")) {
                inPersons(event);
            } else {
                if (!EVENT_PARTS_NOT_KEPT.contains(name)) {
                    collected.odd(Oddity.Kind.UNKNOWN_PART, place(), name);
                }
                skip();
            }
        }
        collected.event(event);
    }

    private void inPersons(ScheduleCollector.RawEvent event) throws XMLStreamException {
        while (nextChild()) {
            if (xml.getLocalName().equals("person")) {
                var guid = attribute("guid");
                var identifier = guid.isEmpty() ? attribute("id") : guid;
                event.people.add(new ImportedAgenda.Named(identifier, attribute("code"), text(), ""));
            } else {
                skip();
            }
        }
    }

    /** Goes to the next child of the current element; false at its end. */
    private boolean nextChild() throws XMLStreamException {
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /** All words inside the current element, whatever elements they stand in. */
    private String text() throws XMLStreamException {
        var words = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth = deeper(depth);
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> words.append(xml.getText());
                default -> {}
            }
        }
        return words.toString();
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth = deeper(depth);
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private int deeper(int depth) {
        if (depth >= DEEPEST) {
            throw Refusal.of("exchange.file.broken", xml.getLocation().getLineNumber());
        }
        return depth + 1;
    }

    private String attribute(String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private String place() {
        return Integer.toString(xml.getLocation().getLineNumber());
    }
}
