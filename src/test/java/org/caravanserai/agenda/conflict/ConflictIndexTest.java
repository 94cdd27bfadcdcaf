package org.caravanserai.agenda.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.caravanserai.agenda.conflict.Conflict.Kind;
import org.caravanserai.agenda.conflict.ConflictIndex.RoomFacts;
import org.caravanserai.agenda.conflict.ConflictIndex.SessionFacts;
import org.caravanserai.agenda.conflict.ConflictIndex.Spot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConflictIndexTest {

    private static final Interval DAYS = new Interval(0, 4 * 86_400);

    private final UUID hall = new UUID(1, 1);
    private final UUID studio = new UUID(1, 2);
    private final UUID aigul = new UUID(2, 1);
    private final UUID panel = new UUID(3, 1);
    private final UUID workshop = new UUID(3, 2);
    private final ConflictIndex index = new ConflictIndex(
            List.of(
                    new RoomFacts(hall, 100, List.of(new Interval(7_200, 10_800))),
                    new RoomFacts(studio, 20, List.of())),
            DAYS);

    @Test
    void whatEndsWhenTheNextStartsIsNoConflict() {
        describe(panel);
        describe(workshop);
        index.place(panel, new Spot(hall, new Interval(0, 3_600)));
        index.place(workshop, new Spot(hall, new Interval(3_600, 7_200)));

        assertThat(index.all()).isEmpty();
    }

    @Test
    void oneRoomTwiceIsMarkedOnBothAndGoneWhenOneMovesAway() {
        describe(panel);
        describe(workshop);
        index.place(panel, new Spot(hall, new Interval(0, 3_600)));

        var touched = index.place(workshop, new Spot(hall, new Interval(3_000, 7_200)));

        assertThat(touched).containsExactlyInAnyOrder(panel, workshop);
        assertThat(kinds(panel)).containsExactly(Kind.ROOM_TWICE);
        assertThat(index.of(workshop)).isEqualTo(index.of(panel));
        assertThat(index.place(workshop, new Spot(studio, new Interval(3_000, 7_200))))
                .contains(panel);
        assertThat(index.all()).isEmpty();
    }

    @Test
    void aPersonIsNotInTwoRoomsAtOnce() {
        describe(panel, aigul);
        describe(workshop, aigul);
        index.place(panel, new Spot(hall, new Interval(0, 3_600)));
        index.place(workshop, new Spot(studio, new Interval(1_800, 5_400)));

        assertThat(index.all()).containsExactly(new Conflict(Kind.PERSON_TWICE, panel, workshop, Set.of(aigul)));
    }

    @Test
    void whatIsInAllRoomsStandsInTheWayOfEveryRoom() {
        describe(panel);
        describe(workshop);
        index.place(panel, new Spot(hall, new Interval(0, 3_600)));
        index.place(workshop, new Spot(null, new Interval(1_800, 5_400)));

        assertThat(kinds(workshop)).containsExactly(Kind.ROOM_TWICE);
    }

    @Test
    void aRoomMayBeClosedOrTooSmallAndATimeUnsuitableOrOutsideAndTalksTooLong() {
        index.describe(new SessionFacts(panel, 150, 90, Set.of(), List.of(new Interval(9_000, 9_001))));
        index.place(panel, new Spot(hall, new Interval(9_000, 12_600)));
        assertThat(kinds(panel))
                .containsExactlyInAnyOrder(
                        Kind.ROOM_CLOSED, Kind.ROOM_TOO_SMALL, Kind.PERSON_UNAVAILABLE, Kind.TALKS_EXCEED_SESSION);

        index.place(panel, new Spot(hall, new Interval(DAYS.end() - 1_800, DAYS.end() + 3_600)));
        assertThat(kinds(panel)).containsExactlyInAnyOrder(Kind.ROOM_TOO_SMALL, Kind.OUTSIDE_DAYS);
    }

    @Test
    void whoJoinsASessionBringsHerConflicts() {
        describe(panel, aigul);
        describe(workshop);
        index.place(panel, new Spot(hall, new Interval(0, 3_600)));
        index.place(workshop, new Spot(studio, new Interval(0, 3_600)));
        assertThat(index.all()).isEmpty();

        describe(workshop, aigul);

        assertThat(kinds(panel)).containsExactly(Kind.PERSON_TWICE);
    }

    /** After any sequence of moves, the index says what a comparison of every session with every other says. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void movesLeaveExactlyTheConflictsThatComparingAllWithAllFinds(long seed) {
        var random = new Random(seed);
        var rooms = new ArrayList<RoomFacts>();
        for (int i = 0; i < 4; i++) {
            rooms.add(new RoomFacts(new UUID(1, i), random.nextInt(3) * 50, List.of(interval(random))));
        }
        var tried = new ConflictIndex(rooms, DAYS);
        var facts = new HashMap<UUID, SessionFacts>();
        var spots = new HashMap<UUID, Spot>();
        for (int step = 0; step < 400; step++) {
            var session = new UUID(3, random.nextInt(40));
            var known = facts.containsKey(session);
            var choice = random.nextInt(10);
            if (!known || choice == 0) {
                var people = new HashSet<UUID>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    people.add(new UUID(2, random.nextInt(12)));
                }
                var made = new SessionFacts(
                        session, random.nextInt(120), random.nextInt(90), people, List.of(interval(random)));
                facts.put(session, made);
                tried.describe(made);
            } else if (choice == 1) {
                spots.remove(session);
                tried.unplace(session);
            } else {
                var spot = new Spot(
                        random.nextInt(8) == 0
                                ? null
                                : rooms.get(random.nextInt(4)).room(),
                        interval(random));
                spots.put(session, spot);
                tried.place(session, spot);
            }
            if (step % 20 == 0) {
                assertThat(tried.all()).isEqualTo(byBruteForce(rooms, facts, spots));
            }
        }
        assertThat(tried.all()).isEqualTo(byBruteForce(rooms, facts, spots)).isNotEmpty();
    }

    /** Real agendas: how many pairs of sessions share a room or a person (by name) at one time. */
    @ParameterizedTest
    @CsvSource({"38c3,2,143", "fosdem_2021,1,0", "debconf23,0,0"})
    void publishedAgendasHaveTheConflictsThatAreKnownOfThem(String name, int roomPairs, int personPairs)
            throws IOException, XMLStreamException {
        var file = Path.of("../shared/data/schedules/" + name + ".xml.gz");
        assumeThat(file).as("the real schedules are beside the repository").exists();

        var found = ofSchedule(file).all();

        assertThat(found.stream().filter(c -> c.kind() == Kind.ROOM_TWICE)).hasSize(roomPairs);
        assertThat(found.stream().filter(c -> c.kind() == Kind.PERSON_TWICE)).hasSize(personPairs);
    }

    private static Interval interval(Random random) {
        var start = random.nextInt(200) * 1_800L - 1_800;
        return new Interval(start, start + (1 + random.nextInt(6)) * 1_800L);
    }

    private static Set<Conflict> byBruteForce(
            List<RoomFacts> rooms, Map<UUID, SessionFacts> facts, Map<UUID, Spot> spots) {
        var found = new HashSet<Conflict>();
        spots.forEach((one, spot) -> {
            var of = java.util.Objects.requireNonNull(facts.get(one));
            for (var room : rooms) {
                if (room.room().equals(spot.room())) {
                    if (room.closures().stream().anyMatch(spot.time()::overlaps)) {
                        found.add(new Conflict(Kind.ROOM_CLOSED, one, null, Set.of()));
                    }
                    if (room.capacity() > 0 && of.audience() > room.capacity()) {
                        found.add(new Conflict(Kind.ROOM_TOO_SMALL, one, null, Set.of()));
                    }
                }
            }
            if (of.unsuitable().stream().anyMatch(spot.time()::overlaps)) {
                found.add(new Conflict(Kind.PERSON_UNAVAILABLE, one, null, Set.of()));
            }
            if (spot.time().start() < DAYS.start() || spot.time().end() > DAYS.end()) {
                found.add(new Conflict(Kind.OUTSIDE_DAYS, one, null, Set.of()));
            }
            if (of.talkMinutes() * 60L > spot.time().end() - spot.time().start()) {
                found.add(new Conflict(Kind.TALKS_EXCEED_SESSION, one, null, Set.of()));
            }
            spots.forEach((other, otherSpot) -> {
                if (one.compareTo(other) < 0 && spot.time().overlaps(otherSpot.time())) {
                    if (spot.room() == null
                            || otherSpot.room() == null
                            || spot.room().equals(otherSpot.room())) {
                        found.add(new Conflict(Kind.ROOM_TWICE, one, other, Set.of()));
                    }
                    var both = new TreeSet<>(of.people());
                    both.retainAll(
                            java.util.Objects.requireNonNull(facts.get(other)).people());
                    if (!both.isEmpty()) {
                        found.add(new Conflict(Kind.PERSON_TWICE, one, other, both));
                    }
                }
            });
        });
        return found;
    }

    private static ConflictIndex ofSchedule(Path file) throws IOException, XMLStreamException {
        var index = new ConflictIndex(List.of(), new Interval(0, Long.MAX_VALUE));
        var rooms = new HashMap<String, UUID>();
        var people = new HashMap<String, UUID>();
        try (InputStream plain = new GZIPInputStream(Files.newInputStream(file))) {
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
                    index.describe(new SessionFacts(session, 0, 0, names, List.of()));
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

    private void describe(UUID session, UUID... people) {
        index.describe(new SessionFacts(session, 0, 0, Set.of(people), List.of()));
    }

    private List<Kind> kinds(UUID session) {
        return index.of(session).stream().map(Conflict::kind).toList();
    }
}
