package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.caravanserai.agenda.conflict.ConflictRules.Limits;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** From where on something is a conflict: the hours of a day, of people far away, the way between venues, the audience. */
class LimitsForm extends KeptForm {

    private static final long serialVersionUID = 1L;

    private final RulesView view;
    private final transient Words words;
    private final TimePicker opens;
    private final TimePicker closes;
    private final TimePicker wakes;
    private final TimePicker sleeps;
    private final IntegerField travel;
    private final IntegerField audience;

    LimitsForm(RulesView view, Words words, Clock clock) {
        super(words.get("conflict.limit.title"), clock);
        this.view = view;
        this.words = words;
        addClassName("rule-limits");
        var city = words.text(view.meeting().city());
        opens = time("opens", words.get("conflict.limit.opens", city));
        closes = time("closes", words.get("conflict.limit.closes", city));
        wakes = time("wakes", words.get("conflict.limit.wakes"));
        sleeps = time("sleeps", words.get("conflict.limit.sleeps"));
        travel = number("travel", words.get("conflict.limit.travel"));
        audience = number("audience", words.get("conflict.limit.audience"));
        with("opens", opens)
                .with("closes", closes)
                .with("wakes", wakes)
                .with("sleeps", sleeps)
                .with("travel", travel)
                .with("audience", audience)
                .keeping(() -> view.keep(
                        view.rules().judging(view.rules().conflicts().within(typed())),
                        words.get("conflict.rules.saved")))
                .whenStale(this::theirs, view::readAgain, () -> {
                    view.readAgain();
                    show();
                });
        show();
    }

    private Limits typed() {
        return new Limits(
                picked("opens", opens),
                picked("closes", closes),
                picked("wakes", wakes),
                picked("sleeps", sleeps),
                valueOr(travel, 0),
                valueOr(audience, 0));
    }

    private static LocalTime picked(String field, TimePicker picker) {
        var time = picker.getValue();
        if (time == null) {
            throw Refusal.at(field, "conflict.limit.time");
        }
        return time;
    }

    private void show() {
        var limits = view.rules().conflicts().limits();
        opens.setValue(limits.opens());
        closes.setValue(limits.closes());
        wakes.setValue(limits.wakes());
        sleeps.setValue(limits.sleeps());
        travel.setValue(limits.travelMinutes());
        audience.setValue(limits.commonAudience());
    }

    private String theirs() {
        view.readAgain();
        var limits = view.rules().conflicts().limits();
        return limits.opens() + "–" + limits.closes() + " · " + limits.wakes() + "–" + limits.sleeps() + " · "
                + words.number(limits.travelMinutes()) + " · " + words.number(limits.commonAudience());
    }

    private static TimePicker time(String id, String label) {
        var picker = Fields.time(label);
        picker.setId("limit-" + id);
        picker.setStep(Duration.ofMinutes(30));
        return picker;
    }

    private static IntegerField number(String id, String label) {
        var field = new IntegerField(label);
        field.setId("limit-" + id);
        return field;
    }
}
