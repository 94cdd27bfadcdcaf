package org.caravanserai.agenda.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.optimiser.Agenda;
import org.caravanserai.agenda.optimiser.AgendaCost;
import org.caravanserai.agenda.optimiser.AgendaProblem;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;

/**
 * A meeting's agenda as the optimiser's problem, and back.
 *
 * @param beginning the minute zero of the problem
 * @param sessions the keys of the problem's sessions, in its order
 * @param rooms the keys of its rooms
 * @param roomNames their names
 * @param people the keys of its people
 * @param current the agenda to begin with
 * @param working what the working agenda costs
 * @param tooLong sessions that are left out because they fit into no day
 */
record PlanInput(
        MeetingId meeting,
        Instant beginning,
        List<UUID> sessions,
        List<UUID> rooms,
        List<LocalizedText> roomNames,
        List<UUID> people,
        Map<UUID, AgendaBoard.BoardSession> board,
        AgendaProblem problem,
        Agenda current,
        AgendaCost working,
        List<TooLong> tooLong) {

    /** A session that waits and fits into no day: it is placed by hand. */
    record TooLong(String code, int minutes, int longest) {

        Refusal refusal() {
            return Refusal.of("optimiser.session.long", code, minutes, longest);
        }
    }

    /** Where the problem's agenda puts each of its sessions. */
    Map<UUID, Optional<AgendaSpot>> spots(Agenda agenda) {
        var spots = new TreeMap<UUID, Optional<AgendaSpot>>();
        for (var session = 0; session < sessions.size(); session++) {
            var minutes = problem.sessions().get(session).minutes();
            spots.put(sessions.get(session), agenda.place(session).map(place -> spot(place, minutes)));
        }
        return spots;
    }

    AgendaSpot spot(Place place, int minutes) {
        return new AgendaSpot(rooms.get(place.room()), instant(place.start()), minutes);
    }

    /** The place of a spot; empty if it is in all rooms, or in one that is no more. */
    Optional<Place> place(AgendaSpot spot) {
        var room = rooms.indexOf(spot.room());
        return room < 0
                ? Optional.empty()
                : Optional.of(new Place(
                        room,
                        Math.toIntExact(
                                Duration.between(beginning, spot.start()).toMinutes())));
    }

    Instant instant(int minute) {
        return beginning.plus(Duration.ofMinutes(minute));
    }

    LocalizedText roomName(int number) {
        return roomNames.get(number);
    }

    PersonName personName(int number) {
        var key = people.get(number);
        return board.values().stream()
                .flatMap(session -> session.people().stream())
                .filter(person -> person.key().equals(key))
                .map(AgendaBoard.BoardPerson::name)
                .findFirst()
                .orElseThrow();
    }

    /** The name of a topic, which some session of the problem is about. */
    LocalizedText topicName(int number) {
        for (var session = 0; session < sessions.size(); session++) {
            if (problem.sessions().get(session).topic() == number) {
                return session(session).topic();
            }
        }
        throw new IllegalArgumentException("no session is about topic " + number);
    }

    AgendaBoard.BoardSession session(int number) {
        return Objects.requireNonNull(board.get(sessions.get(number)));
    }
}
