package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.caravanserai.proposal.CallView;
import org.caravanserai.proposal.Question;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Words;

/**
 * The input for one question of a call, whose answer is a text whatever the input looks like.
 *
 * @param component what is shown
 * @param read the answer as it is now
 * @param write shows an answer
 */
record AnswerField(Component component, Supplier<String> read, Consumer<String> write) {

    private static final int PAUSE = 800;

    /** The input for a question that is not answered by a file. */
    static AnswerField of(CallView.Asked question, Words words, Runnable changed) {
        var made = switch (question.kind()) {
            case LONG_TEXT -> area();
            case CHOICE -> choice(question, words);
            case SEVERAL -> several(question, words);
            case DATE -> date();
            case YES_NO -> yesNo(words);
            case TEXT, NUMBER, FILE -> line(question.kind() == Question.Kind.NUMBER);
        };
        var component = made.component();
        component.setId("answer-" + question.key());
        var label = words.text(question.label());
        ((HasLabel) component)
                .setLabel(question.required() ? label : label + " (" + words.get("proposal.optional") + ")");
        if (component instanceof HasHelper helped && !question.help().isEmpty()) {
            helped.setHelperText(words.text(question.help()));
        }
        ((AbstractField<?, ?>) component).addValueChangeListener(e -> changed.run());
        return made;
    }

    private static AnswerField line(boolean number) {
        var field = new TextField();
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE);
        if (number) {
            field.getElement().setAttribute("inputmode", "decimal");
            field.addClassName("proposal-short");
        }
        return new AnswerField(field, field::getValue, field::setValue);
    }

    private static AnswerField area() {
        var field = new TextArea();
        field.setMinRows(4);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE);
        return new AnswerField(field, field::getValue, field::setValue);
    }

    private static AnswerField choice(CallView.Asked question, Words words) {
        var field = new RadioButtonGroup<String>();
        field.setItems(question.options().stream().map(Question.Option::key).toList());
        field.setItemLabelGenerator(key -> name(question, key, words));
        return new AnswerField(
                field,
                () -> Objects.requireNonNullElse(field.getValue(), ""),
                key -> field.setValue(has(question, key) ? key : null));
    }

    private static AnswerField several(CallView.Asked question, Words words) {
        var field = new CheckboxGroup<String>();
        field.setItems(question.options().stream().map(Question.Option::key).toList());
        field.setItemLabelGenerator(key -> name(question, key, words));
        return new AnswerField(
                field,
                () -> question.options().stream()
                        .map(Question.Option::key)
                        .filter(field.getValue()::contains)
                        .collect(Collectors.joining(",")),
                keys -> field.setValue(picked(question, keys)));
    }

    private static AnswerField date() {
        var field = Fields.day("");
        field.addClassName("proposal-short");
        return new AnswerField(
                field,
                () -> field.getValue() == null ? "" : field.getValue().toString(),
                text -> field.setValue(day(text)));
    }

    private static AnswerField yesNo(Words words) {
        var field = new RadioButtonGroup<String>();
        field.setItems("yes", "no");
        field.setItemLabelGenerator(key -> words.get(key.equals("yes") ? "shell.yes" : "shell.no"));
        return new AnswerField(
                field,
                () -> Objects.requireNonNullElse(field.getValue(), ""),
                key -> field.setValue(key.equals("yes") || key.equals("no") ? key : null));
    }

    private static Set<String> picked(CallView.Asked question, String keys) {
        return Arrays.stream(keys.split(","))
                .filter(key -> has(question, key))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean has(CallView.Asked question, String key) {
        return question.options().stream().anyMatch(o -> o.key().equals(key));
    }

    private static String name(CallView.Asked question, String key, Words words) {
        return question.options().stream()
                .filter(o -> o.key().equals(key))
                .map(o -> words.text(o.name()))
                .findFirst()
                .orElse(key);
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            // A date picker can show a date alone; what else was typed stays in the draft until a date replaces it.
            return null;
        }
    }
}
