package org.caravanserai.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.caravanserai.platform.KeptTable;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a meeting's archive holds is decided for every table: whoever adds one says whether it leaves or stays. */
@IntegrationTest
class KeptTablesTest {

    /** What belongs to the installation or to persons, holds secrets, is nobody's but its writer's, or is made anew. */
    private static final Set<String> STAY = Set.of(
            "account",
            "account_token",
            "remembered_browser",
            "role_offer",
            "audit_entry",
            "stored_piece",
            "scheduled_tasks",
            "event_publication",
            "institution",
            "institution_parent",
            "institution_source",
            "holiday",
            "holiday_source",
            "meeting",
            "series",
            "search_change",
            "outbox_matter",
            "group_message_edit",
            "notice",
            "notice_setting",
            "stopped_mail",
            "told_thing",
            "signing_key",
            "late_link",
            "late_admission",
            "draft",
            "draft_aside",
            "invitation",
            "removed_contributor",
            "waiting_sheet",
            "sheet_mapping",
            "sheet_import",
            "imported_proposal",
            "review_draft",
            "review_aside",
            "discussion_mark",
            "discussion_mail",
            "assignment_application",
            "reviewer_offer",
            "review_reminder",
            "saved_filter",
            "agenda_clock",
            "agenda_presence",
            "long_run",
            "favourite",
            "follow_up",
            "unsent_words",
            "stars_calendar",
            "personal_calendar",
            "personal_token",
            "directory_entry",
            "person_block",
            "partnering_bar",
            "partner_card",
            "introduction",
            "introduction_message",
            "partner_report",
            "given_answer",
            "appointment",
            "participant",
            "participant_link",
            "occurrence_change",
            "shared_notes",
            "shared_notes_edit",
            "shared_notes_writer",
            "shared_notes_decision",
            "shared_notes_sending",
            "unwritten_address",
            "hook",
            "hook_delivery",
            "poll",
            "poll_candidate",
            "poll_guest",
            "poll_link",
            "poll_answer",
            "kept_hours",
            "outside_calendar",
            "busy_stretch",
            "office_hours",
            "booking",
            "person",
            "flyway_schema_history");

    @Autowired
    KeptTables tables;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTableLeavesWithTheMeetingOrIsSaidToStay() {
        var kept = tables.all().stream().map(KeptTable::name).collect(Collectors.toSet());
        var there = Set.copyOf(jdbc.sql("select lower(table_name) from information_schema.tables"
                        + " where lower(table_schema) = 'public'")
                .query(String.class)
                .list());

        assertThat(there).allMatch(table -> kept.contains(table) || STAY.contains(table));
        assertThat(kept).isSubsetOf(there).doesNotContainAnyElementsOf(STAY);
    }

    @Test
    void rowsThatComeBackLeaveWithAllTheirColumns() {
        var taken = tables.all().stream()
                .filter(table -> table.use() == KeptTable.Use.TAKEN)
                .toList();
        for (var table : taken) {
            var columns = jdbc.sql("select lower(column_name) from information_schema.columns"
                            + " where lower(table_name) = ? and lower(table_schema) = 'public'")
                    .param(table.name())
                    .query(String.class)
                    .list();
            columns.remove("version");

            assertThat(table.columns()).as(table.name()).containsExactlyInAnyOrderElementsOf(columns);
        }
    }
}
