package org.caravanserai.gathering.finding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingView.RoomView;
import org.caravanserai.meeting.RoomUses;
import org.caravanserai.people.Access;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for a time for people. Whoever looks learns how well each time that is given suits each person, and nothing of what
 * the person does or of the hours she keeps.
 */
@Service
public class TimeSearch {

    /** How many times are given at most. */
    public static final int MOST = 5;

    private final PeopleSought people;
    private final PastMeetings past;
    private final Persons persons;
    private final MeetingDirectory meetings;
    private final List<RoomUses> roomUses;
    private final Access access;
    private final RateLimits limits;
    private final Clock clock;

    TimeSearch(
            PeopleSought people,
            PastMeetings past,
            Persons persons,
            MeetingDirectory meetings,
            List<RoomUses> roomUses,
            Access access,
            RateLimits limits,
            Clock clock) {
        this.people = people;
        this.past = past;
        this.persons = persons;
        this.meetings = meetings;
        this.roomUses = roomUses;
        this.access = access;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * What is looked for.
     *
     * @param required who must be there
     * @param optional who may be there
     * @param interpreters of whom one must be able to come; empty if none is needed
     * @param first the first day, by the clocks of {@code zone}
     * @param last the last day, by the clocks of {@code zone}
     * @param zone whose days these are
     * @param meeting one of whose rooms must be free; empty if no room is needed
     */
    public record Wanted(
            List<PersonId> required,
            List<PersonId> optional,
            List<PersonId> interpreters,
            Duration duration,
            LocalDate first,
            LocalDate last,
            ZoneId zone,
            Optional<MeetingId> meeting) {}

    /**
     * A person in a result.
     *
     * @param zone where she lives
     */
    public record Who(PersonName name, ZoneId zone, boolean required) {}

    /**
     * A time in a result.
     *
     * @param room the room that is free then
     * @param interpreter who can interpret then
     */
    public record Choice(FoundTime time, Optional<RoomView> room, Optional<PersonId> interpreter) {}

    /**
     * What was found.
     *
     * @param people everyone in the search, interpreters too
     * @param best the best few, the best first; empty if no room or no interpreter is ever free
     * @param without the best without somebody, where that is better for the others
     * @param remembered how many earlier meetings of these people were taken into account
     */
    public record Answer(
            Map<PersonId, Who> people, List<Choice> best, Map<PersonId, FoundTime> without, int remembered) {}

    /**
     * Searches.
     *
     * @throws Refusal if the search is too large or asks for nothing, or she searches too often
     */
    @SignedIn
    @Transactional(readOnly = true)
    public Answer search(Wanted wanted) {
        var me = access.requireMe();
        if (!limits.tryTake("find-time", me.value().toString(), 120, Duration.ofMinutes(10))) {
            throw Refusal.of("finding.often");
        }
        var from = later(wanted.first().atStartOfDay(wanted.zone()).toInstant());
        var until = wanted.last().plusDays(1).atStartOfDay(wanted.zone()).toInstant();
        // Before anybody's calendar is read it is clear that the window is not too long.
        if (wanted.last().isAfter(wanted.first().plusDays(TimeQuery.LONGEST_WINDOW.toDays() - 1))) {
            throw Refusal.at("last", "finding.window.long");
        }
        if (wanted.required().isEmpty()) {
            throw Refusal.at("required", "finding.people.none");
        }
        if (wanted.required().size()
                        + wanted.optional().size()
                        + wanted.interpreters().size()
                > TimeQuery.MOST_PEOPLE) {
            throw Refusal.at("required", "finding.people.many", TimeQuery.MOST_PEOPLE);
        }
        if (!from.plus(wanted.duration()).isBefore(until)) {
            throw Refusal.at("last", "finding.window.short");
        }
        var group = new LinkedHashMap<PersonId, Boolean>();
        wanted.required().forEach(each -> group.put(each, true));
        wanted.optional().forEach(each -> group.putIfAbsent(each, false));
        var everyone = new LinkedHashMap<>(group);
        wanted.interpreters().forEach(each -> everyone.putIfAbsent(each, false));
        var sought = people.of(everyone, from, until);
        var history = past.of(me, group.keySet());
        var rooms = wanted.meeting()
                .flatMap(meetings::byId)
                .map(view -> view.rooms())
                .orElse(List.of());
        if (wanted.meeting().isPresent() && rooms.isEmpty()) {
            throw Refusal.at("meeting", "finding.rooms.none");
        }
        var interpreters = Set.copyOf(wanted.interpreters());
        var asked = sought.stream()
                .filter(each -> interpreters.contains(each.person()))
                .toList();
        var found = TimeFinder.find(new TimeQuery(
                Rotation.shared(
                        sought.stream()
                                .filter(each -> group.containsKey(each.person()))
                                .toList(),
                        history),
                wanted.duration(),
                from,
                until,
                taken(wanted.meeting(), rooms, from, until),
                asked,
                wanted.zone(),
                MOST));
        return new Answer(
                named(everyone),
                found.best().stream()
                        .map(time -> new Choice(
                                time,
                                time.room() < 0 ? Optional.empty() : Optional.of(rooms.get(time.room())),
                                time.interpreter() < 0
                                        ? Optional.empty()
                                        : Optional.of(
                                                asked.get(time.interpreter()).person())))
                        .toList(),
                found.without(),
                history.size());
    }

    private Instant later(Instant from) {
        var soonest = clock.instant();
        return from.isBefore(soonest) ? soonest : from;
    }

    private List<List<Stretch>> taken(Optional<MeetingId> meeting, List<RoomView> rooms, Instant from, Instant until) {
        if (meeting.isEmpty()) {
            return List.of();
        }
        var taken = new LinkedHashMap<UUID, List<Stretch>>();
        rooms.forEach(room -> taken.put(
                room.key(),
                room.closures().stream()
                        .map(each -> Stretch.firm(each.start(), each.end()))
                        .collect(Collectors.toCollection(ArrayList::new))));
        for (var uses : roomUses) {
            for (var use : uses.of(meeting.get(), from, until)) {
                if (use.room().isPresent()) {
                    var of = taken.get(use.room().get());
                    if (of != null) {
                        of.add(Stretch.firm(use.from(), use.until()));
                    }
                } else {
                    taken.values().forEach(each -> each.add(Stretch.firm(use.from(), use.until())));
                }
            }
        }
        return List.copyOf(taken.values());
    }

    private Map<PersonId, Who> named(Map<PersonId, Boolean> required) {
        var known = persons
                .findAllById(required.keySet().stream().map(PersonId::value).toList())
                .stream()
                .collect(Collectors.toMap(Person::id, each -> each));
        var names = new LinkedHashMap<PersonId, Who>();
        required.forEach((person, needed) -> {
            var one = known.get(person);
            if (one != null) {
                names.put(person, new Who(one.name(), one.zone(), needed));
            }
        });
        return names;
    }
}
