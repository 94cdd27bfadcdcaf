package org.caravanserai.review.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.caravanserai.shell.TabLine;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Markdown;

/** A title and a text in all their languages, one tab for each, the reader's first. */
class LanguageTabs extends Div {

    private static final long serialVersionUID = 1L;

    LanguageTabs(Words words, LocalizedText title, LocalizedText text) {
        addClassName("desk-languages");
        var languages = new LinkedHashSet<Language>();
        languages.add((text.isEmpty() ? title : text).in(words.language()).language());
        languages.addAll(text.languages());
        languages.addAll(title.languages());
        var bodies = new LinkedHashMap<Tab, Div>();
        for (var language : languages) {
            var name = new Span(language.ownName());
            name.getElement().setAttribute("lang", language.tag());
            bodies.put(new Tab(name), body(language, title, text));
        }
        List<Tab> tabs = new ArrayList<>(bodies.keySet());
        if (tabs.size() > 1) {
            var choice = new TabLine(words.get("desk.languages"), tabs.toArray(Tab[]::new));
            choice.addSelectedChangeListener(
                    e -> bodies.forEach((tab, body) -> body.setVisible(tab == e.getSelectedTab())));
            add(choice);
        }
        bodies.values().forEach(this::add);
        bodies.values().stream().skip(1).forEach(body -> body.setVisible(false));
    }

    private static Div body(Language language, LocalizedText title, LocalizedText text) {
        var body = new Div();
        body.getElement().setAttribute("lang", language.tag());
        var heading = new Paragraph(title.exactly(language));
        heading.addClassName("desk-title");
        if (!title.exactly(language).isEmpty()) {
            body.add(heading);
        }
        var words = new Html("<div>" + Markdown.html(text.exactly(language)) + "</div>");
        words.getElement().getClassList().add("review-text");
        body.add(words);
        return body;
    }
}
