package org.caravanserai.agenda.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.SessionId;
import org.caravanserai.agenda.optimiser.AgendaCost;
import org.caravanserai.agenda.optimiser.RuleWeights;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells organisers why a session is where it is and not elsewhere. */
@Service
public class PlaceReasons {

    private final PlanInputs reading;
    private final AgendaPlanning planning;

    PlaceReasons(PlanInputs reading, AgendaPlanning planning) {
        this.reading = reading;
        this.planning = planning;
    }

    /**
     * Every place that a session could have.
     *
     * @param now where it is; empty if it waits
     * @param weights what a break of each rule costs
     * @param places in order of time, then of rooms
     */
    public record Reasons(LocalizedText title, Optional<AgendaSpot> now, RuleWeights weights, List<Elsewhere> places) {}

    /**
     * A place.
     *
     * @param change by how much the working agenda's cost would change, rule by rule, if the session stood there
     */
    public record Elsewhere(UUID room, Instant start, AgendaCost change) {}

    /**
     * Compares all places of a session in the working agenda, by the rules that were chosen last.
     *
     * @throws Refusal if the optimiser does not place such a session, as an item that waits or is in all rooms
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public Reasons of(MeetingId meeting, SessionId session) {
        var order = new PlanOrder(PlanOrder.Aim.IMPROVE, planning.rules(meeting), Optional.empty());
        var input = reading.read(meeting, order);
        var number = input.sessions().indexOf(session.value());
        if (number < 0) {
            throw Refusal.of("optimiser.why.outside");
        }
        var places = new ArrayList<Elsewhere>();
        for (var place : input.problem().places(number)) {
            places.add(new Elsewhere(
                    input.rooms().get(place.room()),
                    input.instant(place.start()),
                    input.current().change(number, place)));
        }
        return new Reasons(
                input.session(number).title(),
                input.spots(input.current()).getOrDefault(session.value(), Optional.empty()),
                input.problem().weights(),
                places);
    }
}
