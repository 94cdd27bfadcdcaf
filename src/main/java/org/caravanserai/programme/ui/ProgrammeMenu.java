package org.caravanserai.programme.ui;

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

/** Offers organisers what speakers give to readers, and them and the desk the badges. */
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
        var served = access.meetingsAs(Role.DESK);
        if (organised.isEmpty() && served.isEmpty()) {
            return List.of();
        }
        var words = Words.here();
        return directory.mine(0, MOST_MEETINGS).stream()
                .flatMap(meeting -> Stream.concat(
                        organised.contains(meeting.key())
                                ? Stream.of(
                                        item(words, meeting, "programme.handout.title", "handouts", "download", 145))
                                : Stream.empty(),
                        organised.contains(meeting.key()) || served.contains(meeting.key())
                                ? Stream.of(item(words, meeting, "programme.badge.title", "badges", "person", 148))
                                : Stream.empty()))
                .toList();
    }

    private static MenuItem item(
            Words words, MeetingSummary meeting, String title, String path, String icon, int order) {
        return new MenuItem(
                words.text(meeting.name()), words.get(title), "meetings/" + meeting.slug() + "/" + path, icon, order);
    }
}
