package org.caravanserai.meeting.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingSummary;
import org.caravanserai.people.Access;
import org.caravanserai.people.Role;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuGroup;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.NextStepContribution;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;
import org.springframework.stereotype.Component;

/** The list of meetings, the set-up of those that the acting person organises, and which of them nobody else sees yet. */
@Component
class MeetingMenu implements MenuContribution, NextStepContribution {

    private static final int MOST_MEETINGS = 20;
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
    public List<MenuGroup> groups() {
        var words = Words.here();
        return access.me().isEmpty()
                ? List.of()
                : directory.withARole(LOOK_AT).stream()
                        .sorted(this::nearest)
                        .map(meeting -> new MenuGroup(
                                words.text(meeting.city()) + " "
                                        + meeting.firstDay().getYear(),
                                words.text(meeting.name()),
                                line(words, meeting),
                                "meetings/" + meeting.slug() + "/"))
                        .toList();
    }

    /** Those that are not over come first, the next at the top; then the others, the latest at the top. */
    private int nearest(MeetingSummary one, MeetingSummary other) {
        var over = one.lastDay().isBefore(today(one));
        if (over != other.lastDay().isBefore(today(other))) {
            return over ? 1 : -1;
        }
        var earlier = one.firstDay().compareTo(other.firstDay());
        return over ? -earlier : earlier;
    }

    private String line(Words words, MeetingSummary meeting) {
        var days = Moments.days(words.language(), meeting.firstDay(), meeting.lastDay()) + " · "
                + words.text(meeting.city());
        var ahead = ChronoUnit.DAYS.between(today(meeting), meeting.firstDay());
        return ahead > 0 ? days + " · " + words.get("meeting.menu.ahead", ahead) : days;
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
