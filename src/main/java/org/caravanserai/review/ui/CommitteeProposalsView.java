package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.ProposalView;
import org.caravanserai.proposal.ReviewerTexts;
import org.caravanserai.review.CommitteeMeetings;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.Deciding;
import org.caravanserai.review.PendingDecisions;
import org.caravanserai.review.ProposalExport;
import org.caravanserai.review.ProposalFilter;
import org.caravanserai.review.ProposalFinder;
import org.caravanserai.review.ProposalOrder;
import org.caravanserai.review.ProposalRow;
import org.caravanserai.review.Verdict;
import org.caravanserai.review.room.SavedFilter;
import org.caravanserai.review.room.SavedFilters;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;

/**
 * The committee's list of a meeting's proposals: narrowed, sorted and counted; one is read beside it; organisers and track
 * chairs decide about one or many, reviewers read.
 */
@Route(value = "meetings/:slug/proposals", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/review.css")
class CommitteeProposalsView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient CommitteeMeetings meetings;
    private final transient ProposalFinder finder;
    private final transient ProposalReading reading;
    private final transient ReviewerTexts texts;
    private final transient ProposalExport export;
    private final transient Deciding deciding;
    private final transient PendingDecisions pending;
    private final transient SavedFilters saved;
    private final Words words = Words.here();

    private final Div split = new Div();
    private final WaitingDecisions waiting = new WaitingDecisions();
    private final Div decideBar = new Div();
    private final Div nothing = new Div();
    private transient ProposalGrid grid;
    private transient ProposalCharts charts;
    private transient ProposalChoices choices;
    private transient DecideButtons decide;
    private transient CommitteeMeeting meeting;
    private transient ListAddress address;
    private boolean showing;

    @SuppressWarnings("NullAway.Init")
    CommitteeProposalsView(
            CommitteeMeetings meetings,
            ProposalFinder finder,
            ProposalReading reading,
            ReviewerTexts texts,
            ProposalExport export,
            Deciding deciding,
            PendingDecisions pending,
            SavedFilters saved) {
        this.meetings = meetings;
        this.finder = finder;
        this.reading = reading;
        this.texts = texts;
        this.export = export;
        this.deciding = deciding;
        this.pending = pending;
        this.saved = saved;
        addClassNames("view", "review-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = ListAddress.of(event.getLocation().getQueryParameters());
        if (!showing) {
            meeting = MeetingInAddress.of(event, meetings, m -> true);
            layOut();
            showing = true;
        }
        grid.mark(address.order(), address.descending());
        refresh();
        open(address.open());
    }

    @Override
    public String getPageTitle() {
        return words.get("review.title") + " · " + words.text(meeting.name());
    }

    private void layOut() {
        choices = new ProposalChoices(meeting, "review", () -> narrow(choices.chosen()));
        choices.offer(finder.count(meeting.id(), ProposalFilter.ALL).byCountry().keySet());
        charts = new ProposalCharts(meeting, () -> finder.count(meeting.id(), address.filter()));
        decide = new DecideButtons(meeting, deciding, () -> {
            refresh();
            open(address.open());
        });
        decideBar.addClassName("review-decide");
        decideBar.setVisible(false);
        grid = new ProposalGrid(meeting, finder, () -> address, this::href);
        grid.addSortListener(e -> e.getSortOrder().stream()
                .filter(sort -> e.isFromClient())
                .findFirst()
                .ifPresent(sort -> {
                    address = address.sorted(
                            ProposalOrder.valueOf(sort.getSorted().getKey()),
                            sort.getDirection() == SortDirection.DESCENDING);
                    remember();
                }));
        grid.addItemClickListener(e -> show(e.getItem().code()));
        if (meeting.decides()) {
            grid.asMultiSelect().addValueChangeListener(e -> showDecideBar(e.getValue()));
        }
        var list = new Div(grid, nothing);
        list.addClassName("review-list");
        split.addClassName("review-split");
        split.add(list);
        var header = new PageHeader(words.get("review.title"), links()).with(words.text(meeting.name()));
        add(header, waiting, choices, decideBar, split, charts);
    }

    private void narrow(ProposalFilter filter) {
        address = address.with(filter);
        refresh();
        remember();
    }

    private void refresh() {
        var counts = finder.count(meeting.id(), address.filter());
        choices.show(address.filter());
        choices.setCount(words.get("review.count", counts.total()));
        grid.show(counts.total());
        nothing.removeAll();
        if (counts.total() == 0) {
            nothing.add(nothing());
        }
        charts.show(counts);
        waiting.show(meeting.slug(), meeting.decides() ? pending.count(meeting.id()) : 0);
    }

    private Component nothing() {
        if (address.filter().isAll()) {
            return new EmptyState(
                    words.get("review.empty"),
                    new Anchor("/app/meetings/" + meeting.slug() + "/call", words.get("review.empty.call")));
        }
        var all = new Button(words.get("shell.filter.clear"), e -> narrow(ProposalFilter.ALL));
        all.setId("review-filter-clear");
        return new EmptyState(words.get("review.empty.filtered"), all);
    }

    private void showDecideBar(Collection<ProposalRow> selected) {
        decideBar.removeAll();
        decideBar.setVisible(!selected.isEmpty());
        if (!selected.isEmpty()) {
            var keys = selected.stream().map(ProposalRow::key).toList();
            decideBar.add(new Span(words.get("review.selected", keys.size())));
            decide.about(List.of(Verdict.values()), keys).forEach(decideBar::add);
        }
    }

    private void show(String code) {
        address = address.opened(code);
        remember();
        open(code);
    }

    private void open(String code) {
        split.getChildren().filter(ProposalDetail.class::isInstance).toList().forEach(split::remove);
        var proposal = code.isEmpty()
                ? java.util.Optional.<ProposalView>empty()
                : reading.find(code)
                        .map(found -> reading.view(found.proposal()))
                        .filter(p -> p.meeting().id().equals(meeting.id()));
        proposal.ifPresent(p -> split.add(new ProposalDetail(reading, p, () -> show(""), actions(p))));
        split.setClassName("with-detail", proposal.isPresent());
        grid.makeRoom(proposal.isPresent());
    }

    private Component[] actions(ProposalView proposal) {
        var actions = new ArrayList<Component>();
        if (meeting.decides()) {
            actions.addAll(decide.about(
                    Arrays.stream(Verdict.values())
                            .filter(v -> v.isPossibleFrom(proposal.state()))
                            .toList(),
                    List.of(proposal.proposal().value())));
            texts.of(proposal.proposal()).ifPresent(text -> {
                var link = new Anchor(
                        "/app/proposals/" + proposal.code() + "/for-reviewers",
                        text.found().isEmpty()
                                ? words.get("veil.title")
                                : words.get("veil.title.found", text.found().size()));
                link.setId("review-for-reviewers");
                actions.add(link);
            });
        }
        return actions.toArray(Component[]::new);
    }

    private Component links() {
        var links = new Div(new SavedFilterButton(
                saved,
                meeting,
                SavedFilter.Page.PROPOSALS,
                () -> address.opened("").query()));
        links.addClassName("review-downloads");
        if (meeting.decides()) {
            Downloads.both(
                            "review",
                            "proposals-" + meeting.slug(),
                            export::csv,
                            export::xlsx,
                            () -> new Downloads.Shown<>(
                                    meeting.id(), address.filter(), address.order(), address.descending()))
                    .forEach(links::add);
        }
        return links;
    }

    private void remember() {
        UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, new Location(path(), address.query()));
    }

    private String href(ProposalRow row) {
        return "/app/" + new Location(path(), address.opened(row.code()).query()).getPathWithQueryParameters();
    }

    private String path() {
        return "meetings/" + meeting.slug() + "/proposals";
    }
}
