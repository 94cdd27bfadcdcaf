package org.caravanserai.agenda.planning;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaBoards;
import org.caravanserai.agenda.AgendaPlacing;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.PlacingResult;
import org.caravanserai.agenda.SessionId;
import org.caravanserai.agenda.optimiser.Agenda;
import org.caravanserai.agenda.optimiser.AgendaCost;
import org.caravanserai.agenda.optimiser.Rule;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
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
            Access access,
            Clock clock) {
        this.rows = rows;
        this.places = places;
        this.boards = boards;
        this.placing = placing;
        this.planning = planning;
        this.reading = reading;
        this.difference = difference;
        this.access = access;
        this.clock = clock;
    }

    /** A scenario in a list. */
    public record ScenarioSummary(UUID key, String name, Instant madeAt) {}

    /**
     * Two agendas beside each other.
     *
     * @param moves what would change if the second became as the first is
     * @param first what the first costs, by the rules chosen last
     * @param second what the second costs
     * @param weights what a break of each rule costs
     */
    public record Comparison(List<PlanMove> moves, AgendaCost first, AgendaCost second, Map<Rule, Long> weights) {}

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

    /**
     * Moves a session in a scenario; the working agenda stays as it is.
     *
     * @param target where it is to be; empty to let it wait
     * @throws Refusal if the session is not of this meeting
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void place(MeetingId meeting, UUID scenario, SessionId session, Optional<AgendaSpot> target) {
        var row = row(meeting, scenario);
        var board = boards.board(meeting);
        if (board.sessions().stream().noneMatch(each -> each.key().equals(session.value()))) {
            throw Refusal.of("agenda.place.gone");
        }
        if (target.map(AgendaSpot::room)
                .filter(room ->
                        board.rooms().stream().noneMatch(each -> each.key().equals(room)))
                .isPresent()) {
            throw Refusal.at("room", "agenda.place.room");
        }
        var place = places.findByScenarioAndSession(scenario, session.value());
        if (target.isEmpty()) {
            place.ifPresent(places::delete);
        } else if (place.isPresent()) {
            place.get().move(target.get());
        } else {
            places.save(new ScenarioPlace(row, session.value(), target.get()));
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
                .forEach(session -> session.place()
                        .map(AgendaBoard.BoardPlace::spot)
                        .ifPresent(spot -> spots.put(session.key(), spot)));
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
