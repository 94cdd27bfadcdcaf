package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.caravanserai.meeting.Holidays;
import org.caravanserai.review.CommitteeMeetings;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.reviewing.ReviewPlan;
import org.caravanserai.review.reviewing.ReviewSetUp;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.TabLine;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Sets up how a meeting's proposals are reviewed: for all session types, and otherwise for some. */
@Route(value = "meetings/:slug/review", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/meeting.css")
@StyleSheet("context://styles/review.css")
@StyleSheet("context://styles/assigning.css")
class ReviewSetUpView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient CommitteeMeetings meetings;
    private final transient ReviewSetUp setUp;
    private final transient Holidays holidays;
    private final transient Clock clock;
    private final Words words = Words.here();
    private final Div body = new Div();
    private transient CommitteeMeeting meeting;
    private UUID shown = ReviewPlan.ALL_TYPES;

    @SuppressWarnings("NullAway.Init")
    ReviewSetUpView(CommitteeMeetings meetings, ReviewSetUp setUp, Holidays holidays, Clock clock) {
        this.meetings = meetings;
        this.setUp = setUp;
        this.holidays = holidays;
        this.clock = clock;
        addClassNames("view", "review-set-up");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        meeting = MeetingInAddress.of(event, meetings, CommitteeMeeting::organises);
        show();
    }

    @Override
    public String getPageTitle() {
        return words.get("reviewers.setUp.title") + " · " + words.text(meeting.name());
    }

    private void show() {
        removeAll();
        var plans = setUp.read(meeting.id());
        var preview = new Button(
                words.get("reviewers.preview"),
                e -> new ReviewFormPreview(words, plan(setUp.read(meeting.id()))).open());
        preview.setId("preview-form");
        add(
                new PageHeader(words.get("reviewers.setUp.title"), preview).with(words.text(meeting.name())),
                new Paragraph(words.get("reviewers.setUp.help")),
                plans(plans),
                body);
        body.removeAll();
        body.addClassName("review-set-up-body");
        if (!shown.equals(ReviewPlan.ALL_TYPES)) {
            body.add(together());
        }
        var editor = new ReviewPlanEditor(words, meeting, setUp, holidays, clock, shown, plan(plans), this::show);
        body.add(editor);
    }

    private ReviewSetUp.PlanView plan(ReviewSetUp.SetUp plans) {
        return plans.own().getOrDefault(shown, plans.base());
    }

    /** One tab for the plan of all types and one for each that differs; the rest can be given one. */
    private Component plans(ReviewSetUp.SetUp plans) {
        var tabs = new TabLine(words.get("reviewers.setUp.plans"));
        tabs.setId("plans");
        var keys = new LinkedHashMap<Tab, UUID>();
        keys.put(new Tab(words.get("reviewers.setUp.all")), ReviewPlan.ALL_TYPES);
        meeting.types().stream()
                .filter(t -> plans.own().containsKey(t.key()))
                .forEach(t -> keys.put(new Tab(words.text(t.name())), t.key()));
        keys.forEach((tab, key) -> {
            tabs.add(tab);
            if (key.equals(shown)) {
                tabs.setSelectedTab(tab);
            }
        });
        tabs.addSelectedChangeListener(e -> {
            shown = keys.getOrDefault(e.getSelectedTab(), ReviewPlan.ALL_TYPES);
            show();
        });
        var line = new Div(tabs);
        line.addClassName("review-actions");
        var others = meeting.types().stream()
                .filter(t -> !plans.own().containsKey(t.key()))
                .toList();
        if (!others.isEmpty()) {
            var apart = new Select<CommitteeMeetings.TypeChoice>();
            apart.setId("plan-apart");
            apart.setPlaceholder(words.get("reviewers.setUp.apart"));
            apart.setAriaLabel(words.get("reviewers.setUp.apart"));
            apart.setItems(others);
            apart.setItemLabelGenerator(t -> t == null ? "" : words.text(t.name()));
            apart.addValueChangeListener(e -> {
                if (e.getValue() != null) {
                    setUp.planApart(meeting.id(), e.getValue().key());
                    shown = e.getValue().key();
                    show();
                }
            });
            line.add(apart);
        }
        return line;
    }

    private Component together() {
        var type = shown;
        var back = new Button(words.get("reviewers.setUp.together"), e -> {
            try {
                setUp.planTogether(meeting.id(), type);
                shown = ReviewPlan.ALL_TYPES;
                show();
                Notices.done(words.get("reviewers.setUp.togetherDone"));
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
        });
        back.setId("plan-together");
        back.addThemeVariants(ButtonVariant.TERTIARY);
        var note = new Div(new Paragraph(words.get("reviewers.setUp.own", name(type))), back);
        note.addClassName("review-note");
        return note;
    }

    private String name(UUID type) {
        return meeting.types().stream()
                .filter(t -> t.key().equals(type))
                .map(t -> words.text(t.name()))
                .findFirst()
                .orElse("");
    }
}
