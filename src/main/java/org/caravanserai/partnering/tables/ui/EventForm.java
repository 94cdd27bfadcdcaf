package org.caravanserai.partnering.tables.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.partnering.tables.EventPlan;
import org.caravanserai.partnering.tables.EventWindow;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;

/** What organisers say of an event: its title, until when wishes may be sent, and the hours with their slots. */
class EventForm extends Div {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_SLOT = 20;
    private static final int USUAL_PAUSE = 5;

    private final Words words;
    private final transient ZoneId zone;
    private final transient LocalDate firstDay;
    private final String city;
    private final Problems problems = new Problems();
    private final LocalizedField title;
    private final DateTimePicker until;
    private final IntegerField slot;
    private final IntegerField pause;
    private final Div windows = new Div();
    private final transient List<Window> lines = new ArrayList<>();

    private record Window(Div line, DatePicker day, TimePicker from, TimePicker until) {}

    EventForm(Words words, MeetingView meeting) {
        this.words = words;
        zone = meeting.zone();
        firstDay = meeting.firstDay();
        city = words.text(meeting.city());
        title = new LocalizedField(words.get("tables.field.title"), false);
        title.setId("event-title");
        until = Fields.moment(words.get("tables.field.until", city));
        until.setId("event-until");
        slot = minutes("tables.field.slot", USUAL_SLOT);
        slot.setId("event-slot");
        pause = minutes("tables.field.pause", USUAL_PAUSE);
        pause.setId("event-pause");
        windows.addClassName("tables-windows");
        windows.setId("event-windows");
        var more =
                new Button(words.get("tables.window.add"), e -> add(day(), LocalTime.of(14, 0), LocalTime.of(17, 0)));
        more.setId("add-window");
        more.addThemeVariants(ButtonVariant.TERTIARY);
        var lengths = new Div(slot, pause);
        lengths.addClassName("tables-row");
        add(problems, title, until, lengths, windows, more);
        addClassName("tables-form");
        add(firstDay, LocalTime.of(9, 0), LocalTime.of(12, 0));
    }

    /** Shows what an event is. */
    void show(EventPlan plan, boolean timesStay) {
        title.setValue(plan.title());
        until.setValue(plan.wishesUntil().atZone(zone).toLocalDateTime());
        slot.setValue(plan.slotMinutes());
        pause.setValue(plan.pauseMinutes());
        lines.clear();
        windows.removeAll();
        plan.windows().forEach(window -> add(window.day(), window.from(), window.until()));
        slot.setReadOnly(timesStay);
        pause.setReadOnly(timesStay);
        windows.getElement().setEnabled(!timesStay);
    }

    private IntegerField minutes(String key, int usual) {
        var field = new IntegerField(words.get(key));
        field.setValue(usual);
        field.setStepButtonsVisible(true);
        return field;
    }

    private LocalDate day() {
        return lines.isEmpty() || lines.getLast().day().isEmpty()
                ? firstDay
                : lines.getLast().day().getValue();
    }

    private void add(LocalDate onDay, LocalTime begins, LocalTime ends) {
        var day = Fields.day(words.get("tables.field.day"));
        day.setValue(onDay);
        var from = Fields.time(words.get("tables.field.from", city));
        from.setValue(begins);
        var to = Fields.time(words.get("tables.field.to", city));
        to.setValue(ends);
        var line = new Div(day, from, to);
        line.addClassName("tables-row");
        var made = new Window(line, day, from, to);
        var remove = new Button(words.get("tables.window.remove"), e -> {
            lines.remove(made);
            windows.remove(line);
        });
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        line.add(remove);
        lines.add(made);
        windows.add(line);
    }

    /**
     * What was typed.
     *
     * @throws Refusal if a moment is missing
     */
    EventPlan plan() {
        var missing = new ArrayList<Refusal.Problem>();
        var last = until.getValue();
        if (last == null) {
            missing.add(Refusal.Problem.at("until", "tables.refused.until"));
        }
        var hours = new ArrayList<EventWindow>();
        for (var line : lines) {
            var day = line.day().getValue();
            var from = line.from().getValue();
            var to = line.until().getValue();
            if (day == null || from == null || to == null) {
                missing.add(Refusal.Problem.at("windows", "tables.refused.window"));
            } else {
                hours.add(new EventWindow(day, from, to));
            }
        }
        if (last == null || !missing.isEmpty()) {
            throw new Refusal(missing);
        }
        return new EventPlan(
                title.getValue() == null ? LocalizedText.EMPTY : title.getValue(),
                last.atZone(zone).toInstant(),
                slot.isEmpty() ? 0 : slot.getValue(),
                pause.isEmpty() ? -1 : pause.getValue(),
                hours);
    }

    void refused(Refusal refusal) {
        Map<String, Component> fields = new HashMap<>();
        fields.put("title", title);
        fields.put("until", until);
        fields.put("slot", slot);
        fields.put("pause", pause);
        lines.stream().findFirst().ifPresent(line -> fields.put("windows", line.from()));
        problems.show(refusal, fields);
    }

    void accepted() {
        problems.clear();
    }
}
