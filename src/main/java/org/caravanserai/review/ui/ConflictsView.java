package org.caravanserai.review.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caravanserai.review.CommitteeMeetings;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.assigning.AssignmentDesk;
import org.caravanserai.review.reviewing.ConflictKeeping;
import org.caravanserai.review.reviewing.ConflictKind;
import org.caravanserai.review.reviewing.ReviewerList;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.FilterLine;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** The conflicts of interest of a meeting: what was found, declared and named, and what a chair makes of it. */
@Route(value = "meetings/:slug/conflicts", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/meeting.css")
@StyleSheet("context://styles/review.css")
@StyleSheet("context://styles/assigning.css")
class ConflictsView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient CommitteeMeetings meetings;
    private final transient ConflictKeeping conflicts;
    private final transient AssignmentDesk desk;
    private final transient ReviewerList reviewers;
    private final Words words = Words.here();
    private final Grid<ConflictKeeping.Row> grid = new Grid<>();
    private final Div nothing = new Div();
    private transient CommitteeMeeting meeting;
    private transient FilterLine filterLine;
    private transient ConflictKeeping.Filter filter = ConflictKeeping.Filter.ALL;
    private int total;

    @SuppressWarnings("NullAway.Init")
    ConflictsView(CommitteeMeetings meetings, ConflictKeeping conflicts, AssignmentDesk desk, ReviewerList reviewers) {
        this.meetings = meetings;
        this.conflicts = conflicts;
        this.desk = desk;
        this.reviewers = reviewers;
        addClassNames("view", "review-view");
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
        return words.get("reviewers.conflicts.title") + " · " + words.text(meeting.name());
    }

    private void layOut() {
        var again = new Button(words.get("reviewers.conflicts.search"), e -> {
            var result = conflicts.search(meeting.id());
            Notices.done(words.get("reviewers.conflicts.searched", result.found(), result.gone()));
            refresh();
        });
        again.setId("conflicts-search");
        var reviewers = new Anchor("/app/meetings/" + meeting.slug() + "/reviewers", words.get("reviewers.title"));
        filterLine = new FilterLine(words.get("reviewers.conflicts.words"));
        filterLine.onSearch(w -> narrow(new ConflictKeeping.Filter(w, filter.kind(), filter.standing())));
        var kind = new ComboBox<ConflictKind>();
        kind.setPlaceholder(words.get("reviewers.conflicts.kind"));
        kind.setAriaLabel(words.get("reviewers.conflicts.kind"));
        kind.setItems(ConflictKind.values());
        kind.setItemLabelGenerator(k -> ReviewerWords.kind(words, k));
        kind.setClearButtonVisible(true);
        kind.addClassName("review-filter");
        kind.addValueChangeListener(e -> narrow(new ConflictKeeping.Filter(
                filter.words(), Optional.ofNullable((@Nullable ConflictKind) e.getValue()), filter.standing())));
        var standing = new Select<Boolean>();
        standing.setPlaceholder(words.get("reviewers.conflicts.standing"));
        standing.setAriaLabel(words.get("reviewers.conflicts.standing"));
        standing.setItems(true, false);
        standing.setEmptySelectionAllowed(true);
        standing.setItemLabelGenerator(s -> s == null ? words.get("reviewers.said.ALL") : standing(s));
        standing.addClassName("review-filter");
        standing.addValueChangeListener(e -> narrow(new ConflictKeeping.Filter(
                filter.words(), filter.kind(), Optional.ofNullable((@Nullable Boolean) e.getValue()))));
        filterLine.with(kind, standing);
        layOutGrid();
        var add = new Details(words.get("reviewers.conflicts.add"), byHand());
        add.setId("conflicts-add");
        add(
                new PageHeader(words.get("reviewers.conflicts.title"), reviewers, again)
                        .with(words.text(meeting.name())),
                new Paragraph(words.get("reviewers.conflicts.help")),
                add,
                filterLine,
                grid,
                nothing);
    }

    private String standing(boolean stands) {
        return words.get(stands ? "reviewers.conflicts.stands" : "reviewers.conflicts.dismissed");
    }

    private void layOutGrid() {
        grid.removeAllColumns();
        grid.setId("conflicts-grid");
        grid.addClassName("review-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", words.get("reviewers.conflicts.title"));
        grid.addComponentColumn(this::what)
                .setKey("what")
                .setHeader(words.get("reviewers.conflicts.what"))
                .setFlexGrow(5)
                .setWidth("15rem");
        grid.addComponentColumn(this::why)
                .setKey("why")
                .setHeader(words.get("reviewers.conflicts.why"))
                .setFlexGrow(4)
                .setWidth("13rem");
        grid.addComponentColumn(r -> {
                    var at = new Div(new TimeText(r.at(), meeting.zone(), words.text(meeting.city())));
                    at.addClassName("review-small");
                    return new Div(new Span(r.by().orElse(words.get("reviewers.conflicts.found"))), at);
                })
                .setKey("who")
                .setHeader(words.get("reviewers.conflicts.by"))
                .setFlexGrow(2)
                .setWidth("11rem");
        grid.addComponentColumn(this::step)
                .setKey("step")
                .setHeader(words.get("reviewers.state"))
                .setWidth("9rem");
        grid.setPageSize(50);
        grid.setItems(DataProvider.fromCallbacks(
                query -> conflicts.find(meeting.id(), filter, query.getOffset(), query.getLimit()).stream(), query -> {
                    query.getOffset();
                    query.getLimit();
                    return total;
                }));
    }

    private Component what(ConflictKeeping.Row row) {
        var title = new Div(new Span(row.code() + " "), words.marked(row.title()));
        title.addClassName("review-small");
        return new Div(new PersonText(row.name(), ""), title);
    }

    private Component why(ConflictKeeping.Row row) {
        var kind = new StatusBadge(
                ReviewerWords.kind(words, row.kind()),
                !row.standing()
                        ? Tone.NEUTRAL
                        : row.kind() == ConflictKind.SAME_FAMILY_NAME ? Tone.WAITING : Tone.DANGER);
        var reason = new Span(row.reason());
        reason.addClassName("review-small");
        return new Div(kind, reason);
    }

    private Component step(ConflictKeeping.Row row) {
        if (!row.kind().isDismissible()) {
            return new Span(standing(row.standing()));
        }
        var button = new Button(
                words.get(row.standing() ? "reviewers.conflicts.dismiss" : "reviewers.conflicts.reinstate"),
                e -> turn(row, row.standing()));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(button.getText() + ": " + words.name(row.name()) + ", " + row.code());
        return button;
    }

    private void turn(ConflictKeeping.Row row, boolean dismiss) {
        try {
            if (dismiss) {
                conflicts.dismiss(meeting.id(), row.conflict());
            } else {
                conflicts.reinstate(meeting.id(), row.conflict());
            }
            refresh();
            Notices.done(
                    words.get(
                            dismiss ? "reviewers.conflicts.dismissedDone" : "reviewers.conflicts.reinstatedDone",
                            words.name(row.name()),
                            row.code()),
                    () -> turn(row, !dismiss));
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private Component byHand() {
        var proposal = new ComboBox<AssignmentDesk.Row>(words.get("reviewers.conflicts.proposal"));
        proposal.setId("conflict-proposal");
        proposal.setItemLabelGenerator(
                r -> r.work().code() + " " + words.text(r.work().title()));
        proposal.setItems(DataProvider.fromFilteringCallbacks(
                query -> desk
                        .list(
                                meeting.id(),
                                new AssignmentDesk.Filter(query.getFilter().orElse(""), false),
                                query.getOffset(),
                                query.getLimit())
                        .stream(),
                query -> desk.count(
                        meeting.id(),
                        new AssignmentDesk.Filter(query.getFilter().orElse(""), false))));
        proposal.addClassName("review-wide");
        var person = new ComboBox<ReviewerList.Row>(words.get("reviewers.column.name"));
        person.setId("conflict-person");
        person.setItemLabelGenerator(r -> words.name(r.name()));
        person.setItems(DataProvider.fromFilteringCallbacks(
                query ->
                        reviewers
                                .find(meeting.id(), named(query.getFilter()), query.getOffset(), query.getLimit())
                                .stream(),
                query -> reviewers.count(meeting.id(), named(query.getFilter()))));
        person.addClassName("review-wide");
        var reason = new TextArea(words.get("reviewers.conflicts.reason"));
        reason.setId("conflict-reason");
        reason.setMaxLength(1_000);
        reason.addClassName("review-wide");
        var problems = new Problems();
        var add = new Button(words.get("reviewers.conflicts.add"), e -> {
            problems.clear();
            try {
                if (proposal.isEmpty()) {
                    throw Refusal.at("proposal", "reviewers.conflicts.choose");
                }
                if (person.isEmpty()) {
                    throw Refusal.at("person", "reviewers.conflicts.choose");
                }
                conflicts.set(
                        proposal.getValue().work().proposal(), person.getValue().person(), reason.getValue());
                Notices.done(words.get("reviewers.conflicts.added"));
                proposal.clear();
                person.clear();
                reason.clear();
                refresh();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("proposal", proposal, "person", person, "reason", reason));
            }
        });
        add.setId("conflict-add");
        add.addThemeVariants(ButtonVariant.PRIMARY);
        var form = new Div(problems, proposal, person, reason, add);
        form.addClassName("one-column");
        return form;
    }

    private static ReviewerList.Filter named(Optional<String> typed) {
        return new ReviewerList.Filter(
                typed.orElse(""), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        GridWidth.follow(grid, event.getUI(), GridWidth.whereNarrow(Set.of("what", "why", "step")));
    }

    private void narrow(ConflictKeeping.Filter changed) {
        filter = changed;
        refresh();
    }

    private void refresh() {
        total = conflicts.count(meeting.id(), filter);
        filterLine.setCount(words.get("reviewers.conflicts.count", total));
        grid.setVisible(total > 0);
        grid.getDataProvider().refreshAll();
        nothing.removeAll();
        if (total == 0) {
            nothing.add(new EmptyState(words.get("reviewers.conflicts.empty")));
        }
    }
}
