package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caravanserai.gathering.booking.BookingRules;
import org.caravanserai.gathering.finding.DaySpan;
import org.caravanserai.gathering.finding.DaySpans;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** Single days and the hours that count on them, a line each. */
class DaysField extends RowsField<DaysField.Line> {

    private static final long serialVersionUID = 1L;

    private final Words words;

    /** A day as it is written; null while none is chosen. */
    record Line(@Nullable LocalDate day, String hours) {}

    DaysField(Words words) {
        super(words, words.get("booking.days"), words.get("booking.days.add"), "office-days", BookingRules.MOST_DAYS);
        this.words = words;
    }

    void show(Map<LocalDate, List<DaySpan>> days) {
        var lines = new ArrayList<Line>();
        new TreeMap<>(days).forEach((day, spans) -> lines.add(new Line(day, DaySpans.written(spans))));
        setValue(lines);
    }

    /** @throws Refusal if hours cannot be read */
    Map<LocalDate, List<DaySpan>> read() {
        var days = new TreeMap<LocalDate, List<DaySpan>>();
        for (var line : getValue()) {
            if (line.day() != null) {
                try {
                    days.put(line.day(), DaySpans.read(line.hours()));
                } catch (Refusal refusal) {
                    throw Refusal.at(
                            "days",
                            refusal.key(),
                            refusal.problems().getFirst().arguments().toArray());
                }
            }
        }
        return days;
    }

    @Override
    Line blank() {
        return new Line(null, "");
    }

    @Override
    Row<Line> row(Line value) {
        var day = told(Fields.day(words.get("booking.day")));
        day.setValue(value.day());
        var hours = told(new TextField(words.get("booking.day.hours")));
        hours.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        hours.setMaxLength(100);
        hours.setValue(value.hours());
        return new Row<>(List.of(day, hours), () -> new Line(day.getValue(), hours.getValue()));
    }
}
