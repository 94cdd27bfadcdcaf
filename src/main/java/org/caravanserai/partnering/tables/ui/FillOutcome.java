package org.caravanserai.partnering.tables.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.partnering.tables.EventSetUp.EventSheet;
import org.caravanserai.partnering.tables.EventSetUp.TableLine;
import org.caravanserai.partnering.tables.GivingOut;
import org.caravanserai.partnering.tables.GivingOut.Change;
import org.caravanserai.partnering.tables.TableSeat;
import org.caravanserai.partnering.tables.TablesOrder;
import org.caravanserai.partnering.tables.TablesPlanning;
import org.caravanserai.partnering.tables.TablesStanding;
import org.caravanserai.partnering.tables.solver.TablesBound;
import org.caravanserai.partnering.tables.solver.TablesScore;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** How the optimiser's run of an event stands, what would change, and the button that gives it out. */
class FillOutcome extends Section {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient MeetingView meeting;
    private final transient EventSheet sheet;
    private final transient TablesPlanning planning;
    private final transient GivingOut givingOut;
    private final transient Consumer<TablesOrder> again;
    private final transient Runnable adopted;
    private final transient Map<UUID, String> tables;
    private final FillProgress progress;

    FillOutcome(
            Words words,
            MeetingView meeting,
            EventSheet sheet,
            TablesPlanning planning,
            GivingOut givingOut,
            Consumer<TablesOrder> again,
            Runnable adopted) {
        this.planning = planning;
        this.givingOut = givingOut;
        this.again = again;
        this.adopted = adopted;
        this.words = words;
        this.meeting = meeting;
        this.sheet = sheet;
        tables = sheet.tables().stream().collect(Collectors.toMap(TableLine::key, TableLine::name));
        progress = new FillProgress(words, () -> {
            planning.stop(sheet.key());
            show();
        });
        setId("outcome");
        addClassName("tables-outcome");
    }

    /** Shows how it stands now. */
    void show() {
        var standing = planning.look(sheet.key());
        setVisible(!(standing instanceof TablesStanding.None));
        if (standing instanceof TablesStanding.Running running) {
            progress.show(running);
            if (progress.getParent().isEmpty()) {
                removeAll();
                add(progress);
            }
            return;
        }
        removeAll();
        switch (standing) {
            case TablesStanding.None _, TablesStanding.Running _ -> {}
            case TablesStanding.Failed _ -> add(new Paragraph(words.get("tables.failed")), buttons(forget()));
            case TablesStanding.Ready ready -> {
                add(
                        new H2(words.get("tables.found.title")),
                        facts(ready.meetings(), ready.took(), ready.score(), ready.bound()));
                difference();
            }
            case TablesStanding.Interrupted interrupted -> interrupted(interrupted);
            case TablesStanding.Repaired repaired -> {
                add(
                        new H2(words.get("tables.found.title")),
                        list(
                                met(repaired.meetings(), repaired.took()),
                                words.get(
                                        repaired.proven() ? "tables.changed.proven" : "tables.changed",
                                        repaired.changed())));
                difference();
            }
        }
    }

    private void interrupted(TablesStanding.Interrupted interrupted) {
        var found = interrupted.meetings() > 0;
        var since = new Paragraph(EventTexts.begun(interrupted.starter(), interrupted.since(), words));
        since.addClassName("muted");
        var begin = new Button(words.get("tables.again"), e -> again.accept(interrupted.order()));
        begin.setId("again");
        add(
                new H2(words.get("tables.interrupted")),
                new Paragraph(words.get(found ? "tables.interrupted.kept" : "tables.interrupted.nothing")),
                since);
        if (found) {
            add(facts(interrupted.meetings(), interrupted.took(), interrupted.score(), interrupted.bound()));
            difference(begin);
        } else {
            begin.addThemeVariants(ButtonVariant.PRIMARY);
            add(buttons(begin, forget()));
        }
    }

    private String met(int meetings, Duration took) {
        return words.get("tables.met", meetings, took.toSeconds());
    }

    private UnorderedList facts(int meetings, Duration took, TablesScore score, TablesBound bound) {
        return list(
                met(meetings, took),
                score.left() == 0
                        ? words.get("tables.left.none")
                        : words.get(score.left() <= bound.left() ? "tables.left.proven" : "tables.left", score.left()),
                EventTexts.worth(score, bound, words),
                score.idle() <= bound.idle()
                        ? words.get("tables.idle.proven", score.idle())
                        : words.get("tables.idle", score.idle(), bound.idle()),
                words.get("tables.steps", score.steps()));
    }

    private static UnorderedList list(String... sentences) {
        var list = new UnorderedList();
        List.of(sentences).forEach(sentence -> list.add(new ListItem(sentence)));
        return list;
    }

    private void difference(Button... besides) {
        var changes = givingOut.difference(sheet.key());
        if (changes.isEmpty()) {
            add(new Paragraph(words.get("tables.difference.none")));
            if (sheet.state().isGivenOut()) {
                var left = buttons(besides);
                left.add(forget());
                add(left);
                return;
            }
        }
        var list = new UnorderedList();
        list.addClassName("tables-list");
        list.setId("difference");
        changes.forEach(change -> list.add(new ListItem(change(change))));
        var adopt = new Button(words.get("tables.adopt"), e -> adopt(changes));
        adopt.setId("adopt");
        adopt.addThemeVariants(ButtonVariant.PRIMARY);
        var buttons = buttons(adopt);
        buttons.add(besides);
        buttons.add(forget());
        add(buttons, new H3(words.get("tables.difference", changes.size())), list);
    }

    private void adopt(List<Change> changes) {
        try {
            givingOut.adopt(sheet.key(), changes);
            Notices.done(words.get("tables.adopted"));
            adopted.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
            show();
        }
    }

    private Button forget() {
        var forget = new Button(words.get("tables.forget"), e -> {
            planning.forget(sheet.key());
            show();
        });
        forget.setId("forget");
        return forget;
    }

    private static Div buttons(Button... buttons) {
        var line = new Div(buttons);
        line.addClassName("tables-row");
        return line;
    }

    private String change(Change change) {
        var two = words.get(
                "tables.two", change.one().in(words.language()), change.other().in(words.language()));
        var before = change.before().map(this::at);
        var after = change.after().map(this::at);
        if (before.isEmpty()) {
            return words.get("tables.change.new", two, after.orElse(""));
        }
        return after.map(now -> words.get("tables.change.moved", two, before.get(), now))
                .orElseGet(() -> words.get("tables.change.gone", two, before.get()));
    }

    private String at(TableSeat seat) {
        return EventTexts.slot(sheet.slots().get(seat.slot()), meeting, words) + ", "
                + words.get("tables.at", tables.getOrDefault(seat.table(), ""));
    }
}
