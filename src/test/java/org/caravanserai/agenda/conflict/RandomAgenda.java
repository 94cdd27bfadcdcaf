package org.caravanserai.agenda.conflict;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.caravanserai.agenda.conflict.AgendaFacts.TopicFacts;
import org.caravanserai.agenda.conflict.SessionFacts.Availability;
import org.caravanserai.agenda.conflict.SessionFacts.Needs;
import org.caravanserai.agenda.conflict.SessionFacts.TalkFacts;
import org.caravanserai.meeting.Equipment;
import org.caravanserai.text.LocalizedText;

/** Agendas in which everything that can be wrong is wrong somewhere, and moves in them. */
public final class RandomAgenda {

    static final ZoneId ZONE = ZoneId.of("Asia/Almaty");
    static final LocalDate FIRST = LocalDate.of(2027, 6, 8);
    static final int SESSIONS = 40;

    private final Random random;
    private final List<UUID> rooms = new ArrayList<>();

    public RandomAgenda(long seed) {
        random = new Random(seed);
    }

    public AgendaFacts facts() {
        var roomFacts = new ArrayList<RoomFacts>();
        for (int i = 0; i < 5; i++) {
            rooms.add(new UUID(1, i));
            roomFacts.add(new RoomFacts(
                    rooms.get(i),
                    random.nextInt(3) * 50,
                    List.of(interval()),
                    equipment(),
                    random.nextInt(2),
                    i == 4,
                    i % 2 == 0 ? "" : "annex"));
        }
        var topics = new HashMap<UUID, TopicFacts>();
        for (int i = 0; i < 6; i++) {
            topics.put(
                    new UUID(4, i),
                    new TopicFacts(
                            LocalizedText.english("Topic " + i), i < 2 ? Set.of(new UUID(4, 1L - i)) : Set.of()));
        }
        var zones = new HashMap<UUID, ZoneId>();
        for (int i = 0; i < 8; i++) {
            zones.put(new UUID(2, i), ZoneId.of(i % 2 == 0 ? "Asia/Tokyo" : "America/Lima"));
        }
        return new AgendaFacts(
                ZONE,
                List.of(FIRST, FIRST.plusDays(1), FIRST.plusDays(2)),
                Map.of(FIRST.plusDays(1), LocalizedText.english("Day of the capital")),
                roomFacts,
                topics,
                zones,
                List.of());
    }

    public UUID session() {
        return new UUID(3, random.nextInt(SESSIONS));
    }

    public SessionFacts described(UUID session) {
        var people = keys(4, () -> new UUID(2, random.nextInt(12)));
        var talks = new ArrayList<TalkFacts>();
        for (int i = random.nextInt(4); i > 0; i--) {
            talks.add(new TalkFacts(new UUID(5, i), LocalizedText.english("Talk " + i), 10 + random.nextInt(30)));
        }
        return new SessionFacts(
                session,
                60,
                random.nextInt(120),
                random.nextInt(6) == 0,
                talks,
                people,
                List.of(new Availability(people, random.nextBoolean(), List.of(interval()), List.of(interval()))),
                List.copyOf(keys(3, () -> new UUID(4, random.nextInt(6)))),
                new Needs(equipment(), random.nextInt(2), random.nextInt(3) * 20, random.nextInt(3) * 20),
                keys(30, () -> new UUID(2, random.nextInt(40))));
    }

    public Optional<Spot> spot() {
        return random.nextInt(10) == 0
                ? Optional.empty()
                : Optional.of(new Spot(random.nextInt(8) == 0 ? null : rooms.get(random.nextInt(5)), interval()));
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    /** Within four days, of which the last is none of the meeting's. */
    private Interval interval() {
        var midnight = FIRST.atStartOfDay(ZONE).toEpochSecond();
        var start = midnight + random.nextInt(4 * 48) * 1_800L;
        return new Interval(start, start + (1 + random.nextInt(6)) * 1_800L);
    }

    private Set<Equipment> equipment() {
        var equipment = EnumSet.noneOf(Equipment.class);
        for (var each : Equipment.values()) {
            if (random.nextInt(3) == 0) {
                equipment.add(each);
            }
        }
        return equipment;
    }

    private Set<UUID> keys(int bound, Supplier<UUID> key) {
        var keys = new HashSet<UUID>();
        for (int i = random.nextInt(bound); i > 0; i--) {
            keys.add(key.get());
        }
        return keys;
    }
}
