package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.ProposalView;
import org.caravanserai.review.reviewing.AuthorFeedback;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** What the contributors of a proposal may read of its reviews, and their answer while there is time for one. */
@Route(value = "proposals/:code/reviews", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/review.css")
@StyleSheet("context://styles/desk.css")
class ProposalReviewsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient ProposalReading reading;
    private final transient AuthorFeedback feedback;
    private final Words words = Words.here();

    ProposalReviewsView(ProposalReading reading, AuthorFeedback feedback) {
        this.reading = reading;
        this.feedback = feedback;
        addClassNames("view", "desk-view");
    }

    @Override
    public String getPageTitle() {
        return words.get("desk.feedback") + " · Caravanserai";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        reading.find(event.getRouteParameters().get("code").orElse(""))
                .filter(ProposalReading.Found::edits)
                .map(found -> reading.view(found.proposal()))
                .ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(ProposalView proposal) {
        removeAll();
        var read = feedback.of(proposal.proposal());
        var back = new Anchor("/app/proposals/" + proposal.code(), words.text(proposal.title()));
        add(new PageHeader(words.get("desk.feedback")).with(back));
        if (read.reviews().isEmpty()) {
            add(new EmptyState(words.get("desk.feedback.none")));
        }
        int number = 1;
        for (var seen : read.reviews()) {
            add(review(seen, number++));
        }
        answer(proposal, read);
    }

    private Component review(AuthorFeedback.Seen seen, int number) {
        var article = new Article(new H2(words.get("desk.feedback.review", number)));
        article.addClassName("desk-card");
        if (!seen.scores().isEmpty()) {
            var scores = new DescriptionList();
            scores.addClassName("desk-scores");
            for (var score : seen.scores()) {
                scores.add(
                        new DescriptionList.Term(words.text(score.criterion().label())),
                        new DescriptionList.Description(ReviewingWords.score(words, score.criterion(), score.score())));
            }
            article.add(scores);
        }
        if (!seen.notes().isEmpty()) {
            article.add(OtherReviews.text(seen.notes()));
        }
        return article;
    }

    private void answer(ProposalView proposal, AuthorFeedback.Feedback read) {
        if (!read.rebuttalOpen() && read.rebuttal().isEmpty()) {
            return;
        }
        var section = new Section(new H2(words.get("desk.rebuttal.own")));
        section.addClassName("desk-form");
        read.rebuttalUntil()
                .ifPresent(until -> section.add(new Paragraph(
                        new Span(words.get(read.rebuttalOpen() ? "desk.rebuttal.until" : "desk.rebuttal.over") + " "),
                        new TimeText(
                                until,
                                proposal.meeting().zone(),
                                words.text(proposal.meeting().city())))));
        if (read.rebuttalOpen()) {
            var problems = new Problems();
            var text = new TextArea(words.get("desk.rebuttal.text"));
            text.setId("rebuttal-text");
            text.setHelperText(words.get("desk.rebuttal.help"));
            text.setMinRows(8);
            text.setValueChangeMode(ValueChangeMode.LAZY);
            text.setValue(read.rebuttal());
            var send = new Button(words.get("desk.rebuttal.send"), e -> {
                try {
                    feedback.answer(proposal.proposal(), text.getValue());
                    Notices.done(words.get("desk.rebuttal.sent"));
                    show(proposal);
                } catch (Refusal refusal) {
                    problems.show(refusal, Map.of("text", text));
                }
            });
            send.setId("rebuttal-send");
            send.addThemeVariants(ButtonVariant.PRIMARY);
            section.add(problems, text, send);
        } else {
            section.add(OtherReviews.text(read.rebuttal()));
        }
        add(section);
    }
}
