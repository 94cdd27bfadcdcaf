package org.caravanserai.agenda.planning;

import java.time.Duration;
import java.util.List;
import org.caravanserai.agenda.optimiser.AgendaProblem;
import org.caravanserai.agenda.optimiser.Clashes;
import org.caravanserai.agenda.planning.PlanStanding.Clash;
import org.springframework.stereotype.Component;

/** Names what cannot be met together, in the words of the agenda. */
@Component
class PlanClashes {

    private static final Duration TIME = Duration.ofSeconds(20);
    private static final long MOST_PLACES = 120_000;

    /** A minimal set; empty if there is none, or it could not be found in the time. */
    List<Clash> of(PlanInput input, AgendaProblem problem) {
        var places = 0L;
        for (var session = 0; session < problem.sessions().size(); session++) {
            places += (long) problem.starts(session).length * problem.rooms().size();
        }
        if (places > MOST_PLACES) {
            return List.of();
        }
        return Clashes.find(problem, TIME).orElseGet(List::of).stream()
                .map(demand -> clash(input, demand))
                .toList();
    }

    private static Clash clash(PlanInput input, Clashes.Demand demand) {
        return switch (demand) {
            case Clashes.Demand.Takes(var session) ->
                new Clash.Takes(input.session(session).title());
            case Clashes.Demand.Stays(var session) ->
                new Clash.Stays(input.session(session).title());
            case Clashes.Demand.Suits(var session) ->
                new Clash.Suits(input.session(session).title());
            case Clashes.Demand.OneInRoom(var room) -> new Clash.OneInRoom(input.roomName(room));
            case Clashes.Demand.OneForPerson(var person) -> new Clash.OneForPerson(input.personName(person));
            case Clashes.Demand.FreeBetween(var room) -> new Clash.FreeBetween(input.roomName(room));
            case Clashes.Demand.OnTheWay(var person) -> new Clash.OnTheWay(input.personName(person));
            case Clashes.Demand.OneOfTopic(var topic) -> new Clash.OneOfTopic(input.topicName(topic));
            case Clashes.Demand.Apart(var one, var other) ->
                new Clash.Apart(input.session(one).title(), input.session(other).title());
            case Clashes.Demand.InOrder(var first, var second) ->
                new Clash.InOrder(
                        input.session(first).title(), input.session(second).title());
        };
    }
}
