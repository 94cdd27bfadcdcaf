package org.caravanserai.text;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The time zones from which people choose. */
public final class Zones {

    private static final Set<String> AREAS = Set.of(
            "Africa",
            "America",
            "Antarctica",
            "Arctic",
            "Asia",
            "Atlantic",
            "Australia",
            "Europe",
            "Indian",
            "Pacific");

    private Zones() {}

    /**
     * Those that the tz database names after places, by their ids. A calendar file that was read may have brought zones of its own
     * into this machine; they are not among these.
     */
    public static List<ZoneId> ofPlaces() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && AREAS.contains(id.substring(0, id.indexOf('/'))))
                .sorted()
                .map(ZoneId::of)
                .toList();
    }
}
