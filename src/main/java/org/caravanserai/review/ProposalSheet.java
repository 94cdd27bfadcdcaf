package org.caravanserai.review;

import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.MeetingSheet;
import org.caravanserai.platform.Spreadsheets;
import org.caravanserai.text.Language;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The committee's list of proposals to take along. */
@Component
@Order(100)
class ProposalSheet implements MeetingSheet {

    private final ProposalExport export;

    ProposalSheet(ProposalExport export) {
        this.export = export;
    }

    @Override
    public String name() {
        return "proposals";
    }

    @Override
    public Spreadsheets.Table table(UUID meeting, Language in) {
        return export.table(new MeetingId(meeting), in);
    }
}
