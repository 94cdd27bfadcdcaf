package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import org.caravanserai.proposal.ProposalNotice;
import org.caravanserai.proposal.ProposalView;
import org.caravanserai.proposal.ReviewerText;
import org.caravanserai.proposal.ReviewerTexts;
import org.caravanserai.shell.Words;

/** Tells the authors of a proposal that reviewers do not learn who they are, and what would give them away. */
@org.springframework.stereotype.Component
class ReviewerTextNotice implements ProposalNotice {

    private final ReviewerTexts texts;

    ReviewerTextNotice(ReviewerTexts texts) {
        this.texts = texts;
    }

    @Override
    public Optional<Component> of(ProposalView proposal) {
        return texts.of(proposal.proposal()).map(text -> notice(Words.here(), text));
    }

    /** The words about a proposal, with the way to its text for reviewers. */
    static Component notice(Words words, ReviewerText text) {
        var panel = new Section(new Paragraph(words.get("veil.notice")));
        panel.setId("reviewer-text-notice");
        panel.addClassName("proposal-panel");
        if (!text.found().isEmpty()) {
            panel.add(new Paragraph(words.get("veil.notice.found", String.join(", ", text.found()))));
        }
        if (text.isStale()) {
            panel.add(new Paragraph(words.get("veil.notice.stale")));
        }
        var withheld = text.files().stream().filter(file -> !file.shown()).count();
        if (withheld > 0) {
            panel.add(new Paragraph(words.get("veil.notice.files", withheld)));
        }
        var link = new Anchor("/app/proposals/" + text.code() + "/for-reviewers", words.get("veil.title"));
        link.setId("proposal-for-reviewers");
        panel.add(link);
        return panel;
    }
}
