package org.caravanserai.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.meeting.Slug;
import org.caravanserai.testing.SharedData;

/** Real published agendas. */
public final class SharedSchedules {

    private SharedSchedules() {}

    /** The unpacked bytes of an agenda by its file's name. */
    public static byte[] bytes(String name) {
        try (var in = SharedData.open("schedules/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A real agenda, translated as an import would. */
    public static AgendaSnapshot agenda(String name, String slug, String zone) {
        return AgendaTranslation.translate(ScheduleFile.read(bytes(name)), new Slug(slug), ZoneId.of(zone))
                .agenda();
    }
}
