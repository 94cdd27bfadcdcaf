package org.caravanserai.exchange;

import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.text.Language;

/** Writes a published agenda in the formats that other tools read. Both hold to the schemas which their users share. */
public final class ScheduleExport {

    private ScheduleExport() {}

    /**
     * The agenda as schedule.xml, in UTF-8.
     *
     * @param release the number of the agenda's release
     * @param baseAddress where this product is reached, without a final slash
     * @param language what its texts are in, as far as they are written in it
     */
    public static byte[] xml(AgendaSnapshot agenda, int release, String baseAddress, Language language) {
        return ScheduleXmlWriter.write(ScheduleDocument.of(agenda, release, baseAddress, language));
    }

    /** The agenda as schedule.json, version 1; parameters as for {@link #xml}. */
    public static byte[] json(AgendaSnapshot agenda, int release, String baseAddress, Language language) {
        return ScheduleJsonWriter.write(ScheduleDocument.of(agenda, release, baseAddress, language));
    }
}
