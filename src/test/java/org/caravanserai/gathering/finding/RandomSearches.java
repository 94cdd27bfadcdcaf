package org.caravanserai.gathering.finding;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.caravanserai.people.PersonId;

/** Makes searches up, around changes of the clocks more often than not. */
final class RandomSearches {

    static final List<ZoneId> ZONES = List.of(
                    "Asia/Almaty",
                    "Asia/Bishkek",
                    "Asia/Dushanbe",
                    "Asia/Ashgabat",
                    "Asia/Tashkent",
                    "Asia/Tokyo",
                    "Europe/Berlin",
                    "America/New_York",
                    "America/St_Johns",
                    "Australia/Lord_Howe",
                    "Asia/Kathmandu",
                    "Pacific/Chatham")
            .stream()
            .map(ZoneId::of)
            .toList();

    private final Random random;

    RandomSearches(long seed) {
        this.random = new Random(seed);
    }

    TimeQuery next() {
        var zone = zone();
        var from = zone.getRules().isFixedOffset() || random.nextInt(4) == 0
                ? Instant.parse("2027-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(525_600)))
                : transition(zone).minus(Duration.ofMinutes(random.nextInt(1_440)));
        var until = from.plus(Duration.ofMinutes(300 + random.nextInt(1_500)));
        var people = people(1 + random.nextInt(4), from, until);
        List<Participant> interpreters =
                random.nextInt(3) == 0 ? people(1 + random.nextInt(2), from, until) : List.of();
        var rooms = new ArrayList<List<Stretch>>();
        for (int i = random.nextInt(3); i > 0 && random.nextBoolean(); i--) {
            rooms.add(stretches(from, until, 4).stream()
                    .map(each -> Stretch.firm(each.from(), each.until()))
                    .toList());
        }
        return new TimeQuery(
                people,
                TimeQuery.STEP.multipliedBy(1 + random.nextInt(12)),
                from,
                until,
                rooms,
                interpreters,
                zone(),
                1 + random.nextInt(6));
    }

    private ZoneId zone() {
        return ZONES.get(random.nextInt(ZONES.size()));
    }

    private Instant transition(ZoneId zone) {
        var next = zone.getRules()
                .nextTransition(Instant.parse("2026-06-01T00:00:00Z").plus(Duration.ofDays(random.nextInt(2_000))));
        return next == null ? Instant.parse("2027-03-28T01:00:00Z") : next.getInstant();
    }

    private List<Participant> people(int number, Instant from, Instant until) {
        var people = new ArrayList<Participant>();
        for (int i = 0; i < number; i++) {
            var zone = zone();
            var holidays = new HashSet<LocalDate>();
            for (int day = 0; day < 3; day++) {
                if (random.nextInt(5) == 0) {
                    holidays.add(LocalDate.ofInstant(from, zone).plusDays(day));
                }
            }
            people.add(new Participant(
                    new PersonId(new UUID(random.nextLong(), random.nextLong())),
                    zone,
                    hours(),
                    holidays,
                    stretches(from, until, 5),
                    random.nextInt(3) > 0,
                    random.nextBoolean() ? 0 : random.nextInt(40)));
        }
        return people;
    }

    private Hours hours() {
        if (random.nextInt(4) == 0) {
            return Hours.usual(List.of("JP", "KZ", "TJ").get(random.nextInt(3)));
        }
        var working = new EnumMap<DayOfWeek, DaySpan>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(5) > 0) {
                working.put(day, span());
            }
        }
        var breaks = new ArrayList<Break>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var days = EnumSet.allOf(DayOfWeek.class);
            days.removeIf(day -> random.nextInt(3) == 0);
            if (!days.isEmpty()) {
                breaks.add(new Break(Break.Kind.OTHER, span(), days));
            }
        }
        return new Hours(working, breaks, random.nextBoolean() ? new DaySpan(0, DaySpan.DAY) : span());
    }

    private DaySpan span() {
        int from = 5 * random.nextInt(280);
        return new DaySpan(from, Math.min(DaySpan.DAY, from + 5 * (1 + random.nextInt(200))));
    }

    private List<Stretch> stretches(Instant from, Instant until, int most) {
        var all = new ArrayList<Stretch>();
        long begin = Math.floorDiv(from.getEpochSecond(), 300) - 12;
        long length = Math.floorDiv(until.getEpochSecond(), 300) - begin;
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            var start = Instant.ofEpochSecond(300 * (begin + random.nextLong(length)));
            all.add(new Stretch(start, start.plusSeconds(300L * (1 + random.nextInt(60))), random.nextInt(3) > 0));
        }
        return all;
    }
}
