package org.caravanserai.gathering.ui;

import java.util.ArrayList;
import java.util.List;
import org.caravanserai.gathering.poll.PollReading;
import org.caravanserai.gathering.poll.PollState;
import org.caravanserai.people.Access;
import org.caravanserai.people.OwnMenu;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;
import org.springframework.stereotype.Component;

/** What polls add to a person's menu, and which of them wait for her. */
@Component
class PollMenu extends OwnMenu {

    private static final int LOOK_AT = 50;
    private static final int TO_ANSWER = 78;
    private static final int TO_CHOOSE = 76;
    private static final int TO_FINISH = 30;

    private final PollReading reading;

    PollMenu(PollReading reading, Access access) {
        super(access);
        this.reading = reading;
    }

    @Override
    protected MenuItem place(Words words) {
        return new MenuItem("", words.get("poll.title"), "polls", "calendar", 31);
    }

    @Override
    protected List<NextStep> waiting(Words words) {
        var steps = new ArrayList<NextStep>();
        for (var poll : reading.asked()) {
            if (poll.answerable() && !poll.answered()) {
                steps.add(new NextStep(
                        words.get("poll.step.answer", words.name(poll.organiser()), poll.title()),
                        poll.deadline().orElse(null),
                        poll.zone(),
                        Moments.city(words.language(), poll.zone()),
                        words.get("poll.asked.answer"),
                        "polls/" + poll.code() + "/answer",
                        TO_ANSWER));
            }
        }
        for (var poll : reading.mine(0, LOOK_AT)) {
            if (poll.isRipe()) {
                steps.add(NextStep.undated(
                        words.get("poll.step.choose", poll.title(), poll.answered(), poll.guests()),
                        words.get("poll.step.choose.button"),
                        "polls/" + poll.code(),
                        TO_CHOOSE));
            } else if (poll.state() == PollState.DRAFT && !poll.title().isEmpty()) {
                steps.add(NextStep.undated(
                        words.get("poll.step.draft", poll.title()),
                        words.get("poll.step.draft.button"),
                        "polls/" + poll.code() + "/edit",
                        TO_FINISH));
            }
        }
        return steps;
    }
}
