package org.caravanserai.exchange;

import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes schedule.json, version 1, so that it holds to the schema which its users share. */
final class ScheduleJsonWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ZONE = Pattern.compile("^([A-Z][a-z]+/[A-Z][a-z]+)|UTC$");

    private ScheduleJsonWriter() {}

    static byte[] write(ScheduleDocument document) {
        var root = JSON.createObjectNode();
        root.putObject("generator").put("name", ScheduleCollector.GENERATOR);
        var schedule = root.putObject("schedule");
        schedule.put("version", document.version());
        conference(schedule.putObject("conference"), document);
        return JSON.writeValueAsBytes(root);
    }

    private static void conference(ObjectNode conference, ScheduleDocument document) {
        conference.put("acronym", document.acronym());
        conference.put("title", document.title());
        conference.put("start", document.firstDay().toString());
        conference.put("end", document.lastDay().toString());
        conference.put("daysCount", document.days().size());
        conference.put("timeslot_duration", "00:05");
        if (ZONE.matcher(document.zone().getId()).find()) {
            conference.put("time_zone_name", document.zone().getId());
        }
        conference.put("url", document.url());
        var tracks = conference.putArray("tracks");
        document.tracks()
                .forEach(t -> tracks.addObject()
                        .put("name", t.name())
                        .put("slug", t.slug())
                        .put("color", t.color()));
        var rooms = conference.putArray("rooms");
        document.rooms().forEach(r -> {
            var room =
                    rooms.addObject().put("name", r.name()).put("guid", r.guid().toString());
            if (r.capacity() > 0) {
                room.put("capacity", r.capacity());
            } else {
                room.putNull("capacity");
            }
        });
        var days = conference.putArray("days");
        document.days().forEach(d -> day(days.addObject(), d));
    }

    private static void day(ObjectNode node, ScheduleDocument.Day day) {
        node.put("index", day.index());
        node.put("date", day.date().toString());
        node.put("day_start", ScheduleXmlWriter.moment(day.start()));
        node.put("day_end", ScheduleXmlWriter.moment(day.end()));
        var rooms = node.putObject("rooms");
        day.rooms().forEach((name, events) -> {
            var list = rooms.putArray(name);
            events.forEach(e -> event(list, e));
        });
    }

    private static void event(ArrayNode list, ScheduleDocument.Event event) {
        var node = list.addObject();
        node.put("guid", event.guid().toString());
        node.put("code", event.code());
        node.put("id", event.id());
        node.put("date", ScheduleXmlWriter.moment(event.start()));
        node.put("start", event.clock());
        node.put("end", ScheduleXmlWriter.moment(event.end()));
        node.put("duration", event.duration());
        node.put("room", event.room());
        node.put("slug", event.slug());
        node.put("url", event.url());
        node.put("title", event.title());
        node.put("subtitle", "");
        orNull(node, "track", event.track());
        node.put("type", event.type());
        orNull(node, "language", event.language());
        node.put("abstract", event.abstractText());
        node.put("description", event.description());
        var persons = node.putArray("persons");
        event.people()
                .forEach(p -> persons.addObject()
                        .put("guid", p.guid().toString())
                        .put("code", p.code())
                        .put("name", p.name())
                        .put("biography", p.biography())
                        .put("url", p.url()));
        node.putArray("links");
        node.putArray("attachments");
    }

    private static void orNull(ObjectNode node, String name, String words) {
        if (words.isEmpty()) {
            node.putNull(name);
        } else {
            node.put(name, words);
        }
    }
}
