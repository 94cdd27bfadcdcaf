package org.caravanserai.exchange;

import org.caravanserai.agenda.AgendaSnapshot;

/** Writes a published agenda in the formats that other tools read. Both hold to the schemas which their users share. */
public final class ScheduleExport {

    private ScheduleExport() {}

    /**
     * The agenda as schedule.xml, in UTF-8.
     *
     * @param release the number of the agenda's release
     * @param baseAddress where this product is reached, without a final slash
     */
    public static byte[] xml(AgendaSnapshot agenda, int release, String baseAddress) {
        return ScheduleXmlWriter.write(ScheduleDocument.of(agenda, release, baseAddress));
    }

    /** The agenda as schedule.json, version 1; parameters as for {@link #xml}. */
    public static byte[] json(AgendaSnapshot agenda, int release, String baseAddress) {
        return ScheduleJsonWriter.write(ScheduleDocument.of(agenda, release, baseAddress));
    }
}
