package org.caravanserai.review.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.caravanserai.shell.Words;

/** Says how many decisions wait to be sent, and leads to them; nothing where none does. */
class WaitingDecisions extends Div {

    private static final long serialVersionUID = 1L;

    WaitingDecisions() {
        addClassName("review-waiting");
        setVisible(false);
    }

    void show(String slug, int count) {
        removeAll();
        setVisible(count > 0);
        if (count > 0) {
            var words = Words.here();
            var link = new Anchor("/app/meetings/" + slug + "/decisions", words.get("review.waiting.open"));
            link.addClassName("review-waiting-link");
            add(new Span(words.get("review.waiting", count)), link);
        }
    }
}
