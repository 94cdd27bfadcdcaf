package org.caravanserai.partnering.tables;

import java.util.List;
import org.caravanserai.platform.KeptRecords;
import org.caravanserai.platform.KeptTable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Partnering events, who took part and who met, for archives. */
@Component
@Order(560)
class TablesRecords implements KeptRecords {

    private static final String OF_AN_EVENT =
            "event in (select e.id from partnering_event e where e.meeting = :meeting)";

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.taken(
                        "partnering_event",
                        "id meeting title state wishes_until slot_minutes pause_minutes windows",
                        "meeting = :meeting"),
                KeptTable.taken("partnering_table", "id event name grid_x grid_y lost_from", OF_AN_EVENT),
                KeptTable.taken("partnering_interpreter", "id event name languages away_slots", OF_AN_EVENT),
                KeptTable.taken("partnering_party", "id event delegation code languages left_from", OF_AN_EVENT),
                KeptTable.taken("partnering_member", "id event party person", OF_AN_EVENT),
                KeptTable.taken("partnering_wish", "id event wisher wished wish_rank declined", OF_AN_EVENT),
                KeptTable.taken("table_meeting", "id event one other slot place interpreter absent", OF_AN_EVENT));
    }
}
