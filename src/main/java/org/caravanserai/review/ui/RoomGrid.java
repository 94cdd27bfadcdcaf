package org.caravanserai.review.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.reviewing.DecisionRoom.Row;
import org.caravanserai.review.room.ProposalTags;
import org.caravanserai.review.room.RoomOrder;
import org.caravanserai.shell.Words;

/** The table of the decision room: ranked rows, a rank line that can be drawn under each, and a selection. */
class RoomGrid extends Grid<RoomGrid.Ranked> {

    private static final long serialVersionUID = 1L;
    private static final int WIDE = 1500;
    private static final Set<String> WHERE_NARROW = Set.of("RANK", "TITLE");
    private static final Set<String> WHERE_WIDE = Set.of("ADVICE", "TOPIC", "COUNTRY");

    private final Words words = Words.here();
    private final transient CommitteeMeeting meeting;
    private transient List<Ranked> ranked = List.of();
    private int line;

    /**
     * A row with its rank.
     *
     * @param rank from 1
     * @param row what is known of the proposal
     * @param tags what chairs marked it with
     */
    record Ranked(int rank, Row row, SortedSet<String> tags) {

        @Override
        public boolean equals(@org.jspecify.annotations.Nullable Object other) {
            // A row that was ranked again is still the one that was selected.
            return other instanceof Ranked that && row.proposal().equals(that.row.proposal());
        }

        @Override
        public int hashCode() {
            return row.proposal().hashCode();
        }
    }

