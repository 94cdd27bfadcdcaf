package org.caravanserai.programme.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.caravanserai.programme.HandoutSharing.Kept;
import org.caravanserai.shell.FileSize;
import org.caravanserai.shell.Words;

/** A handout's name, which saves it, with what it is and how large. */
final class HandoutText {

    private HandoutText() {}

    static Div of(Kept handout, Words words) {
        var link = new Anchor("/proposals/handouts/" + handout.key(), handout.name());
        link.setRouterIgnore(true);
        link.addClassName("handout-name");
        var about = new Span(words.get("programme.handout.kind." + handout.kind()) + " · "
                + FileSize.format(handout.name()) + " · " + FileSize.inWords(words.language(), handout.size()));
        about.addClassNames("muted", "handout-about");
        var text = new Div(link, about);
        text.addClassName("handout-text");
        return text;
    }
}
