package org.caravanserai.partnering.tables.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.partnering.tables.EventSetUp.EventSheet;
import org.caravanserai.partnering.tables.EventSetUp.TableLine;
import org.caravanserai.partnering.tables.EventSlot;
import org.caravanserai.partnering.tables.GivingOut;
import org.caravanserai.partnering.tables.PartyName;
import org.caravanserai.partnering.tables.TablesOrder;
import org.caravanserai.partnering.tables.TablesOrder.Trouble;
import org.caravanserai.partnering.tables.TablesPlanning;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Lets the tables be filled or the plan be mended, above what has come of it. */
class FillPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_SECONDS = 30;

    private final Words words;
    private final transient MeetingView meeting;
    private final transient EventSheet sheet;
    private final transient TablesPlanning planning;
    private final transient GivingOut givingOut;
    private final FillOutcome outcome;

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
        outcome = new FillOutcome(words, meeting, sheet, planning, givingOut, this::begin, adopted);
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
        outcome.show();
    }
}
