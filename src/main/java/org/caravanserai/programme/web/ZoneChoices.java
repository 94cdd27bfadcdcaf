package org.caravanserai.programme.web;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.caravanserai.agenda.AgendaSnapshot.MeetingPart;
import org.caravanserai.programme.web.ProgrammePage.Choice;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Moments;

/** The zones offered to a reader: the meeting's, those of the six countries, and some where readers often are. */
final class ZoneChoices {

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

    private ZoneChoices() {}

    static List<Choice> of(MeetingPart meeting, PageReader reader) {
        var day = meeting.firstDay().atTime(12, 0);
        var own = reader.zone().map(ZoneId::getId).orElse("");
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(
                meeting.zone(),
                meeting.city().text(reader.language()) + offset(ZoneId.of(meeting.zone()), day),
                null,
                own.isEmpty() || own.equals(meeting.zone())));
        var ids = new ArrayList<>(ZONES);
        if (!own.isEmpty() && !ids.contains(own)) {
            ids.add(own);
        }
        for (var id : ids) {
            if (!id.equals(meeting.zone())) {
                var zone = ZoneId.of(id);
                choices.add(new Choice(
                        id,
                        (id.equals("UTC") ? "UTC" : Moments.city(reader.language(), zone)) + offset(zone, day),
                        null,
                        id.equals(own)));
            }
        }
        return choices;
    }

    private static String offset(ZoneId zone, LocalDateTime day) {
        var offset = zone.getRules().getOffset(day);
        return offset.getTotalSeconds() == 0
                ? " (UTC)"
                : " (UTC" + offset.getId().replace("-", "−") + ")";
    }
}
