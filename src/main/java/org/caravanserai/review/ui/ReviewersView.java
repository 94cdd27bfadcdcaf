package org.caravanserai.review.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.review.CommitteeMeetings;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.CommitteeMeetings.TopicChoice;
import org.caravanserai.review.reviewing.ReviewerInviting;
import org.caravanserai.review.reviewing.ReviewerList;
import org.caravanserai.review.reviewing.ReviewerRoster;
import org.caravanserai.review.reviewing.ReviewerState;
import org.caravanserai.review.reviewing.Side;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.FilterLine;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Who reviews for a meeting: the list with what each knows and has to do, and the ways to ask more people. */
@Route(value = "meetings/:slug/reviewers", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/meeting.css")
@StyleSheet("context://styles/review.css")
@StyleSheet("context://styles/assigning.css")
class ReviewersView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient CommitteeMeetings meetings;
    private final transient ReviewerList list;
    private final transient ReviewerRoster roster;
    private final transient ReviewerInviting inviting;
    private final transient PeopleFinding people;
    private final Words words = Words.here();
    private final Grid<ReviewerList.Row> grid = new Grid<>();
    private final Div split = new Div();
    private final Div nothing = new Div();
    private transient CommitteeMeeting meeting;
    private transient Map<UUID, LocalizedText> topics = Map.of();
    private transient FilterLine filterLine;
    private transient ReviewerList.Filter filter = ReviewerList.Filter.ALL;
    private int total;

    @SuppressWarnings("NullAway.Init")
    ReviewersView(
            CommitteeMeetings meetings,
            ReviewerList list,
            ReviewerRoster roster,
            ReviewerInviting inviting,
            PeopleFinding people) {
        this.meetings = meetings;
        this.list = list;
        this.roster = roster;
        this.inviting = inviting;
        this.people = people;
        addClassNames("view", "review-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        meeting = MeetingInAddress.of(event, meetings, CommitteeMeeting::decides);
        topics = meeting.topics().stream().collect(Collectors.toMap(TopicChoice::key, TopicChoice::name));
        removeAll();
        layOut();
        refresh();
    }

    @Override
    public String getPageTitle() {
        return words.get("reviewers.title") + " · " + words.text(meeting.name());
    }

    private void layOut() {
        var conflicts =
                new Anchor("/app/meetings/" + meeting.slug() + "/conflicts", words.get("reviewers.conflicts.title"));
        var assignment = new Anchor("/app/meetings/" + meeting.slug() + "/assignment", words.get("assigning.title"));
        filterLine = new FilterLine(words.get("reviewers.search"));
        filterLine.onSearch(w -> narrow(f -> new ReviewerList.Filter(w, f.topic(), f.language(), f.side(), f.state())));
        filterLine.with(
                choice(
                        "reviewers.topic",
                        List.copyOf(topics.keySet()),
                        this::topic,
                        v -> narrow(f -> new ReviewerList.Filter(f.words(), v, f.language(), f.side(), f.state()))),
                choice(
                        "reviewers.language",
                        List.copyOf(meeting.languages()),
                        l -> ReviewWords.language(words, l),
                        v -> narrow(f -> new ReviewerList.Filter(f.words(), f.topic(), v, f.side(), f.state()))),
                choice(
                        "reviewers.side",
                        List.of(Side.values()),
                        s -> words.get("reviewers.side." + s.name()),
                        v -> narrow(f -> new ReviewerList.Filter(f.words(), f.topic(), f.language(), v, f.state()))),
                choice(
                        "reviewers.state",
                        List.of(ReviewerState.values()),
                        s -> words.get("reviewers.state." + s.name()),
                        v -> narrow(f -> new ReviewerList.Filter(f.words(), f.topic(), f.language(), f.side(), v))));
        layOutGrid();
        split.addClassName("review-split");
        split.removeAll();
        split.add(new Div(grid, nothing));
        var invite = new Details(
                words.get("reviewers.invite"),
                new InvitePanel(words, meeting, roster, inviting, people, this::refresh));
        invite.setId("invite");
        add(
                new PageHeader(words.get("reviewers.title"), conflicts, assignment).with(words.text(meeting.name())),
                invite,
                filterLine,
                split);
    }

    private void layOutGrid() {
        grid.removeAllColumns();
        grid.setId("reviewers-grid");
        grid.addClassName("review-grid");
        grid.getElement().setAttribute("aria-label", words.get("reviewers.title"));
        grid.addComponentColumn(r -> new PersonText(r.name(), ReviewerWords.detail(words, r)))
                .setKey("name")
                .setHeader(words.get("reviewers.column.name"))
                .setFlexGrow(5)
                .setWidth("17rem");
        grid.addComponentColumn(r -> ReviewerWords.badges(words, r))
                .setKey("state")
                .setHeader(words.get("reviewers.state"))
                .setWidth("8.5rem");
        grid.addColumn(r -> r.topics().keySet().stream()
                        .map(this::topic)
                        .filter(t -> !t.isEmpty())
                        .collect(Collectors.joining(", ")))
                .setKey("topics")
                .setHeader(words.get("reviewers.column.topics"))
                .setFlexGrow(3)
                .setWidth("10rem");
        grid.addColumn(r -> r.languages().stream()
                        .map(l -> ReviewWords.language(words, l))
                        .collect(Collectors.joining(", ")))
                .setKey("languages")
                .setHeader(words.get("reviewers.language"))
                .setFlexGrow(2)
                .setWidth("8rem");
        number("load", "reviewers.column.load", r -> load(r));
        number("bids", "reviewers.column.bids", r -> Integer.toString(r.bids()));
        number("conflicts", "reviewers.column.conflicts", r -> Integer.toString(r.conflicts()));
        grid.setPageSize(50);
        grid.setItems(DataProvider.fromCallbacks(
                query -> list.find(meeting.id(), filter, query.getOffset(), query.getLimit()).stream(), query -> {
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

    private void number(String key, String label, Function<ReviewerList.Row, String> text) {
        grid.addColumn(text::apply)
                .setKey(key)
                .setHeader(words.get(label))
                .setWidth("5.5rem")
                .setFlexGrow(0);
    }

    private static String load(ReviewerList.Row row) {
        return row.assigned() + " / " + row.limit();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        GridWidth.follow(grid, event.getUI(), GridWidth.whereNarrow(Set.of("name", "state")));
    }

    private <T> ComboBox<T> choice(
            String label, List<T> items, Function<T, String> text, java.util.function.Consumer<Optional<T>> chosen) {
        var box = new ComboBox<T>();
        box.setPlaceholder(words.get(label));
        box.setAriaLabel(words.get(label));
        box.setItems(items);
        box.setItemLabelGenerator(text::apply);
        box.setClearButtonVisible(true);
        box.addClassName("review-filter");
        box.addValueChangeListener(e -> chosen.accept(Optional.ofNullable((@Nullable T) e.getValue())));
        return box;
    }

    private String topic(UUID key) {
        return Optional.ofNullable(topics.get(key)).map(words::text).orElse("");
    }

    private void narrow(java.util.function.UnaryOperator<ReviewerList.Filter> change) {
        filter = change.apply(filter);
        refresh();
    }

    private void refresh() {
        total = list.count(meeting.id(), filter);
        filterLine.setCount(words.get("reviewers.count", total));
        grid.setVisible(total > 0);
        grid.getDataProvider().refreshAll();
        nothing.removeAll();
        if (total == 0) {
            nothing.add(new EmptyState(words.get(
                    filter.equals(ReviewerList.Filter.ALL) ? "reviewers.empty" : "reviewers.empty.filtered")));
        }
        close();
    }

    private void close() {
        split.getChildren().filter(c -> c instanceof ReviewerPanel).toList().forEach(split::remove);
        split.removeClassName("with-detail");
        grid.deselectAll();
    }

    private void open(ReviewerList.Row row) {
        split.getChildren().filter(c -> c instanceof ReviewerPanel).toList().forEach(split::remove);
        Component panel = new ReviewerPanel(words, meeting, roster, row, this::refresh, this::close);
        split.add(panel);
        split.addClassName("with-detail");
    }
}
