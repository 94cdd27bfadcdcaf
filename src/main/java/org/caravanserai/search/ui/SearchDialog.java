package org.caravanserai.search.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import java.util.Set;
import org.caravanserai.search.Searching;
import org.caravanserai.shell.Icons;
import org.caravanserai.shell.Words;
import org.caravanserai.text.search.Typed;

/** Searches everything while it is typed, over whatever view is open; Enter leads to all that is found. */
@StyleSheet("context://styles/search.css")
class SearchDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int OF_EACH_KIND = 4;
    private static final int PAUSE_MILLIS = 150;

    private final transient Searching searching;
    private final Words words = Words.here();
    private final TextField field = new TextField();
    private final FoundList found;
    private final Button all;

    /** The script moves the focus between the field and what is found. */
    @Tag("search-panel")
    @JsModule("context://scripts/search-panel.js")
    private static final class Panel extends Div {

        private static final long serialVersionUID = 1L;
    }

    SearchDialog(Searching searching) {
        this.searching = searching;
        found = new FoundList(words, this::close);
        addClassName("search-dialog");
        getElement().setAttribute("aria-label", words.get("search.title"));
        setDraggable(false);
        field.setId("search-everything");
        field.setAriaLabel(words.get("search.title"));
        field.setPlaceholder(words.get("search.placeholder"));
        field.setPrefixComponent(Icons.of("search"));
        field.setClearButtonVisible(true);
        field.setMaxLength(Typed.LONGEST);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.setAutofocus(true);
        field.addValueChangeListener(e -> show());
        field.addKeyPressListener(Key.ENTER, e -> showAll());
        var close = new Button(Icons.of("close"), e -> close());
        close.setAriaLabel(words.get("shell.close"));
        close.addThemeVariants(ButtonVariant.TERTIARY);
        var head = new Div(field, close);
        head.addClassName("search-head");
        head.getElement().setAttribute("role", "search");
        all = new Button(words.get("search.all"), e -> showAll());
        all.setId("search-all");
        all.addThemeVariants(ButtonVariant.TERTIARY);
        all.setVisible(false);
        var panel = new Panel();
        panel.add(head, found, all);
        add(panel);
        addOpenedChangeListener(e -> {
            if (e.isOpened()) {
                field.focus();
            } else {
                removeFromParent();
            }
        });
        found.hint();
    }

    private void show() {
        var typed = field.getValue();
        if (Typed.of(typed).isEmpty()) {
            found.hint();
            all.setVisible(false);
            return;
        }
        var answer = searching.find(typed, Set.of(), OF_EACH_KIND);
        found.show(answer, FoundList.Heads.SECOND);
        all.setVisible(answer.groups().stream()
                .anyMatch(group -> group.total() > group.hits().size()));
    }

    private void showAll() {
        if (!field.getValue().isBlank()) {
            close();
            UI.getCurrentOrThrow()
                    .navigate(
                            SearchView.PATH,
                            QueryParameters.of(
                                    SearchView.WORDS, field.getValue().strip()));
        }
    }
}
