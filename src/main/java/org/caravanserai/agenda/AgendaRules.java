package org.caravanserai.agenda;

import jakarta.persistence.Entity;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.agenda.conflict.ConflictRules;
import org.caravanserai.agenda.conflict.ConflictRules.Limits;
import org.caravanserai.agenda.conflict.Handling;
import org.caravanserai.agenda.conflict.SessionFacts.Needs;
import org.caravanserai.meeting.Equipment;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Refusal;

/** What the organisers of one meeting demand of its agenda, once they have changed anything. Times are minutes of the day. */
@Entity
class AgendaRules extends Aggregate {

    /** The longest way between two venues, in minutes. */
    static final int LONGEST_WAY = 240;

    /** The largest audience in common that may be asked for. */
    static final int LARGEST_AUDIENCE = 10_000;

    private static final String BOOTH = "BOOTH";
    private static final int DAY = 24 * 60;

    private UUID meeting;

    /** A text and no set, so that the audit trail tells what was changed; so are the needs. */
    private String handling = "";

    private int opens;

    private int closes;

    private int wakes;

    private int sleeps;

    private int travelMinutes;

    private int commonAudience;

    private String needs = "";

    @SuppressWarnings("NullAway.Init")
    protected AgendaRules() {}

    /**
     * The rules of a meeting.
     *
     * @throws Refusal as {@link #change} does
     */
    AgendaRules(MeetingId meeting, MeetingRules rules) {
        this.meeting = meeting.value();
        change(rules);
    }

    /**
     * Changes them.
     *
     * @throws Refusal if a day ends before it begins, or a number is out of range
     */
    final void change(MeetingRules rules) {
        var limits = rules.conflicts().limits();
        requireOrder("closes", limits.opens(), limits.closes());
        requireOrder("sleeps", limits.wakes(), limits.sleeps());
        if (limits.travelMinutes() < 1 || limits.travelMinutes() > LONGEST_WAY) {
            throw Refusal.at("travel", "conflict.limit.travel.range", LONGEST_WAY);
        }
        if (limits.commonAudience() < 1 || limits.commonAudience() > LARGEST_AUDIENCE) {
            throw Refusal.at("audience", "conflict.limit.audience.range", LARGEST_AUDIENCE);
        }
        opens = minute(limits.opens());
        closes = minute(limits.closes());
        wakes = minute(limits.wakes());
        sleeps = minute(limits.sleeps());
        travelMinutes = limits.travelMinutes();
        commonAudience = limits.commonAudience();
        handling = Arrays.stream(ConflictKind.values())
                .filter(kind -> rules.conflicts().of(kind) != kind.usual())
                .map(kind -> kind + "=" + rules.conflicts().of(kind))
                .collect(Collectors.joining(","));
        var written = new TreeSet<String>();
        rules.needs().forEach((type, needed) -> {
            needed.equipment().forEach(each -> written.add(type + "=" + each));
            if (needed.booths() > 0) {
                written.add(type + "=" + BOOTH);
            }
        });
        needs = String.join(",", written);
    }

    MeetingRules rules() {
        var kinds = new EnumMap<ConflictKind, Handling>(ConflictKind.class);
        for (var written : several(handling)) {
            var parts = written.split("=", 2);
            kinds.put(ConflictKind.valueOf(parts[0]), Handling.valueOf(parts[1]));
        }
        var byType = new LinkedHashMap<UUID, Needs>();
        for (var written : several(needs)) {
            var parts = written.split("=", 2);
            byType.merge(UUID.fromString(parts[0]), need(parts[1]), AgendaRules::both);
        }
        return new MeetingRules(
                new ConflictRules(
                        kinds,
                        new Limits(
                                time(opens), time(closes), time(wakes), time(sleeps), travelMinutes, commonAudience)),
                byType);
    }

    private static String[] several(String written) {
        return written.isEmpty() ? new String[0] : written.split(",");
    }

    private static Needs need(String written) {
        return written.equals(BOOTH) ? new Needs(Set.of(), 1) : new Needs(Set.of(Equipment.valueOf(written)), 0);
    }

    private static Needs both(Needs one, Needs other) {
        var equipment = new HashSet<>(one.equipment());
        equipment.addAll(other.equipment());
        return new Needs(equipment, Math.max(one.booths(), other.booths()));
    }

    private static void requireOrder(String field, LocalTime from, LocalTime to) {
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw Refusal.at(field, "conflict.limit.order");
        }
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(minute % DAY * 60L);
    }
}
