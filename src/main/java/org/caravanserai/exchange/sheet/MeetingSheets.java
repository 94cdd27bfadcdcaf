package org.caravanserai.exchange.sheet;

import java.util.List;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.MeetingSheet;
import org.caravanserai.platform.Spreadsheets;
import org.caravanserai.text.Language;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tables that an organiser can take along: as comma-separated values or as Excel workbooks, never with a formula. */
@Service
public class MeetingSheets {

    private final List<MeetingSheet> sheets;

    MeetingSheets(List<MeetingSheet> sheets) {
        this.sheets = List.copyOf(sheets);
    }

    /** What there is, by name, in the order in which a meeting comes about. */
    @SignedIn
    public List<String> names() {
        return sheets.stream().map(MeetingSheet::name).toList();
    }

    /** A table as comma-separated values. */
    @PreAuthorize("@access.organiser(#meeting.value())")
    @Transactional(readOnly = true)
    public byte[] csv(MeetingId meeting, String name, Language in) {
        return Spreadsheets.csv(table(meeting.value(), name, in));
    }

    /** A table as an Excel workbook. */
    @PreAuthorize("@access.organiser(#meeting.value())")
    @Transactional(readOnly = true)
    public byte[] xlsx(MeetingId meeting, String name, Language in) {
        return Spreadsheets.xlsx(name, table(meeting.value(), name, in));
    }

    private Spreadsheets.Table table(UUID meeting, String name, Language in) {
        return sheets.stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow()
                .table(meeting, in);
    }
}
