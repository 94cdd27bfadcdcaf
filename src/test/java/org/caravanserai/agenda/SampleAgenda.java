package org.caravanserai.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.MeetingPart;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.RolePart;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.AgendaSnapshot.TopicPart;
import org.caravanserai.agenda.AgendaSnapshot.TypePart;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;

/** Agendas made up for tests: each session in its own place, an hour long, with one presenter. */
public final class SampleAgenda {

    /** The first instant of the first day: 9 o'clock in Astana. */
    public static final Instant START = Instant.parse("2027-06-08T04:00:00Z");

    private SampleAgenda() {}

    /** An agenda of this many sessions, placed row by row over the rooms, eight rows a day. */
    public static AgendaSnapshot of(String slug, int sessions, int rooms) {
        var roomParts = new ArrayList<RoomPart>();
        for (int i = 0; i < rooms; i++) {
            roomParts.add(new RoomPart(
                    UUID.randomUUID(), LocalizedText.english("Room " + (i + 1)), LocalizedText.EMPTY, 100));
        }
        var topic = new TopicPart(UUID.randomUUID(), "water-glaciers", LocalizedText.english("Water"), 200);
        var type = new TypePart(UUID.randomUUID(), "PANEL", LocalizedText.english("Panel"), "SESSION");
        var people = new ArrayList<PersonPart>();
        var parts = new ArrayList<SessionPart>();
        for (int i = 0; i < sessions; i++) {
            var person = new PersonPart(
                    UUID.randomUUID(),
                    "P" + i,
                    PersonName.published("Person " + i),
                    "PHD",
                    "University " + i,
                    "KZ",
                    "",
                    LocalizedText.EMPTY);
            people.add(person);
            var row = i / rooms;
            parts.add(new SessionPart(
                    UUID.randomUUID(),
                    String.format("S%05d", i),
                    type.key(),
                    LocalizedText.english("Session " + i),
                    LocalizedText.english("What session " + i + " is about."),
                    List.of(topic.key()),
                    roomParts.get(i % rooms).key(),
                    START.plus(Duration.ofDays(row / 8)).plus(Duration.ofHours(row % 8)),
                    60,
                    "en",
                    "en",
                    false,
                    List.of(new RolePart(person.key(), "PRESENTER")),
                    List.of()));
        }
        return new AgendaSnapshot(
                new MeetingPart(
                        slug,
                        LocalizedText.english("Meeting " + slug),
                        LocalizedText.EMPTY,
                        LocalDate.parse("2027-06-08"),
                        LocalDate.parse("2027-06-11"),
                        "Asia/Almaty",
                        LocalizedText.english("Astana")),
                roomParts,
                List.of(topic),
                List.of(type),
                people,
                parts);
    }
}
