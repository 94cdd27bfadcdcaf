package org.caravanserai.gathering.finding;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caravanserai.people.PersonId;

/** Says why a time was chosen. It tells of a person how well the time suits her and nothing of the hours she keeps. */
final class Reasons {

    private static final int MOST_ZONES = 4;

    private Reasons() {}

    static List<Reason> of(List<Participant> people, Map<PersonId, Suitability> suits, Instant start, Instant end) {
        var reasons = new ArrayList<Reason>();
        var groups = new EnumMap<Suitability, List<PersonId>>(Suitability.class);
        suits.forEach((person, how) ->
                groups.computeIfAbsent(how, h -> new ArrayList<>()).add(person));
        if (groups.size() == 1) {
            reasons.add(new Reason.Everyone(groups.keySet().iterator().next()));
        } else {
            groups.forEach((how, who) -> reasons.add(new Reason.Some(how, List.copyOf(who))));
        }
        var celebrating = people.stream()
                .filter(each -> onHoliday(each, start) || onHoliday(each, end.minusSeconds(1)))
                .map(Participant::person)
                .toList();
        if (!celebrating.isEmpty()) {
            reasons.add(new Reason.OnHoliday(celebrating));
        }
        partsOfDay(people, start, reasons);
        rotation(people, suits, reasons);
        return reasons;
    }

    private static boolean onHoliday(Participant participant, Instant instant) {
        return participant
                .holidays()
                .contains(instant.atZone(participant.zone()).toLocalDate());
    }

    /** Where people live by different clocks, what part of the day it is for each. */
    private static void partsOfDay(List<Participant> people, Instant start, List<Reason> reasons) {
        var zones = new LinkedHashMap<Object, ZoneId>();
        people.forEach(each -> zones.putIfAbsent(each.zone().getRules().getOffset(start), each.zone()));
        if (zones.size() > 1) {
            zones.values().stream()
                    .limit(MOST_ZONES)
                    .forEach(zone -> reasons.add(new Reason.PartOfDay(
                            zone, Reason.Part.of(start.atZone(zone).getHour()))));
        }
    }

    /** Those who have put up most so far are named where the time is better for them than for another. */
    private static void rotation(List<Participant> people, Map<PersonId, Suitability> suits, List<Reason> reasons) {
        int most = people.stream().mapToInt(Participant::debt).max().orElse(0);
        int least = people.stream().mapToInt(Participant::debt).min().orElse(0);
        if (most == least) {
            return;
        }
        var worst = suits.values().stream().max(Suitability::compareTo).orElseThrow();
        var rested = people.stream()
                .filter(each -> each.debt() == most && suits.get(each.person()) != worst)
                .map(Participant::person)
                .toList();
        if (!rested.isEmpty()) {
            reasons.add(new Reason.Rotation(rested));
        }
    }
}
