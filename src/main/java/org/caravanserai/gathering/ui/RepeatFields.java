package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.caravanserai.gathering.Recurrence;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** The fields that say whether and how an appointment repeats. */
class RepeatFields extends Div {

    private static final long serialVersionUID = 1L;

    private static final int NEVER = 0;
    private static final int USUAL_TIMES = 10;

    private final Select<Integer> weeks = new Select<>();
    private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>();
    private final Select<Boolean> byDate = new Select<>();
    private final IntegerField times = new IntegerField();
    private final DatePicker until;

    RepeatFields(Words words) {
        addClassName("appointment-fields");
        weeks.setId("appointment-repeat");
        weeks.setLabel(words.get("appointment.repeat"));
        weeks.setItems(NEVER, 1, 2, 3, 4, 6, 8, 12);
        weeks.setValue(NEVER);
        weeks.setItemLabelGenerator(
                n -> n == NEVER ? words.get("appointment.repeat.never") : words.get("appointment.repeat.weeks", n));
        days.setId("appointment-repeat-days");
        days.setLabel(words.get("appointment.repeat.days"));
        days.setItems(DayOfWeek.values());
        days.setItemLabelGenerator(day ->
                day.getDisplayName(TextStyle.FULL_STANDALONE, words.language().locale()));
        byDate.setId("appointment-repeat-end");
        byDate.setLabel(words.get("appointment.repeat.end"));
        byDate.setItems(false, true);
        byDate.setValue(false);
        byDate.setItemLabelGenerator(
                date -> words.get(date ? "appointment.repeat.end.date" : "appointment.repeat.end.times"));
        times.setId("appointment-repeat-times");
        times.setLabel(words.get("appointment.repeat.times"));
        times.setMin(2);
        times.setMax(Recurrence.MOST);
        times.setStepButtonsVisible(true);
        until = Fields.day(words.get("appointment.repeat.until"));
        until.setId("appointment-repeat-until");
        var end = new Div(byDate, times, until);
        end.addClassName("appointment-pair");
        add(weeks, days, end);
        weeks.addValueChangeListener(e -> showParts());
        byDate.addValueChangeListener(e -> showParts());
    }

    /** Shows how something repeats whose first day is this. */
    void show(Optional<Recurrence> repeating, LocalDate first) {
        weeks.setValue(repeating.map(Recurrence::everyWeeks).orElse(NEVER));
        days.setValue(repeating.map(Recurrence::days).orElse(Set.of(first.getDayOfWeek())));
        byDate.setValue(repeating.filter(r -> r.end() instanceof Recurrence.On).isPresent());
        times.setValue(
                repeating.map(Recurrence::end).orElse(new Recurrence.After(USUAL_TIMES))
                                instanceof Recurrence.After after
                        ? after.times()
                        : USUAL_TIMES);
        until.setValue(
                repeating.map(Recurrence::end).orElse(new Recurrence.After(USUAL_TIMES)) instanceof Recurrence.On on
                        ? on.last()
                        : first.plusMonths(3));
        showParts();
    }

    /** Follows the first day to another if it is the only one. */
    void follow(LocalDate before, LocalDate now) {
        if (days.getValue().equals(Set.of(before.getDayOfWeek()))) {
            days.setValue(Set.of(now.getDayOfWeek()));
        }
    }

    /** Is told when the person has changed something. */
    void onChange(Runnable listener) {
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(weeks, days, byDate, times, until)) {
            field.addValueChangeListener(e -> {
                if (e.isFromClient()) {
                    listener.run();
                }
            });
        }
    }

    /** Adds the fields by the names that refusals use. */
    void names(Map<String, Component> fields) {
        fields.put("weeks", weeks);
        fields.put("days", days);
        fields.put("times", times);
        fields.put("until", until);
    }

    /**
     * What is chosen; empty if it is once.
     *
     * @throws Refusal if it cannot repeat so
     */
    Optional<Recurrence> chosen() {
        if (weeks.getValue() == NEVER) {
            return Optional.empty();
        }
        return Optional.of(new Recurrence(weeks.getValue(), new TreeSet<>(days.getValue()), end()));
    }

    private Recurrence.End end() {
        if (byDate.getValue()) {
            if (until.getValue() == null) {
                throw Refusal.at("until", "appointment.repeat.until.early");
            }
            return new Recurrence.On(until.getValue());
        }
        return new Recurrence.After(times.getValue() == null ? 0 : times.getValue());
    }

    private void showParts() {
        var repeats = weeks.getValue() != NEVER;
        days.setVisible(repeats);
        byDate.setVisible(repeats);
        times.setVisible(repeats && !byDate.getValue());
        until.setVisible(repeats && byDate.getValue());
    }
}
