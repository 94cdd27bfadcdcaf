package org.caravanserai.meeting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingSetUp;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.shell.ArrangedList;
import org.caravanserai.shell.ComponentTexts;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** A section that lists one kind of parts of a meeting: arranged, added, changed in a dialog, removed with undo. */
abstract class PartSection<T> extends Section {

    private static final long serialVersionUID = 1L;

    final transient Words words;
    final transient MeetingId meeting;
    final transient MeetingSetUp reading;
    private final ArrangedList<T> list;

    PartSection(Words words, MeetingId meeting, MeetingSetUp reading, String heading) {
        this.words = words;
        this.meeting = meeting;
        this.reading = reading;
        addClassName("kept-form");
        var add = new Button(words.get("shell.add"), e -> edit(null));
        add.setId("add-" + part());
        var head = new Div(new H2(heading), add);
        head.addClassName("kept-head");
        list = new ArrangedList<>(
                heading,
                new ArrangedList.Parts<>(
                        this::key, row -> words.text(name(row)), this::line, this::edit, this::remove, keys -> {
                            arrange(keys);
                            refresh();
                        }));
        list.setId(part() + "s");
        add(head, list);
    }

    /** Shows what is there now. */
    final void refresh() {
        list.show(rows(reading.read(meeting)));
    }

    /** What its parts are called in the ids of a page, different from other sections beside it. */
    String part() {
        return "part";
    }

    abstract List<T> rows(MeetingView now);

    abstract UUID key(T row);

    abstract LocalizedText name(T row);

    abstract String detail(T row);

    /** The class name of the hue that marks it; empty for none. */
    String mark(T row) {
        return "";
    }

    abstract void arrange(List<UUID> keys);

    /** Removes a part and answers what brings it back. */
    abstract Runnable removing(T row);

    abstract Form form(@Nullable T row);

    /** The fields of a part by the names that refusals use, in order, and what saves them. */
    record Form(Map<String, Component> fields, Runnable save) {}

    private Component line(T row) {
        var detail = new Span(detail(row));
        detail.addClassName("part-detail");
        var line = new Div();
        if (!mark(row).isEmpty()) {
            var swatch = new Span();
            swatch.addClassNames("hue-swatch", mark(row));
            line.add(swatch);
        }
        line.add(words.marked(name(row)), detail);
        return line;
    }

    private void remove(T row) {
        try {
            var undo = removing(row);
            refresh();
            Notices.done(words.get("meeting.removed", words.text(name(row))), () -> {
                undo.run();
                refresh();
            });
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private void edit(@Nullable T row) {
        var form = form(row);
        var problems = new Problems();
        var dialog = new Dialog();
        dialog.setHeaderTitle(row == null ? words.get("shell.add") : words.text(name(row)));
        var body = new Div(problems);
        body.addClassName("one-column");
        form.fields().values().forEach(body::add);
        dialog.add(ComponentTexts.here().dress(body));
        var save = new Button(words.get("shell.save"), e -> {
            try {
                form.save().run();
                dialog.close();
                refresh();
            } catch (Refusal refusal) {
                problems.show(refusal, form.fields());
            }
        });
        save.setId("save-part");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(words.get("shell.cancel"), e -> dialog.close()), save);
        dialog.open();
    }
}
