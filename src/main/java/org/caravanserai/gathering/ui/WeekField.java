package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.caravanserai.gathering.finding.DaySpan;
import org.caravanserai.gathering.finding.DaySpans;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** A line for each day of the week in which hours are written, such as {@code 9:00–18:00}; an empty one is a day without. */
class WeekField extends CustomField<Map<DayOfWeek, String>> {

    private static final long serialVersionUID = 1L;

    private final Map<DayOfWeek, TextField> days = new EnumMap<>(DayOfWeek.class);

    WeekField(Words words, String label, String id) {
        super(Map.of());
        setLabel(label);
        setId(id);
        var grid = new Div();
        grid.addClassName("hours-week");
        for (var day : DayOfWeek.values()) {
            var field = new TextField(DayNames.whole(words, day));
            field.setId(id + "-" + day.getValue());
            field.setMaxLength(100);
            field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
            field.addValueChangeListener(e -> {
                if (e.isFromClient()) {
                    updateValue();
                }
            });
            days.put(day, field);
            grid.add(field);
        }
        add(grid);
    }

    /** Shows hours. */
    void show(Map<DayOfWeek, List<DaySpan>> week) {
        var texts = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        week.forEach((day, spans) -> texts.put(day, DaySpans.written(spans)));
        setValue(texts);
    }

    /**
     * The hours that are written; days without are left out.
     *
     * @param name what the field is called in refusals
     * @throws Refusal if something cannot be read, which is marked at its day
     */
    Map<DayOfWeek, List<DaySpan>> read(String name) {
        var week = new EnumMap<DayOfWeek, List<DaySpan>>(DayOfWeek.class);
        days.forEach((day, field) -> {
            field.setInvalid(false);
            try {
                var spans = DaySpans.read(field.getValue());
                if (!spans.isEmpty()) {
                    week.put(day, spans);
                }
            } catch (Refusal refusal) {
                field.setInvalid(true);
                throw Refusal.at(
                        name,
                        refusal.key(),
                        refusal.problems().getFirst().arguments().toArray());
            }
        });
        return week;
    }

    @Override
    protected Map<DayOfWeek, String> generateModelValue() {
        var texts = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        days.forEach((day, field) -> {
            if (!field.isEmpty()) {
                texts.put(day, field.getValue());
            }
        });
        return texts;
    }

    @Override
    protected void setPresentationValue(Map<DayOfWeek, String> texts) {
        days.forEach((day, field) -> field.setValue(texts.getOrDefault(day, "")));
    }
}
