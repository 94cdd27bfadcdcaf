package org.caravanserai.review.ui;

import java.util.ArrayList;
import java.util.List;
import org.caravanserai.review.ReviewerTasks;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.NextStepContribution;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Leads to the set-up of peer review, its reviewers and their assignment, and reviewers to what is asked of them. */
@Component
class ReviewSetUpMenu implements MenuContribution, NextStepContribution {

    private static final int ORDER = 320;
    private static final int URGENCY_ANSWER = 85;
    private static final int URGENCY_BID = 55;
    private static final int URGENCY_VOLUNTEERS = 45;

    private final ReviewerTasks tasks;

    ReviewSetUpMenu(ReviewerTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<MenuItem> items() {
        var words = Words.here();
        var items = new ArrayList<MenuItem>();
        int order = ORDER;
        for (var meeting : tasks.mine()) {
            var group = words.text(meeting.name());
            var path = "meetings/" + meeting.slug() + "/";
            if (meeting.organises()) {
                items.add(
                        new MenuItem(group, words.get("reviewers.setUp.title"), path + "review", "settings", order++));
            }
            if (meeting.leads()) {
                items.add(new MenuItem(group, words.get("reviewers.title"), path + "reviewers", "people", order++));
                items.add(new MenuItem(
                        group, words.get("reviewers.conflicts.title"), path + "conflicts", "alert", order++));
                items.add(new MenuItem(group, words.get("assigning.title"), path + "assignment", "link", order++));
            }
            if (meeting.reviews()) {
                items.add(new MenuItem(
                        group,
                        words.get("reviewers.bids.title"),
                        "reviewing/" + meeting.slug() + "/bids",
                        "star",
                        order++));
            }
            if (meeting.reviews() || meeting.asked()) {
                items.add(new MenuItem(
                        group,
                        words.get("reviewers.profile.title"),
                        "reviewing/" + meeting.slug() + "/profile",
                        "person",
                        order++));
            }
        }
        return items;
    }

    @Override
    public List<NextStep> steps() {
        var words = Words.here();
        var steps = new ArrayList<NextStep>();
        for (var meeting : tasks.mine()) {
            var name = words.text(meeting.name());
            if (meeting.asked()) {
                steps.add(NextStep.undated(
                        words.get("reviewers.next.answer", name),
                        words.get("reviewers.next.answer.button"),
                        "reviewing/" + meeting.slug() + "/profile",
                        URGENCY_ANSWER));
            }
            if (meeting.reviews() && meeting.toBid() > 0 && meeting.bidUntil().isPresent()) {
                steps.add(new NextStep(
                        words.get("reviewers.next.bid", meeting.toBid(), name),
                        meeting.bidUntil().get(),
                        meeting.zone(),
                        words.text(meeting.city()),
                        words.get("reviewers.next.bid.button"),
                        "reviewing/" + meeting.slug() + "/bids",
                        URGENCY_BID));
            }
            if (meeting.leads() && meeting.volunteers() > 0) {
                steps.add(NextStep.undated(
                        words.get("reviewers.next.volunteers", meeting.volunteers(), name),
                        words.get("reviewers.next.volunteers.button"),
                        "meetings/" + meeting.slug() + "/reviewers",
                        URGENCY_VOLUNTEERS));
            }
        }
        return steps;
    }
}
