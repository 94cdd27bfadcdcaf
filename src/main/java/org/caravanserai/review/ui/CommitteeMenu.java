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
    private static final int ORDER_ROOM = 340;
    private static final int URGENCY_SEND = 60;
    private static final int URGENCY_DECIDE = 50;

    private final CommitteeMeetings meetings;

    CommitteeMenu(CommitteeMeetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        var list = new Numbering(ORDER);
        var room = new Numbering(ORDER_ROOM);
        for (var meeting : meetings.mine()) {
            items.add(item(meeting, "review.title", "proposals", "review", list));
            if (meeting.decides()) {
                items.add(item(meeting, "review.decisions.title", "decisions", "mail", list));
                items.add(item(meeting, "room.title", "room", "done", room));
                items.add(item(meeting, "room.reports.title", "review-reports", "topic", room));
            }
        }
        return items;
    }

    /** Numbers items as they come. */
    private static final class Numbering {

        private int next;

        Numbering(int first) {
            next = first;
        }

        int next() {
            return next++;
        }
    }

    private static MenuItem item(
            CommitteeMeetings.Waiting meeting, String title, String page, String icon, Numbering order) {
        var words = Words.here();
        return new MenuItem(
                words.text(meeting.name()),
                words.get(title),
                "meetings/" + meeting.slug() + "/" + page,
                icon,
                order.next());
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
