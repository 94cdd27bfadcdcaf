package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import java.time.Instant;
import org.caravanserai.review.reviewing.AskingToWrite;
import org.caravanserai.review.reviewing.AssignmentState;
import org.caravanserai.review.reviewing.ReviewDesk;
import org.caravanserai.review.reviewing.Reviewing;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** How a review stands: when it is due, whether it was agreed to, and who writes it; what of that she may change. */
class ReviewStanding extends Div {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient Reviewing reviewing;
    private final transient ReviewDesk.Desk desk;
    private final transient Reviewing.OpenReview review;
    private final transient Runnable again;

    /**
     * How a review stands.
     *
     * @param again shows the review anew, after something about it was changed
     */
    ReviewStanding(
            Words words,
            Reviewing reviewing,
            AskingToWrite asking,
            ReviewDesk.Desk desk,
            Reviewing.OpenReview review,
            Runnable again) {
        this.words = words;
        this.reviewing = reviewing;
        this.desk = desk;
        this.review = review;
        this.again = again;
        addClassName("desk-panel");
        review.submittedAt().ifPresent(at -> add(time("desk.submittedAt", at)));
        if (review.round() > 1) {
            add(new Paragraph(words.get("desk.round", review.round())));
        }
        review.due().ifPresent(due -> add(time(review.open() ? "desk.due" : "desk.wasDue", due)));
        if (!review.open()) {
            add(new Paragraph(words.get("desk.closed")));
        } else if (!review.own()) {
            add(new Paragraph(words.get("desk.writing")));
        } else {
            add(answers());
            review.subReviewer()
                    .ifPresentOrElse(
                            name -> add(writer(words.name(name))),
                            () -> add(new SubReviewer(words, asking, reviewing, review.assignment(), again)));
        }
    }

    private Component time(String key, Instant at) {
        return new Paragraph(new Span(words.get(key) + " "), new TimeText(at, desk.zone(), words.text(desk.city())));
    }

    private Component answers() {
        var actions = new Div();
        actions.addClassName("review-actions");
        if (review.state() == AssignmentState.ASSIGNED) {
            var accept = new Button(words.get("desk.accept"), e -> act(() -> reviewing.accept(review.assignment())));
            accept.setId("review-accept");
            actions.add(accept);
        }
        if (review.state() != AssignmentState.SUBMITTED) {
            var decline = new Button(
                    words.get("desk.decline.open"),
                    e -> new DeclineDialog(words, reviewing, review.assignment(), this::leave).open());
            decline.setId("review-decline");
            decline.addThemeVariants(ButtonVariant.TERTIARY);
            actions.add(decline);
        }
        return actions;
    }

    private void leave() {
        UI.getCurrentOrThrow().navigate(ReviewingView.class, new RouteParameters("slug", desk.slug()));
    }

    private Component writer(String name) {
        var alone = new Button(words.get("desk.sub.alone"), e -> act(() -> reviewing.writeAlone(review.assignment())));
        alone.setId("sub-alone");
        alone.addThemeVariants(ButtonVariant.TERTIARY);
        return new Div(new Span(words.get("desk.sub.writes", name)), alone);
    }

    private void act(Runnable step) {
        try {
            step.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        again.run();
    }
}
