package org.caravanserai.agenda.ui;

import java.util.List;
import java.util.stream.Stream;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingSummary;
import org.caravanserai.people.Access;
import org.caravanserai.people.Role;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Offers the agenda board, the optimiser and the releases of each meeting that the acting person organises. */
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
        return directory.mine(0, MOST_MEETINGS).stream()
                .filter(meeting -> organised.contains(meeting.key()))
                .flatMap(meeting -> Stream.of(
                        item(words, meeting, "agenda.board.title", "agenda", "agenda", 130),
                        item(words, meeting, "optimiser.title", "agenda/optimiser", "star", 135),
                        item(words, meeting, "release.title", "releases", "programme", 140)))
                .toList();
    }

    private static MenuItem item(
            Words words, MeetingSummary meeting, String title, String path, String icon, int order) {
        return new MenuItem(
                words.text(meeting.name()), words.get(title), "meetings/" + meeting.slug() + "/" + path, icon, order);
    }
}
