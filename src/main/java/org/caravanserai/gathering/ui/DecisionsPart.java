package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.gathering.AppointmentView;
import org.caravanserai.gathering.notes.NotesDeciding;
import org.caravanserai.gathering.notes.SharedNotes;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Icons;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** What was decided, with who does it and by when; everybody in the appointment adds to it, and sees what others add. */
class DecisionsPart extends Div {

    private static final long serialVersionUID = 1L;

    private final transient NotesPanels services;
    private final transient AppointmentView one;
    private final LocalDate day;
    private final transient Words words;
    private final Div list = new Div();
    private final Problems problems = new Problems();
    private final TextArea text = new TextArea();
    private final Select<NotesDeciding.Doer> doer = new Select<>();
    private final DatePicker due;
    private final Button save;
    private final Button leave;
    private final transient List<NotesDeciding.Doer> doers;
    private final boolean closed;
    private transient Optional<NotesDeciding.Decision> changing = Optional.empty();
    private transient LiveUpdates.@Nullable Subscription subscription;

    DecisionsPart(NotesPanels services, AppointmentView one, LocalDate day, Words words) {
        this.services = services;
        this.one = one;
        this.day = day;
        this.words = words;
        this.doers = services.deciding().doers(one.id());
        this.closed = services.notes().read(one.id(), day).closed();
        setId("notes-decisions");
        addClassName("notes-decisions");
        text.setLabel(words.get("notes.decision.text"));
        text.setId("decision-text-" + day);
        text.setMaxLength(NotesDeciding.LONGEST);
        text.setWidthFull();
        doer.setLabel(words.get("notes.decision.doer"));
        doer.setId("decision-doer");
        doer.setItems(doers);
        doer.setEmptySelectionAllowed(true);
        doer.setEmptySelectionCaption(words.get("notes.decision.doer.open"));
        doer.setItemLabelGenerator(who -> who == null ? words.get("notes.decision.doer.open") : words.name(who.name()));
        due = Fields.day(words.get("notes.decision.due"));
        due.setId("decision-due");
        due.setClearButtonVisible(true);
        save = new Button(words.get("notes.decision.add"), e -> save());
        save.setId("decision-save");
        leave = new Button(words.get("notes.decision.leave"), e -> write(Optional.empty()));
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        leave.setVisible(false);
        add(new H3(words.get("notes.decisions")), list);
        if (!closed) {
            var fields = new Div(doer, due);
            fields.addClassName("notes-decision-fields");
            var actions = new Div(save, leave);
            actions.addClassName("appointment-actions");
            add(problems, text, fields, actions);
        }
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        var key = services.notes().read(one.id(), day).key();
        subscription = services.updates().listen(SharedNotes.channel(key), message -> {
            if (message == SharedNotes.Part.AROUND) {
                ui.access(this::refresh);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
    }

    private void refresh() {
        list.removeAll();
        try {
            var all = services.deciding().of(one.id(), day);
            if (all.isEmpty()) {
                list.add(new Paragraph(words.get("notes.decisions.none")));
                return;
            }
            var items = new OrderedList();
            items.addClassName("notes-decision-list");
            all.forEach(decision -> items.add(item(decision)));
            list.add(items);
        } catch (AccessDeniedException barred) {
            // She has been taken out of the appointment while it was open.
            removeAll();
        }
    }

    private ListItem item(NotesDeciding.Decision decision) {
        var content = decision.content();
        var said = new Div(new Span(content.text()));
        said.addClassName("notes-decision-text");
        var details = new ArrayList<String>();
        decision.doer().ifPresent(name -> details.add(words.name(name)));
        content.dueOn().ifPresent(by -> details.add(words.get("notes.decision.by", words.day(by))));
        if (!details.isEmpty()) {
            var detail = new Div(new Span(String.join(" · ", details)));
            detail.addClassName("appointment-muted");
            said.add(detail);
        }
        var item = new ListItem(said);
        if (!closed) {
            var actions = new Div(
                    button(
                            "edit",
                            words.get("notes.decision.edit", content.text()),
                            () -> write(Optional.of(decision))),
                    button("trash", words.get("notes.decision.remove", content.text()), () -> remove(decision)));
            actions.addClassName("notes-decision-actions");
            item.add(actions);
        }
        return item;
    }

    private static Component button(String icon, String label, Runnable action) {
        var button = new Button(Icons.of(icon), e -> action.run());
        button.setAriaLabel(label);
        button.setTooltipText(label);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void write(Optional<NotesDeciding.Decision> decision) {
        changing = decision;
        problems.clear();
        var content = decision.map(NotesDeciding.Decision::content);
        text.setValue(content.map(NotesDeciding.Content::text).orElse(""));
        doer.setValue(content.flatMap(NotesDeciding.Content::doer)
                .flatMap(key ->
                        doers.stream().filter(who -> who.key().equals(key)).findFirst())
                .orElse(null));
        due.setValue(content.flatMap(NotesDeciding.Content::dueOn).orElse(null));
        save.setText(words.get(decision.isPresent() ? "notes.decision.change" : "notes.decision.add"));
        leave.setVisible(decision.isPresent());
        text.focus();
    }

    private void save() {
        var content = new NotesDeciding.Content(
                text.getValue(),
                Optional.ofNullable(doer.getValue()).map(NotesDeciding.Doer::key),
                Optional.ofNullable(due.getValue()));
        try {
            changing.ifPresentOrElse(
                    decision -> services.deciding().change(one.id(), day, decision.key(), decision.version(), content),
                    () -> services.deciding().add(one.id(), day, content));
            write(Optional.empty());
            refresh();
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("text", text));
        }
    }

    private void remove(NotesDeciding.Decision decision) {
        try {
            services.deciding().remove(one.id(), day, decision.key());
            Notices.done(words.get("notes.decision.removed"), () -> {
                services.deciding().add(one.id(), day, decision.content());
                refresh();
            });
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        refresh();
    }
}
