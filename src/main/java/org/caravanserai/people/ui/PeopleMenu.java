package org.caravanserai.people.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.caravanserai.people.Access;
import org.caravanserai.people.MeetingNames;
import org.caravanserai.people.Role;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Leads organisers to the people of their meetings, and administrators to accounts and the audit trail. */
@Component
class PeopleMenu implements MenuContribution {

    private static final int ADMINISTRATION = 80;
    private static final int MEETING = 110;

    private final Access access;
    private final MeetingNames meetings;

    PeopleMenu(Access access, MeetingNames meetings) {
        this.access = access;
        this.meetings = meetings;
    }

    @Override
    public List<MenuItem> items() {
        var words = Words.here();
        var items = new ArrayList<MenuItem>();
        if (access.administrator()) {
            items.add(new MenuItem("", words.get("roles.accounts.title"), "admin/accounts", "people", ADMINISTRATION));
            items.add(new MenuItem("", words.get("roles.audit.title"), "admin/audit", "clock", ADMINISTRATION + 1));
        }
        meetings.of(access.meetingsAs(Role.ORGANISER)).values().stream()
                .sorted(Comparator.comparing(MeetingNames.Named::slug))
                .forEach(meeting -> items.add(new MenuItem(
                        words.text(meeting.name()),
                        words.get("roles.people.title"),
                        "meetings/" + meeting.slug() + "/people",
                        "people",
                        MEETING)));
        return items;
    }
}
