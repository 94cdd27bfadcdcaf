package org.caravanserai.gathering.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caravanserai.meeting.Holidays;
import org.caravanserai.people.Engagement;
import org.caravanserai.people.Engagements;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Internal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is known of people for whom a time is looked for: their hours, their holidays, and when they are engaged. */
@Component
@Internal
public class PeopleSought {

    private final Persons persons;
    private final HoursOfPeople hours;
    private final List<Engagements> engagements;
    private final Holidays holidays;

    PeopleSought(Persons persons, HoursOfPeople hours, List<Engagements> engagements, Holidays holidays) {
        this.persons = persons;
        this.hours = hours;
        this.engagements = engagements;
        this.holidays = holidays;
    }

    /**
     * People by their identity, in the order asked for; who is not known is left out.
     *
     * @param people whether each is required
     */
    @Transactional(readOnly = true)
    public List<Participant> of(Map<PersonId, Boolean> people, Instant from, Instant until) {
        var keys = people.keySet().stream().map(PersonId::value).toList();
        var known = persons.findAllById(keys).stream().collect(Collectors.toMap(Person::id, each -> each));
        var written = new HashMap<PersonId, Hours>();
        hours.findByPersonIn(keys).forEach(each -> written.put(each.person(), each.hours()));
        var engaged = engaged(people.keySet(), from, until);
        var celebrated =
                celebrated(known.values().stream().map(Person::country).collect(Collectors.toSet()), from, until);
        var found = new ArrayList<Participant>();
        people.forEach((person, required) -> {
            var one = known.get(person);
            if (one != null) {
                found.add(new Participant(
                        person,
                        one.zone(),
                        written.getOrDefault(person, Hours.usual(one.country())),
                        celebrated.getOrDefault(one.country(), Set.of()),
                        engaged.getOrDefault(person, List.of()),
                        required,
                        0));
            }
        });
        return found;
    }

    /** When one person is engaged. */
    @Transactional(readOnly = true)
    public List<Stretch> engagedOf(PersonId person, Instant from, Instant until) {
        return engaged(Set.of(person), from, until).getOrDefault(person, List.of());
    }

    /** The days in a window on which nobody works in each of these countries. */
    @Transactional(readOnly = true)
    public Map<String, Set<LocalDate>> celebrated(Set<String> countries, Instant from, Instant until) {
        var days = new HashMap<String, Set<LocalDate>>();
        var calendar =
                holidays.between(LocalDate.ofInstant(from, ZoneOffset.MIN), LocalDate.ofInstant(until, ZoneOffset.MAX));
        calendar.byDay()
                .forEach((day, there) -> there.stream()
                        .filter(each -> countries.contains(each.country()))
                        .forEach(each -> days.computeIfAbsent(each.country(), c -> new HashSet<>())
                                .add(day)));
        return days;
    }

    private Map<PersonId, List<Stretch>> engaged(Collection<PersonId> people, Instant from, Instant until) {
        var engaged = new LinkedHashMap<PersonId, List<Stretch>>();
        for (var source : engagements) {
            for (var each : source.of(new LinkedHashSet<>(people), from, until)) {
                engaged.computeIfAbsent(each.person(), p -> new ArrayList<>())
                        .add(new Stretch(each.from(), each.until(), each.kind() != Engagement.Kind.STARRED));
            }
        }
        return engaged;
    }
}
