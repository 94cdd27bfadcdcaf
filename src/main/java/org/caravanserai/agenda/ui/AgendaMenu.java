package org.caravanserai.agenda.ui;

import java.util.List;
import java.util.stream.Stream;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.people.Access;
import org.caravanserai.people.Role;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Offers the agenda board and the optimiser of each meeting that the acting person organises. */
@Component
class AgendaMenu implements MenuContribution {

    private static final int MOST_MEETINGS = 20;

    private final MeetingDirectory directory;
    private final Access access;

    AgendaMenu(MeetingDirectory directory, Access access) {
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
        return directory.mine(0, 20).stream()
                .filter(meeting -> organised.contains(meeting.key()))
                .limit(MOST_MEETINGS)
                .flatMap(meeting -> Stream.of(
                        new MenuItem(
                                words.text(meeting.name()),
                                words.get("agenda.board.title"),
                                "meetings/" + meeting.slug() + "/agenda",
                                "agenda",
                                130),
                        new MenuItem(
                                words.text(meeting.name()),
                                words.get("optimiser.title"),
                                "meetings/" + meeting.slug() + "/agenda/optimiser",
                                "star",
                                135)))
                .toList();
    }
}