    RoomGrid(CommitteeMeeting meeting, IntConsumer draw) {
        this.meeting = meeting;
        setId("room-grid");
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        addClassNames("review-grid", "room-grid");
        getElement().setAttribute("aria-label", words.get("room.title"));
        setPageSize(50);
        setPartNameGenerator(r -> r.rank() == line ? "above line" : r.rank() < line ? "above" : "below");
        addColumn(LitRenderer.<Ranked>of("<button type=\"button\" class=\"room-rank\" @click=\"${draw}\""
                                + " aria-label=\"${item.label}\" title=\"${item.label}\">${item.rank}</button>")
                        .withProperty("rank", Ranked::rank)
                        .withProperty("label", r -> words.get("room.line.draw", r.rank()))
                        .withFunction("draw", r -> draw.accept(r.rank())))
                .setKey("RANK")
                .setHeader(words.get("room.column.rank"))
                .setFlexGrow(0)
                .setWidth("4.5rem");
        addColumn(title())
                .setKey("TITLE")
                .setHeader(words.get("review.column.title"))
                .setFlexGrow(6)
                .setWidth("13rem");
        sorted(RoomOrder.CORRECTED, "room.column.score", r -> RoomWords.score(words, r.corrected()));
        sorted(RoomOrder.MEAN, "room.column.mean", r -> RoomWords.score(words, r.mean()));
        sorted(RoomOrder.SPREAD, "room.column.spread", r -> RoomWords.score(words, r.spread()));
        sorted(RoomOrder.MISSING, "room.column.reviews", r -> words.get("room.share", r.reviews(), r.wanted()));
        sorted(
                RoomOrder.POSTS,
                "room.column.posts",
                r -> r.unread() > 0 ? words.get("room.posts.unread", r.posts(), r.unread()) : words.number(r.posts()));
        addColumn(LitRenderer.<Ranked>of("<span class=\"status ${item.tone}\">${item.state}</span>"
                                + "<span class=\"review-small\">${item.pending}</span>")
                        .withProperty("tone", r -> ReviewWords.toneStyle(r.row().state()))
                        .withProperty(
                                "state", r -> ReviewWords.state(words, r.row().state()))
                        .withProperty("pending", r -> pending(r.row())))
                .setKey("STATE")
                .setHeader(words.get("review.column.state"))
                .setWidth("9rem");
        text("ADVICE", "room.column.advice", "10rem", r -> RoomWords.advice(words, r));
        text(
                "TOPIC",
                "review.column.topic",
                "9rem",
                r -> r.topics().isEmpty()
                        ? ""
                        : RoomWords.topic(words, meeting, r.topics().getFirst()));
        text("COUNTRY", "review.column.country", "7rem", r -> ReviewWords.country(words, r.country()));
        setItems(DataProvider.fromCallbacks(
                query -> ranked.stream().skip(query.getOffset()).limit(query.getLimit()), query -> {
                    query.getOffset();
                    query.getLimit();
                    return ranked.size();
                }));
        setSelectionMode(SelectionMode.MULTI);
        ((GridMultiSelectionModel<Ranked>) getSelectionModel())
                .setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.HIDDEN);
    }

    /** Shows rows in their order; what stands above the line is selected. */
    void show(List<Row> rows, Map<UUID, SortedSet<String>> tagged, int after) {
        var now = new java.util.ArrayList<Ranked>();
        for (var row : rows) {
            now.add(new Ranked(
                    now.size() + 1, row, tagged.getOrDefault(row.proposal().value(), ProposalTags.NONE)));
        }
        ranked = now;
        draw(after);
    }

    /** Draws the rank line; what stands above it is selected. */
    void draw(int after) {
        line = after;
        getDataProvider().refreshAll();
        asMultiSelect().setValue(ranked.stream().limit(after).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The selected rows by rank. */
    List<Row> selected() {
        return asMultiSelect().getValue().stream()
                .sorted(java.util.Comparator.comparingInt(Ranked::rank))
                .map(Ranked::row)
                .toList();
    }

    /** Shows in the heads what the rows are ranked by. */
    void mark(RoomOrder order, boolean descending) {
        sort(
                order == RoomOrder.CODE
                        ? List.of()
                        : List.of(new GridSortOrder<>(
                                getColumnByKey(order.name()),
                                descending ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        GridWidth.follow(this, event.getUI(), this::shows);
    }

    private boolean shows(String column, int width) {
        return GridWidth.isNarrow(width)
                ? WHERE_NARROW.contains(column)
                : width >= WIDE || !WHERE_WIDE.contains(column);
    }

    private LitRenderer<Ranked> title() {
        return LitRenderer.<Ranked>of("<div class=\"review-cell ${item.hue}\">"
                        + "<a href=\"${item.href}\" lang=\"${item.lang}\">${item.title}</a>"
                        + "<span class=\"review-small\">${item.people}</span>"
                        + "<span class=\"room-tags\">${item.tags.map(t => html`<span class=\"room-tag\">${t}</span>`)}</span>"
                        + "<span class=\"review-small room-phone\">${item.summary}</span></div>")
                .withProperty("hue", r -> ReviewWords.hueStyle(meeting, r.row().topics()))
                .withProperty(
                        "href",
                        r -> "/app/meetings/" + meeting.slug() + "/proposals?open="
                                + r.row().code())
                .withProperty(
                        "lang",
                        r -> r.row().title().in(words.language()).language().tag())
                .withProperty("title", r -> words.text(r.row().title()))
                .withProperty("people", r -> people(r.row()))
                .withProperty("tags", r -> List.copyOf(r.tags()))
                .withProperty("summary", r -> summary(r.row()));
    }

    private String people(Row row) {
        var name = words.name(row.proposer());
        var known = row.affiliation().isEmpty() ? name : name + " · " + row.affiliation();
        return row.firstTime() ? known + " · " + words.get("room.first.true") : known;
    }

    private String summary(Row row) {
        var state = row.pending().isEmpty() ? ReviewWords.state(words, row.state()) : pending(row);
        return words.get("room.column.score") + " " + RoomWords.score(words, row.corrected()) + " · "
                + words.get("room.column.reviews") + " " + words.get("room.share", row.reviews(), row.wanted()) + " · "
                + state;
    }

    private String pending(Row row) {
        return row.pending()
                .map(v -> words.get("review.pendingAs", words.get("review.verdict." + v)))
                .orElse("");
    }

    private void sorted(RoomOrder order, String label, Function<Row, String> text) {
        text(order.name(), label, "6rem", text).setSortProperty(order.name());
    }

    private Column<Ranked> text(String key, String label, String width, Function<Row, String> text) {
        return addColumn(r -> text.apply(r.row()))
                .setKey(key)
                .setHeader(words.get(label))
                .setSortable(false)
                .setWidth(width)
                .setFlexGrow(1)
                .setResizable(true);
    }
}
