package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.caravanserai.proposal.ProposalNotice;
import org.caravanserai.proposal.ProposalView;
import org.caravanserai.review.reviewing.AuthorFeedback;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;

/** Tells contributors on their proposal's page that there are reviews to read, and until when they may answer. */
@org.springframework.stereotype.Component
class FeedbackNotice implements ProposalNotice {

    private final AuthorFeedback feedback;

    FeedbackNotice(AuthorFeedback feedback) {
        this.feedback = feedback;
    }

    @Override
    public Optional<Component> of(ProposalView proposal) {
        var words = Words.here();
        var read = feedback.of(proposal.proposal());
        if (read.reviews().isEmpty() && !read.rebuttalOpen() && read.rebuttal().isEmpty()) {
            return Optional.empty();
        }
        var link = new Anchor(
                "/app/proposals/" + proposal.code() + "/reviews",
                words.get(read.rebuttalOpen() ? "desk.feedback.answer" : "desk.feedback.read"));
        link.setId("proposal-reviews");
        var panel = new Section(
                new Paragraph(words.get("desk.feedback.there", read.reviews().size())), link);
        panel.addClassName("proposal-panel");
        if (read.rebuttalOpen()) {
            read.rebuttalUntil()
                    .ifPresent(until -> panel.add(new Paragraph(
                            new Span(words.get("desk.rebuttal.until") + " "),
                            new TimeText(
                                    until,
                                    proposal.meeting().zone(),
                                    words.text(proposal.meeting().city())))));
        }
        return Optional.of(panel);
    }
}
