package org.caravanserai.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes schedule.xml, the frab/pentabarf format, so that it holds to the schema which its users share. */
final class ScheduleXmlWriter {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final XMLStreamWriter xml;

    private ScheduleXmlWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] write(ScheduleDocument document) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new ScheduleXmlWriter(xml).schedule(document);
            xml.close();
        } catch (XMLStreamException e) {
            // Nothing outside memory takes part, so this is a fault of ours.
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void schedule(ScheduleDocument document) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("schedule");
        xml.writeEmptyElement("generator");
        xml.writeAttribute("name", ScheduleCollector.GENERATOR);
        element("url", document.url());
        element("version", document.version());
        xml.writeStartElement("conference");
        element("title", document.title());
        element("acronym", document.acronym());
        element("start", document.firstDay().toString());
        element("end", document.lastDay().toString());
        element("days", Integer.toString(document.days().size()));
        element("timeslot_duration", "00:05");
        element("url", document.url());
        element("time_zone_name", document.zone().getId());
        for (var track : document.tracks()) {
            xml.writeEmptyElement("track");
            xml.writeAttribute("name", track.name());
            xml.writeAttribute("color", track.color());
            xml.writeAttribute("slug", track.slug());
        }
        xml.writeEndElement();
        for (var day : document.days()) {
            day(document, day);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void day(ScheduleDocument document, ScheduleDocument.Day day) throws XMLStreamException {
        xml.writeStartElement("day");
        xml.writeAttribute("index", Integer.toString(day.index()));
        xml.writeAttribute("date", day.date().toString());
        xml.writeAttribute("start", moment(day.start()));
        xml.writeAttribute("end", moment(day.end()));
        for (var room : document.rooms()) {
            xml.writeStartElement("room");
            xml.writeAttribute("name", room.name());
            xml.writeAttribute("guid", room.guid().toString());
            for (var event : day.rooms().getOrDefault(room.name(), java.util.List.of())) {
                event(event);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void event(ScheduleDocument.Event event) throws XMLStreamException {
        xml.writeStartElement("event");
        xml.writeAttribute("id", Long.toString(event.id()));
        xml.writeAttribute("guid", event.guid().toString());
        xml.writeAttribute("code", event.code());
        element("date", moment(event.start()));
        element("start", event.clock());
        element("duration", event.duration());
        element("room", event.room());
        element("slug", event.slug());
        element("url", event.url());
        element("title", event.title());
        element("subtitle", "");
        element("track", event.track());
        element("type", event.type());
        element("language", event.language());
        element("abstract", event.abstractText());
        element("description", event.description());
        xml.writeStartElement("persons");
        for (var person : event.people()) {
            xml.writeStartElement("person");
            xml.writeAttribute("guid", person.guid().toString());
            xml.writeCharacters(person.name());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEmptyElement("links");
        xml.writeEndElement();
    }

    private void element(String name, String words) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(words);
        xml.writeEndElement();
    }

    static String moment(OffsetDateTime moment) {
        return MOMENT.format(moment);
    }
}
