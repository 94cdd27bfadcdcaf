package org.caravanserai.partnering.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingSummary;
import org.caravanserai.partnering.introduction.Introducing;
import org.caravanserai.partnering.introduction.ReportDesk;
import org.caravanserai.people.Access;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.NextStepContribution;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Leads everybody who is signed in to partner finding at the meetings that are not over, and tells what waits there. */
@Component
class PartnerMenu implements MenuContribution, NextStepContribution {

    private static final int MOST_MEETINGS = 5;
    private static final int LOOK_AT = 20;
    private static final int ORDER = 60;
    private static final int TO_ANSWER = 75;
    private static final int TO_READ = 65;
    private static final int TO_SETTLE = 78;

    /** What was begun at a meeting goes on after it. */
    private static final int DAYS_AFTER = 60;

    private final MeetingDirectory directory;
    private final Introducing introducing;
    private final ReportDesk reports;
    private final Access access;
    private final Clock clock;

    PartnerMenu(MeetingDirectory directory, Introducing introducing, ReportDesk reports, Access access, Clock clock) {
        this.directory = directory;
        this.introducing = introducing;
        this.reports = reports;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public List<MenuItem> items() {
        if (access.me().isEmpty()) {
            return List.of();
        }
        var words = Words.here();
        var meetings = new LinkedHashMap<UUID, MeetingSummary>();
        directory.open().forEach(meeting -> meetings.put(meeting.key(), meeting));
        directory.withARole(LOOK_AT).forEach(meeting -> meetings.put(meeting.key(), meeting));
        return meetings.values().stream()
                .filter(this::goesOn)
                .limit(MOST_MEETINGS)
                .map(meeting -> new MenuItem(
                        words.text(meeting.name()),
                        words.get("partner.title"),
                        "meetings/" + meeting.slug() + "/partners",
                        "people",
                        ORDER))
                .toList();
    }

    @Override
    public List<NextStep> steps() {
        if (access.me().isEmpty()) {
            return List.of();
        }
        var words = Words.here();
        var steps = new ArrayList<NextStep>();
        for (var waiting : introducing.waiting()) {
            var name = words.text(waiting.meeting());
            var path = "meetings/" + waiting.slug() + "/introductions";
            if (waiting.asked() > 0) {
                steps.add(NextStep.undated(
                        words.get("partner.step.asked", waiting.asked(), name),
                        words.get("partner.step.answer"),
                        path,
                        TO_ANSWER));
            }
            if (waiting.unread() > 0) {
                steps.add(NextStep.undated(
                        words.get("partner.step.unread", waiting.unread(), name),
                        words.get("partner.step.read"),
                        path,
                        TO_READ));
            }
        }
        reports.waiting()
                .forEach(waiting -> steps.add(NextStep.undated(
                        words.get("partner.step.reports", waiting.reports(), words.text(waiting.meeting())),
                        words.get("partner.step.settle"),
                        "meetings/" + waiting.slug() + "/reports",
                        TO_SETTLE)));
        return steps;
    }

    private boolean goesOn(MeetingSummary meeting) {
        return !meeting.lastDay()
                .plusDays(DAYS_AFTER)
                .isBefore(LocalDate.now(clock.withZone(ZoneId.of(meeting.zone()))));
    }
}
