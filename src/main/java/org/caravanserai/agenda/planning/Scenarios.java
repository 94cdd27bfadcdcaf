package org.caravanserai.agenda.planning;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaBoard.BoardPlace;
import org.caravanserai.agenda.AgendaBoards;
import org.caravanserai.agenda.AgendaPlacing;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.PlacingResult;
import org.caravanserai.agenda.Session;
import org.caravanserai.agenda.SessionMove;
import org.caravanserai.agenda.optimiser.Agenda;
import org.caravanserai.agenda.optimiser.AgendaCost;
import org.caravanserai.agenda.optimiser.RuleWeights;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps scenarios of a meeting's agenda beside the working one: copied from it or from what the optimiser found, changed,
 * compared, and adopted or deleted.
 */
@Service
public class Scenarios {

    /** The most scenarios that a meeting may have at once. */
    public static final int MOST = 20;

    private final ScenarioRows rows;
    private final ScenarioPlaces places;
    private final AgendaBoards boards;
    private final AgendaPlacing placing;
    private final AgendaPlanning planning;
    private final PlanInputs reading;
    private final PlanDifference difference;
    private final LiveUpdates updates;
    private final Access access;
    private final Clock clock;

    Scenarios(
            ScenarioRows rows,
            ScenarioPlaces places,
            AgendaBoards boards,
            AgendaPlacing placing,
            AgendaPlanning planning,
            PlanInputs reading,
            PlanDifference difference,
            LiveUpdates updates,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.places = places;
        this.boards = boards;
        this.placing = placing;
        this.planning = planning;
        this.reading = reading;
        this.difference = difference;
        this.updates = updates;
        this.access = access;
        this.clock = clock;
    }

    /** A scenario in a list. */
    public record ScenarioSummary(UUID key, String name, Instant madeAt) {}

    /** A scenario, drawn as a board. */
    public record ScenarioBoard(String name, AgendaBoard board) {}

    /**
     * Two agendas beside each other.
     *
     * @param moves what would change if the second became as the first is
     * @param first what the first costs, by the rules chosen last
     * @param second what the second costs
     * @param weights what a break of each rule costs
     */
    public record Comparison(List<PlanMove> moves, AgendaCost first, AgendaCost second, RuleWeights weights) {}

    /** The scenarios of a meeting, the newest first. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public List<ScenarioSummary> list(MeetingId meeting) {
        return rows.findByMeetingAndDeletedAtIsNullOrderByMadeAtDesc(meeting.value()).stream()
                .map(row -> new ScenarioSummary(row.key(), row.name(), row.madeAt()))
                .toList();
    }

    /**
     * Copies the working agenda.
     *
     * @throws Refusal if the name is missing or too long, or there are too many
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public UUID copy(MeetingId meeting, String name) {
        return keep(meeting, name, working(meeting));
    }

    /**
     * Keeps what the optimiser found.
     *
     * @throws Refusal as {@link #copy} does, or if it has found nothing
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public UUID keepPlan(MeetingId meeting, String name) {
        var targets = planning.targets(meeting);
        if (targets.isEmpty()) {
            throw Refusal.of("optimiser.gone");
        }
        var spots = working(meeting);
        targets.forEach(
                (session, spot) -> spot.ifPresentOrElse(to -> spots.put(session, to), () -> spots.remove(session)));
        return keep(meeting, name, spots);
    }

    /** Where views hear that sessions of a scenario have moved; the message says nothing. */
    public static LiveUpdates.Channel channel(UUID scenario) {
        return new LiveUpdates.Channel("scenario", scenario);
    }

