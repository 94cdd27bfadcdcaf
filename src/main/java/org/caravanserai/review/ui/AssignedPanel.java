package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import java.util.List;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.assigning.AssignmentDesk;
import org.caravanserai.review.reviewing.Assigning;
import org.caravanserai.review.reviewing.AssignmentSource;
import org.caravanserai.review.reviewing.AssignmentState;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.FilterLine;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** What is assigned now, proposal by proposal, and beside it who else would suit one: assigned and taken back by hand. */
class AssignedPanel extends Section {

    private static final long serialVersionUID = 1L;
    private static final int CANDIDATES = 12;

    private final transient Words words;
    private final transient CommitteeMeeting meeting;
    private final transient AssignmentDesk desk;
    private final transient Assigning assigning;
    private final transient AffinityWords affinities;
    private final transient Runnable changed;
    private final Grid<AssignmentDesk.Row> grid = new Grid<>();
    private final Div split = new Div();
    private final Div nothing = new Div();
    private final FilterLine filterLine;
    private transient AssignmentDesk.Filter filter = AssignmentDesk.Filter.ALL;
    private int total;

    AssignedPanel(Words words, CommitteeMeeting meeting, AssignmentDesk desk, Assigning assigning, Runnable changed) {
        this.words = words;
        this.meeting = meeting;
        this.desk = desk;
        this.assigning = assigning;
        this.affinities = new AffinityWords(words, meeting);
        this.changed = changed;
        filterLine = new FilterLine(words.get("assigning.search"));
        filterLine.onSearch(w -> {
            filter = new AssignmentDesk.Filter(w, filter.onlyMissing());
            refresh();
        });
        var missing = new Checkbox(words.get("assigning.onlyMissing"), e -> {
            filter = new AssignmentDesk.Filter(filter.words(), e.getValue());
            refresh();
        });
        missing.setId("assigned-missing");
        filterLine.with(missing);
        layOutGrid();
        split.addClassName("review-split");
        split.add(new Div(grid, nothing));
        add(new H2(words.get("assigning.now")), filterLine, split);
    }

    private void layOutGrid() {
        grid.setId("assigned-grid");
        grid.addClassNames("review-grid", "assignment-grid");
        grid.getElement().setAttribute("aria-label", words.get("assigning.now"));
        grid.addComponentColumn(this::line)
                .setHeader(words.get("assigning.pairs"))
                .setFlexGrow(1);
        grid.setPageSize(30);
        grid.setItems(DataProvider.fromCallbacks(
                query -> desk.list(meeting.id(), filter, query.getOffset(), query.getLimit()).stream(), query -> {
                    query.getOffset();
                    query.getLimit();
                    return total;
                }));
        grid.asSingleSelect().addValueChangeListener(e -> {
            if (e.getValue() != null) {
                open(e.getValue());
            }
        });
    }

    final void refresh() {
        total = desk.count(meeting.id(), filter);
        filterLine.setCount(words.get("assigning.count", total));
        grid.setVisible(total > 0);
        grid.getDataProvider().refreshAll();
        nothing.removeAll();
        if (total == 0) {
            nothing.add(new EmptyState(words.get(
                    filter.equals(AssignmentDesk.Filter.ALL) ? "assigning.empty" : "assigning.empty.filtered")));
        }
        close();
    }

    private Component line(AssignmentDesk.Row row) {
        var title = new Div(
                new Span(row.work().code() + " "), words.marked(row.work().title()));
        title.addClassName("assignment-title");
        var count = new StatusBadge(
                words.get("assigning.of", row.live(), row.wanted()),
                row.live() < row.wanted() ? Tone.WAITING : Tone.DONE);
        var head = new Div(title, count);
        head.addClassName("assignment-head");
        var names = new Div();
        names.addClassName("assignment-names");
        row.reviewers().forEach(r -> {
            var name = new Span(words.name(r.name()));
            name.addClassName(r.state() == AssignmentState.DECLINED ? "review-gone" : "assignment-name");
            names.add(name);
        });
        var box = new Div(head, names);
        box.addClassName("assignment-line");
        return box;
    }

    private void close() {
        split.getChildren().filter(Aside.class::isInstance).toList().forEach(split::remove);
        split.removeClassName("with-detail");
        grid.deselectAll();
    }

