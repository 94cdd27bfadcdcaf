package org.caravanserai.text;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** The zones offered where a reader chooses one in a short list: those of the six countries, and some where readers often are. */
public final class CommonZones {

    private static final List<String> ZONES = List.of(
            "Asia/Almaty",
            "Asia/Bishkek",
            "Asia/Dushanbe",
            "Asia/Ashgabat",
            "Asia/Tashkent",
            "Asia/Tokyo",
            "Asia/Seoul",
            "Asia/Shanghai",
            "Asia/Kolkata",
            "Asia/Dubai",
            "Europe/Moscow",
            "Europe/Istanbul",
            "Europe/Berlin",
            "Europe/London",
            "America/New_York",
            "America/Los_Angeles",
            "UTC");

    private CommonZones() {}

    /** Their ids, after or with those that must not be missing. */
    public static SequencedSet<String> with(String first, String... others) {
        var ids = new LinkedHashSet<>(List.of(first));
        ids.addAll(ZONES);
        ids.addAll(List.of(others));
        ids.remove("");
        return ids;
    }

    /** A zone by its city and what its clocks differ from universal time, such as {@code Tokyo (UTC+09:00)}. */
    public static String label(Language reader, ZoneId zone, Instant at) {
        return (zone.getId().equals("UTC") ? "UTC" : Moments.city(reader, zone)) + offset(zone, at);
    }

    /** What a zone's clocks differ from universal time, in brackets. */
    public static String offset(ZoneId zone, Instant at) {
        var offset = zone.getRules().getOffset(at);
        return offset.getTotalSeconds() == 0
                ? " (UTC)"
                : " (UTC" + offset.getId().replace("-", "−") + ")";
    }
}
