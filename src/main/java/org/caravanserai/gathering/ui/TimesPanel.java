package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import org.caravanserai.gathering.AppointmentTime;
import org.caravanserai.gathering.AppointmentView;
import org.caravanserai.gathering.Occurrence;
import org.caravanserai.gathering.OccurrenceChanging;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;
import org.caravanserai.text.Refusal;

/** Each time that an appointment takes place; its organiser moves or cancels one without the others. */
class TimesPanel extends Section {

    private static final long serialVersionUID = 1L;

    private final transient OccurrenceChanging changing;
    private final transient AppointmentView one;
    private final Words words;
    private final transient Runnable done;

    /** A panel in which the time of a day that the address names stands open. */
    TimesPanel(OccurrenceChanging changing, AppointmentView one, String day, Words words, Runnable done) {
        this.changing = changing;
        this.one = one;
        this.words = words;
        this.done = done;
        setId("appointment-times");
        addClassName("appointment-section");
        var list = new UnorderedList();
        list.addClassName("appointment-people");
        for (var time : one.times()) {
            var item = new ListItem(line(time, time.day().toString().equals(day)));
            item.setId("day-" + time.day());
            list.add(item);
        }
        add(new H2(words.get("appointment.repeat.dates", one.times().size())), list);
    }

    private Component line(Occurrence time, boolean open) {
        var line = new Div(AppointmentWords.time(words, time.time()));
        line.addClassName("appointment-person");
        switch (time.state()) {
            case REGULAR -> {}
            case MOVED -> line.add(new StatusBadge(words.get("appointment.repeat.moved"), Tone.WAITING));
            case CANCELLED -> line.add(new StatusBadge(words.get("appointment.state.CANCELLED"), Tone.DANGER));
        }
        if (one.organises() && one.state().isOpen()) {
            line.add(time.state() == Occurrence.State.REGULAR ? cancel(time) : restore(time), move(time, open));
        }
        return line;
    }

    private Component cancel(Occurrence time) {
        var button = new Button(
                words.get("appointment.repeat.cancel"),
                e -> act(() -> {
                    changing.cancel(one.id(), time.day());
                    Notices.done(
                            words.get("appointment.repeat.cancelled"),
                            () -> act(() -> changing.restore(one.id(), time.day())));
                }));
        return quiet(button, time);
    }

    private Component restore(Occurrence time) {
        return quiet(
                new Button(
                        words.get("appointment.repeat.restore"),
                        e -> act(() -> changing.restore(one.id(), time.day()))),
                time);
    }

    private Component quiet(Button button, Occurrence time) {
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(button.getText() + ": " + words.day(time.day()));
        return button;
    }

    private Component move(Occurrence time, boolean open) {
        var zone = time.time().zone();
        var start = Fields.moment(words.get("appointment.counter.start", Moments.city(words.language(), zone)));
        start.setValue(time.time().local().toLocalDateTime());
        var problems = new Problems();
        var send = new Button(words.get("appointment.repeat.move"), e -> {
            try {
                if (start.getValue() == null) {
                    throw Refusal.at("start", "appointment.start.required");
                }
                changing.move(
                        one.id(),
                        time.day(),
                        new AppointmentTime(
                                start.getValue().atZone(zone).toInstant(),
                                time.time().length(),
                                zone));
                Notices.done(words.get("appointment.changed"));
                done.run();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("start", start));
            }
        });
        var details = new Details(words.get("appointment.repeat.move.title"), new Div(problems, start, send));
        details.setOpened(open);
        return details;
    }

    private void act(Runnable change) {
        try {
            change.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        done.run();
    }
}
