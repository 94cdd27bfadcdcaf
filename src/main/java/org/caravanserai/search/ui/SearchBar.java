package org.caravanserai.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.caravanserai.people.Access;
import org.caravanserai.search.Searching;
import org.caravanserai.shell.BarContribution;
import org.caravanserai.shell.Icons;
import org.caravanserai.shell.Words;

/** Puts the search over everything into the bar above every view. */
@org.springframework.stereotype.Component
class SearchBar implements BarContribution {

    private final Access access;
    private final Searching searching;

    SearchBar(Access access, Searching searching) {
        this.access = access;
        this.searching = searching;
    }

    @Override
    public Optional<Component> component() {
        if (access.me().isEmpty()) {
            return Optional.empty();
        }
        var words = Words.here();
        var label = new Span(words.get("search.open"));
        label.addClassName("search-open-word");
        var key = new Span("Ctrl K");
        key.addClassName("key");
        key.getElement().setAttribute("aria-hidden", "true");
        var open = new Button(Icons.of("search"), e -> new SearchDialog(searching).open());
        open.setSuffixComponent(new Span(label, key));
        open.setId("search-open");
        open.addClassName("search-open");
        open.setAriaLabel(words.get("search.open"));
        open.getElement().setAttribute("data-search-everything", "");
        open.getElement().setAttribute("aria-keyshortcuts", "Control+K");
        return Optional.of(open);
    }
}
