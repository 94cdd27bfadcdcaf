package org.caravanserai.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.Deciding;
import org.caravanserai.review.Decision;
import org.caravanserai.review.Verdict;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/**
 * Asks what authors are told beside a verdict, and until when they may revise, then prepares the decision. What could not
 * be decided is told; what was decided can be undone.
 */
class DecideDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient CommitteeMeeting meeting;
    private final transient Deciding deciding;
    private final transient Runnable changed;
    private final Verdict verdict;
    private final List<UUID> proposals;
    private final Words words = Words.here();
    private final TextArea note = new TextArea(words.get("review.note"));
    private final DateTimePicker until = Fields.moment("");
    private final Problems problems = new Problems();

    DecideDialog(CommitteeMeeting meeting, Deciding deciding, Verdict verdict, List<UUID> proposals, Runnable changed) {
        super(Words.here().get("review.decide.title." + verdict.name(), proposals.size()));
        this.meeting = meeting;
        this.deciding = deciding;
        this.changed = changed;
        this.verdict = verdict;
        this.proposals = List.copyOf(proposals);
        note.setId("review-note");
        note.setHelperText(words.get("review.note.help"));
        note.setMaxLength(Decision.LONGEST_NOTE);
        note.setValueChangeMode(ValueChangeMode.ON_BLUR);
        note.addClassName("review-wide");
        until.setId("review-until");
        until.setLabel(words.get("room.until", words.text(meeting.city())));
        until.setHelperText(words.get("room.until.help"));
        until.setVisible(verdict == Verdict.REVISE);
        var prepare = new Button(words.get("review.prepare"), e -> prepare());
        prepare.setId("review-prepare");
        prepare.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(words.get("review.prepare.help")), problems, until, note);
        getFooter().add(new Button(words.get("shell.cancel"), e -> close()), prepare);
    }

    private void prepare() {
        try {
            var decided = decide();
            close();
            tell(decided);
            changed.run();
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("until", until, "note", note));
        }
    }

    private Deciding.Decided decide() {
        var chosen = until.getOptionalValue();
        return verdict == Verdict.REVISE && chosen.isPresent()
                ? deciding.revise(
                        meeting.id(),
                        proposals,
                        note.getValue(),
                        chosen.get().atZone(meeting.zone()).toInstant())
                : deciding.decide(meeting.id(), proposals, verdict, note.getValue());
    }

    private void tell(Deciding.Decided decided) {
        var made = decided.decisions();
        if (!made.isEmpty()) {
            Notices.done(words.get("review.prepared", made.size(), decided.mails()), () -> {
                deciding.takeBack(meeting.id(), made);
                changed.run();
            });
        }
        if (decided.skipped().isEmpty()) {
            return;
        }
        var dialog =
                new Dialog(words.get("review.skipped.title", decided.skipped().size()));
        var list = new UnorderedList();
        decided.skipped().stream().limit(200).forEach(s -> list.add(new ListItem(ReviewWords.skipped(words, s))));
        dialog.add(list);
        dialog.getFooter().add(new Button(words.get("shell.close"), e -> dialog.close()));
        dialog.open();
    }
}
