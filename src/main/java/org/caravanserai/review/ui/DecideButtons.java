package org.caravanserai.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.Deciding;
import org.caravanserai.review.Verdict;
import org.caravanserai.shell.Words;

/** The buttons that decide about proposals: each asks for a note before anything is decided. */
final class DecideButtons {

    private final CommitteeMeeting meeting;
    private final Deciding deciding;
    private final Runnable changed;
    private final Words words = Words.here();

    /**
     * Buttons of a meeting.
     *
     * @param changed is told when something was decided
     */
    DecideButtons(CommitteeMeeting meeting, Deciding deciding, Runnable changed) {
        this.meeting = meeting;
        this.deciding = deciding;
        this.changed = changed;
    }

    /** One for each verdict, about the same proposals. */
    List<Button> about(Collection<Verdict> verdicts, List<UUID> proposals) {
        return verdicts.stream().map(verdict -> button(verdict, proposals)).toList();
    }

    private Button button(Verdict verdict, List<UUID> proposals) {
        var button = new Button(
                words.get("review.decide." + verdict.name()),
                e -> new DecideDialog(meeting, deciding, verdict, proposals, changed).open());
        button.addClassName("review-decide-" + verdict.name().toLowerCase(Locale.ROOT));
        if (verdict == Verdict.ACCEPT) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return button;
    }
}
