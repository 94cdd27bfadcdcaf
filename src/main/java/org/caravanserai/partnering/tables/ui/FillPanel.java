package org.caravanserai.partnering.tables.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.partnering.tables.EventSetUp.EventSheet;
import org.caravanserai.partnering.tables.EventSetUp.TableLine;
import org.caravanserai.partnering.tables.EventSlot;
import org.caravanserai.partnering.tables.GivingOut;
import org.caravanserai.partnering.tables.GivingOut.Change;
import org.caravanserai.partnering.tables.PartyName;
import org.caravanserai.partnering.tables.TableSeat;
import org.caravanserai.partnering.tables.TablesOrder;
import org.caravanserai.partnering.tables.TablesOrder.Trouble;
import org.caravanserai.partnering.tables.TablesPlanning;
import org.caravanserai.partnering.tables.TablesStanding;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Lets the tables be filled or the plan be mended, shows how the work stands, and gives out what it has found. */
class FillPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_SECONDS = 30;
    private static final double PERCENT = 100;

    private final Words words;
    private final transient MeetingView meeting;
    private final transient EventSheet sheet;
    private final transient TablesPlanning planning;
    private final transient GivingOut givingOut;
    private final transient Runnable adopted;
    private final transient Map<UUID, String> tables;
    private final Div outcome = new Div();

    FillPanel(
            Words words,
            MeetingView meeting,
            EventSheet sheet,
            TablesPlanning planning,
            GivingOut givingOut,
            Runnable adopted) {
        this.words = words;
        this.meeting = meeting;
        this.sheet = sheet;
        this.planning = planning;
        this.givingOut = givingOut;
        this.adopted = adopted;
        tables = sheet.tables().stream().collect(Collectors.toMap(TableLine::key, TableLine::name));
        outcome.setId("outcome");
        switch (sheet.state()) {
            case CLOSED -> add(filling());
            case GIVEN_OUT, RUNNING -> add(mending());
            case DRAFT, OPEN, OVER -> add(new Paragraph(words.get("tables.fill.later")));
        }
        add(outcome);
        further();
    }

    private Section filling() {
        var seconds = new IntegerField(words.get("tables.field.seconds"));
        seconds.setId("fill-seconds");
        seconds.setValue(USUAL_SECONDS);
        seconds.setMin(TablesOrder.SHORTEST);
        seconds.setMax(TablesOrder.LONGEST);
        var begin = new Button(
                words.get("tables.fill"),
                e -> begin(new TablesOrder(seconds.isEmpty() ? USUAL_SECONDS : seconds.getValue(), Optional.empty())));
        begin.setId("fill");
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        var form = new Div(seconds, begin);
        form.addClassName("tables-row");
        return new Section(new H2(words.get("tables.part.fill")), new Paragraph(words.get("tables.fill.help")), form);
    }

    private Section mending() {
        var parties = givingOut.parties(sheet.key());
        var from = EventTexts.slots(words.get("tables.field.fromSlot"), sheet.slots(), meeting, words);
        from.setId("mend-from");
        var who = EventTexts.parties(words.get("tables.field.who"), parties, words);
        who.setId("mend-who");
        var table = new Select<TableLine>();
        table.setLabel(words.get("tables.field.table"));
        table.setId("mend-table");
        table.setItems(sheet.tables());
        table.setItemLabelGenerator(TableLine::name);
        var one = EventTexts.parties(words.get("tables.field.one"), parties, words);
        var other = EventTexts.parties(words.get("tables.field.other"), parties, words);
        var section = new Section(
                new H2(words.get("tables.mend")),
                new Paragraph(words.get("tables.mend.help")),
                from,
                line(
                        button(
                                "leaves",
                                () -> when(chosen(who), party -> new Trouble.Leaves(party.key(), number(from)))),
                        who),
                line(
                        button(
                                "lost",
                                () -> when(
                                        table.getOptionalValue(), lost -> new Trouble.Lost(lost.key(), number(from)))),
                        table),
                line(
                        button(
                                "afterAll",
                                () -> when(
                                        chosen(one)
                                                .flatMap(first -> chosen(other).map(second -> List.of(first, second))),
                                        two -> new Trouble.AfterAll(
                                                two.getFirst().key(),
                                                two.getLast().key(),
                                                number(from)))),
                        one,
                        other),
                line(button("refill", () -> mend(new Trouble.Refill(number(from))))));
        section.setId("mending");
        return section;
    }

    private static Optional<PartyName> chosen(Select<PartyName> select) {
        return Optional.ofNullable(select.getValue());
    }

    private static int number(Select<EventSlot> from) {
        return Optional.ofNullable(from.getValue()).map(EventSlot::number).orElse(0);
    }

    private Button button(String what, Runnable work) {
        var button = new Button(words.get("tables.mend." + what), e -> work.run());
        button.setId("mend-" + what);
        return button;
    }

    private static Div line(Button button, Component... fields) {
        var line = new Div(fields);
        line.add(button);
        line.addClassName("tables-row");
        return line;
    }

    /** Mends after what was chosen; where nothing was, that is said. */
    private <T> void when(Optional<T> choice, Function<T, Trouble> trouble) {
        choice.map(trouble).ifPresentOrElse(this::mend, () -> Notices.warning(words.get("tables.mend.missing")));
    }

    private void mend(Trouble trouble) {
        begin(new TablesOrder(USUAL_SECONDS, Optional.of(trouble)));
    }

    private void begin(TablesOrder order) {
        try {
            planning.begin(sheet.key(), order);
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        further();
    }

    /** Shows how the work stands now. */
    void further() {
        outcome.removeAll();
        switch (planning.look(sheet.key())) {
            case TablesStanding.None _ -> {}
            case TablesStanding.Failed _ -> outcome.add(new Paragraph(words.get("tables.failed")));
            case TablesStanding.Running running -> {
                var stop = new Button(words.get("tables.stop"), e -> planning.stop(sheet.key()));
                stop.setId("stop");
                outcome.add(
                        new Paragraph(
                                words.get("tables.running", running.elapsed().toSeconds(), running.meetings())),
                        new Paragraph(
                                running.meetings() == 0
                                        ? words.get("tables.begun")
                                        : total(
                                                running.score().total(),
                                                running.bound().total())),
                        stop);
            }
            case TablesStanding.Ready ready -> {
                var score = ready.score();
                var bound = ready.bound();
                outcome.add(
                        new H2(words.get("tables.found.title")),
                        facts(
                                words.get(
                                        "tables.met",
                                        ready.meetings(),
                                        ready.took().toSeconds()),
                                score.left() == 0
                                        ? words.get("tables.left.none")
                                        : words.get(
                                                score.left() <= bound.left() ? "tables.left.proven" : "tables.left",
                                                score.left()),
                                total(score.total(), bound.total()),
                                score.idle() <= bound.idle()
                                        ? words.get("tables.idle.proven", score.idle())
                                        : words.get("tables.idle", score.idle(), bound.idle()),
                                words.get("tables.steps", score.steps())));
                difference();
            }
            case TablesStanding.Repaired repaired -> {
                outcome.add(
                        new H2(words.get("tables.found.title")),
                        facts(
                                words.get(
                                        "tables.met",
                                        repaired.meetings(),
                                        repaired.took().toSeconds()),
                                words.get(
                                        repaired.proven() ? "tables.changed.proven" : "tables.changed",
                                        repaired.changed())));
                difference();
            }
        }
    }

    private String total(long total, long bound) {
        if (total >= bound) {
            return words.get("tables.total.proven");
        }
        // Rounded up: what is said must hold.
        var gap = Math.ceil(PERCENT * 10 * (bound - total) / bound) / 10;
        return words.get("tables.total", gap);
    }

    private static UnorderedList facts(String... sentences) {
        var list = new UnorderedList();
        List.of(sentences).forEach(sentence -> list.add(new ListItem(sentence)));
        return list;
    }

    private void difference() {
        var changes = givingOut.difference(sheet.key());
        if (changes.isEmpty()) {
            outcome.add(new Paragraph(words.get("tables.difference.none")));
        }
        var list = new UnorderedList();
        list.addClassName("tables-list");
        list.setId("difference");
        changes.forEach(change -> list.add(new ListItem(change(change))));
        var adopt = new Button(words.get("tables.adopt"), e -> {
            try {
                givingOut.adopt(sheet.key(), changes);
                Notices.done(words.get("tables.adopted"));
                adopted.run();
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
        });
        adopt.setId("adopt");
        adopt.addThemeVariants(ButtonVariant.PRIMARY);
        var forget = new Button(words.get("tables.forget"), e -> {
            planning.forget(sheet.key());
            further();
        });
        forget.setId("forget");
        var buttons = new Div(adopt, forget);
        buttons.addClassName("tables-row");
        outcome.add(buttons, new H2(words.get("tables.difference", changes.size())), list);
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
