package org.caravanserai.meeting;

import java.time.LocalDate;
import java.util.UUID;
import org.caravanserai.text.LocalizedText;

/**
 * A meeting in a list.
 *
 * @param city names the zone, an IANA id
 */
public record MeetingSummary(
        UUID key,
        String slug,
        UUID series,
        LocalizedText seriesName,
        LocalizedText name,
        LocalDate firstDay,
        LocalDate lastDay,
        String zone,
        LocalizedText city,
        boolean open) {

    public MeetingId id() {
        return new MeetingId(key);
    }
}
