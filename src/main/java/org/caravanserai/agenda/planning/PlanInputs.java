package org.caravanserai.agenda.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaBoard.BoardSession;
import org.caravanserai.agenda.AgendaBoards;
import org.caravanserai.agenda.Session;
import org.caravanserai.agenda.SessionPersons;
import org.caravanserai.agenda.Sessions;
import org.caravanserai.agenda.conflict.Interval;
import org.caravanserai.agenda.conflict.RoomFacts;
import org.caravanserai.agenda.conflict.SessionFacts;
import org.caravanserai.agenda.optimiser.Agenda;
import org.caravanserai.agenda.optimiser.AgendaProblem;
import org.caravanserai.agenda.optimiser.AgendaProblem.Order;
import org.caravanserai.agenda.optimiser.AgendaProblem.Place;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.people.Person;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Component;

/** Reads a meeting's agenda, with all that is known of its people and rooms, into the optimiser's problem. */
@Component
class PlanInputs {

    /** Of those whose audience is known, so many are popular: one in five. */
    private static final int POPULAR = 5;

    private final AgendaBoards boards;
    private final MeetingDirectory directory;
    private final Sessions sessions;
    private final SessionPersons persons;
    private final SessionWishing wishing;

    PlanInputs(
            AgendaBoards boards,
            MeetingDirectory directory,
            Sessions sessions,
            SessionPersons persons,
            SessionWishing wishing) {
        this.boards = boards;
        this.directory = directory;
        this.sessions = sessions;
        this.persons = persons;
        this.wishing = wishing;
    }

    /**
     * Reads it for an order.
     *
     * @throws Refusal if there are no rooms or no sessions, or a session cannot be placed at all
     */
    PlanInput read(MeetingId meeting, PlanOrder order) {
        var view = directory.byId(meeting).orElseThrow(() -> Refusal.of("agenda.place.gone"));
        if (view.rooms().isEmpty()) {
            throw Refusal.of("optimiser.rooms.none");
        }
        return new Reading(view, boards.board(meeting), boards.known(meeting), order).input();
    }

    /** One reading. */
    private final class Reading {

        private final MeetingView meeting;
        private final AgendaBoard board;
        private final AgendaBoards.Known judged;
        private final PlanOrder order;
        private final PlanTimes times;
        private final Map<UUID, Session> facts = new HashMap<>();
        private final Map<UUID, SessionWishing.Wish> wishes;
        private final Map<UUID, SessionFacts> known = new HashMap<>();
        private final Map<UUID, Person> people = new HashMap<>();
        private final List<UUID> roomKeys;

        Reading(MeetingView meeting, AgendaBoard board, AgendaBoards.Known judged, PlanOrder order) {
            this.meeting = meeting;
            this.board = board;
            this.judged = judged;
            this.order = order;
            var key = meeting.id().value();
            sessions.findByMeeting(key).forEach(session -> facts.put(session.key(), session));
            wishes = wishing.of(meeting.id());
            judged.facts().sessions().forEach(session -> known.put(session.session(), session));
            times = new PlanTimes(judged.facts(), judged.rules().limits());
            persons.personsOf(key).forEach(person -> people.put(person.key(), person));
            roomKeys = judged.facts().rooms().stream().map(RoomFacts::room).toList();
        }

        PlanInput input() {
            var hours = times.hours(board, order.rules());
            var longest = hours.stream()
                    .mapToInt(open -> open.end() - open.start())
                    .max()
                    .orElseThrow(() -> Refusal.at("dayEnd", "optimiser.hours.none"));
            var included = new ArrayList<BoardSession>();
            var tooLong = new ArrayList<PlanInput.TooLong>();
            for (var session : board.sessions()) {
                if (isIncluded(session)) {
                    if (session.place().isEmpty() && minutes(session) > longest) {
                        tooLong.add(new PlanInput.TooLong(session.code(), minutes(session), longest));
                    } else {
                        included.add(session);
                    }
                }
            }
            if (included.isEmpty()) {
                throw tooLong.isEmpty()
                        ? Refusal.of("optimiser.sessions.none")
                        : tooLong.getFirst().refusal();
            }
            var popular = popular(included);
            var translation = new PlanFacts(
                    judged.facts(),
                    judged.rules(),
                    times,
                    included.stream().map(this::knownOf).toList(),
                    inAllRooms());
            var made = new ArrayList<AgendaProblem.Session>();
            for (var session : included) {
                var minutes = minutes(session);
                // What is placed and longer than a day, such as a field trip, stays where it was put by hand.
                var pinned = minutes > longest ? place(session) : pinned(session);
                made.add(translation.session(made.size(), planned(session, minutes, pinned, popular)));
            }
            pinsFit(included);
            var keys = included.stream().map(BoardSession::key).toList();
            var problem = new AgendaProblem(
                    made,
                    translation.rooms(),
                    hours,
                    order.rules().grid(),
                    translation.common(),
                    orders(keys),
                    translation.frame(),
                    PlanWeights.of(order, judged.rules()));
            var working = new Agenda(problem);
            for (var number = 0; number < included.size(); number++) {
                var place = place(included.get(number));
                if (place.isPresent()) {
                    working.place(number, place.get());
                }
            }
            var byKey = new HashMap<UUID, BoardSession>();
            board.sessions().forEach(session -> byKey.put(session.key(), session));
            return new PlanInput(
                    meeting.id(),
                    times.beginning(),
                    keys,
                    roomKeys,
                    board.rooms().stream().map(AgendaBoard.BoardRoom::name).toList(),
                    translation.people(),
                    byKey,
                    problem,
                    order.aim() == PlanOrder.Aim.BUILD ? new Agenda(problem) : working,
                    working.cost(),
                    List.copyOf(tooLong));
        }

