package org.caravanserai.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.caravanserai.review.reviewing.ReviewSetUp;
import org.caravanserai.review.reviewing.Reviewing;
import org.caravanserai.shell.Words;

/** The review form of a plan as reviewers see it; nothing that is typed into it is kept. */
class ReviewFormPreview extends Dialog {

    private static final long serialVersionUID = 1L;

    ReviewFormPreview(Words words, ReviewSetUp.PlanView plan) {
        setHeaderTitle(words.get("reviewers.preview"));
        setWidth("640px");
        var asked = plan.criteria().stream()
                .filter(c -> !c.removed())
                .map(c -> new Reviewing.Asked(c.key(), c.content()))
                .toList();
        var form = new Div(
                new Paragraph(words.get("reviewers.preview.note")),
                new ReviewFields(words, asked, ReviewFormPreview::forget));
        form.addClassName("one-column");
        add(form);
        getFooter().add(new Button(words.get("shell.close"), e -> close()));
    }

    private static void forget() {
        // Nobody reviews here: what is chosen is to be seen and no more.
    }
}
