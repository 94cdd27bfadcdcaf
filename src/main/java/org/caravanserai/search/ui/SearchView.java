package org.caravanserai.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caravanserai.search.SearchAnswer;
import org.caravanserai.search.SearchKind;
import org.caravanserai.search.Searching;
import org.caravanserai.shell.FilterLine;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;
import org.caravanserai.text.search.Typed;

/** All that is found by some words, of every kind or of one; the address says what is sought. */
@Route(value = SearchView.PATH, layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/search.css")
class SearchView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    static final String PATH = "search";
    static final String WORDS = "q";

    private static final long serialVersionUID = 1L;
    private static final String KIND = "kind";
    private static final int FIRST = 10;
    private static final int MORE = 50;

    private final transient Searching searching;
    private final Words words = Words.here();
    private final FilterLine filter;
    private final Nav kinds = new Nav();
    private final FoundList found = new FoundList(words, () -> {});
    private final Button more;
    private transient Optional<SearchKind> kind = Optional.empty();
    private String typed = "";
    private int limit = FIRST;

    SearchView(Searching searching) {
        this.searching = searching;
        addClassName("search-view");
        filter = new FilterLine(words.get("search.title")).onSearch(this::sought);
        kinds.addClassName("search-kinds");
        kinds.setAriaLabel(words.get("search.kinds"));
        more = new Button(words.get("search.more"), e -> {
            limit = Math.min(Searching.MOST, limit + MORE);
            show();
        });
        more.setId("search-more");
        add(new PageHeader(words.get("search.title")).with(words.get("search.hint")), filter, kinds, found, more);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        typed = parameters.getSingleParameter(WORDS).orElse("").strip();
        kind = parameters.getSingleParameter(KIND).flatMap(SearchView::kind);
        limit = kind.isPresent() ? MORE : FIRST;
        filter.setWords(typed);
        show();
    }

    @Override
    public String getPageTitle() {
        return (typed.isEmpty() ? "" : typed + " · ") + words.get("search.title") + " · Caravanserai";
    }

    private void sought(String changed) {
        if (!changed.equals(typed)) {
            UI.getCurrentOrThrow().navigate(PATH, parameters(changed, kind));
        }
    }

    private void show() {
        kinds.removeAll();
        more.setVisible(false);
        if (Typed.of(typed).isEmpty()) {
            found.hint();
            return;
        }
        var answer = searching.find(typed, Set.of(), limit);
        var counts = new EnumMap<SearchKind, Long>(SearchKind.class);
        answer.groups().forEach(group -> counts.put(group.kind(), group.total()));
        if (counts.size() > 1 || kind.isPresent()) {
            kinds.add(link(Optional.empty(), answer.total()));
            counts.forEach((of, total) -> kinds.add(link(Optional.of(of), total)));
            kind.filter(chosen -> !counts.containsKey(chosen))
                    .ifPresent(chosen -> kinds.add(link(Optional.of(chosen), 0)));
        }
        var shown = kind.map(chosen -> only(answer, chosen)).orElse(answer);
        found.show(shown, FoundList.Heads.SECOND);
        more.setVisible(limit < Searching.MOST
                && shown.groups().stream()
                        .anyMatch(group -> group.total() > group.hits().size()));
    }

    private Component link(Optional<SearchKind> of, long total) {
        var link = new RouterLink();
        link.setRoute(SearchView.class);
        link.setQueryParameters(parameters(typed, of));
        link.addClassName("search-kind");
        var number = new Span(words.number(total));
        number.addClassName("found-number");
        link.add(new Span(words.get(of.map(k -> "search.kind." + k.name()).orElse("search.kind.all"))), number);
        if (of.equals(kind)) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private static SearchAnswer only(SearchAnswer answer, SearchKind kind) {
        return new SearchAnswer(
                answer.typed(),
                answer.groups().stream().filter(group -> group.kind() == kind).toList(),
                answer.standing());
    }

    private static QueryParameters parameters(String typed, Optional<SearchKind> kind) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!typed.isEmpty()) {
            parameters.put(WORDS, List.of(typed));
        }
        kind.ifPresent(chosen -> parameters.put(KIND, List.of(chosen.name())));
        return new QueryParameters(parameters);
    }

    private static Optional<SearchKind> kind(String name) {
        return Arrays.stream(SearchKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }
}