    /** A scenario as a board, with the conflicts that it has. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public ScenarioBoard board(MeetingId meeting, UUID scenario) {
        var row = row(meeting, scenario);
        var at = new HashMap<UUID, BoardPlace>();
        places.findByScenario(scenario)
                .forEach(place -> at.put(place.session(), new BoardPlace(place.spot(), place.version())));
        return new ScenarioBoard(row.name(), boards.boardWith(meeting, at));
    }

    /**
     * Moves sessions in a scenario, all or none; the working agenda stays as it is.
     *
     * @throws Refusal if a session or room is not of this meeting, or a length is out of range
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public PlacingResult move(MeetingId meeting, UUID scenario, List<SessionMove> moves) {
        var row = row(meeting, scenario);
        var board = board(meeting, scenario).board();
        var lost = new ArrayList<PlacingResult.Lost>();
        for (var move : moves) {
            var session = board.sessions().stream()
                    .filter(each -> each.key().equals(move.session().value()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of("agenda.place.gone"));
            move.target().ifPresent(spot -> check(board, spot));
            if (!Objects.equals(session.place().map(BoardPlace::version).orElse(null), move.version())) {
                lost.add(new PlacingResult.Lost(move.session(), Optional.empty()));
            }
        }
        if (!lost.isEmpty()) {
            return new PlacingResult.Stale(lost);
        }
        moves.forEach(move -> put(row, move));
        updates.send(channel(scenario), scenario);
        return new PlacingResult.Done(moves.stream().map(SessionMove::session).collect(Collectors.toSet()));
    }

    private static void check(AgendaBoard board, AgendaSpot spot) {
        if (spot.minutes() < Session.SHORTEST || spot.minutes() > Session.LONGEST) {
            throw Refusal.at("minutes", "agenda.minutes.range");
        }
        if (spot.room() != null
                && board.rooms().stream().noneMatch(room -> room.key().equals(spot.room()))) {
            throw Refusal.at("room", "agenda.place.room");
        }
    }

    private void put(Scenario row, SessionMove move) {
        var place = places.findByScenarioAndSession(row.key(), move.session().value());
        if (move.target().isEmpty()) {
            place.ifPresent(places::delete);
        } else if (place.isPresent()) {
            place.get().move(move.target().get());
        } else {
            places.save(
                    new ScenarioPlace(row, move.session().value(), move.target().get()));
        }
    }

    /**
     * Compares a scenario with the working agenda, or with another scenario.
     *
     * @param other the other scenario; empty for the working agenda
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public Comparison compare(MeetingId meeting, UUID scenario, Optional<UUID> other) {
        var first = spots(row(meeting, scenario));
        var second = other.map(key -> spots(row(meeting, key))).orElseGet(() -> working(meeting));
        var order = new PlanOrder(PlanOrder.Aim.IMPROVE, planning.rules(meeting), Optional.empty());
        var input = reading.read(meeting, order);
        return new Comparison(
                difference.between(meeting, second, first),
                cost(input, first),
                cost(input, second),
                input.problem().weights());
    }

    /** Makes the working agenda as the scenario is: all of what was shown or nothing, as one batch that can be undone. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public PlacingResult adopt(MeetingId meeting, List<PlanMove> shown) {
        return placing.move(meeting, shown.stream().map(PlanMove::asMove).toList());
    }

    /** Deletes a scenario; {@link #restore} takes it back. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void delete(MeetingId meeting, UUID scenario) {
        rows.save(row(meeting, scenario)).delete(clock);
    }

    /** Takes the deletion back. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void restore(MeetingId meeting, UUID scenario) {
        rows.findById(scenario)
                .filter(row -> row.meeting().equals(meeting))
                .orElseThrow(() -> Refusal.of("optimiser.gone"))
                .restore();
    }

    private Scenario row(MeetingId meeting, UUID scenario) {
        return rows.findById(scenario)
                .filter(row -> row.meeting().equals(meeting) && !row.isDeleted())
                .orElseThrow(() -> Refusal.of("optimiser.gone"));
    }

    private UUID keep(MeetingId meeting, String name, Map<UUID, AgendaSpot> spots) {
        if (rows.countByMeetingAndDeletedAtIsNull(meeting.value()) >= MOST) {
            throw Refusal.of("optimiser.scenario.many", MOST);
        }
        var scenario = rows.save(new Scenario(meeting, name, access.me().orElse(null), clock));
        spots.forEach((session, spot) -> places.save(new ScenarioPlace(scenario, session, spot)));
        return scenario.key();
    }

    private Map<UUID, AgendaSpot> working(MeetingId meeting) {
        var spots = new HashMap<UUID, AgendaSpot>();
        boards.board(meeting)
                .sessions()
                .forEach(session ->
                        session.place().map(BoardPlace::spot).ifPresent(spot -> spots.put(session.key(), spot)));
        return spots;
    }

    private Map<UUID, AgendaSpot> spots(Scenario scenario) {
        var spots = new HashMap<UUID, AgendaSpot>();
        places.findByScenario(scenario.key()).forEach(place -> spots.put(place.session(), place.spot()));
        return spots;
    }

    private static AgendaCost cost(PlanInput input, Map<UUID, AgendaSpot> spots) {
        var agenda = new Agenda(input.problem());
        for (var number = 0; number < input.sessions().size(); number++) {
            var place =
                    Optional.ofNullable(spots.get(input.sessions().get(number))).flatMap(input::place);
            if (place.isPresent()) {
                agenda.place(number, place.get());
            } else {
                agenda.unplace(number);
            }
        }
        return agenda.cost();
    }
}
