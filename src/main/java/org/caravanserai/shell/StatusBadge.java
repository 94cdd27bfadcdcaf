package org.caravanserai.shell;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;

/** A state: word, icon and colour, the same everywhere. */
public class StatusBadge extends Span {

    private static final long serialVersionUID = 1L;

    /** A badge of a word. */
    public StatusBadge(String word, Tone tone) {
        addClassNames("status", tone.className());
        add(Icons.of(tone.icon()), new Span(word));
    }

    /** A badge that says on hover and focus what comes next. */
    public StatusBadge(String word, Tone tone, String next) {
        this(word, tone);
        getElement().setAttribute("tabindex", "0");
        Tooltip.forComponent(this).withText(next);
    }
}
