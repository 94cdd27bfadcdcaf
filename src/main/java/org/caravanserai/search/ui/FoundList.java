package org.caravanserai.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.caravanserai.search.SearchAnswer;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.Words;

/** What was found, by kind, and how many things: read out when it changes. */
class FoundList extends Div {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final FoundLine lines;
    private final Paragraph count = new Paragraph();
    private final Div groups = new Div();

    /** Whether the kinds are headed: where only one is shown, the view's own words say which. */
    enum Heads {
        NONE,
        SECOND
    }

    FoundList(Words words, Runnable followed) {
        this.words = words;
        this.lines = new FoundLine(words, followed);
        addClassName("found");
        count.setId("search-count");
        count.addClassName("found-count");
        count.getElement().setAttribute("role", "status");
        add(count, groups);
    }

    /** Says what can be typed, as long as nothing is. */
    void hint() {
        count.setText("");
        groups.removeAll();
        groups.add(muted("search.hint"));
    }

    void show(SearchAnswer answer, Heads heads) {
        groups.removeAll();
        count.setText(words.get("search.count", answer.total()));
        switch (answer.standing()) {
            case NO_INDEX -> {
                count.setText(words.get("search.noIndex"));
                return;
            }
            case BEHIND -> groups.add(muted("search.behind"));
            case WHOLE -> {}
        }
        if (answer.groups().isEmpty()) {
            groups.add(new EmptyState(words.get("search.nothing")));
        }
        for (var group : answer.groups()) {
            var list = new UnorderedList();
            group.hits().forEach(hit -> list.add(lines.of(hit, answer.typed())));
            var section = new Section();
            if (heads == Heads.SECOND) {
                var number = new Span(words.number(group.total()));
                number.addClassName("found-number");
                section.add(
                        new H2(new Span(words.get("search.kind." + group.kind().name())), number));
            }
            section.add(list);
            groups.add(section);
        }
    }

    private Component muted(String key) {
        var line = new Paragraph(words.get(key));
        line.addClassName("muted");
        return line;
    }
}
