package org.caravanserai.shell;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** Says, instead of a save button, that what was typed is kept: {@code Saved 14:03 Astana}. */
public class SavedLine extends Span {

    private static final long serialVersionUID = 1L;

    /** A line that says nothing yet. */
    public SavedLine() {
        addClassName("saved-line");
        getElement().setAttribute("role", "status");
    }

    /** Says that all is kept since a moment. */
    public void saved(Instant at) {
        var words = Words.here();
        removeClassName("saved-line-failed");
        setText(words.get("shell.savedAt", words.ownTime(at)));
    }

    /** Says that the last words are not kept, and why. */
    public void notSaved(String reason) {
        addClassName("saved-line-failed");
        setText(Words.here().get("shell.notSaved", reason));
    }
}
