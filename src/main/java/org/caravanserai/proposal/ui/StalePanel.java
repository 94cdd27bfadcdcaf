package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.caravanserai.proposal.DraftContent;
import org.caravanserai.shell.Words;

/** Two texts of the same fields side by side, of which one is to be chosen for each. Neither is lost before. */
class StalePanel extends Section {

    private static final long serialVersionUID = 1L;

    /** Whose text to keep. */
    private enum Whose {
        MINE,
        THEIRS
    }

    /**
     * A panel.
     *
     * @param clashes the fields to choose for
     * @param readable a field's value as people read it
     * @param choose is given theirs with the chosen fields of mine
     */
    StalePanel(
            Words words,
            String who,
            DraftContent mine,
            DraftContent theirs,
            List<String> clashes,
            BiFunction<String, String, String> readable,
            Consumer<DraftContent> choose) {
        setId("stale");
        addClassNames("proposal-panel", "proposal-stale");
        getElement().setAttribute("role", "alert");
        add(new H2(words.get("proposal.stale.title")), new Paragraph(words.get("proposal.stale.text", who)));
        Map<String, RadioButtonGroup<Whose>> choices = new LinkedHashMap<>();
        for (var field : clashes) {
            var choice = new RadioButtonGroup<Whose>();
            choice.setId("stale-" + field);
            choice.setItems(Whose.values());
            choice.setItemLabelGenerator(whose -> words.get("proposal.stale." + whose.name()));
            choice.setAriaLabel(FieldNames.of(field, words, java.util.Optional.empty()));
            choice.setValue(Whose.MINE);
            choices.put(field, choice);
            var texts = new Div(
                    text(words.get("proposal.stale.MINE"), readable.apply(field, mine.get(field))),
                    text(words.get("proposal.stale.THEIRS"), readable.apply(field, theirs.get(field))));
            texts.addClassName("proposal-pair");
            add(new H3(FieldNames.of(field, words, java.util.Optional.empty())), texts, choice);
        }
        var keep = new Button(
                words.get("proposal.stale.mine"), e -> choices.values().forEach(c -> c.setValue(Whose.MINE)));
        var take = new Button(
                words.get("proposal.stale.theirs"), e -> choices.values().forEach(c -> c.setValue(Whose.THEIRS)));
        var go = new Button(words.get("proposal.stale.choose"), e -> {
            var chosen = theirs;
            for (var choice : choices.entrySet()) {
                if (choice.getValue().getValue() == Whose.MINE) {
                    chosen = chosen.with(choice.getKey(), mine.get(choice.getKey()));
                }
            }
            choose.accept(chosen);
        });
        go.setId("stale-choose");
        go.addThemeVariants(ButtonVariant.PRIMARY);
        var actions = new Div(go, keep, take);
        actions.addClassName("proposal-actions");
        add(actions);
    }

    private static Div text(String label, String text) {
        var name = new Span(label);
        name.addClassName("muted");
        var words = new Div(text.isEmpty() ? "–" : text);
        words.addClassName("proposal-kept");
        return new Div(name, words);
    }
}
