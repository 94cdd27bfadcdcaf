package org.caravanserai.review.ui;

import java.util.ArrayList;
import java.util.List;
import org.caravanserai.review.CommitteeMeetings;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.NextStepContribution;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Leads committees to their proposals, and tells organisers and track chairs what waits to be decided or sent. */
@Component
class CommitteeMenu implements MenuContribution, NextStepContribution {

    private static final int ORDER = 300;
    private static final int URGENCY_SEND = 60;
    private static final int URGENCY_DECIDE = 50;

    private final CommitteeMeetings meetings;

    CommitteeMenu(CommitteeMeetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public List<MenuItem> items() {
        var words = Words.here();
        var items = new ArrayList<MenuItem>();
        int order = ORDER;
        for (var meeting : meetings.mine()) {
            items.add(new MenuItem(
                    words.text(meeting.name()),
                    words.get("review.title"),
                    "meetings/" + meeting.slug() + "/proposals",
                    "review",
                    order++));
            if (meeting.decides()) {
                items.add(new MenuItem(
                        words.text(meeting.name()),
                        words.get("review.decisions.title"),
                        "meetings/" + meeting.slug() + "/decisions",
                        "mail",
                        order++));
            }
        }
        return items;
    }

    @Override
    public List<NextStep> steps() {
        var words = Words.here();
        var steps = new ArrayList<NextStep>();
        for (var meeting : meetings.mine()) {
            if (meeting.decides() && meeting.toSend() > 0) {
                steps.add(NextStep.undated(
                        words.get("review.next.send", meeting.toSend(), words.text(meeting.name())),
                        words.get("review.waiting.open"),
                        "meetings/" + meeting.slug() + "/decisions",
                        URGENCY_SEND));
            }
            if (meeting.decides() && meeting.toDecide() > 0) {
                steps.add(NextStep.undated(
                        words.get("review.next.decide", meeting.toDecide(), words.text(meeting.name())),
                        words.get("review.next.decide.button"),
                        "meetings/" + meeting.slug() + "/proposals?state=SUBMITTED&state=UNDER_REVIEW",
                        URGENCY_DECIDE));
            }
        }
        return steps;
    }
}
