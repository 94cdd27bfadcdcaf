package org.caravanserai.review.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.review.CommitteeMeetings;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.assigning.AssignmentAim;
import org.caravanserai.review.assigning.AssignmentApplying;
import org.caravanserai.review.assigning.AssignmentDesk;
import org.caravanserai.review.assigning.AssignmentObstacle;
import org.caravanserai.review.assigning.AssignmentPreview;
import org.caravanserai.review.assigning.AssignmentRuns;
import org.caravanserai.review.assigning.AssignmentStanding;
import org.caravanserai.review.assigning.AssignmentWishes;
import org.caravanserai.review.reviewing.Assigning;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** Assigns a meeting's reviewers: computed for all together and looked at before it holds, or by hand. */
@Route(value = "meetings/:slug/assignment", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/meeting.css")
@StyleSheet("context://styles/review.css")
@StyleSheet("context://styles/assigning.css")
@StyleSheet("context://styles/room.css")
class AssignmentView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient CommitteeMeetings meetings;
    private final transient AssignmentRuns runs;
    private final transient AssignmentApplying applying;
    private final transient AssignmentDesk desk;
    private final transient Assigning assigning;
    private final transient LiveUpdates updates;
    private final Words words = Words.here();
    private final Div totals = new Div();
    private final Div last = new Div();
    private final Section asking = new Section();
    private final Div outcome = new Div();
    private final RadioButtonGroup<AssignmentAim> aim = new RadioButtonGroup<>();
    private final Checkbox senior = new Checkbox();
    private final Checkbox bothSides = new Checkbox();
    private transient CommitteeMeeting meeting;
    private transient AssignedPanel assigned;
    private transient Optional<UUID> watched = Optional.empty();
    private transient Optional<UUID> previewed = Optional.empty();
    private transient LiveUpdates.@Nullable Subscription subscription;

    @SuppressWarnings("NullAway.Init")
    AssignmentView(
            CommitteeMeetings meetings,
            AssignmentRuns runs,
            AssignmentApplying applying,
            AssignmentDesk desk,
            Assigning assigning,
            LiveUpdates updates) {
        this.meetings = meetings;
        this.runs = runs;
        this.applying = applying;
        this.desk = desk;
        this.assigning = assigning;
        this.updates = updates;
        addClassNames("view", "assignment-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        meeting = MeetingInAddress.of(event, meetings, CommitteeMeeting::decides);
        removeAll();
        layOut();
        refresh();
    }

    @Override
    public String getPageTitle() {
        return words.get("assigning.title") + " · " + words.text(meeting.name());
    }

    private void layOut() {
        var reviewers = new Anchor("/app/meetings/" + meeting.slug() + "/reviewers", words.get("reviewers.title"));
        var conflicts =
                new Anchor("/app/meetings/" + meeting.slug() + "/conflicts", words.get("reviewers.conflicts.title"));
        totals.addClassName("assignment-totals");
        last.addClassName("review-note");
        asking.addClassName("assignment-asking");
        asking.removeAll();
        aim.setId("assignment-aim");
        aim.setLabel(words.get("assigning.aim"));
        aim.setItems(AssignmentAim.values());
        aim.setItemLabelGenerator(a -> words.get("assigning.aim." + a.name()));
        aim.setValue(AssignmentAim.FAIREST);
        senior.setId("assignment-senior");
        senior.setLabel(words.get("assigning.senior"));
        bothSides.setId("assignment-sides");
        bothSides.setLabel(words.get("assigning.bothSides"));
        var compute = new Button(words.get("assigning.compute"), e -> compute());
        compute.setId("assignment-compute");
        compute.addThemeVariants(ButtonVariant.PRIMARY);
        asking.add(
                new H2(words.get("assigning.compute.title")),
                new Paragraph(words.get("assigning.compute.help")),
                aim,
                senior,
                bothSides,
                compute);
        outcome.addClassName("assignment-outcome");
        assigned = new AssignedPanel(words, meeting, desk, assigning, this::changedByHand);
        add(
                new PageHeader(words.get("assigning.title"), reviewers, conflicts).with(words.text(meeting.name())),
                totals,
                last,
                asking,
                outcome,
                assigned);
    }

    private void changedByHand() {
        showTotals();
        showLast();
    }

    private void refresh() {
        showTotals();
        showLast();
        showOutcome();
        assigned.refresh();
    }

    private void showTotals() {
        var now = desk.totals(meeting.id());
        totals.removeAll();
        var bar = new ProgressBar(0, Math.max(1, now.wanted()), Math.min(now.given(), Math.max(1, now.wanted())));
        var sentence = words.get("assigning.totals", now.given(), now.wanted(), now.proposals(), now.reviewers());
        bar.getElement().setAttribute("aria-label", sentence);
        totals.add(new Paragraph(sentence), bar);
    }

    private void showLast() {
        last.removeAll();
        var applied = applying.last(meeting.id());
        last.setVisible(applied.isPresent());
        applied.ifPresent(a -> {
            var line = new Paragraph(words.get("assigning.last", a.made(), a.released()) + " ");
            line.add(new TimeText(a.at(), meeting.zone(), words.text(meeting.city())));
            var undo = new Button(words.get("assigning.undo"), e -> {
                try {
                    var undone = applying.undo(meeting.id());
                    Notices.done(words.get("assigning.undone", undone.released(), undone.made()));
                    refresh();
                } catch (Refusal refusal) {
                    Notices.refused(refusal);
                }
            });
            undo.setId("assignment-undo");
            last.add(line, undo);
        });
    }

    private void compute() {
        watch(runs.begin(meeting.id(), new AssignmentWishes(aim.getValue(), senior.getValue(), bothSides.getValue())));
        showOutcome();
    }

    /** Hears of a run until it ends; what happened before one listens is looked up after that. */
    private void watch(UUID run) {
        watched = Optional.of(run);
        listen(UI.getCurrentOrThrow());
    }

    private void listen(UI ui) {
        endListening();
        watched.ifPresent(
                run -> subscription = updates.listen(AssignmentRuns.channel(run), message -> ui.access(this::heard)));
    }

    private void endListening() {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        runs.running(meeting.id()).ifPresent(run -> watched = Optional.of(run));
        listen(event.getUI());
        showOutcome();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        endListening();
        super.onDetach(event);
    }

    /** What is looked at already is not drawn anew under her hands. */
    private void heard() {
        var standing = runs.look(meeting.id());
        var drawn = standing instanceof AssignmentStanding.Ready(var preview)
                && previewed.filter(preview.run()::equals).isPresent();
        if (!drawn) {
            show(standing);
        }
    }

    private void showOutcome() {
        show(runs.look(meeting.id()));
    }

    private void show(AssignmentStanding standing) {
        outcome.removeAll();
        previewed = standing instanceof AssignmentStanding.Ready(var preview)
                ? Optional.of(preview.run())
                : Optional.empty();
        switch (standing) {
            case AssignmentStanding.None() -> {
                // Nothing was asked for: the form above says what can be.
            }
            case AssignmentStanding.Running running -> outcome.add(running(running));
            case AssignmentStanding.Stopped() -> outcome.add(new Paragraph(words.get("assigning.stopped")));
            case AssignmentStanding.Failed() -> outcome.add(new Paragraph(words.get("assigning.failed")));
            case AssignmentStanding.Ready(var preview) -> outcome.add(preview(preview));
            case AssignmentStanding.Blocked(var obstacle) -> outcome.add(blocked(obstacle));
        }
    }

    private Component running(AssignmentStanding.Running running) {
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        var step = new Paragraph(words.get("assigning.step." + running.step().name()));
        step.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", step.getText());
        var cancel = new Button(words.get("shell.cancel"), e -> {
            runs.cancel(meeting.id());
            showOutcome();
        });
        cancel.setId("assignment-cancel");
        return new Div(step, bar, new Paragraph(words.get("assigning.since", words.ownTime(running.since()))), cancel);
    }

    private Component blocked(AssignmentObstacle obstacle) {
        var told = new ObstacleText(words, obstacle);
        if (obstacle.allowable()) {
            var allow = new Button(words.get("assigning.allow"), e -> {
                try {
                    watch(runs.allow(meeting.id()));
                    showOutcome();
                } catch (Refusal refusal) {
                    Notices.refused(refusal);
                }
            });
            allow.setId("assignment-allow");
            allow.addThemeVariants(ButtonVariant.PRIMARY);
            told.add(allow);
        }
        return told;
    }

    private Component preview(AssignmentPreview preview) {
        return new PreviewPanel(words, meeting, runs, applying, preview, this::apply, () -> {
            runs.forget(meeting.id());
            refresh();
        });
    }

    private void apply(AssignmentPreview preview, boolean tell) {
        try {
            var applied = applying.apply(meeting.id(), preview.run(), tell);
            if (applied.done()) {
                Notices.done(words.get("assigning.applied", applied.made(), applied.released(), applied.mails())
                        + (applied.stayed() > 0 ? " " + words.get("assigning.stayed", applied.stayed()) : ""));
                refresh();
                return;
            }
            showOutcome();
            var lost = new UnorderedList();
            applied.lost()
                    .forEach(l -> lost.add(new ListItem(words.get(
                            "assigning.lost." + l.reason().name(), l.work().title(), words.name(l.reviewer())))));
            var note = new Div(
                    new Paragraph(words.get("assigning.refused", applied.lost().size())), lost);
            note.setId("assignment-refused");
            note.addClassNames("review-note", "review-refused");
            note.getElement().setAttribute("role", "alert");
            outcome.addComponentAsFirst(note);
            note.scrollIntoView();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }
}
