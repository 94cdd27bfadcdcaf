package org.caravanserai.review.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.review.CommitteeMeetings;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.Deciding;
import org.caravanserai.review.PendingDecisions;
import org.caravanserai.review.ProposalCounts;
import org.caravanserai.review.ProposalExport;
import org.caravanserai.review.ProposalFilter;
import org.caravanserai.review.ProposalFinder;
import org.caravanserai.review.ProposalOrder;
import org.caravanserai.review.ProposalRow;
import org.caravanserai.review.Verdict;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.FilterLine;
import org.caravanserai.shell.Hue;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;

/**
 * The committee's list of a meeting's proposals: narrowed, sorted and counted; one is read beside it; organisers and track
 * chairs decide about one or many, reviewers read.
 */
@Route(value = "meetings/:slug/proposals", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/review.css")
class CommitteeProposalsView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int NARROW = 760;
    private static final int WIDE = 1600;
    private static final Set<String> BESIDE_DETAIL = Set.of("TITLE", "STATE");
    private static final Set<String> WHERE_WIDE = Set.of("LANGUAGE", "CODE", "MINUTES");

    private final transient CommitteeMeetings meetings;
    private final transient ProposalFinder finder;
    private final transient ProposalReading reading;
    private final transient ProposalExport export;
    private final transient Deciding deciding;
    private final transient PendingDecisions pending;
    private final Words words = Words.here();

    private final Grid<ProposalRow> grid = new Grid<>();
    private final Div split = new Div();
    private final Details numbers = new Details();
    private final Div charts = new Div();
    private final Div waiting = new Div();
    private final Div decideBar = new Div();
    private final Div nothing = new Div();
    private final FilterLine filterLine = new FilterLine(words.get("review.search"));
    private final MultiSelectComboBox<ProposalState> states = choice("review-filter-state", "review.filter.state");
    private final MultiSelectComboBox<UUID> topics = choice("review-filter-topic", "review.filter.topic");
    private final MultiSelectComboBox<UUID> types = choice("review-filter-type", "review.filter.type");
    private final MultiSelectComboBox<String> countries = choice("review-filter-country", "review.filter.country");
    private final MultiSelectComboBox<String> languages = choice("review-filter-language", "review.filter.language");
    private final Map<UUID, CommitteeMeetings.TopicChoice> topicsByKey = new HashMap<>();
    private final Map<UUID, LocalizedText> typesByKey = new HashMap<>();
    private transient CommitteeMeeting meeting;
    private transient ListAddress address;
    private boolean showing;
    private int width;
    private int total;

    @SuppressWarnings("NullAway.Init")
    CommitteeProposalsView(
            CommitteeMeetings meetings,
            ProposalFinder finder,
            ProposalReading reading,
            ProposalExport export,
            Deciding deciding,
            PendingDecisions pending) {
        this.meetings = meetings;
        this.finder = finder;
        this.reading = reading;
        this.export = export;
        this.deciding = deciding;
        this.pending = pending;
        addClassNames("view", "review-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = ListAddress.of(event.getLocation().getQueryParameters());
        var slug = event.getRouteParameters().get("slug").orElse("");
        if (!showing) {
            meeting = meetings.find(slug).orElseThrow(NotFoundException::new);
            meeting.topics().forEach(t -> topicsByKey.put(t.key(), t));
            meeting.types().forEach(t -> typesByKey.put(t.key(), t.name()));
            layOut();
            showing = true;
        }
        showFilter();
        refresh();
        open(address.open());
    }

    @Override
    public String getPageTitle() {
        return words.get("review.title") + " · " + words.text(meeting.name());
    }

    private void layOut() {
        var header = new PageHeader(words.get("review.title"), downloads()).with(words.text(meeting.name()));
        numbers.setSummaryText(words.get("review.charts"));
        numbers.add(charts);
        numbers.setId("review-charts");
        numbers.addOpenedChangeListener(e -> {
            if (e.isOpened()) {
                showCharts(finder.count(meeting.id(), address.filter()));
            }
        });
        charts.addClassName("review-charts");
        waiting.addClassName("review-waiting");
        decideBar.addClassName("review-decide");
        decideBar.setVisible(false);
        filterLine.with(states, topics, types, countries, languages);
        offerChoices();
        layOutGrid();
        split.addClassName("review-split");
        split.add(new Div(grid, nothing));
        split.getChildren().findFirst().ifPresent(c -> c.addClassName("review-list"));
        add(header, waiting, filterLine, decideBar, split, numbers);
    }

    private void offerChoices() {
        states.setItems(Arrays.stream(ProposalState.values())
                .filter(s -> s != ProposalState.DRAFT)
                .toList());
        states.setItemLabelGenerator(s -> ReviewWords.state(words, s));
        topics.setItems(meeting.topics().stream()
                .map(CommitteeMeetings.TopicChoice::key)
                .toList());
        topics.setItemLabelGenerator(this::topicName);
        types.setItems(
                meeting.types().stream().map(CommitteeMeetings.TypeChoice::key).toList());
        types.setItemLabelGenerator(this::typeName);
        countries.setItems(
                finder.count(meeting.id(), ProposalFilter.ALL).byCountry().keySet());
        countries.setItemLabelGenerator(c -> ReviewWords.country(words, c));
        languages.setItems(meeting.languages());
        languages.setItemLabelGenerator(l -> ReviewWords.language(words, l));
        states.addValueChangeListener(
                e -> narrowed(e.isFromClient(), address.filter().withStates(e.getValue())));
        topics.addValueChangeListener(
                e -> narrowed(e.isFromClient(), address.filter().withTopics(e.getValue())));
        types.addValueChangeListener(
                e -> narrowed(e.isFromClient(), address.filter().withTypes(e.getValue())));
        countries.addValueChangeListener(
                e -> narrowed(e.isFromClient(), address.filter().withCountries(e.getValue())));
        languages.addValueChangeListener(
                e -> narrowed(e.isFromClient(), address.filter().withLanguages(e.getValue())));
        filterLine.onSearch(w ->
                narrowed(!w.equals(address.filter().words()), address.filter().withWords(w)));
    }

    private void layOutGrid() {
        grid.setId("review-grid");
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.addClassName("review-grid");
        grid.getElement().setAttribute("aria-label", words.get("review.title"));
        grid.addColumn(LitRenderer.<ProposalRow>of(
                                "<div class=\"review-cell ${item.hue}\"><a href=\"${item.href}\" lang=\"${item.lang}\">${item.title}</a>"
                                        + "<span class=\"review-small\">${item.people}</span>"
                                        + "<span class=\"status review-phone ${item.tone}\">${item.state}</span></div>")
                        .withProperty("tone", CommitteeProposalsView::tone)
                        .withProperty("state", row -> ReviewWords.state(words, row.state()))
                        .withProperty("hue", this::hue)
                        .withProperty("href", this::href)
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
        grid.addColumn(LitRenderer.<ProposalRow>of(
                                "<span class=\"status ${item.tone}\">${item.state}</span><span class=\"review-small\">${item.pending}</span>")
                        .withProperty("tone", CommitteeProposalsView::tone)
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
                row -> row.topics().isEmpty() ? "" : topicName(row.topics().getFirst()));
        column("TYPE", "review.column.type", "7rem", row -> typeName(row.type()));
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
                                .map(at -> org.caravanserai.text.Moments.shortDay(
                                                words.language(),
                                                at.atZone(meeting.zone()).toLocalDate())
                                        + " "
                                        + org.caravanserai.text.Moments.time(words.language(), at, meeting.zone()))
                                .orElse(""))
                .setSortProperty("SUBMITTED");
        column("CODE", "review.column.code", "5.5rem", ProposalRow::code).setSortProperty("CODE");
        grid.sort(List.of(new GridSortOrder<>(
                grid.getColumnByKey(
                        address.order() == ProposalOrder.PERSON
                                ? "TITLE"
                                : address.order().name()),
                address.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
        grid.setPageSize(50);
        grid.setItems(DataProvider.fromCallbacks(
                query -> finder
                        .find(
                                meeting.id(),
                                address.filter(),
                                address.order(),
                                address.descending(),
                                query.getOffset(),
                                query.getLimit())
                        .stream(),
                query -> {
                    query.getOffset();
                    query.getLimit();
                    return total;
                }));
        grid.addSortListener(e -> e.getSortOrder().stream().findFirst().ifPresent(sort -> {
            if (e.isFromClient()) {
                address = address.sorted(
                        ProposalOrder.valueOf(sort.getSorted().getKey()),
                        sort.getDirection() == SortDirection.DESCENDING);
                remember();
            }
        }));
        grid.addItemClickListener(e -> show(e.getItem().code()));
        if (meeting.decides()) {
            grid.setSelectionMode(Grid.SelectionMode.MULTI);
            ((GridMultiSelectionModel<ProposalRow>) grid.getSelectionModel())
                    .setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.VISIBLE);
            grid.asMultiSelect().addValueChangeListener(e -> showDecideBar(e.getValue()));
        } else {
            grid.setSelectionMode(Grid.SelectionMode.NONE);
        }
    }

    private Grid.Column<ProposalRow> column(
            String key, String label, String width, Function<ProposalRow, String> text) {
        return grid.addColumn(text::apply)
                .setKey(key)
                .setHeader(words.get(label))
                .setAutoWidth(false)
                .setWidth(width)
                .setFlexGrow(1)
                .setResizable(true);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var page = event.getUI().getPage();
        var details = page.getExtendedClientDetails();
        if (details != null) {
            fit(details.getWindowInnerWidth());
        }
        page.addBrowserWindowResizeListener(e -> fit(e.getWidth()));
    }

    private void fit(int now) {
        width = now;
        var narrow = width > 0 && width < NARROW;
        var beside = split.hasClassName("with-detail");
        grid.getColumns()
                .forEach(c -> c.setVisible(
                        narrow
                                ? "TITLE".equals(c.getKey())
                                : beside
                                        ? BESIDE_DETAIL.contains(c.getKey())
                                        : width >= WIDE || !WHERE_WIDE.contains(c.getKey())));
    }

    private void narrowed(boolean byPerson, ProposalFilter filter) {
        if (byPerson) {
            address = address.with(filter);
            showFilter();
            refresh();
            remember();
        }
    }

    private void showFilter() {
        var filter = address.filter();
        filterLine.setWords(filter.words());
        states.setValue(filter.states());
        topics.setValue(filter.topics());
        types.setValue(filter.types());
        countries.setValue(filter.countries());
        languages.setValue(filter.languages());
        var chips = new ArrayList<FilterLine.Chip>();
        filter.states()
                .forEach(s -> chips.add(new FilterLine.Chip(
                        ReviewWords.state(words, s),
                        () -> narrowed(
                                true,
                                address.filter()
                                        .withStates(without(address.filter().states(), s))))));
        filter.topics()
                .forEach(t -> chips.add(new FilterLine.Chip(
                        topicName(t),
                        () -> narrowed(
                                true,
                                address.filter()
                                        .withTopics(without(address.filter().topics(), t))))));
        filter.types()
                .forEach(t -> chips.add(new FilterLine.Chip(
                        typeName(t),
                        () -> narrowed(
                                true,
                                address.filter()
                                        .withTypes(without(address.filter().types(), t))))));
        filter.countries()
                .forEach(c -> chips.add(new FilterLine.Chip(
                        ReviewWords.country(words, c),
                        () -> narrowed(
                                true,
                                address.filter()
                                        .withCountries(without(address.filter().countries(), c))))));
        filter.languages()
                .forEach(l -> chips.add(new FilterLine.Chip(
                        ReviewWords.language(words, l),
                        () -> narrowed(
                                true,
                                address.filter()
                                        .withLanguages(without(address.filter().languages(), l))))));
        filterLine.setChips(chips);
    }

    private void refresh() {
        var counts = finder.count(meeting.id(), address.filter());
        total = counts.total();
        filterLine.setCount(words.get("review.count", total));
        grid.deselectAll();
        grid.getDataProvider().refreshAll();
        grid.setVisible(total > 0);
        nothing.removeAll();
        if (total == 0) {
            nothing.add(nothing());
        }
        showCharts(counts);
        showWaiting();
    }

    private Component nothing() {
        if (address.filter().isAll()) {
            return new EmptyState(
                    words.get("review.empty"),
                    new Anchor("/app/meetings/" + meeting.slug() + "/call", words.get("review.empty.call")));
        }
        var all = new Button(words.get("shell.filter.clear"), e -> narrowed(true, ProposalFilter.ALL));
        all.setId("review-filter-clear");
        return new EmptyState(words.get("review.empty.filtered"), all);
    }

    private void showCharts(ProposalCounts counts) {
        charts.removeAll();
        if (!numbers.isOpened() || counts.total() == 0) {
            return;
        }
        charts.add(
                new CountChart(
                        words.get("review.chart.state"),
                        counts.byState().entrySet().stream()
                                .map(e -> new CountChart.Bar(
                                        ReviewWords.state(words, e.getKey()),
                                        e.getValue(),
                                        "bar-"
                                                + ReviewWords.tone(e.getKey())
                                                        .name()
                                                        .toLowerCase(java.util.Locale.ROOT)))
                                .toList()),
                new CountChart(
                        words.get("review.chart.topic"),
                        meeting.topics().stream()
                                .filter(t -> counts.byTopic().containsKey(t.key()))
                                .map(t -> new CountChart.Bar(
                                        words.text(t.name()),
                                        counts.byTopic().getOrDefault(t.key(), 0),
                                        "bar-topic " + Hue.of(t.hue())))
                                .toList()),
                new CountChart(
                        words.get("review.chart.country"),
                        counts.byCountry().entrySet().stream()
                                .sorted(Map.Entry.<String, Integer>comparingByValue()
                                        .reversed())
                                .map(e -> new CountChart.Bar(ReviewWords.country(words, e.getKey()), e.getValue(), ""))
                                .toList()));
    }

    private void showWaiting() {
        waiting.removeAll();
        var count = meeting.decides() ? pending.count(meeting.id()) : 0;
        waiting.setVisible(count > 0);
        if (count > 0) {
            var link = new Anchor("/app/meetings/" + meeting.slug() + "/decisions", words.get("review.waiting.open"));
            link.addClassName("review-waiting-link");
            waiting.add(new Span(words.get("review.waiting", count)), link);
        }
    }

    private void showDecideBar(Collection<ProposalRow> selected) {
        decideBar.removeAll();
        decideBar.setVisible(!selected.isEmpty());
        if (!selected.isEmpty()) {
            var keys = selected.stream().map(ProposalRow::key).toList();
            decideBar.add(new Span(words.get("review.selected", keys.size())));
            for (var verdict : Verdict.values()) {
                decideBar.add(decideButton(verdict, keys));
            }
        }
    }

    private Button decideButton(Verdict verdict, List<UUID> keys) {
        var button = new Button(words.get("review.decide." + verdict.name()), e -> ask(verdict, keys));
        button.addClassName("review-decide-" + verdict.name().toLowerCase(java.util.Locale.ROOT));
        if (verdict == Verdict.ACCEPT) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return button;
    }

    private void ask(Verdict verdict, List<UUID> keys) {
        new DecideDialog(meeting, deciding, verdict, keys, () -> {
                    refresh();
                    open(address.open());
                })
                .open();
    }

    private void show(String code) {
        address = address.opened(code);
        remember();
        open(code);
    }

    private void open(String code) {
        split.getChildren().filter(ProposalDetail.class::isInstance).toList().forEach(split::remove);
        split.removeClassName("with-detail");
        if (code.isEmpty()) {
            fit(width);
            return;
        }
        reading.find(code)
                .map(found -> reading.view(found.proposal()))
                .filter(p -> p.meeting().id().equals(meeting.id()))
                .ifPresent(proposal -> {
                    var key = List.of(proposal.proposal().value());
                    var actions = meeting.decides()
                            ? Arrays.stream(Verdict.values())
                                    .filter(v -> v.isPossibleFrom(proposal.state()))
                                    .map(v -> (Component) decideButton(v, key))
                                    .toArray(Component[]::new)
                            : new Component[0];
                    split.add(new ProposalDetail(reading, proposal, () -> show(""), actions));
                    split.addClassName("with-detail");
                });
        fit(width);
    }

    private Component downloads() {
        if (!meeting.decides()) {
            return new Span();
        }
        var csv = Downloads.csv(
                "proposals-" + meeting.slug(),
                () -> export.csv(
                        meeting.id(), address.filter(), address.order(), address.descending(), words.language()),
                words.get("review.export.csv"));
        csv.setId("review-csv");
        var xlsx = Downloads.xlsx(
                "proposals-" + meeting.slug(),
                () -> export.xlsx(
                        meeting.id(), address.filter(), address.order(), address.descending(), words.language()),
                words.get("review.export.xlsx"));
        xlsx.setId("review-xlsx");
        var both = new Div(csv, xlsx);
        both.addClassName("review-downloads");
        return both;
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

    private static String tone(ProposalRow row) {
        return "tone-" + ReviewWords.tone(row.state()).name().toLowerCase(java.util.Locale.ROOT);
    }

    private String hue(ProposalRow row) {
        var topic = row.topics().isEmpty() ? null : topicsByKey.get(row.topics().getFirst());
        return topic == null ? "" : Hue.of(topic.hue());
    }

    private String people(ProposalRow row) {
        if (row.blind()) {
            return words.get("review.anonymous");
        }
        var name = words.name(row.proposer());
        var with = row.contributors() > 1 ? words.get("review.people.more", name, row.contributors() - 1) : name;
        return row.affiliation().isEmpty() ? with : with + " · " + row.affiliation();
    }

    private String topicName(UUID key) {
        var topic = topicsByKey.get(key);
        return topic == null ? "" : words.text(topic.name());
    }

    private String typeName(UUID key) {
        return words.text(typesByKey.getOrDefault(key, LocalizedText.EMPTY));
    }

    private <T> MultiSelectComboBox<T> choice(String id, String label) {
        var box = new MultiSelectComboBox<T>();
        box.setId(id);
        box.setAriaLabel(words.get(label));
        box.setPlaceholder(words.get(label));
        box.setSelectedItemsOnTop(true);
        box.addClassName("review-filter");
        return box;
    }

    private static <T> Set<T> without(Set<T> values, T one) {
        var rest = new HashSet<>(values);
        rest.remove(one);
        return rest;
    }
}
