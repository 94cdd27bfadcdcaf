package org.caravanserai.partnering.tables.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.Optional;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.partnering.tables.EventSetUp.EventSheet;
import org.caravanserai.partnering.tables.EventSetUp.TableLine;
import org.caravanserai.partnering.tables.EventSlot;
import org.caravanserai.partnering.tables.GivingOut;
import org.caravanserai.partnering.tables.GivingOut.Grid;
import org.caravanserai.partnering.tables.GivingOut.GridMeeting;
import org.caravanserai.partnering.tables.PartyName;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;
import org.caravanserai.text.Refusal;

/** The meetings that are given out, tables across and slots down, and what organisers do with them by hand. */
class GivenPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient MeetingView meeting;
    private final transient EventSheet sheet;
    private final transient GivingOut givingOut;
    private final transient Runnable changed;

    GivenPanel(Words words, MeetingView meeting, EventSheet sheet, GivingOut givingOut, Runnable changed) {
        this.words = words;
        this.meeting = meeting;
        this.sheet = sheet;
        this.givingOut = givingOut;
        this.changed = changed;
        if (!sheet.state().isGivenOut()) {
            add(new EmptyState(words.get("tables.given.none")));
            return;
        }
        var grid = givingOut.grid(sheet.key());
        add(overview(grid), onPaper(grid), byHand(grid), list(grid));
    }

    private Div overview(Grid grid) {
        var head = new NativeTableRow(new NativeTableHeaderCell(words.get("tables.slot")));
        grid.tables().forEach(table -> head.add(new NativeTableHeaderCell(words.get("tables.at", table.name()))));
        var body = new NativeTableBody();
        for (var slot : grid.slots()) {
            var row = new NativeTableRow(new NativeTableHeaderCell(EventTexts.slot(slot, meeting, words)));
            for (var table : grid.tables()) {
                row.add(new NativeTableCell(at(grid, slot, table)
                        .map(each -> words.get(
                                "tables.two",
                                each.one().in(words.language()),
                                each.other().in(words.language())))
                        .orElse("")));
            }
            body.add(row);
        }
        var made = new NativeTable(new NativeTableHeader(head), body);
        made.setId("grid");
        made.addClassName("tables-grid");
        var frame = new Div(made);
        frame.addClassName("tables-frame");
        frame.getElement().setAttribute("tabindex", "0");
        frame.getElement().setAttribute("role", "region");
        frame.getElement().setAttribute("aria-label", words.get("tables.part.given"));
        return frame;
    }

    private static Optional<GridMeeting> at(Grid grid, EventSlot slot, TableLine table) {
        return grid.meetings().stream()
                .filter(each -> each.seat()
                        .filter(seat ->
                                seat.slot() == slot.number() && seat.table().equals(table.key()))
                        .isPresent())
                .findFirst();
    }

    private Section onPaper(Grid grid) {
        var list = new UnorderedList();
        list.addClassName("tables-papers");
        grid.slots().stream().map(EventSlot::day).distinct().forEach(day -> {
            var signs = EventTexts.paper(
                    meeting,
                    sheet.key(),
                    "signs.pdf?day=" + day,
                    words.get("signs.of", Moments.day(words.language(), day)));
            list.add(new ListItem(signs));
        });
        var sheets = EventTexts.paper(meeting, sheet.key(), "sheets.pdf", words.get("signs.kind.sheets"));
        list.add(new ListItem(sheets));
        var section = new Section(new H2(words.get("signs.title")), new Paragraph(words.get("signs.help")), list);
        section.setId("papers");
        return section;
    }

    private Section byHand(Grid grid) {
        var parties = givingOut.parties(sheet.key());
        var one = EventTexts.parties(words.get("tables.field.one"), parties, words);
        one.setId("put-one");
        var other = EventTexts.parties(words.get("tables.field.other"), parties, words);
        other.setId("put-other");
        var slot = EventTexts.slots(words.get("tables.slot"), grid.slots(), meeting, words);
        slot.setId("put-slot");
        var table = new Select<TableLine>();
        table.setLabel(words.get("tables.field.table"));
        table.setId("put-table");
        table.setItems(grid.tables());
        table.setItemLabelGenerator(TableLine::name);
        grid.tables().stream().findFirst().ifPresent(table::setValue);
        var put = new Button(words.get("tables.put"), e -> {
            if (one.isEmpty() || other.isEmpty() || slot.isEmpty() || table.isEmpty()) {
                Notices.warning(words.get("tables.put.missing"));
                return;
            }
            act(() -> givingOut.put(
                    sheet.key(),
                    one.getValue().key(),
                    other.getValue().key(),
                    slot.getValue().number(),
                    table.getValue().key()));
        });
        put.setId("put");
        var form = new Div(one, other, slot, table, put);
        form.addClassName("tables-row");
        return new Section(new H2(words.get("tables.put.title")), form);
    }

    private void act(Runnable work) {
        try {
            work.run();
            changed.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private Section list(Grid grid) {
        var list = new UnorderedList();
        list.addClassName("tables-list");
        grid.meetings().forEach(each -> list.add(line(grid, each)));
        return new Section(
                new H2(words.get("tables.meetings", grid.meetings().size())),
                new Paragraph(words.get("tables.meetings.help")),
                list);
    }

    private ListItem line(Grid grid, GridMeeting each) {
        var one = each.one().in(words.language());
        var other = each.other().in(words.language());
        var two = words.get("tables.two", one, other);
        var name = new Span(two);
        name.addClassName("tables-name");
        var when = new Span(EventTexts.slot(grid.slots().get(each.slot()), meeting, words)
                + each.seat()
                        .flatMap(seat -> grid.tables().stream()
                                .filter(table -> table.key().equals(seat.table()))
                                .findFirst())
                        .map(table -> ", " + words.get("tables.at", table.name()))
                        .orElse(""));
        when.addClassName("muted");
        var text = new Div(name, when);
        text.addClassName("tables-party");
        var choices = new Div();
        choices.addClassName("tables-choices");
        each.absent()
                .ifPresentOrElse(
                        absent -> choices.add(new StatusBadge(
                                words.get(
                                        "tables.missed",
                                        absent.equals(each.one().key()) ? one : other),
                                Tone.DANGER)),
                        () -> {
                            choices.add(missing(each, each.one()), missing(each, each.other()), removing(each, two));
                        });
        return new ListItem(text, choices);
    }

    private Button missing(GridMeeting each, PartyName party) {
        var name = party.in(words.language());
        var missing = new Button(
                words.get("tables.miss", name),
                e -> act(() -> {
                    givingOut.missed(sheet.key(), each.key(), party.key());
                    each.seat()
                            .ifPresent(seat -> Notices.done(
                                    words.get("tables.missed", name),
                                    () -> act(() -> givingOut.came(sheet.key(), each.key(), seat))));
                }));
        missing.addThemeVariants(ButtonVariant.TERTIARY);
        return missing;
    }

    private Button removing(GridMeeting each, String two) {
        var remove = new Button(words.get("tables.remove"), e -> {
            act(() -> givingOut.remove(sheet.key(), each.key()));
            each.seat()
                    .ifPresent(seat -> Notices.done(
                            words.get("tables.removed", two),
                            () -> act(() ->
                                    givingOut.put(sheet.key(), seat.one(), seat.other(), seat.slot(), seat.table()))));
        });
        remove.setAriaLabel(words.get("tables.remove.of", two));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        return remove;
    }
}
