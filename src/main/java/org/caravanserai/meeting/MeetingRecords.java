package org.caravanserai.meeting;

import java.util.List;
import org.caravanserai.platform.KeptRecords;
import org.caravanserai.platform.KeptTable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Topics, session types, rooms and their plans for archives; who holds which role is told and never given again by a file. */
@Component
@Order(100)
class MeetingRecords implements KeptRecords {

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.read("role_grant", "id person role", "meeting = :meeting"),
                KeptTable.taken(
                        "topic",
                        "id meeting topic_key name keywords hue priority topic_position",
                        "meeting = :meeting"),
                KeptTable.taken(
                        "session_type",
                        "id meeting type_key name kind minutes may_hold_talks type_position",
                        "meeting = :meeting"),
                KeptTable.taken(
                        "room",
                        "id meeting name venue capacity equipment booths online room_position",
                        "meeting = :meeting"),
                KeptTable.taken(
                        "room_closure",
                        "id room starts_at ends_at reason",
                        "room in (select r.id from room r where r.meeting = :meeting)"),
                KeptTable.taken(
                                "room_plan",
                                "id meeting name description picture media_type width height plan_position",
                                "meeting = :meeting")
                        .with(new KeptTable.KeptFile("picture", "name", false)),
                KeptTable.taken(
                        "room_spot",
                        "id room plan across down",
                        "plan in (select p.id from room_plan p where p.meeting = :meeting)"));
    }
}
