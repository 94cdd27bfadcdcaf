package org.caravanserai.exchange.web;

import org.caravanserai.exchange.sheet.MeetingSheets;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.shell.PageReader;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Sends organisers the tables of their meeting; to others there is nothing here. */
@Controller
class TableController {

    private final MeetingSheets sheets;
    private final MeetingDirectory meetings;
    private final Access access;

    TableController(MeetingSheets sheets, MeetingDirectory meetings, Access access) {
        this.sheets = sheets;
        this.meetings = meetings;
        this.access = access;
    }

    @GetMapping("/meetings/{slug}/tables/{table:[a-z]+}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String slug, @PathVariable String table, PageReader reader) {
        return file(
                slug + "-" + table + ".csv",
                "text/csv;charset=UTF-8",
                sheets.csv(meeting(slug, table), table, reader.language()));
    }

    @GetMapping("/meetings/{slug}/tables/{table:[a-z]+}.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable String slug, @PathVariable String table, PageReader reader) {
        return file(
                slug + "-" + table + ".xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                sheets.xlsx(meeting(slug, table), table, reader.language()));
    }

    private MeetingId meeting(String slug, String table) {
        return meetings.bySlug(slug)
                .filter(m -> access.organiser(m.id().value()) && sheets.names().contains(table))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .header("Cache-Control", "private, no-store")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .contentType(MediaType.parseMediaType(type))
                .body(bytes);
    }
}