        private void pinsFit(List<BoardSession> included) {
            var pinned = included.stream()
                    .filter(session -> session.place().isPresent()
                            && wishes.getOrDefault(session.key(), SessionWishing.Wish.NONE)
                                    .pinned())
                    .toList();
            for (var one : pinned) {
                for (var other : pinned) {
                    var at = one.place().orElseThrow().spot();
                    var there = other.place().orElseThrow().spot();
                    if (one.code().compareTo(other.code()) < 0
                            && Objects.equals(at.room(), there.room())
                            && at.start().isBefore(there.end())
                            && there.start().isBefore(at.end())) {
                        throw Refusal.of("optimiser.pins.clash", one.code(), other.code());
                    }
                }
            }
        }

        /** Items and talks that wait are placed by hand; what is in all rooms stays and takes its time away from the others. */
        private boolean isIncluded(BoardSession session) {
            return session.place().isPresent()
                    ? session.place().get().spot().room() != null
                    : kind(session) == SessionType.Kind.SESSION;
        }

        private SessionType.Kind kind(BoardSession session) {
            return meeting.type(fact(session).sessionType())
                    .map(MeetingView.TypeView::kind)
                    .orElse(SessionType.Kind.SESSION);
        }

        private Session fact(BoardSession session) {
            return Objects.requireNonNull(facts.get(session.key()));
        }

        private int minutes(BoardSession session) {
            return session.place().map(place -> place.spot().minutes()).orElse(session.minutes());
        }

        private Optional<Place> place(BoardSession session) {
            return session.place().map(place -> place.spot()).flatMap(spot -> {
                var room = roomKeys.indexOf(spot.room());
                return room < 0 ? Optional.empty() : Optional.of(new Place(room, times.minute(spot.start())));
            });
        }

        private Optional<Place> pinned(BoardSession session) {
            var stays =
                    wishes.getOrDefault(session.key(), SessionWishing.Wish.NONE).pinned()
                            || order.aim() == PlanOrder.Aim.FILL
                            || order.aim() != PlanOrder.Aim.REPAIR && kind(session) == SessionType.Kind.ITEM;
            return stays ? place(session) : Optional.empty();
        }

        private SessionFacts knownOf(BoardSession session) {
            return known.getOrDefault(session.key(), SessionFacts.of(session.key(), Set.of()));
        }

        private List<PlanFacts.InAllRooms> inAllRooms() {
            var everywhere = new ArrayList<PlanFacts.InAllRooms>();
            for (var session : board.sessions()) {
                session.place()
                        .map(AgendaBoard.BoardPlace::spot)
                        .filter(spot -> spot.room() == null)
                        .ifPresent(spot -> everywhere.add(
                                new PlanFacts.InAllRooms(knownOf(session), Interval.of(spot.start(), spot.end()))));
            }
            return everywhere;
        }

        private PlanFacts.Planned planned(BoardSession session, int minutes, Optional<Place> pinned, int popular) {
            var audience = fact(session).expectedAudience();
            var countries = new HashSet<Integer>();
            for (var person : session.people()) {
                Optional.ofNullable(people.get(person.key()))
                        .map(Person::country)
                        .filter(country -> !country.isEmpty())
                        .ifPresent(country -> countries.add(country.hashCode()));
            }
            return new PlanFacts.Planned(
                    minutes,
                    pinned,
                    popular > 0 && audience >= popular,
                    times.stretches(wishes.getOrDefault(session.key(), SessionWishing.Wish.NONE)
                            .times()),
                    countries);
        }

        private int popular(List<BoardSession> included) {
            var audiences = included.stream()
                    .mapToInt(session -> fact(session).expectedAudience())
                    .filter(audience -> audience > 0)
                    .sorted()
                    .toArray();
            return audiences.length < POPULAR ? 0 : audiences[audiences.length - audiences.length / POPULAR];
        }

        private List<Order> orders(List<UUID> keys) {
            var orders = new ArrayList<Order>();
            for (var second = 0; second < keys.size(); second++) {
                var follows = wishes.getOrDefault(keys.get(second), SessionWishing.Wish.NONE)
                        .follows();
                var first = follows.map(keys::indexOf).orElse(-1);
                if (first >= 0) {
                    orders.add(new Order(first, second));
                }
            }
            return orders;
        }
    }
}
