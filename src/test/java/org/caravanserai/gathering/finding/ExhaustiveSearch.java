package org.caravanserai.gathering.finding;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.caravanserai.people.PersonId;

/**
 * The same search in the plainest way, to compare with: every start, every person, every few minutes by her clock, with
 * nothing taken from the real one but what it is given. Times of day are whole multiples of {@link #GRAIN} here.
 */
final class ExhaustiveSearch {

    static final Duration GRAIN = Duration.ofMinutes(5);

    private final TimeQuery query;
    private final List<Instant> starts = new ArrayList<>();
    private final Map<Participant, Map<Instant, Suitability>> known = new IdentityHashMap<>();
    private final Map<Participant, Map<Instant, Suitability>> moments = new IdentityHashMap<>();

    ExhaustiveSearch(TimeQuery query) {
        this.query = query;
        for (var start = query.from();
                !start.plus(query.duration()).isAfter(query.until());
                start = start.plus(Duration.ofMinutes(1))) {
            if (start.getEpochSecond() % 900 == 0 && resources(start)) {
                starts.add(start);
            }
        }
    }

    record Time(Instant start, int unable, int worst, int sum) {

        private static final Comparator<Time> BEST_FIRST = Comparator.comparingInt(Time::unable)
                .thenComparingInt(Time::worst)
                .thenComparingInt(Time::sum)
                .thenComparing(Time::start);
    }

    List<Time> best() {
        var all = times(query.participants());
        var chosen = new ArrayList<Time>();
        for (var time : all) {
            var apart = query.duration().compareTo(Duration.ofHours(3)) > 0 ? query.duration() : Duration.ofHours(3);
            var near = chosen.stream()
                    .anyMatch(other ->
                            Duration.between(other.start(), time.start()).abs().compareTo(apart) < 0);
            var sameDay = chosen.stream()
                    .filter(other -> day(other.start()).equals(day(time.start())))
                    .count();
            if (!near && sameDay < 2 && chosen.size() < query.most()) {
                chosen.add(time);
            }
        }
        return chosen;
    }

    Map<PersonId, Time> without() {
        var found = new LinkedHashMap<PersonId, Time>();
        var best = best();
        if (best.isEmpty()
                || query.participants().stream().filter(Participant::required).count() < 2) {
            return found;
        }
        for (var left : query.participants()) {
            var others =
                    query.participants().stream().filter(each -> each != left).toList();
            var time = times(others).getFirst();
            var top = best.getFirst();
            if (left.required()
                    && (time.unable() < top.unable()
                            || (time.unable() == top.unable() && time.worst() < top.worst()))) {
                found.put(left.person(), time);
            }
        }
        return found;
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, query.zone());
    }

    private List<Time> times(List<Participant> people) {
        var all = new ArrayList<Time>();
        for (var start : starts) {
            all.add(time(people, start));
        }
        all.sort(Time.BEST_FIRST);
        return all;
    }

    private boolean resources(Instant start) {
        var end = start.plus(query.duration());
        var room = query.rooms().isEmpty()
                || query.rooms().stream()
                        .anyMatch(taken -> taken.stream()
                                .noneMatch(each -> each.from().isBefore(end)
                                        && each.until().isAfter(start)));
        var interpreter = query.interpreters().isEmpty()
                || query.interpreters().stream()
                        .anyMatch(each -> suits(each, start).inconvenience() < Suitability.OUTSIDE.inconvenience());
        return room && interpreter;
    }

    private Time time(List<Participant> people, Instant start) {
        int unable = 0;
        int worst = 0;
        int sum = 0;
        for (var each : people) {
            var suits = suits(each, start);
            sum += suits.inconvenience();
            if (each.required() && suits == Suitability.ENGAGED) {
                unable++;
            } else if (each.required()) {
                worst = Math.max(worst, each.debt() + suits.inconvenience());
            }
        }
        return new Time(start, unable, worst, sum);
    }

    private Suitability suits(Participant person, Instant start) {
        return known.computeIfAbsent(person, p -> new HashMap<>()).computeIfAbsent(start, s -> over(person, s));
    }

    private Suitability over(Participant person, Instant start) {
        var here = moments.computeIfAbsent(person, p -> new HashMap<>());
        var worst = Suitability.WORKING;
        for (var at = start; at.isBefore(start.plus(query.duration())); at = at.plus(GRAIN)) {
            var moment = here.computeIfAbsent(at, instant -> atMoment(person, instant));
            worst = moment.inconvenience() > worst.inconvenience() ? moment : worst;
        }
        return worst;
    }

    private static Suitability atMoment(Participant person, Instant instant) {
        var engaged = Optional.<Stretch>empty();
        for (var stretch : person.engaged()) {
            if (!instant.isBefore(stretch.from()) && instant.isBefore(stretch.until())) {
                engaged = engaged.filter(Stretch::firm).or(() -> Optional.of(stretch));
            }
        }
        var byHours = byHours(person, instant.atZone(person.zone()));
        if (engaged.isEmpty()) {
            return byHours;
        }
        if (engaged.get().firm()) {
            return Suitability.ENGAGED;
        }
        return byHours == Suitability.OUTSIDE ? Suitability.OUTSIDE : Suitability.RATHER_NOT;
    }

    private static Suitability byHours(Participant person, ZonedDateTime local) {
        int minute = local.getHour() * 60 + local.getMinute();
        var hours = person.hours();
        var workday = hours.working().containsKey(local.getDayOfWeek())
                && !person.holidays().contains(local.toLocalDate());
        if (workday) {
            var work = Objects.requireNonNull(hours.working().get(local.getDayOfWeek()));
            if (work.from() <= minute && minute < work.until()) {
                for (var each : hours.breaks()) {
                    if (each.days().contains(local.getDayOfWeek())
                            && each.span().from() <= minute
                            && minute < each.span().until()) {
                        return Suitability.BREAK;
                    }
                }
                return Suitability.WORKING;
            }
            if (minute >= hours.humane().from()
                    && minute < hours.humane().until()
                    && minute + 60 >= work.from()
                    && minute < work.until() + 60) {
                return Suitability.EDGE;
            }
        }
        return minute >= hours.humane().from() && minute < hours.humane().until()
                ? Suitability.HUMANE
                : Suitability.OUTSIDE;
    }
}
