package org.caravanserai.gathering.ui;

import java.util.ArrayList;
import java.util.List;
import org.caravanserai.gathering.booking.MyOfficeHours;
import org.caravanserai.gathering.finding.MyCalendar;
import org.caravanserai.people.Access;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.NextStepContribution;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Leads to the search for a time and to a person's own hours, and says who waits to book them. */
@Component
class MeetingTimesMenu implements MenuContribution, NextStepContribution {

    private static final int TO_ANSWER = 77;
    private static final int TO_MEND = 20;

    private final MyOfficeHours officeHours;
    private final MyCalendar calendar;
    private final Access access;

    MeetingTimesMenu(MyOfficeHours officeHours, MyCalendar calendar, Access access) {
        this.officeHours = officeHours;
        this.calendar = calendar;
        this.access = access;
    }

    @Override
    public List<MenuItem> items() {
        if (access.me().isEmpty()) {
            return List.of();
        }
        var words = Words.here();
        return List.of(
                new MenuItem("", words.get("finding.title"), "find-time", "search", 32),
                new MenuItem("", words.get("booking.title"), "office-hours", "clock", 33),
                new MenuItem("", words.get("finding.hours.title"), "hours", "clock", 34));
    }

    @Override
    public List<NextStep> steps() {
        if (access.me().isEmpty()) {
            return List.of();
        }
        var words = Words.here();
        var steps = new ArrayList<NextStep>();
        int waiting = officeHours.waiting();
        if (waiting > 0) {
            steps.add(NextStep.undated(
                    words.get("booking.step", waiting), words.get("booking.step.button"), "office-hours", TO_ANSWER));
        }
        calendar.read()
                .filter(own -> own.failure().isPresent())
                .ifPresent(own -> steps.add(NextStep.undated(
                        words.get("finding.calendar.step"),
                        words.get("finding.calendar.step.button"),
                        "hours",
                        TO_MEND)));
        return steps;
    }
}
