package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.caravanserai.gathering.AppointmentView;
import org.caravanserai.gathering.Occurrence;
import org.caravanserai.shell.Words;

/** What the people of an appointment write together and decide; of one that repeats, of each time for itself. */
@StyleSheet("context://styles/notes.css")
class NotesPanel extends Section {

    private static final long serialVersionUID = 1L;

    private final transient NotesPanels services;
    private final transient AppointmentView one;
    private final transient Words words;
    private final Div shown = new Div();

    NotesPanel(NotesPanels services, AppointmentView one, String day, Words words) {
        this.services = services;
        this.one = one;
        this.words = words;
        setId("appointment-notes");
        addClassNames("appointment-section", "notes");
        add(new H2(words.get("notes.title")));
        var days = services.notes().days(one.id());
        var first = first(days, day);
        if (days.size() > 1) {
            var choice = new Select<LocalDate>();
            choice.setId("notes-day");
            choice.setLabel(words.get("notes.day"));
            choice.setItems(days);
            choice.setItemLabelGenerator(words::day);
            choice.setValue(first);
            choice.addValueChangeListener(e -> show(e.getValue()));
            add(choice);
        }
        add(shown);
        show(first);
    }

    /** That which the address names, or the last that has begun, or the first. */
    private LocalDate first(List<LocalDate> days, String asked) {
        return days.stream()
                .filter(day -> day.toString().equals(asked))
                .findFirst()
                .or(() -> one.times().stream()
                        .filter(time -> time.state() != Occurrence.State.CANCELLED && days.contains(time.day()))
                        .filter(time ->
                                !time.time().start().isAfter(services.clock().instant()))
                        .max(Comparator.comparing(time -> time.time().start()))
                        .map(Occurrence::day))
                .orElseGet(days::getFirst);
    }

    private void show(LocalDate day) {
        shown.removeAll();
        shown.add(
                new NotesElement(services.notes(), services.presence(), services.updates(), one.id(), day, words),
                new DecisionsPart(services, one, day, words),
                new SendingLine(services, one, day, words));
    }
}
