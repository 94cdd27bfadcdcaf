package org.caravanserai.partnering.tables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;

/**
 * What organisers say of an event.
 *
 * @param wishesUntil when the last wish may be sent
 * @param slotMinutes how long two meet
 * @param pauseMinutes how long they have to walk on
 */
public record EventPlan(
        LocalizedText title, Instant wishesUntil, int slotMinutes, int pauseMinutes, List<EventWindow> windows) {

    boolean sameTimes(EventPlan other) {
        return slotMinutes == other.slotMinutes
                && pauseMinutes == other.pauseMinutes
                && windows.stream().sorted().toList().equals(other.windows);
    }

    /** Refuses what is missing or cannot be, all at once. */
    void require() {
        var problems = new ArrayList<Refusal.Problem>();
        if (title.isEmpty()) {
            problems.add(Refusal.Problem.at("title", "tables.refused.title"));
        }
        if (slotMinutes < PartneringEvent.SHORTEST_SLOT || slotMinutes > PartneringEvent.LONGEST_SLOT) {
            problems.add(Refusal.Problem.at(
                    "slot", "tables.refused.slot", PartneringEvent.SHORTEST_SLOT, PartneringEvent.LONGEST_SLOT));
        }
        if (pauseMinutes < 0 || pauseMinutes > PartneringEvent.LONGEST_PAUSE) {
            problems.add(Refusal.Problem.at("pause", "tables.refused.pause", PartneringEvent.LONGEST_PAUSE));
        }
        var sorted = windows.stream().sorted().toList();
        for (var i = 0; i < sorted.size(); i++) {
            var window = sorted.get(i);
            var before = i == 0 ? window : sorted.get(i - 1);
            if (!window.from().isBefore(window.until())
                    || i > 0
                            && before.day().equals(window.day())
                            && window.from().isBefore(before.until())) {
                problems.add(Refusal.Problem.at("windows", "tables.refused.window"));
                break;
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }
}
