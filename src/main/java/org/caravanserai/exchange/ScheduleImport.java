package org.caravanserai.exchange;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.caravanserai.agenda.AgendaImport;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Slug;
import org.caravanserai.people.Administrators;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in an agenda that another tool published, as a meeting of its own: looked at first, then whole or not at all. */
@Service
public class ScheduleImport {

    /** The largest file that may be uploaded, in bytes. */
    public static final int LARGEST = 12 * 1024 * 1024;

    private final AgendaImport agendas;

    ScheduleImport(AgendaImport agendas) {
        this.agendas = agendas;
    }

    /**
     * What a file holds.
     *
     * @param suggestedSlug an address made of the file's short name
     * @param firstDay as the file states it; null if it does not
     * @param zone as the file states it; null if it does not, and one must be chosen
     * @param oddities everything that is not as its format says
     */
    public record Preview(
            String title,
            String suggestedSlug,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable ZoneId zone,
            int rooms,
            int sessions,
            List<Oddity> oddities) {}

    /** The new meeting, not yet open to the public, and all that was odd in the file. */
    public record Imported(MeetingId meeting, String slug, int sessions, List<Oddity> oddities) {}

    /**
     * Looks into a file without keeping anything of it.
     *
     * @throws org.caravanserai.text.Refusal if it is no agenda, or a broken or too large one
     */
    @Administrators
    @Transactional(readOnly = true)
    public Preview look(byte[] file) {
        var imported = ScheduleFile.read(file);
        return new Preview(
                imported.title(),
                AsciiNames.slug(imported.acronym().isEmpty() ? imported.title() : imported.acronym(), "meeting"),
                imported.firstDay(),
                imported.lastDay(),
                imported.zone().orElse(null),
                imported.rooms().size(),
                imported.events().size(),
                imported.oddities());
    }

    /**
     * Makes a meeting of a file.
     *
     * @param slug the meeting's address
     * @param zone the meeting's zone, by which events without an instant get theirs
     * @throws org.caravanserai.text.Refusal if it is no agenda, or the address is taken; nothing is kept then
     */
    @Administrators
    @Transactional
    public Imported take(byte[] file, Slug slug, ZoneId zone) {
        var translated = AgendaTranslation.translate(ScheduleFile.read(file), slug, zone);
        var meeting = agendas.take(translated.agenda());
        return new Imported(
                meeting, slug.value(), translated.agenda().sessions().size(), translated.oddities());
    }
}
