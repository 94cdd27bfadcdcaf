package org.caravanserai.programme.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.caravanserai.agenda.AgendaSnapshot.MeetingPart;
import org.caravanserai.programme.web.ProgrammePage.Choice;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.CommonZones;

/** The zones offered to a reader: the meeting's, those of the six countries, and some where readers often are. */
final class ZoneChoices {

    private ZoneChoices() {}

    static List<Choice> of(MeetingPart meeting, PageReader reader) {
        var there = ZoneId.of(meeting.zone());
        var noon = meeting.firstDay().atTime(12, 0).atZone(there).toInstant();
        var own = reader.zone().map(ZoneId::getId).orElse("");
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(
                meeting.zone(),
                meeting.city().text(reader.language()) + CommonZones.offset(there, noon),
                null,
                own.isEmpty() || own.equals(meeting.zone())));
        for (var id : CommonZones.with(meeting.zone(), own)) {
            if (!id.equals(meeting.zone())) {
                choices.add(new Choice(
                        id, CommonZones.label(reader.language(), ZoneId.of(id), noon), null, id.equals(own)));
            }
        }
        return choices;
    }
}
