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
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.ProposalFinder;
import org.caravanserai.review.ProposalOrder;
import org.caravanserai.review.ProposalRow;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;

/** The committee's list as a table, read page by page; those who decide select in it. */
class ProposalGrid extends Grid<ProposalRow> {

    private static final long serialVersionUID = 1L;
    private static final int WIDE = 1600;
    private static final Set<String> BESIDE_DETAIL = Set.of("TITLE", "STATE");
    private static final Set<String> WHERE_WIDE = Set.of("LANGUAGE", "CODE", "MINUTES");

    private final Words words = Words.here();
    private final transient CommitteeMeeting meeting;
    private boolean beside;
    private int total;

    /**
     * A table.
     *
     * @param address what the list's address carries at the moment
     * @param href where a row leads
     */
    ProposalGrid(
            CommitteeMeeting meeting,
            ProposalFinder finder,
            Supplier<ListAddress> address,
            Function<ProposalRow, String> href) {
        this.meeting = meeting;
        layOut(href);
        setPageSize(50);
        setItems(DataProvider.fromCallbacks(
                query -> finder
                        .find(
                                meeting.id(),
                                address.get().filter(),
                                address.get().order(),
                                address.get().descending(),
                                query.getOffset(),
                                query.getLimit())
                        .stream(),
                query -> {
                    query.getOffset();
                    query.getLimit();
                    return total;
                }));
        if (meeting.decides()) {
            setSelectionMode(SelectionMode.MULTI);
            ((GridMultiSelectionModel<ProposalRow>) getSelectionModel())
                    .setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.VISIBLE);
        } else {
            setSelectionMode(SelectionMode.NONE);
        }
    }

    /** Shows so many rows anew. */
    void show(int rows) {
        total = rows;
        deselectAll();
        getDataProvider().refreshAll();
        setVisible(rows > 0);
    }

    /** Shows in the heads what the rows are sorted by. */
    void mark(ProposalOrder order, boolean descending) {
        sort(List.of(new GridSortOrder<>(
                getColumnByKey(order == ProposalOrder.PERSON ? "TITLE" : order.name()),
                descending ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
    }

    /** Leaves itself the columns that have room beside a proposal that is read, or all. */
    void makeRoom(boolean forDetail) {
        beside = forDetail;
        GridWidth.fit(this, this::shows);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        GridWidth.follow(this, event.getUI(), this::shows);
    }

    private boolean shows(String column, int width) {
        if (GridWidth.isNarrow(width)) {
            return column.equals("TITLE");
        }
        return beside ? BESIDE_DETAIL.contains(column) : width >= WIDE || !WHERE_WIDE.contains(column);
    }

    private void layOut(Function<ProposalRow, String> href) {
        setId("review-grid");
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        addClassName("review-grid");
        getElement().setAttribute("aria-label", words.get("review.title"));
        addColumn(LitRenderer.<ProposalRow>of(
                                "<div class=\"review-cell ${item.hue}\"><a href=\"${item.href}\" lang=\"${item.lang}\">${item.title}</a>"
                                        + "<span class=\"review-small\">${item.people}</span>"
                                        + "<span class=\"status review-phone ${item.tone}\">${item.state}</span></div>")
                        .withProperty("tone", r -> ReviewWords.toneStyle(r.state()))
                        .withProperty("state", row -> ReviewWords.state(words, row.state()))
                        .withProperty("hue", r -> ReviewWords.hueStyle(meeting, r.topics()))
                        .withProperty("href", href::apply)
                        .withProperty(
                                "lang",
                                row -> row.title()
                                        .in(words.language())
                                        .language()
                                        .tag())
                        .withProperty("title", row -> words.text(row.title()))
                        .withProperty("people", this::people))
                .setKey("TITLE")
                .setHeader(words.get("review.column.title"))
                .setFlexGrow(6)
                .setWidth("15rem")
                .setSortProperty("TITLE");
        addColumn(LitRenderer.<ProposalRow>of(
                                "<span class=\"status ${item.tone}\">${item.state}</span><span class=\"review-small\">${item.pending}</span>")
                        .withProperty("tone", r -> ReviewWords.toneStyle(r.state()))
                        .withProperty("state", row -> ReviewWords.state(words, row.state()))
                        .withProperty(
                                "pending",
                                row -> row.pending()
                                        .map(v -> words.get("review.pendingAs", ReviewWords.verdict(words, v)))
                                        .orElse("")))
                .setKey("STATE")
                .setHeader(words.get("review.column.state"))
                .setWidth("11rem")
                .setFlexGrow(1)
                .setSortProperty("STATE");
        column(
                "TOPIC",
                "review.column.topic",
                "9rem",
                row -> row.topics().isEmpty()
                        ? ""
                        : RoomWords.topic(words, meeting, row.topics().getFirst()));
        column("TYPE", "review.column.type", "7rem", row -> RoomWords.type(words, meeting, row.type()));
        column("MINUTES", "review.column.minutes", "5.5rem", row -> Integer.toString(row.minutes()))
                .setSortProperty("MINUTES");
        column("COUNTRY", "review.column.country", "7rem", row -> ReviewWords.country(words, row.country()))
                .setSortProperty("COUNTRY");
        column("LANGUAGE", "review.column.language", "7rem", row -> ReviewWords.language(words, row.talkLanguage()));
        column(
                        "SUBMITTED",
                        "review.column.submitted",
                        "7rem",
                        row -> row.submittedAt()
                                .map(at -> Moments.shortDay(
                                                words.language(),
                                                at.atZone(meeting.zone()).toLocalDate())
                                        + " "
                                        + Moments.time(words.language(), at, meeting.zone()))
                                .orElse(""))
                .setSortProperty("SUBMITTED");
        column("CODE", "review.column.code", "5.5rem", ProposalRow::code).setSortProperty("CODE");
    }

    private Column<ProposalRow> column(String key, String label, String width, Function<ProposalRow, String> text) {
        return addColumn(text::apply)
                .setKey(key)
                .setHeader(words.get(label))
                .setAutoWidth(false)
                .setWidth(width)
                .setFlexGrow(1)
                .setResizable(true);
    }

    private String people(ProposalRow row) {
        if (row.blind()) {
            return words.get("review.anonymous");
        }
        var name = words.name(row.proposer());
        var with = row.contributors() > 1 ? words.get("review.people.more", name, row.contributors() - 1) : name;
        return row.affiliation().isEmpty() ? with : with + " · " + row.affiliation();
    }
}
