package org.caravanserai.exchange;

import java.util.HashSet;
import org.caravanserai.text.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads schedule.json, version 1, as pretalx writes it. Missing parts are no hindrance. */
final class ScheduleJsonReader {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxStringLength(2_000_000)
                            .build())
                    .build())
            .build();

    private final ScheduleCollector collected = new ScheduleCollector();

    private ScheduleJsonReader() {}

    /**
     * Reads a file.
     *
     * @throws Refusal if it is not such a file, or broken off
     */
    static ImportedAgenda read(byte[] bytes) {
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw Refusal.of("exchange.file.broken", line);
        }
        var conference = root.path("schedule").path("conference");
        if (!conference.isObject()) {
            throw Refusal.of("exchange.file.other");
        }
        var reader = new ScheduleJsonReader();
        reader.collected.generator(words(root.path("generator"), "name"));
        return reader.conference(conference);
    }

    private ImportedAgenda conference(JsonNode conference) {
        for (var name : new String[] {"acronym", "title", "start", "end", "time_zone_name"}) {
            collected.conference(name, words(conference, name));
        }
        for (var track : conference.path("tracks")) {
            collected.track(words(track, "name"), words(track, "slug"), words(track, "color"));
        }
        var names = new HashSet<String>();
        for (var room : conference.path("rooms")) {
            if (!names.add(words(room, "name"))) {
                collected.odd(Oddity.Kind.ROOM_NAME, "conference.rooms[" + names.size() + "]", words(room, "name"));
            }
            collected.room(
                    words(room, "name"),
                    words(room, "guid"),
                    Math.clamp(room.path("capacity").asInt(0), 0, 1_000_000));
        }
        int number = 0;
        for (var day : conference.path("days")) {
            var place = "days[" + number++ + "]";
            for (var room : day.path("rooms").properties()) {
                int index = 0;
                for (var event : room.getValue()) {
                    event(event, place + "." + room.getKey() + "[" + index++ + "]", words(day, "date"), room.getKey());
                }
            }
        }
        return collected.agenda();
    }

    private void event(JsonNode event, String place, String date, String room) {
        var raw = new ScheduleCollector.RawEvent(place, date, room);
        for (var name : new String[] {
            "id",
            "guid",
            "code",
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
            "description"
        }) {
            raw.fields.put(name, words(event, name));
        }
        for (var person : event.path("persons")) {
            var guid = words(person, "guid");
            var code = words(person, "code");
            var name = words(person, "name");
            raw.people.add(new ImportedAgenda.Named(
                    !guid.isEmpty() ? guid : !code.isEmpty() ? code : words(person, "id"),
                    code,
                    name.isEmpty() ? words(person, "public_name") : name,
                    words(person, "biography")));
        }
        collected.event(raw);
    }

    /** A text or number as words; an object by languages gives its English, or else its first. */
    private static String words(JsonNode node, String name) {
        var value = node.path(name);
        if (value.isObject()) {
            value = value.has("en")
                    ? value.path("en")
                    : value.values().stream().findFirst().orElse(value);
        }
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }
}
