package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.caravanserai.proposal.StatedTimes;
import org.caravanserai.proposal.UnsuitableTime;
import org.caravanserai.proposal.UnsuitableTime.Part;
import org.caravanserai.proposal.UnsuitableTime.Strength;
import org.caravanserai.shell.Words;

/** Where a proposer says which half-days are impossible, which she would rather avoid, or that any time suits. */
class TimesEditor extends Section {

    private static final long serialVersionUID = 1L;
    private static final List<Part> HALVES = List.of(Part.MORNING, Part.AFTERNOON);

    private final transient Words words;
    private final transient Runnable changed;
    private final Checkbox any = new Checkbox();
    private final Map<LocalDate, Map<Part, Select<Suits>>> days = new LinkedHashMap<>();

    /** How well a half-day suits. */
    private enum Suits {
        SUITS(Optional.empty()),
        RATHER_NOT(Optional.of(Strength.RATHER_NOT)),
        CANNOT(Optional.of(Strength.CANNOT));

        private final transient Optional<Strength> unless;

        Suits(Optional<Strength> unless) {
            this.unless = unless;
        }
    }

    TimesEditor(List<LocalDate> days, Words words, Runnable changed) {
        this.words = words;
        this.changed = changed;
        any.setId("times-any");
        any.setLabel(words.get("conflict.times.any"));
        any.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                suitAnyTime(e.getValue());
                changed.run();
            }
        });
        var list = new Div();
        list.addClassName("proposal-days");
        days.forEach(day -> list.add(day(day)));
        add(new H2(words.get("proposal.section.when")), new Paragraph(words.get("conflict.times.help")), any, list);
    }

    /** The field at which a problem with the times is told; empty while the meeting has no days. */
    Optional<Component> field() {
        return days.values().stream()
                .flatMap(halves -> halves.values().stream())
                .map(Component.class::cast)
                .findFirst();
    }

    /** Shows what is said. */
    void show(StatedTimes times) {
        days.values().forEach(halves -> halves.values().forEach(half -> half.setValue(Suits.SUITS)));
        times.unsuitable().forEach(this::show);
        any.setValue(times.any());
    }

    /** What is said now. */
    StatedTimes stated() {
        var times = new TreeSet<UnsuitableTime>();
        days.forEach((day, halves) -> times.addAll(times(day, halves)));
        return new StatedTimes(times, any.getValue());
    }

    private Component day(LocalDate day) {
        var label = new Span(words.day(day));
        label.setId("times-" + day);
        var group = new Div(label);
        group.addClassName("proposal-day");
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-labelledby", "times-" + day);
        var halves = new EnumMap<Part, Select<Suits>>(Part.class);
        for (var part : HALVES) {
            var half = new Select<Suits>();
            half.setId("times-" + day + "-" + part.name());
            half.setLabel(words.get("proposal.part." + part.name()));
            half.setItems(Suits.values());
            half.setItemLabelGenerator(suits -> words.get("conflict.times." + suits.name()));
            half.setValue(Suits.SUITS);
            half.addValueChangeListener(e -> {
                if (e.isFromClient()) {
                    any.setValue(any.getValue() && e.getValue() == Suits.SUITS);
                    changed.run();
                }
            });
            halves.put(part, half);
            group.add(half);
        }
        days.put(day, halves);
        return group;
    }

    private void suitAnyTime(boolean suits) {
        if (suits) {
            days.values().forEach(halves -> halves.values().forEach(half -> half.setValue(Suits.SUITS)));
        }
    }

    private void show(UnsuitableTime time) {
        var halves = days.getOrDefault(time.day(), Map.of());
        halves.forEach((part, half) -> {
            if (time.part() == Part.DAY || time.part() == part) {
                half.setValue(time.strength() == Strength.CANNOT ? Suits.CANNOT : Suits.RATHER_NOT);
            }
        });
    }

    private static List<UnsuitableTime> times(LocalDate day, Map<Part, Select<Suits>> halves) {
        var times = new ArrayList<UnsuitableTime>();
        halves.forEach((part, half) ->
                half.getValue().unless.ifPresent(strength -> times.add(new UnsuitableTime(day, part, strength))));
        var alike = times.size() == HALVES.size()
                && times.getFirst().strength() == times.getLast().strength();
        return alike
                ? List.of(new UnsuitableTime(day, Part.DAY, times.getFirst().strength()))
                : times;
    }
}
