package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.EnumMap;
import java.util.Map;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.agenda.conflict.Handling;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Words;
import org.springframework.dao.OptimisticLockingFailureException;

/** The kinds of conflicts of one concern: how many there are now, and how each is handled. */
class KindsSection extends Section {

    private static final long serialVersionUID = 1L;

    private final RulesView view;
    private final Words words;
    private final Map<ConflictKind, RadioButtonGroup<Handling>> choices = new EnumMap<>(ConflictKind.class);
    private final Map<ConflictKind, Span> counts = new EnumMap<>(ConflictKind.class);

    KindsSection(ConflictKind.Concern concern, RulesView view, Words words) {
        this.view = view;
        this.words = words;
        addClassName("rule-kinds");
        add(
                new H2(words.get("conflict.concern." + concern.name())),
                new Paragraph(words.get("conflict.intro." + concern.name())));
        for (var kind : ConflictKind.values()) {
            if (kind.concern() == concern) {
                add(row(kind));
            }
        }
        show();
    }

    private Div row(ConflictKind kind) {
        var name = new Span(ConflictWords.kind(kind, words));
        name.addClassName("rule-name");
        var count = new Span();
        count.addClassName("rule-count");
        var choice = new RadioButtonGroup<Handling>();
        choice.setId("handling-" + kind.name());
        choice.setAriaLabel(ConflictWords.kind(kind, words));
        choice.setItems(Handling.values());
        choice.setItemLabelGenerator(handling -> words.get("conflict.handling." + handling.name()));
        choice.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                handle(kind, e.getValue());
            }
        });
        choices.put(kind, choice);
        counts.put(kind, count);
        var row = new Div(new Div(name, count), choice);
        row.addClassName("rule-kind");
        return row;
    }

    private void handle(ConflictKind kind, Handling handling) {
        try {
            view.keep(
                    view.rules().judging(view.rules().conflicts().with(kind, handling)),
                    words.get(
                            "conflict.rules.changed",
                            ConflictWords.kind(kind, words),
                            words.get("conflict.handling." + handling.name())));
        } catch (OptimisticLockingFailureException quicker) {
            Notices.warning(words.get("shell.stale"));
            view.readAgain();
        }
        show();
    }

    private void show() {
        var standing = view.standing();
        choices.forEach(
                (kind, choice) -> choice.setValue(standing.rules().conflicts().of(kind)));
        counts.forEach((kind, count) -> {
            var now = standing.counts().getOrDefault(kind, 0);
            count.setText(now == 0 ? "" : words.get("conflict.rules.now", now));
        });
    }
}
