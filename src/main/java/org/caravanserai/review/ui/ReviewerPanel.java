package org.caravanserai.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Map;
import java.util.OptionalInt;
import org.caravanserai.people.PersonId;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.reviewing.Reviewer;
import org.caravanserai.review.reviewing.ReviewerList;
import org.caravanserai.review.reviewing.ReviewerRoster;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.springframework.dao.OptimisticLockingFailureException;

/** One reviewer beside the list: what she has to do, and what the committee can change about her. */
class ReviewerPanel extends Aside {

    private static final long serialVersionUID = 1L;

    private final transient Words words;
    private final transient CommitteeMeeting meeting;
    private final transient ReviewerRoster roster;
    private final transient ReviewerList.Row row;
    private final transient Runnable changed;

    private interface Step {
        void of(ReviewerRoster roster, PersonId person);
    }

    ReviewerPanel(
            Words words,
            CommitteeMeeting meeting,
            ReviewerRoster roster,
            ReviewerList.Row row,
            Runnable changed,
            Runnable close) {
        this.words = words;
        this.meeting = meeting;
        this.roster = roster;
        this.row = row;
        this.changed = changed;
        addClassName("review-detail");
        getElement().setAttribute("aria-label", row.name().published());
        var shut = new Button(words.get("shell.close"), e -> close.run());
        shut.addThemeVariants(ButtonVariant.TERTIARY);
        var head = new Div(ReviewerWords.badges(words, row), shut);
        head.addClassName("review-detail-line");
        add(
                head,
                new H2(words.name(row.name())),
                new PersonText(row.name(), ReviewerWords.detail(words, row)),
                new Paragraph(words.get("reviewers.panel.numbers", row.assigned(), row.bids(), row.conflicts())));
        if (!row.hasWorks()) {
            add(new Paragraph(words.get("reviewers.panel.noWorks")));
        }
        add(steps(), limits());
    }

    private Div steps() {
        var line = new Div();
        line.addClassName("review-actions");
        switch (row.state()) {
            case VOLUNTEERED -> {
                var take = step("reviewers.take", (r, p) -> r.take(meeting.id(), p));
                take.addThemeVariants(ButtonVariant.PRIMARY);
                line.add(take, step("reviewers.turnDown", (r, p) -> r.turnDown(meeting.id(), p)));
            }
            case INVITED -> line.add(step("reviewers.withdraw", (r, p) -> r.turnDown(meeting.id(), p)));
            case ACCEPTED -> line.add(retire());
            case DECLINED -> line.add(step("reviewers.invite.again", (r, p) -> r.invite(meeting.id(), p)));
            case RETIRED -> line.add(step("reviewers.bringBack", (r, p) -> r.bringBack(meeting.id(), p)));
        }
        line.add(step(
                row.senior() ? "reviewers.senior.not" : "reviewers.senior.make",
                (r, p) -> r.rank(meeting.id(), p, !row.senior())));
        return line;
    }

    private Button step(String label, Step step) {
        var button = new Button(words.get(label), e -> {
            try {
                step.of(roster, row.person());
                Notices.done(words.get("reviewers.changed", words.name(row.name())));
                changed.run();
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
        });
        button.setId(label.replace('.', '-'));
        return button;
    }

    private Button retire() {
        var button = new Button(words.get("reviewers.retire"), e -> {
            int taken = roster.retire(meeting.id(), row.person());
            changed.run();
            Notices.done(words.get("reviewers.retired", words.name(row.name()), taken), () -> {
                roster.bringBack(meeting.id(), row.person());
                changed.run();
            });
        });
        button.setId("reviewers-retire");
        button.setTooltipText(words.get("reviewers.retire.help"));
        return button;
    }

    private Div limits() {
        var least = field("panel-least", "reviewers.profile.least", row.leastLoad());
        var most = field("panel-most", "reviewers.profile.most", row.mostLoad());
        var problems = new Problems();
        var save = new Button(words.get("shell.save"), e -> {
            problems.clear();
            try {
                roster.limit(meeting.id(), row.person(), row.version(), number(least), number(most));
                Notices.done(words.get("reviewers.changed", words.name(row.name())));
                changed.run();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("mostLoad", most));
            } catch (OptimisticLockingFailureException quicker) {
                problems.show(Refusal.of("shell.stale"), Map.of());
            }
        });
        save.setId("panel-save");
        var fields = new Div(least, most, save);
        fields.addClassName("field-row");
        return new Div(problems, new Paragraph(words.get("reviewers.panel.limits")), fields);
    }

    private IntegerField field(String id, String label, OptionalInt value) {
        var field = new IntegerField(words.get(label));
        field.setId(id);
        field.setMin(0);
        field.setMax(Reviewer.MOST_LOAD);
        field.setClearButtonVisible(true);
        value.ifPresent(field::setValue);
        return field;
    }

    private static OptionalInt number(IntegerField field) {
        var value = field.getValue();
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
