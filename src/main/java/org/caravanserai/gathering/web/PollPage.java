package org.caravanserai.gathering.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a personal link to a poll says, in its reader's words.
 *
 * @param address where answers go
 * @param lang the language of title and text where it is not the page's; null where it is
 * @param asks who asks whom
 * @param facts what is known of meeting and place, one a line
 * @param place a place that is a link; empty if it is none
 * @param deadline until when it can be answered; empty if there is no end to it
 * @param standing why it cannot be answered, or what was chosen; empty while it can be
 * @param unsent whether what stands in the fields was typed and has not been taken
 * @param done what has just been done; empty if nothing has
 * @param problems why an answer was refused; empty if it was not
 * @param open whether it can be answered
 * @param wholeDays whether it asks about days, which are the same everywhere
 * @param zoneKnown whether the reader's zone is known; a script that finds it out comes along if not
 * @param clocks on whose clocks times are shown
 * @param note what stands in the field for a note
 */
public record PollPage(
        String address,
        String title,
        String text,
        @Nullable String lang,
        String asks,
        List<String> facts,
        String place,
        String deadline,
        String standing,
        boolean unsent,
        String done,
        List<String> problems,
        boolean open,
        boolean answered,
        boolean wholeDays,
        boolean zoneKnown,
        String clocks,
        List<Zone> zones,
        List<Card> cards,
        String note,
        List<Said> said) {

    /** A zone to choose. */
    public record Zone(String id, String label, boolean chosen) {}

    /**
     * A candidate.
     *
     * @param key names it in the form
     * @param iso for machines
     * @param day the day on the reader's clocks
     * @param time the time on the reader's clocks with her city; empty for a day
     * @param there the same on the organiser's clocks, with the day where it differs; empty where it is the same
     * @param length how long it lasts; empty for a day
     * @param chosen whether it was chosen in the end
     * @param own what the reader says to it; empty if nothing yet
     * @param counts how many answered what; empty where that is not shown
     * @param names who answered what, one answer a line; empty where that is not shown
     */
    public record Card(
            String key,
            String iso,
            String day,
            String time,
            String there,
            String length,
            boolean chosen,
            String own,
            String counts,
            List<String> names) {

        /** What the reader can say. */
        public List<String> choices() {
            return List.of("YES", "IF_NEED_BE", "NO");
        }
    }

    /** What another wrote beside her answers. */
    public record Said(String name, String note) {}
}
