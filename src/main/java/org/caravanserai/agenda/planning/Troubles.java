package org.caravanserai.agenda.planning;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Objects;
import org.caravanserai.agenda.optimiser.AgendaProblem;
import org.caravanserai.agenda.optimiser.AgendaProblem.Stretch;
import org.caravanserai.agenda.planning.PlanOrder.Trouble;
import org.caravanserai.text.Refusal;

/** Makes of a problem the one that something which has happened leaves. */
final class Troubles {

    private static final Stretch ALWAYS = new Stretch(-1_000_000, 1_000_000);

    private Troubles() {}

    static AgendaProblem after(PlanInput input, Trouble trouble, ZoneId zone) {
        var problem = input.problem();
        var time = trouble.day() == null ? ALWAYS : day(input, trouble.day(), zone);
        return switch (trouble.kind()) {
            case PERSON_AWAY -> {
                var person = input.people().indexOf(Objects.requireNonNull(trouble.subject()));
                if (person < 0) {
                    throw Refusal.at("person", "optimiser.trouble.person");
                }
                yield problem.withSessions(problem.sessions().stream()
                        .map(session -> session.people().contains(person) ? session.unavailableToo(time) : session)
                        .toList());
            }
            case ROOM_LOST -> {
                var room = input.rooms().indexOf(Objects.requireNonNull(trouble.subject()));
                if (room < 0) {
                    throw Refusal.at("room", "agenda.place.room");
                }
                var rooms = new ArrayList<>(problem.rooms());
                rooms.set(room, rooms.get(room).closedToo(time));
                yield problem.withRooms(rooms);
            }
            // Not the hours: what is pinned may be outside them.
            case DAY_CLOSED ->
                problem.withRooms(problem.rooms().stream()
                        .map(room -> room.closedToo(time))
                        .toList());
        };
    }

    private static Stretch day(PlanInput input, LocalDate day, ZoneId zone) {
        return new Stretch(minute(input, day, zone), minute(input, day.plusDays(1), zone));
    }

    private static int minute(PlanInput input, LocalDate day, ZoneId zone) {
        return Math.toIntExact(java.time.Duration.between(
                        input.beginning(), day.atStartOfDay(zone).toInstant())
                .toMinutes());
    }
}
