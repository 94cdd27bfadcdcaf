package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caravanserai.proposal.ReviewerText;
import org.caravanserai.proposal.ReviewerTexts;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** The files of a proposal: which of them reviewers get, and what in each gives the authors away. */
class ReviewerFiles extends Section {

    private static final long serialVersionUID = 1L;

    private final transient ReviewerTexts texts;
    private final transient ReviewerText text;
    private final Problems problems;
    private final Words words = Words.here();

    ReviewerFiles(ReviewerTexts texts, ReviewerText text, Problems problems) {
        this.texts = texts;
        this.text = text;
        this.problems = problems;
        setId("veil-files");
        var checked = texts.check(text.proposal()).stream()
                .collect(Collectors.toMap(ReviewerText.Checked::file, Function.identity()));
        var list = new UnorderedList();
        list.addClassName("veil-files");
        for (var file : text.files()) {
            var item = item(file);
            var found = checked.get(file.key());
            if (found != null) {
                var result = new Div();
                result.setId("veil-found-" + file.key());
                result.addClassName("veil-file-found");
                show(result, found, file.shown());
                item.shown().addValueChangeListener(e -> show(result, found, e.getValue()));
                item.line().add(result);
            }
            list.add(item.line());
        }
        add(new H2(words.get("veil.files")), new Paragraph(words.get("veil.files.help")), list);
    }

    private record Item(ListItem line, Checkbox shown) {}

    private Item item(ReviewerText.File file) {
        var shown = new Checkbox(words.get("veil.file.shown"), file.shown());
        shown.setId("veil-file-" + file.key());
        shown.setAriaLabel(words.get("veil.file.shown") + ": " + file.name());
        shown.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                try {
                    texts.show(text.proposal(), file.key(), e.getValue());
                } catch (Refusal refusal) {
                    shown.setValue(!e.getValue());
                    problems.show(refusal, Map.of("files", shown));
                }
            }
        });
        var link = new Anchor("/proposals/" + text.code() + "/files/" + file.key(), file.name());
        link.setRouterIgnore(true);
        var head = new Div(link, shown);
        head.addClassName("veil-file");
        return new Item(new ListItem(head), shown);
    }

    private void show(Div result, ReviewerText.Checked checked, boolean given) {
        result.removeAll();
        if (!checked.found().isEmpty()) {
            var label = new Paragraph(words.get(given ? "veil.file.found.given" : "veil.file.found"));
            label.addClassName(given ? "veil-warning" : "veil-label");
            result.add(label, chips(checked));
        } else if (checked.whole()) {
            result.add(new Paragraph(words.get("veil.file.found.none")));
        }
        if (!checked.whole()) {
            result.add(new Paragraph(words.get("veil.file.part")));
        }
    }

    private Component chips(ReviewerText.Checked checked) {
        var chips = new Div();
        chips.addClassName("veil-found");
        checked.found().forEach(trace -> chips.add(new Span(said(trace))));
        return chips;
    }

    private String said(ReviewerText.Trace trace) {
        return switch (trace.place()) {
            case PROPERTIES -> words.get("veil.file.property", trace.words());
            case PAGE -> words.get("veil.file.page", trace.words(), trace.page());
            case TEXT -> trace.words();
        };
    }
}
