package org.caravanserai.agenda.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.caravanserai.testing.SharedData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedAgendasTest {

    /** Real agendas: how many pairs of sessions share a room or a person (by name) at one time. */
    @ParameterizedTest
    @CsvSource({"38c3,2,143", "fosdem_2021,1,0", "debconf23,0,0"})
    void publishedAgendasHaveTheConflictsThatAreKnownOfThem(String name, int roomPairs, int personPairs)
            throws IOException, XMLStreamException {
        var found = ofSchedule(name).all();

        assertThat(found.stream().filter(c -> c.kind() == ConflictKind.ROOM_TWICE))
                .hasSize(roomPairs);
        assertThat(found.stream().filter(c -> c.kind() == ConflictKind.PERSON_TWICE))
                .hasSize(personPairs);
    }

    private static ConflictIndex ofSchedule(String name) throws IOException, XMLStreamException {
        var index = new ConflictIndex(
                new AgendaFacts(ZoneOffset.UTC, List.of(), Map.of(), List.of(), Map.of(), Map.of(), List.of()),
                ConflictRules.USUAL);
        var rooms = new HashMap<String, UUID>();
        var people = new HashMap<String, UUID>();
        try (InputStream plain = SharedData.open("schedules/" + name + ".xml.gz")) {
            var factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            var xml = factory.createXMLStreamReader(plain);
            String room = "";
            String day = "";
            long start = 0;
            long seconds = 0;
            Set<UUID> names = new HashSet<>();
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "room" -> room = room(room, xml.getAttributeValue(null, "name"));
                        case "day" -> day = String.valueOf(xml.getAttributeValue(null, "date"));
                        case "event" -> {
                            names = new HashSet<>();
                            start = -1;
                        }
                        case "start" -> start = start >= 0 || day.isEmpty() ? start : ofDay(day, xml.getElementText());
                        case "date" ->
                            start = OffsetDateTime.parse(xml.getElementText()).toEpochSecond();
                        case "duration" -> seconds = seconds(xml.getElementText());
                        case "person" ->
                            names.add(
                                    people.computeIfAbsent(xml.getElementText().strip(), n -> UUID.randomUUID()));
                        default -> {}
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("event")) {
                    var session = UUID.randomUUID();
                    index.describe(SessionFacts.of(session, names));
                    index.place(
                            session,
                            new Spot(
                                    rooms.computeIfAbsent(room, r -> UUID.randomUUID()),
                                    new Interval(start, start + seconds)));
                }
            }
        }
        return index;
    }

    /** Some files give each event the time of day alone. */
    private static long ofDay(String day, String time) {
        return LocalDate.parse(day.substring(0, 10))
                .atTime(LocalTime.parse(time))
                .toEpochSecond(ZoneOffset.UTC);
    }

    /** Inside an event, {@code room} has no name: the event stays in the room that it stands in. */
    private static String room(String current, @Nullable String name) {
        return name == null ? current : name;
    }

    private static long seconds(String duration) {
        var parts = duration.split(":");
        return parts.length == 2 && Integer.parseInt(parts[0]) < 24
                ? LocalTime.parse((parts[0].length() == 1 ? "0" : "") + duration)
                        .toSecondOfDay()
                : Integer.parseInt(parts[parts.length - 2]) * 3_600L + Integer.parseInt(parts[parts.length - 1]) * 60L;
    }
}
