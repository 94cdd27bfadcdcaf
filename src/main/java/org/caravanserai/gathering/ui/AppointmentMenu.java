package org.caravanserai.gathering.ui;

import java.util.ArrayList;
import java.util.List;
import org.caravanserai.gathering.AppointmentFilter;
import org.caravanserai.gathering.AppointmentFilter.Which;
import org.caravanserai.gathering.AppointmentReading;
import org.caravanserai.people.Access;
import org.caravanserai.people.OwnMenu;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;
import org.springframework.stereotype.Component;

/** Leads everyone to her appointments, and tells what of them waits for her. */
@Component
class AppointmentMenu extends OwnMenu {

    private static final int ORDER = 24;
    private static final int MOST = 5;
    private static final int TO_ANSWER = 75;
    private static final int TO_DECIDE = 65;
    private static final int TO_FINISH = 30;

    private final AppointmentReading reading;

    AppointmentMenu(AppointmentReading reading, Access access) {
        super(access);
        this.reading = reading;
    }

    @Override
    protected MenuItem place(Words words) {
        return new MenuItem("", words.get("appointment.mine.title"), "appointments", "calendar", ORDER);
    }

    @Override
    protected List<NextStep> waiting(Words words) {
        var steps = new ArrayList<NextStep>();
        for (var line : reading.mine(new AppointmentFilter(Which.WAITING, ""), 0, MOST)) {
            steps.add(new NextStep(
                    words.get("appointment.step.answer", line.title()),
                    line.time().start(),
                    line.time().zone(),
                    Moments.city(words.language(), line.time().zone()),
                    words.get("appointment.step.answer.button"),
                    AppointmentWords.path(line.id()),
                    TO_ANSWER));
        }
        for (var line : reading.countered()) {
            steps.add(NextStep.undated(
                    words.get("appointment.step.counter", line.title()),
                    words.get("appointment.step.counter.button"),
                    AppointmentWords.path(line.id()),
                    TO_DECIDE));
        }
        for (var line : reading.mine(new AppointmentFilter(Which.DRAFTS, ""), 0, MOST)) {
            if (!line.title().isEmpty()) {
                steps.add(NextStep.undated(
                        words.get("appointment.step.draft", line.title()),
                        words.get("appointment.step.draft.button"),
                        AppointmentWords.path(line.id()) + "/edit",
                        TO_FINISH));
            }
        }
        return steps;
    }
}
