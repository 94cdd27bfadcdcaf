package org.caravanserai.partnering.tables.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.partnering.tables.EventSetUp;
import org.caravanserai.partnering.tables.EventSetUp.EventSheet;
import org.caravanserai.partnering.tables.EventSetUp.InterpreterLine;
import org.caravanserai.partnering.tables.EventSetUp.TableLine;
import org.caravanserai.partnering.tables.EventSlot;
import org.caravanserai.partnering.tables.EventState;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.springframework.dao.OptimisticLockingFailureException;

/** What an event is: its times, tables and interpreters. */
class SetUpPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_TABLES = 10;
    private static final int USUAL_ROW = 5;

    private final Words words;
    private final transient MeetingView meeting;
    private final transient EventSheet sheet;
    private final transient EventSetUp setUp;
    private final transient Runnable changed;

    SetUpPanel(Words words, MeetingView meeting, EventSheet sheet, EventSetUp setUp, Runnable changed) {
        this.words = words;
        this.meeting = meeting;
        this.sheet = sheet;
        this.setUp = setUp;
        this.changed = changed;
        add(event(), tables(), interpreters());
    }

    private Section event() {
        var form = new EventForm(words, meeting);
        form.show(sheet.plan(), sheet.state() != EventState.DRAFT);
        var keep = new Button(words.get("tables.keep"), e -> {
            try {
                setUp.change(sheet.key(), sheet.version(), form.plan());
                form.accepted();
                Notices.done(words.get("tables.kept"));
                changed.run();
            } catch (Refusal refusal) {
                form.refused(refusal);
            } catch (OptimisticLockingFailureException stale) {
                Notices.warning(words.get("tables.stale"));
            }
        });
        keep.setId("keep-event");
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        return new Section(new H2(words.get("tables.event")), form, keep);
    }

    private void act(Runnable work) {
        try {
            work.run();
            changed.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private Section tables() {
        var section = new Section(new H2(words.get("tables.tables")));
        var list = new UnorderedList();
        list.addClassName("tables-list");
        sheet.tables().forEach(table -> list.add(table(table)));
        var count = new IntegerField(words.get("tables.field.count"));
        count.setId("table-count");
        count.setValue(USUAL_TABLES);
        var row = new IntegerField(words.get("tables.field.row"));
        row.setId("table-row");
        row.setValue(USUAL_ROW);
        var more = new Button(
                words.get("tables.tables.add"),
                e -> act(() -> setUp.addTables(
                        sheet.key(), count.isEmpty() ? 0 : count.getValue(), row.isEmpty() ? 0 : row.getValue())));
        more.setId("add-tables");
        var adding = new Div(count, row, more);
        adding.addClassName("tables-row");
        section.add(new Paragraph(words.get("tables.tables.help")), list, adding);
        return section;
    }

    private ListItem table(TableLine table) {
        var name = new TextField(words.get("tables.field.table"));
        name.setValue(table.name());
        var across = place("tables.field.across", table.across());
        var down = place("tables.field.down", table.down());
        Runnable keep = () -> act(() -> setUp.describeTable(
                sheet.key(),
                table.key(),
                name.getValue(),
                across.isEmpty() ? 0 : across.getValue(),
                down.isEmpty() ? 0 : down.getValue()));
        name.addValueChangeListener(e -> keep.run());
        across.addValueChangeListener(e -> keep.run());
        down.addValueChangeListener(e -> keep.run());
        var remove =
                new Button(words.get("tables.remove"), e -> act(() -> setUp.removeTable(sheet.key(), table.key())));
        remove.setAriaLabel(words.get("tables.remove.of", table.name()));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        var line = new Div(name, across, down, remove);
        line.addClassName("tables-row");
        return new ListItem(line);
    }

    private IntegerField place(String key, int at) {
        var field = new IntegerField(words.get(key));
        field.setValue(at);
        field.addClassName("tables-small");
        return field;
    }

    private Section interpreters() {
        var section = new Section(new H2(words.get("tables.interpreters")));
        section.add(new Paragraph(words.get("tables.interpreters.help")));
        var list = new UnorderedList();
        list.addClassName("tables-list");
        sheet.interpreters().forEach(interpreter -> list.add(interpreter(interpreter)));
        var problems = new Problems();
        var name = new TextField(words.get("tables.field.name"));
        name.setId("interpreter-name");
        var languages = EventTexts.languages(words.get("tables.field.languages"), Set.of());
        languages.setId("interpreter-languages");
        var away = Fields.<EventSlot>several(words.get("tables.field.away"));
        away.setId("interpreter-away");
        away.setItems(sheet.slots());
        away.setItemLabelGenerator(slot -> EventTexts.slot(slot, meeting, words));
        var more = new Button(words.get("tables.interpreters.add"), e -> {
            try {
                setUp.addInterpreter(
                        sheet.key(),
                        name.getValue(),
                        languages.getValue(),
                        away.getValue().stream().map(EventSlot::number).collect(Collectors.toSet()));
                changed.run();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("name", name, "languages", languages));
            }
        });
        more.setId("add-interpreter");
        var form = new Div(name, languages, away, more);
        form.addClassName("tables-form");
        section.add(list, problems, form);
        return section;
    }

    private ListItem interpreter(InterpreterLine interpreter) {
        var name = new Span(interpreter.name());
        name.addClassName("tables-name");
        var away = sheet.slots().stream()
                .filter(slot -> interpreter.away().contains(slot.number()))
                .map(slot -> EventTexts.slot(slot, meeting, words))
                .collect(Collectors.joining(", "));
        var about = new Span(EventTexts.languages(interpreter.languages())
                + (away.isEmpty() ? "" : " · " + words.get("tables.away", away)));
        about.addClassNames("muted", "tables-about");
        var text = new Div(name, about);
        text.addClassName("tables-party");
        var remove = new Button(
                words.get("tables.remove"), e -> act(() -> setUp.removeInterpreter(sheet.key(), interpreter.key())));
        remove.setAriaLabel(words.get("tables.remove.of", interpreter.name()));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        return new ListItem(text, remove);
    }
}
