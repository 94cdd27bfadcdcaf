package org.caravanserai.partnering.followup.web;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.caravanserai.partnering.followup.CameOfIt;
import org.caravanserai.partnering.followup.FollowUps;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Moments;

/**
 * What the page shows that asks what came of a meeting.
 *
 * @param title what the meeting was called, or why there is nothing to answer
 * @param when when it was
 * @param address where the buttons go; empty if there is nothing to answer
 * @param answers what can be said, in order
 * @param note her line
 * @param answered whether anything was said
 * @param asks whether she is asked again
 * @param problem what was refused; empty if nothing
 */
public record FollowUpPage(
        String title,
        String when,
        String address,
        List<Answer> answers,
        String note,
        boolean answered,
        boolean asks,
        String problem) {

    /** One that can be said: its name, its words, and whether it was said. */
    public record Answer(String name, String words, boolean said) {}

    static FollowUpPage of(FollowUps.Line line, String address, String typed, String problem, PageReader reader) {
        ZoneId zone = reader.zone().orElse(ZoneOffset.UTC);
        var city = zone.equals(ZoneOffset.UTC) ? "UTC" : Moments.city(reader.language(), zone);
        return new FollowUpPage(
                line.title(),
                Moments.full(reader.language(), line.heldAt(), zone, city),
                address,
                Arrays.stream(CameOfIt.values())
                        .map(what -> new Answer(
                                what.name(),
                                reader.get("followup.came." + what),
                                line.came().contains(what)))
                        .toList(),
                problem.isEmpty() ? line.note() : typed,
                !line.came().isEmpty(),
                line.next().isPresent(),
                problem);
    }

    static FollowUpPage gone(String sentence) {
        return new FollowUpPage(sentence, "", "", List.of(), "", false, false, "");
    }
}
