package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.caravanserai.review.CommitteeMeetings;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.Deciding;
import org.caravanserai.review.PendingDecisions;
import org.caravanserai.review.Verdict;
import org.caravanserai.review.reviewing.DecisionRoom;
import org.caravanserai.review.reviewing.DecisionRoom.Row;
import org.caravanserai.review.room.Balance;
import org.caravanserai.review.room.ProposalTags;
import org.caravanserai.review.room.RoomExport;
import org.caravanserai.review.room.RoomOrder;
import org.caravanserai.review.room.SavedFilter;
import org.caravanserai.review.room.SavedFilters;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;

/**
 * Where a committee decides: all proposals ranked by what their reviews come to; a line is drawn, what stands above it is
 * selected, held against quotas, balanced, marked and decided about.
 */
@Route(value = "meetings/:slug/room", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/review.css")
@StyleSheet("context://styles/room.css")
class DecisionRoomView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SHARES = 12;

    private final transient CommitteeMeetings meetings;
    private final transient DecisionRoom room;
    private final transient ProposalTags tags;
    private final transient RoomExport export;
    private final transient Deciding deciding;
    private final transient PendingDecisions pending;
    private final transient SavedFilters saved;
    private final Words words = Words.here();

    private final WaitingDecisions waiting = new WaitingDecisions();
    private final Div nothing = new Div();
    private final Div bar = new Div();
    private final Span selection = new Span();
    private final Anchor quotaLine = new Anchor("#room-quotas", "");
    private final IntegerField line = new IntegerField(words.get("room.line"));
    private final Select<RoomOrder> order = new Select<>();
    private final Button direction = new Button();
    private final Div actions = new Div();
    private final Details balance = new Details(words.get("room.balance.title"));
    private final Div charts = new Div();
    private transient CommitteeMeeting meeting;
    private transient RoomAddress address;
    private transient RoomFilters filters;
    private transient RoomGrid grid;
    private transient QuotaPanel quotas;
    private transient List<Row> all = List.of();
    private transient List<Row> listed = List.of();
    private transient Map<UUID, SortedSet<String>> tagged = Map.of();
    private boolean showing;

    @SuppressWarnings("NullAway.Init")
    DecisionRoomView(
            CommitteeMeetings meetings,
            DecisionRoom room,
            ProposalTags tags,
            RoomExport export,
            Deciding deciding,
            PendingDecisions pending,
            SavedFilters saved) {
        this.meetings = meetings;
        this.room = room;
        this.tags = tags;
        this.export = export;
        this.deciding = deciding;
        this.pending = pending;
        this.saved = saved;
        addClassNames("view", "review-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = RoomAddress.of(event.getLocation().getQueryParameters());
        meeting = MeetingInAddress.of(event, meetings, CommitteeMeeting::decides);
        removeAll();
        layOut();
        load();
    }

    @Override
    public String getPageTitle() {
        return words.get("room.title") + " · " + words.text(meeting.name());
    }

    private void layOut() {
        filters = new RoomFilters(meeting, () -> {
            address = address.with(filters.filter());
            rank();
            remember();
        });
        grid = new RoomGrid(meeting, this::draw);
        quotas = new QuotaPanel(meeting, turned -> {
            address = address.with(turned);
            remember();
            showSelection();
        });
        grid.asMultiSelect().addValueChangeListener(e -> showSelection());
        grid.addSortListener(e -> {
            if (e.isFromClient()) {
                e.getSortOrder().stream()
                        .findFirst()
                        .ifPresent(s -> sorted(
                                RoomOrder.valueOf(s.getSorted().getKey()),
                                s.getDirection() == SortDirection.DESCENDING));
            }
        });
        layOutBar();
        charts.addClassName("review-charts");
        balance.setId("room-balance");
        balance.removeAll();
        balance.add(charts);
        balance.addOpenedChangeListener(e -> showBalance(grid.selected()));
        add(
                new PageHeader(words.get("room.title"), links()).with(words.text(meeting.name())),
                waiting,
                filters,
                bar,
                grid,
                nothing,
                quotas,
                balance,
                method());
    }

    private void layOutBar() {
        line.setId("room-line");
        line.setMin(0);
        line.setStepButtonsVisible(true);
        line.setHelperText(words.get("room.line.help"));
        line.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                draw(line.getOptionalValue().orElse(0));
            }
        });
        order.setId("room-order");
        order.setLabel(words.get("room.order"));
        order.setItems(RoomOrder.values());
        order.setItemLabelGenerator(o -> words.get("room.order." + o.name()));
        order.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                sorted(e.getValue(), address.descending());
            }
        });
        direction.setId("room-direction");
        direction.addClickListener(e -> sorted(address.order(), !address.descending()));
        selection.getElement().setAttribute("role", "status");
        actions.addClassName("review-actions");
        bar.removeAll();
        bar.addClassName("room-bar");
        var ranking = new Div(order, direction, line);
        ranking.addClassName("room-fields");
        var state = new Div(selection, quotaLine, actions);
        state.addClassName("room-state");
        bar.add(ranking, state);
    }

    private Component links() {
        var reports =
                new Anchor("/app/meetings/" + meeting.slug() + "/review-reports", words.get("room.reports.title"));
        var links =
                new Div(new SavedFilterButton(saved, meeting, SavedFilter.Page.ROOM, () -> address.query()), reports);
        Downloads.both(
                        "room",
                        "decision-room-" + meeting.slug(),
                        export::csv,
                        export::xlsx,
                        () -> new Downloads.Shown<>(
                                meeting.id(), address.filter(), address.order(), address.descending()))
                .forEach(links::add);
        links.addClassName("review-downloads");
        return links;
    }

    private Component method() {
        var method = new Details(
                words.get("room.method.title"),
                new Paragraph(words.get("room.method.mean")),
                new Paragraph(words.get("room.method.spread")),
                new Paragraph(words.get("room.method.corrected")));
        method.setId("room-method");
        method.addClassName("room-method");
        return method;
    }

    private void load() {
        all = room.rows(meeting.id());
        tagged = tags.of(meeting.id());
        filters.offer(all, tagged.values());
        quotas.setQuotas(address.quotas());
        waiting.show(meeting.slug(), pending.count(meeting.id()));
        rank();
    }

    private void rank() {
        listed = address.filter().of(all, tagged, address.order(), address.descending());
        filters.show(address.filter());
        filters.setCount(words.get("review.count", listed.size()));
        order.setValue(address.order());
        direction.setText(words.get(address.descending() ? "room.direction.down" : "room.direction.up"));
        grid.mark(address.order(), address.descending());
        line.setMax(listed.size());
        place(address.line());
        var empty = listed.isEmpty();
        grid.setVisible(!empty);
        bar.setVisible(!empty);
        nothing.removeAll();
        if (empty) {
            nothing.add(new EmptyState(words.get(all.isEmpty() ? "review.empty" : "review.empty.filtered")));
        }
    }

    private void sorted(RoomOrder by, boolean descending) {
        address = address.sorted(by, descending);
        rank();
        remember();
    }

    private void draw(int after) {
        place(after);
        remember();
    }

    private void place(int after) {
        var within = Math.clamp(after, 0, listed.size());
        address = address.drawn(within);
        if (within == 0) {
            line.clear();
        } else {
            line.setValue(within);
        }
        showing = true;
        grid.show(listed, tagged, within);
        showing = false;
        showSelection();
    }

    private void showSelection() {
        if (showing) {
            return;
        }
        var selected = grid.selected();
        selection.setText(words.get("room.selected", selected.size(), listed.size()));
        var sentence = quotas.show(address.quotas(), selected, all);
        quotaLine.setText(sentence);
        quotaLine.setVisible(!sentence.isEmpty());
        showActions(selected.stream().map(r -> r.proposal().value()).toList());
        showBalance(selected);
    }

    private void showActions(List<UUID> keys) {
        actions.removeAll();
        actions.setVisible(!keys.isEmpty());
        new DecideButtons(meeting, deciding, this::load)
                .about(List.of(Verdict.values()), keys)
                .forEach(actions::add);
        var known = new TreeSet<String>();
        tagged.values().forEach(known::addAll);
        var mark = new Button(
                words.get("room.tag.button"), e -> new TagDialog(tags, meeting.id(), keys, known, this::load).open());
        mark.setId("room-tag-open");
        actions.add(mark);
    }

    private void showBalance(List<Row> selected) {
        charts.removeAll();
        if (!balance.isOpened()) {
            return;
        }
        for (var kind : Balance.values()) {
            charts.add(new BarTable(
                    words.get("room.balance." + kind.name()),
                    "",
                    List.of(),
                    kind.shares(selected, listed).stream()
                            .limit(MOST_SHARES)
                            .map(share -> new BarTable.Line(
                                    RoomWords.value(words, meeting, kind, share.value()),
                                    share.selected(),
                                    share.all(),
                                    0,
                                    "",
                                    List.of(words.get("room.share", share.selected(), share.all()))))
                            .toList()));
        }
    }

    private void remember() {
        UI.getCurrentOrThrow()
                .getPage()
                .getHistory()
                .replaceState(null, new Location("meetings/" + meeting.slug() + "/room", address.query()));
    }
}
