package org.caravanserai.meeting.ui;

import java.util.ArrayList;
import java.util.List;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.people.Access;
import org.caravanserai.people.Role;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** The list of meetings, and the set-up of those that the acting person organises. */
@Component
class MeetingMenu implements MenuContribution {

    private static final int MOST_MEETINGS = 3;

    private final MeetingDirectory directory;
    private final Access access;

    MeetingMenu(MeetingDirectory directory, Access access) {
        this.directory = directory;
        this.access = access;
    }

    @Override
    public List<MenuItem> items() {
        var organised = access.meetingsAs(Role.ORGANISER);
        var items = new ArrayList<MenuItem>();
        if (organised.isEmpty() && !access.administrator()) {
            return items;
        }
        var words = Words.here();
        items.add(new MenuItem("", words.get("meeting.list.title"), "meetings", "calendar", 30));
        directory.mine(0, 20).stream()
                .filter(meeting -> organised.contains(meeting.key()))
                .limit(MOST_MEETINGS)
                .forEach(meeting -> items.add(new MenuItem(
                        words.text(meeting.name()),
                        words.get("meeting.setUp.title"),
                        "meetings/" + meeting.slug() + "/set-up",
                        "settings",
                        100)));
        return items;
    }
}
