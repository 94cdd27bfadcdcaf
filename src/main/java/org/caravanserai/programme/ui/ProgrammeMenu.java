package org.caravanserai.programme.ui;

import java.util.List;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.people.Access;
import org.caravanserai.people.Role;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Offers what organisers do with what readers of the programme get. */
@Component
class ProgrammeMenu implements MenuContribution {

    private static final int MOST_MEETINGS = 20;

    private final MeetingDirectory directory;
    private final Access access;

    ProgrammeMenu(MeetingDirectory directory, Access access) {
        this.directory = directory;
        this.access = access;
    }

    @Override
    public List<MenuItem> items() {
        var organised = access.meetingsAs(Role.ORGANISER);
        if (organised.isEmpty()) {
            return List.of();
        }
        var words = Words.here();
        return directory.mine(0, MOST_MEETINGS).stream()
                .filter(meeting -> organised.contains(meeting.key()))
                .map(meeting -> new MenuItem(
                        words.text(meeting.name()),
                        words.get("programme.handout.title"),
                        "meetings/" + meeting.slug() + "/handouts",
                        "download",
                        145))
                .toList();
    }
}
