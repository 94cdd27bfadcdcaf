package org.caravanserai.programme.web;

import java.time.LocalDate;
import java.util.List;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.programme.Facet;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.ProgrammeFilter;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Moments;

/**
 * What hangs on the door of a room for a day.
 *
 * @param address what the code leads to, to be read by people
 */
public record DoorPage(
        Said meeting,
        Said room,
        String day,
        List<ProgrammePage.Tab> days,
        List<SessionCard> sessions,
        String city,
        String address,
        QrPicture code,
        int release,
        Links links) {

    static DoorPage of(
            Programme programme, RoomPart room, LocalDate day, String address, PageReader reader, Links links) {
        var language = reader.language();
        var times = PageTimes.of(programme.meeting(), language, java.util.Optional.empty());
        return new DoorPage(
                Said.of(programme.meeting().name(), language),
                Said.of(room.name(), language),
                Moments.day(language, day),
                programme.days().stream()
                        .map(d -> new ProgrammePage.Tab(
                                Moments.shortDay(language, d),
                                links.door(programme.address(room), "day=" + d),
                                d.equals(day)))
                        .toList(),
                programme.find(ProgrammeFilter.NONE.on(day).with(Facet.ROOM, programme.address(room))).stream()
                        .map(s -> SessionCard.of(programme, s, language, times, links))
                        .toList(),
                times.city(),
                address,
                QrPicture.of(address),
                programme.release(),
                links);
    }
}
