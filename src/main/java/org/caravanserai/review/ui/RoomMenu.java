package org.caravanserai.review.ui;

import java.util.ArrayList;
import java.util.List;
import org.caravanserai.review.CommitteeMeetings;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Leads those who decide to the decision room and to what the reviewing was like. */
@Component
class RoomMenu implements MenuContribution {

    private static final int ORDER = 340;

    private final CommitteeMeetings meetings;

    RoomMenu(CommitteeMeetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public List<MenuItem> items() {
        var words = Words.here();
        var items = new ArrayList<MenuItem>();
        int order = ORDER;
        for (var meeting : meetings.mine()) {
            if (meeting.decides()) {
                items.add(new MenuItem(
                        words.text(meeting.name()),
                        words.get("room.title"),
                        "meetings/" + meeting.slug() + "/room",
                        "done",
                        order++));
                items.add(new MenuItem(
                        words.text(meeting.name()),
                        words.get("room.reports.title"),
                        "meetings/" + meeting.slug() + "/review-reports",
                        "topic",
                        order++));
            }
        }
        return items;
    }
}
