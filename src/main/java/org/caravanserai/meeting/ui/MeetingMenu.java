package org.caravanserai.meeting.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingSummary;
import org.caravanserai.people.Access;
import org.caravanserai.people.Role;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.NextStepContribution;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** The list of meetings, the set-up of those that the acting person organises, and which of them nobody else sees yet. */
@Component
class MeetingMenu implements MenuContribution, NextStepContribution {

    private static final int MOST_MEETINGS = 3;
    private static final int LOOK_AT = 20;
    private static final int TO_OPEN = 30;

    private final MeetingDirectory directory;
    private final Access access;
    private final Clock clock;

    MeetingMenu(MeetingDirectory directory, Access access, Clock clock) {
        this.directory = directory;
        this.access = access;
        this.clock = clock;
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
        organised()
                .forEach(meeting -> items.add(new MenuItem(
                        words.text(meeting.name()),
                        words.get("meeting.setUp.title"),
                        "meetings/" + meeting.slug() + "/set-up",
                        "settings",
                        100)));
        return items;
    }

    @Override
    public List<NextStep> steps() {
        var words = Words.here();
        return organised().stream()
                .filter(meeting -> !meeting.open() && !meeting.lastDay().isBefore(today(meeting)))
                .map(meeting -> NextStep.undated(
                        words.get("meeting.step.hidden", words.text(meeting.name())),
                        words.get("meeting.visibility.open"),
                        "meetings/" + meeting.slug() + "/set-up?section=visibility",
                        TO_OPEN))
                .toList();
    }

    private List<MeetingSummary> organised() {
        var organised = access.meetingsAs(Role.ORGANISER);
        return organised.isEmpty()
                ? List.of()
                : directory.mine(0, LOOK_AT).stream()
                        .filter(meeting -> organised.contains(meeting.key()))
                        .limit(MOST_MEETINGS)
                        .toList();
    }

    private LocalDate today(MeetingSummary meeting) {
        return LocalDate.now(clock.withZone(ZoneId.of(meeting.zone())));
    }
}
