package org.caravanserai.shell;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits for a person, with one button.
 *
 * @param sentence what waits, in her language
 * @param due by when; null if there is no date
 * @param zone the zone in which the date was set; null without a date
 * @param city the city that names the zone; null without a date
 * @param buttonLabel what the button does
 * @param path the route that the button opens, without {@code /app/}
 * @param urgency larger comes first; of equals, the earlier date
 */
public record NextStep(
        String sentence,
        @Nullable Instant due,
        @Nullable ZoneId zone,
        @Nullable String city,
        String buttonLabel,
        String path,
        int urgency) {

    /** Something without a date. */
    public static NextStep undated(String sentence, String buttonLabel, String path, int urgency) {
        return new NextStep(sentence, null, null, null, buttonLabel, path, urgency);
    }
}
