package org.caravanserai.review.ui;

import java.util.ArrayList;
import java.util.List;
import org.caravanserai.review.reviewing.AuthorFeedback;
import org.caravanserai.review.reviewing.ReviewDesk;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.NextStepContribution;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Leads reviewers to their desks, and tells them and contributors what of reviewing waits for them, and until when. */
@Component
class ReviewingMenu implements MenuContribution, NextStepContribution {

    private static final int ORDER = 290;
    private static final int URGENCY_REVIEW = 85;
    private static final int URGENCY_REVISE = 95;
    private static final int URGENCY_ANSWER = 75;

    private final ReviewDesk desk;
    private final AuthorFeedback feedback;

    ReviewingMenu(ReviewDesk desk, AuthorFeedback feedback) {
        this.desk = desk;
        this.feedback = feedback;
    }

    @Override
    public List<MenuItem> items() {
        var words = Words.here();
        var items = new ArrayList<MenuItem>();
        for (var work : desk.mine()) {
            items.add(new MenuItem(
                    words.text(work.name()),
                    words.get("desk.title"),
                    "reviewing/" + work.slug(),
                    "edit",
                    ORDER + items.size()));
        }
        return items;
    }

    @Override
    public List<NextStep> steps() {
        var words = Words.here();
        var steps = new ArrayList<NextStep>();
        for (var work : desk.mine()) {
            if (work.missing() > 0) {
                steps.add(new NextStep(
                        words.get("desk.next.review", work.missing(), words.text(work.name())),
                        work.due().orElse(null),
                        work.due().isPresent() ? work.zone() : null,
                        work.due().isPresent() ? words.text(work.city()) : null,
                        words.get("desk.next.review.button"),
                        "reviewing/" + work.slug(),
                        URGENCY_REVIEW));
            }
        }
        for (var waiting : feedback.waiting()) {
            steps.add(new NextStep(
                    words.get(waiting.revise() ? "desk.next.revise" : "desk.next.answer", words.text(waiting.title())),
                    waiting.until(),
                    waiting.zone(),
                    words.text(waiting.city()),
                    words.get(waiting.revise() ? "desk.next.revise.button" : "desk.next.answer.button"),
                    "proposals/" + waiting.code() + (waiting.revise() ? "" : "/reviews"),
                    waiting.revise() ? URGENCY_REVISE : URGENCY_ANSWER));
        }
        return steps;
    }
}