    private void open(AssignmentDesk.Row row) {
        split.getChildren().filter(Aside.class::isInstance).toList().forEach(split::remove);
        var detail = new Aside();
        detail.addClassName("review-detail");
        detail.getElement().setAttribute("aria-label", words.text(row.work().title()));
        var shut = new Button(words.get("shell.close"), e -> close());
        shut.addThemeVariants(ButtonVariant.TERTIARY);
        detail.add(shut, new H2(words.marked(row.work().title())), new H3(words.get("assigning.has")));
        if (row.reviewers().isEmpty()) {
            detail.add(new Paragraph(words.get("assigning.has.none")));
        }
        row.reviewers().forEach(r -> detail.add(reviewer(row, r)));
        detail.add(new H3(words.get("assigning.candidates")));
        var candidates = desk.candidates(meeting.id(), row.work().proposal(), CANDIDATES);
        if (candidates.isEmpty()) {
            detail.add(new Paragraph(words.get("assigning.candidates.none")));
        }
        candidates.forEach(c -> detail.add(candidate(row, c)));
        split.add(detail);
        split.addClassName("with-detail");
    }

    private Component reviewer(AssignmentDesk.Row row, Assigning.Row reviewer) {
        var name = new Span(words.name(reviewer.name()));
        name.addClassName("assignment-name");
        var line = new Div(name, state(reviewer.state()));
        line.addClassName("assignment-head");
        if (reviewer.state().isLive()) {
            var release = new Button(words.get("assigning.release"), e -> release(row, reviewer));
            release.addThemeVariants(ButtonVariant.TERTIARY);
            release.setAriaLabel(words.get("assigning.release") + ": " + words.name(reviewer.name()));
            line.add(release);
        }
        var box = new Div(line);
        box.addClassName("assignment-pair");
        if (!reviewer.reason().isEmpty()) {
            box.add(new Paragraph(reviewer.reason()));
        }
        if (!reviewer.suggestion().isEmpty()) {
            box.add(new Paragraph(words.get("assigning.suggests", reviewer.suggestion())));
        }
        return box;
    }

    private StatusBadge state(AssignmentState state) {
        return new StatusBadge(
                words.get("assigning.state." + state.name()),
                switch (state) {
                    case ASSIGNED -> Tone.WAITING;
                    case ACCEPTED -> Tone.ACTIVE;
                    case SUBMITTED -> Tone.DONE;
                    case DECLINED -> Tone.DANGER;
                    case RELEASED -> Tone.NEUTRAL;
                });
    }

    private Component candidate(AssignmentDesk.Row row, AssignmentDesk.Candidate candidate) {
        var name = new Span(words.name(candidate.name()));
        name.addClassName("assignment-name");
        var load = new Span(words.get("assigning.candidate.load", candidate.load(), candidate.most()));
        load.addClassName("review-small");
        var give = new Button(
                words.get("assigning.assign"), e -> assign(row, candidate.person(), words.name(candidate.name())));
        give.addThemeVariants(ButtonVariant.SMALL);
        give.setAriaLabel(words.get("assigning.assign") + ": " + words.name(candidate.name()));
        var head = new Div(name, load, give);
        head.addClassName("assignment-head");
        var box = new Div(head, affinities.shown(candidate.affinity(), candidate.bid()));
        if (candidate.declined()) {
            box.add(new StatusBadge(words.get("assigning.state.DECLINED"), Tone.DANGER));
        }
        box.addClassName("assignment-pair");
        return box;
    }

    private void assign(AssignmentDesk.Row row, PersonId person, String name) {
        try {
            assigning.assign(row.work().proposal(), person);
            again(row.work().proposal());
            Notices.done(words.get("assigning.assigned", name), () -> {
                assigning.release(row.work().proposal(), person, "");
                again(row.work().proposal());
            });
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private void release(AssignmentDesk.Row row, Assigning.Row reviewer) {
        try {
            assigning.release(row.work().proposal(), reviewer.pair().reviewer(), "");
            again(row.work().proposal());
            Notices.done(words.get("assigning.takenBack", words.name(reviewer.name())), () -> {
                assigning.apply(meeting.id(), List.of(reviewer.pair()), List.of(), AssignmentSource.BY_HAND);
                again(row.work().proposal());
            });
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private void again(ProposalId proposal) {
        changed.run();
        refresh();
        desk.list(meeting.id(), AssignmentDesk.Filter.ALL, 0, Integer.MAX_VALUE).stream()
                .filter(r -> r.work().proposal().equals(proposal))
                .findFirst()
                .ifPresent(this::open);
    }
}
