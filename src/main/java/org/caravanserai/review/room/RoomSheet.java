package org.caravanserai.review.room;

import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.MeetingSheet;
import org.caravanserai.platform.Spreadsheets;
import org.caravanserai.text.Language;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The decision room's scores and decisions to take along. */
@Component
@Order(200)
class RoomSheet implements MeetingSheet {

    private final RoomExport export;

    RoomSheet(RoomExport export) {
        this.export = export;
    }

    @Override
    public String name() {
        return "reviews";
    }

    @Override
    public Spreadsheets.Table table(UUID meeting, Language in) {
        return export.table(new MeetingId(meeting), in);
    }
}
