package org.caravanserai.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The line above a list: words to search for, choices that narrow it, what is chosen as chips that can be removed, and how
 * many rows are left. The view keeps what is chosen in the address.
 */
public class FilterLine extends Div {

    private static final long serialVersionUID = 1L;

    private final TextField search = new TextField();
    private final Div controls = new Div();
    private final Div chips = new Div();
    private final Span count = new Span();

    /**
     * What is chosen.
     *
     * @param label what it says
     * @param remove takes it away
     */
    public record Chip(String label, Runnable remove) {}

    /** A line whose search field is named by a label, such as "Search proposals". */
    public FilterLine(String searchLabel) {
        addClassName("filter-line");
        getElement().setAttribute("role", "search");
        search.setId("filter-search");
        search.setAriaLabel(searchLabel);
        search.setPlaceholder(searchLabel);
        search.setPrefixComponent(Icons.of("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setMaxLength(200);
        search.addClassName("filter-search");
        controls.addClassName("filter-controls");
        controls.add(search);
        chips.addClassName("filter-chips");
        count.addClassName("filter-count");
        count.getElement().setAttribute("role", "status");
        add(controls, chips, count);
    }

    /** Adds choices beside the search field. */
    public FilterLine with(Component... choices) {
        controls.add(choices);
        return this;
    }

    /** Is told the words to search for when they change. */
    public FilterLine onSearch(Consumer<String> listener) {
        search.addValueChangeListener(e -> listener.accept(e.getValue().strip()));
        return this;
    }

    /** The words searched for. */
    public String words() {
        return search.getValue().strip();
    }

    /** Shows words that came with the address; listeners are told if they differ. */
    public void setWords(String words) {
        search.setValue(words);
    }

    /** Shows what is chosen; with more than one, all can be removed at once. */
    public void setChips(List<Chip> chosen) {
        var words = Words.here();
        chips.removeAll();
        for (var chip : chosen) {
            var button = new Button(chip.label(), e -> chip.remove().run());
            button.addClassName("chip");
            button.setIconAfterText(true);
            button.setIcon(Icons.of("close"));
            button.setAriaLabel(words.get("shell.filter.remove", chip.label()));
            chips.add(button);
        }
        if (chosen.size() > 1) {
            var all = new Button(
                    words.get("shell.filter.clear"),
                    e -> List.copyOf(chosen).forEach(chip -> chip.remove().run()));
            all.addThemeVariants(ButtonVariant.TERTIARY);
            chips.add(all);
        }
    }

    /**
     * Puts the words, as {@code q}, and what is chosen into the address, so that it can be sent and comes back.
     *
     * @param path below the application's
     * @param chosen by their names in the address; what is empty is left out
     */
    public void keepInAddress(String path, Map<String, String> chosen) {
        var query = new LinkedHashMap<String, List<String>>();
        if (!words().isEmpty()) {
            query.put("q", List.of(words()));
        }
        chosen.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.put(name, List.of(value));
            }
        });
        UI.getCurrentOrThrow()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(path, new QueryParameters(query)));
    }

    /** Says how many rows are left, in the view's own words. */
    public void setCount(String sentence) {
        count.setText(sentence);
    }
}
