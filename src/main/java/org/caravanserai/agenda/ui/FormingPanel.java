package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.agenda.Session;
import org.caravanserai.agenda.SessionFormation;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Forms sessions out of talks that wait by themselves; not there when none wait. */
class FormingPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient MeetingView meeting;
    private final transient SessionFormation formation;
    private final Words words;
    private final Problems problems = new Problems();
    private final Select<MeetingView.TypeView> type = new Select<>();
    private final IntegerField longest = new IntegerField();
    private final Div preview = new Div();

    FormingPanel(MeetingView meeting, SessionFormation formation, Words words) {
        this.meeting = meeting;
        this.formation = formation;
        this.words = words;
        addClassName("optimiser-forming");
        show();
    }

    private void show() {
        removeAll();
        preview.removeAll();
        var waiting = formation.waiting(meeting.id());
        var types = meeting.types().stream()
                .filter(MeetingView.TypeView::mayHoldTalks)
                .toList();
        setVisible(waiting > 0 && !types.isEmpty());
        if (waiting == 0 || types.isEmpty()) {
            return;
        }
        type.setId("forming-type");
        type.setLabel(words.get("agenda.item.kind"));
        type.setItems(types);
        type.setItemLabelGenerator(each -> words.text(each.name()));
        type.setValue(types.getFirst());
        longest.setId("forming-longest");
        longest.setLabel(words.get("optimiser.form.longest"));
        longest.setMin(Session.SHORTEST);
        longest.setMax(Session.LONGEST);
        longest.setValue(types.getFirst().minutes());
        type.addValueChangeListener(
                e -> Optional.ofNullable(e.getValue()).ifPresent(chosen -> longest.setValue(chosen.minutes())));
        longest.addValueChangeListener(e -> showPreview());
        var fields = new Div(type, longest);
        fields.addClassName("optimiser-fields");
        var form = OptimiserView.button("forming-form", words.get("optimiser.form.form"), "plus", this::form);
        form.addThemeVariants(ButtonVariant.PRIMARY);
        var details = new Details(
                words.get("optimiser.form.title", waiting),
                new Paragraph(words.get("optimiser.form.help")),
                problems,
                fields,
                preview,
                form);
        details.setId("forming");
        add(details);
        showPreview();
    }

    private void showPreview() {
        preview.removeAll();
        if (longest.getValue() == null || longest.isInvalid()) {
            return;
        }
        var formed = formation.preview(meeting.id(), longest.getValue());
        var list = new UnorderedList();
        formed.forEach(session -> {
            var title = new Span(words.marked(session.title()));
            title.addClassName("optimiser-session");
            var talks = new UnorderedList();
            session.talks()
                    .forEach(talk -> talks.add(new ListItem(
                            words.marked(talk.title()),
                            new Span(" · " + words.get("agenda.board.minutes", talk.minutes())))));
            list.add(new ListItem(
                    title,
                    new Span(" · "
                            + words.get(
                                    "optimiser.form.line",
                                    session.minutes(),
                                    Locale.forLanguageTag(session.language())
                                            .getDisplayLanguage(words.language().locale()),
                                    session.countries())),
                    talks));
        });
        preview.add(new Paragraph(words.get("optimiser.form.preview", formed.size())), list);
        preview.addClassName("optimiser-preview");
        preview.getElement().setAttribute("tabindex", "0");
    }

    private void form() {
        problems.clear();
        try {
            if (longest.getValue() == null || longest.isInvalid()) {
                throw Refusal.at("longest", "agenda.minutes.range");
            }
            var made = formation.form(meeting.id(), type.getValue().key(), longest.getValue());
            show();
            Notices.done(words.get("optimiser.form.done", made.size()), () -> {
                try {
                    formation.dissolve(meeting.id(), made);
                    show();
                } catch (Refusal refusal) {
                    Notices.refused(refusal);
                }
            });
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("type", type, "longest", longest));
        }
    }
}
