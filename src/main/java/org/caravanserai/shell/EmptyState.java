package org.caravanserai.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where nothing is yet: a sentence that says what to do next, and the button that does it. */
public class EmptyState extends Div {

    private static final long serialVersionUID = 1L;

    /** A sentence and what can be done. */
    public EmptyState(String sentence, Component... actions) {
        addClassName("empty-state");
        var picture = new Div();
        picture.addClassName("empty-state-mark");
        picture.getElement().setAttribute("aria-hidden", "true");
        add(picture, new Paragraph(sentence));
        if (actions.length > 0) {
            var group = new Div(actions);
            group.addClassName("empty-state-actions");
            add(group);
        }
    }
}
