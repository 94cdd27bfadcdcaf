package org.caravanserai.shell;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;

/**
 * A text in several languages: one tab for each, English first, a mark on those that are filled. Its value changes as soon
 * as one pauses in typing, so that a draft can be saved then.
 */
public class LocalizedField extends CustomField<LocalizedText> {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();
    private final TabLine tabs;
    private final Map<Language, Tab> tabOf = new EnumMap<>(Language.class);
    private final Map<Language, AbstractSinglePropertyField<?, String>> inputs = new EnumMap<>(Language.class);

    /** A field of one line, or of several when {@code longText}. */
    public LocalizedField(String label, boolean longText) {
        super(LocalizedText.EMPTY);
        setLabel(label);
        addClassName("localized-field");
        tabs = new TabLine(label);
        tabs.addClassName("localized-tabs");
        var body = new Div();
        body.addClassName("localized-body");
        for (var language : Language.values()) {
            var input = longText ? area() : line();
            input.getElement().setAttribute("lang", language.tag());
            ((HasAriaLabel) input).setAriaLabel(label + ", " + language.ownName());
            input.addValueChangeListener(e -> {
                mark(language);
                if (e.isFromClient()) {
                    updateValue();
                }
            });
            var tab = new Tab();
            tabOf.put(language, tab);
            inputs.put(language, input);
            tabs.add(tab);
            body.add(input);
            mark(language);
        }
        tabs.addSelectedChangeListener(e -> showSelected());
        showSelected();
        add(tabs, body);
    }

    /** Gives every language's input an id of its own as well: the field's id, a hyphen and the language's tag. */
    @Override
    public void setId(String id) {
        super.setId(id);
        inputs.forEach((language, input) -> input.setId(id + "-" + language.tag()));
    }

    /** Limits the length in every language. */
    public void setMaxLength(int characters) {
        for (var input : inputs.values()) {
            switch (input) {
                case TextField line -> line.setMaxLength(characters);
                case TextArea area -> area.setMaxLength(characters);
                default -> throw new IllegalStateException();
            }
        }
    }

    /** Opens the tab of a language. */
    public void open(Language language) {
        tabs.setSelectedTab(tabOf.get(language));
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        inputs.values().forEach(input -> input.setReadOnly(readOnly));
    }

    @Override
    protected LocalizedText generateModelValue() {
        var texts = new EnumMap<Language, String>(Language.class);
        inputs.forEach((language, input) -> texts.put(language, Objects.requireNonNullElse(input.getValue(), "")));
        return new LocalizedText(texts);
    }

    @Override
    protected void setPresentationValue(LocalizedText value) {
        inputs.forEach((language, input) -> {
            input.setValue(value.exactly(language));
            mark(language);
        });
    }

    private void showSelected() {
        var index = tabs.getSelectedIndex();
        var languages = List.of(Language.values());
        inputs.forEach((language, input) -> input.setVisible(languages.indexOf(language) == index));
    }

    private void mark(Language language) {
        var tab = tabOf.get(language);
        var input = inputs.get(language);
        if (tab == null || input == null) {
            return;
        }
        var filled = !input.isEmpty();
        tab.removeAll();
        var name = new Span(language.ownName());
        name.getElement().setAttribute("lang", language.tag());
        tab.add(name);
        if (filled) {
            var check = Icons.of("check");
            tab.add(check);
        }
        tab.getElement().setAttribute("title", words.get(filled ? "shell.localized.filled" : "shell.localized.empty"));
    }

    private static TextField line() {
        var input = new TextField();
        input.setValueChangeMode(ValueChangeMode.LAZY);
        input.setValueChangeTimeout(800);
        return input;
    }

    private static TextArea area() {
        var input = new TextArea();
        input.setMinRows(6);
        input.setValueChangeMode(ValueChangeMode.LAZY);
        input.setValueChangeTimeout(800);
        return input;
    }
}
