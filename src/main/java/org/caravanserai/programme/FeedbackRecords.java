package org.caravanserai.programme;

import java.util.List;
import org.caravanserai.platform.KeptRecords;
import org.caravanserai.platform.KeptTable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What people thought of sessions, for archives: never who said it. */
@Component
@Order(500)
class FeedbackRecords implements KeptRecords {

    @Override
    public List<KeptTable> tables() {
        return List.of(KeptTable.read("feedback", "session rating words given_at", "meeting = :meeting"));
    }
}
