package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caravanserai.platform.Ids;
import org.caravanserai.proposal.Question;
import org.caravanserai.shell.Icons;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;

/** What can be picked as the answer to a question, each in every language. What was there before keeps its key. */
class OptionsField extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Words words;
    private final Div list = new Div();
    private final transient Map<String, LocalizedField> names = new LinkedHashMap<>();
    private int made;

    OptionsField(Words words, List<Question.Option> before) {
        this.words = words;
        addClassNames("one-column", "options-field");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", words.get("call.field.options"));
        list.addClassName("one-column");
        before.forEach(option -> add(option.key(), option.name()));
        while (names.size() < 2) {
            add(Ids.code(), LocalizedText.EMPTY);
        }
        var more = new Button(
                words.get("call.field.option.more"), Icons.of("plus"), e -> add(Ids.code(), LocalizedText.EMPTY));
        more.setId("add-option");
        add(new Span(words.get("call.field.options")), list, more);
    }

    /** The options that have a name, in order. */
    List<Question.Option> options() {
        return names.entrySet().stream()
                .filter(option -> !option.getValue().getValue().isEmpty())
                .map(option ->
                        new Question.Option(option.getKey(), option.getValue().getValue()))
                .toList();
    }

    private void add(String key, LocalizedText value) {
        var label = words.get("call.field.option", ++made);
        var name = new LocalizedField(label, false);
        name.setId("question-option-" + made);
        name.setValue(value);
        names.put(key, name);
        var row = new Div(name);
        row.addClassName("option-row");
        var remove = new Button(Icons.of("trash"), e -> {
            names.remove(key);
            list.remove(row);
        });
        remove.setAriaLabel(words.get("shell.list.remove", label));
        remove.setTooltipText(words.get("shell.list.remove", label));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        row.add(remove);
        list.add(row);
    }
}
