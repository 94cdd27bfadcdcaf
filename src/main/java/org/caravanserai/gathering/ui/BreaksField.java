package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.caravanserai.gathering.finding.Break;
import org.caravanserai.gathering.finding.DaySpans;
import org.caravanserai.gathering.finding.Hours;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** The breaks that a person keeps, a line each: what for, when, and on which days. */
class BreaksField extends RowsField<BreaksField.Line> {

    private static final long serialVersionUID = 1L;

    private final Words words;

    /** A break as it is written. */
    record Line(Break.Kind kind, String time, Set<DayOfWeek> days) {}

    BreaksField(Words words) {
        super(
                words,
                words.get("finding.hours.breaks"),
                words.get("finding.hours.breaks.add"),
                "own-breaks",
                Hours.MOST_BREAKS);
        this.words = words;
    }

    void show(List<Break> breaks) {
        setValue(breaks.stream()
                .map(each -> new Line(each.kind(), DaySpans.written(List.of(each.span())), each.days()))
                .toList());
    }

    /** @throws Refusal if a break cannot be read */
    List<Break> read() {
        var breaks = new ArrayList<Break>();
        for (var line : getValue()) {
            try {
                DaySpans.read(line.time()).forEach(span -> breaks.add(new Break(line.kind(), span, line.days())));
            } catch (Refusal refusal) {
                throw Refusal.at(
                        "breaks",
                        refusal.key(),
                        refusal.problems().getFirst().arguments().toArray());
            }
        }
        return breaks;
    }

    @Override
    Line blank() {
        return new Line(Break.Kind.OTHER, "", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    }

    @Override
    Row<Line> row(Line value) {
        var kind = told(new Select<Break.Kind>());
        kind.setLabel(words.get("finding.break.kind"));
        kind.setItems(Break.Kind.values());
        kind.setItemLabelGenerator(each -> words.get("finding.break." + each.name()));
        kind.setValue(value.kind());
        var time = told(new TextField(words.get("finding.break.time")));
        time.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        time.setMaxLength(100);
        time.setValue(value.time());
        var days = told(Fields.<DayOfWeek>several(words.get("finding.break.onDays")));
        days.setItems(DayOfWeek.values());
        days.setItemLabelGenerator(day -> DayNames.brief(words, day));
        days.setValue(new TreeSet<>(value.days()));
        return new Row<>(List.of(kind, time, days), () -> new Line(kind.getValue(), time.getValue(), days.getValue()));
    }
}
