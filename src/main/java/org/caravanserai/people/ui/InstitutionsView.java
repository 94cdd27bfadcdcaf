package org.caravanserai.people.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.people.Access;
import org.caravanserai.people.Countries;
import org.caravanserai.people.InstitutionAdministration;
import org.caravanserai.people.InstitutionAdministration.Filter;
import org.caravanserai.people.InstitutionAdministration.Place;
import org.caravanserai.people.InstitutionDirectory;
import org.caravanserai.people.InstitutionImport;
import org.caravanserai.people.InstitutionState;
import org.caravanserai.people.Ror;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.FilterLine;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.AccessDeniedException;

/**
 * The directory of institutions for administrators: found by any name, narrowed by country and state, corrected by hand
 * beside the list, and filled from a dump of the registry. What is looked for stands in the address.
 */
@Route(value = "admin/institutions", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/meeting.css")
@StyleSheet("context://styles/profile.css")
class InstitutionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final Words words = Words.here();
    private final transient InstitutionAdministration administration;
    private final transient Clock clock;
    private final FilterLine filterLine = new FilterLine(words.get("institution.search"));
    private final ComboBox<String> country = new ComboBox<>();
    private final Select<InstitutionState> state = new Select<>();
    private final UnorderedList list = new UnorderedList();
    private final Div more = new Div();
    private final Div nothing = new Div();
    private final Div detail = new Div();
    private final transient Map<String, Long> byCountry = new LinkedHashMap<>();
    private transient Filter filter = new Filter("", "", Optional.empty());
    private String open = "";
    private boolean showing;

    InstitutionsView(
            InstitutionAdministration administration,
            InstitutionImport imports,
            LiveUpdates updates,
            Access access,
            Clock clock) {
        if (!access.administrator()) {
            throw new AccessDeniedException("only administrators keep the directory of institutions");
        }
        this.administration = administration;
        this.clock = clock;
        addClassNames("view", "institutions");
        country.setId("institution-country");
        country.setAriaLabel(words.get("people.field.country"));
        country.setPlaceholder(words.get("people.field.country"));
        country.setClearButtonVisible(true);
        country.setItemLabelGenerator(this::countryWithCount);
        country.addValueChangeListener(e -> narrow(
                new Filter(filter.words(), Optional.ofNullable(e.getValue()).orElse(""), filter.state())));
        state.setId("institution-state");
        state.setAriaLabel(words.get("institution.state"));
        state.setPlaceholder(words.get("institution.state"));
        state.setEmptySelectionAllowed(true);
        state.setItems(InstitutionState.values());
        state.setItemLabelGenerator(each -> each == null ? words.get("institution.state.any") : stateName(each));
        state.addValueChangeListener(
                e -> narrow(new Filter(filter.words(), filter.country(), Optional.ofNullable(e.getValue()))));
        filterLine.with(country, state);
        filterLine.onSearch(typed -> narrow(new Filter(typed, filter.country(), filter.state())));
        list.addClassName("institution-list");
        list.setId("institutions");
        list.getElement().setAttribute("aria-label", words.get("institution.title"));
        more.addClassName("institution-more");
        detail.addClassName("institution-detail-panel");
        var left = new Div(list, nothing, more);
        left.addClassName("institution-column");
        var split = new Div(left, detail);
        split.addClassName("institution-split");
        add(
                new PageHeader(words.get("institution.title")).with(words.get("institution.intro")),
                new ImportPanel(words, imports, updates, clock, this::refresh),
                filterLine,
                split);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        filter = new Filter(
                asked.getSingleParameter("q").orElse(""),
                asked.getSingleParameter("country").filter(Countries::exists).orElse(""),
                asked.getSingleParameter("state").flatMap(InstitutionsView::stateOf));
        open = asked.getSingleParameter("open").orElse("");
        showing = false;
        filterLine.setWords(filter.words());
        refresh();
        showing = true;
        showDetail();
    }

    @Override
    public String getPageTitle() {
        return words.get("institution.title") + " · Caravanserai";
    }

    private void narrow(Filter next) {
        if (!showing || next.equals(filter)) {
            return;
        }
        filter = next;
        UI.getCurrentOrThrow()
                .getPage()
                .getHistory()
                .replaceState(null, new com.vaadin.flow.router.Location("admin/institutions", query(open)));
        refresh();
    }

    private void refresh() {
        var counts = administration.count(filter);
        byCountry.clear();
        byCountry.putAll(counts.byCountry());
        var was = showing;
        showing = false;
        country.setItems(byCountry.keySet().stream()
                .filter(code -> !code.isEmpty())
                .sorted((a, b) -> Long.compare(byCountry.getOrDefault(b, 0L), byCountry.getOrDefault(a, 0L)))
                .toList());
        country.setValue(filter.country().isEmpty() ? null : filter.country());
        state.setValue(filter.state().orElse(null));
        showing = was;
        filterLine.setCount(words.get(
                "institution.count",
                counts.all(),
                counts.byState().getOrDefault(InstitutionState.INACTIVE, 0L),
                counts.byState().getOrDefault(InstitutionState.WITHDRAWN, 0L)));
        chips();
        list.removeAll();
        nothing.removeAll();
        if (counts.all() == 0) {
            nothing.add(new EmptyState(words.get("institution.none")));
        }
        append(Place.BEGIN);
    }

    private void chips() {
        var chips = new ArrayList<FilterLine.Chip>();
        if (!filter.country().isEmpty()) {
            chips.add(new FilterLine.Chip(
                    Countries.name(words.language(), filter.country()),
                    () -> narrow(new Filter(filter.words(), "", filter.state()))));
        }
        filter.state()
                .ifPresent(chosen -> chips.add(new FilterLine.Chip(
                        stateName(chosen),
                        () -> narrow(new Filter(filter.words(), filter.country(), Optional.empty())))));
        filterLine.setChips(chips);
    }

    private void append(Place after) {
        var page = administration.list(filter, after, PAGE);
        page.institutions().forEach(found -> list.add(row(found)));
        more.removeAll();
        page.next().ifPresent(next -> {
            var button = new Button(words.get("institution.more"), e -> append(next));
            button.setId("more");
            more.add(button);
        });
    }

    private ListItem row(InstitutionDirectory.Found found) {
        var link = new RouterLink("", InstitutionsView.class);
        link.add(found.name().isEmpty() ? new Span(found.printedName()) : words.marked(found.name()));
        link.setQueryParameters(query(found.ror().value()));
        link.addClassName("institution-name");
        if (found.ror().value().equals(open)) {
            link.getElement().setAttribute("aria-current", "true");
        }
        var row = new ListItem(new Div(link));
        var shown = found.name().isEmpty() ? found.printedName() : words.text(found.name());
        var country = Countries.name(words.language(), found.country());
        var place = found.city().isEmpty() ? country : found.city() + (country.isEmpty() ? "" : ", " + country);
        var line = new Div(found.printedName().equals(shown) ? place : found.printedName() + " · " + place);
        line.addClassName("institution-detail");
        row.add(line);
        if (found.state() != InstitutionState.ACTIVE) {
            row.add(badge(found.state()));
        }
        row.addClassName("institution-row");
        return row;
    }

    private void showDetail() {
        detail.removeAll();
        detail.setVisible(!open.isEmpty());
        if (open.isEmpty()) {
            removeClassName("with-detail");
            return;
        }
        addClassName("with-detail");
        var back = new RouterLink(words.get("institution.back"), InstitutionsView.class);
        back.setQueryParameters(query(""));
        back.addClassName("institution-back");
        detail.add(back);
        try {
            administration
                    .read(new Ror(open))
                    .ifPresentOrElse(
                            found -> detail.add(new InstitutionEditor(words, administration, found, clock)),
                            () -> detail.add(new EmptyState(words.get("institution.gone"))));
        } catch (Refusal noRor) {
            detail.add(new EmptyState(words.get("institution.gone")));
        }
    }

    private QueryParameters query(String ror) {
        var asked = new LinkedHashMap<String, String>();
        if (!filter.words().isEmpty()) {
            asked.put("q", filter.words());
        }
        if (!filter.country().isEmpty()) {
            asked.put("country", filter.country());
        }
        filter.state().ifPresent(chosen -> asked.put("state", chosen.name().toLowerCase(Locale.ROOT)));
        if (!ror.isEmpty()) {
            asked.put("open", ror);
        }
        return QueryParameters.simple(asked);
    }

    private String countryWithCount(String code) {
        return Countries.name(words.language(), code) + " (" + byCountry.getOrDefault(code, 0L) + ")";
    }

    private String stateName(InstitutionState each) {
        return words.get("institution.state." + each.name());
    }

    private StatusBadge badge(InstitutionState each) {
        return new StatusBadge(stateName(each), each == InstitutionState.INACTIVE ? Tone.WAITING : Tone.NEUTRAL);
    }

    private static Optional<InstitutionState> stateOf(String word) {
        for (var each : InstitutionState.values()) {
            if (each.name().equalsIgnoreCase(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
