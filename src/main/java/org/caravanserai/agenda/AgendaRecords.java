package org.caravanserai.agenda;

import java.util.List;
import org.caravanserai.platform.KeptRecords;
import org.caravanserai.platform.KeptTable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sessions, placements, scenarios and releases for archives. */
@Component
@Order(400)
class AgendaRecords implements KeptRecords {

    private static final String OF_A_SESSION = "session in (select s.id from session s where s.meeting = :meeting)";

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.taken(
                        "session",
                        "id meeting code proposal session_type title abstract_text topics minutes talk_language"
                                + " slide_language expected_audience cancelled joined before_minutes after_minutes",
                        "meeting = :meeting"),
                KeptTable.taken(
                        "talk",
                        "id session proposal talk_position title abstract_text minutes talk_language",
                        OF_A_SESSION),
                KeptTable.taken("session_person", "id session talk person role person_position", OF_A_SESSION),
                KeptTable.taken("placement", "id session meeting room starts_at minutes", "meeting = :meeting"),
                KeptTable.taken(
                        "agenda_rules",
                        "id meeting handling opens closes wakes sleeps travel_minutes common_audience needs",
                        "meeting = :meeting"),
                KeptTable.taken(
                        "plan_rules",
                        "id meeting day_start day_end grid_minutes most_seconds topic_days emphases",
                        "meeting = :meeting"),
                KeptTable.taken("session_wish", "id meeting session pinned wished follows", "meeting = :meeting"),
                KeptTable.taken("scenario", "id meeting name made_at maker deleted_at", "meeting = :meeting"),
                KeptTable.taken(
                        "scenario_place",
                        "id scenario session room starts_at minutes",
                        "scenario in (select sc.id from scenario sc where sc.meeting = :meeting)"),
                KeptTable.taken(
                                "release",
                                "id meeting release_number published_at publisher note snapshot",
                                "meeting = :meeting")
                        .with(new KeptTable.KeptFile("snapshot", "release_number", true)),
                KeptTable.read(
                        "placement_move",
                        "id session mover moved_at from_room from_start from_minutes to_room to_start to_minutes"
                                + " move_number batch kind takes_back",
                        "meeting = :meeting"),
                KeptTable.read(
                        "agenda_note",
                        "id session kind talk_title person was_at noted_at seen_at seen_by",
                        "meeting = :meeting"));
    }
}
