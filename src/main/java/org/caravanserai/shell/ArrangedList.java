package org.caravanserai.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A short list whose order a person decides, and whose rows can be changed and removed. Each row has a handle to drag it by,
 * with a mouse or a finger, and to move it by with the arrow keys, and buttons for those who use neither; where the row
 * then stands is spoken.
 *
 * @param <T> what a row shows
 */
@JsModule("context://scripts/arranged-list.js")
@StyleSheet("context://styles/arranged-list.css")
public class ArrangedList<T> extends OrderedList {

    private static final long serialVersionUID = 1L;

    private final transient Words words = Words.here();
    private final transient Parts<T> parts;
    private transient List<T> shown = List.of();
    private final List<Button> grips = new ArrayList<>();

    /**
     * What the list must know and what it tells.
     *
     * @param key tells rows apart
     * @param name names a row in the labels of its buttons
     * @param line what a row shows
     * @param edit is asked to change a row; null where rows are changed in their line
     * @param removable whether a row may be removed
     * @param remove is asked to remove a row
     * @param arrange is told the keys in their new order
     */
    public record Parts<T>(
            Function<T, UUID> key,
            Function<T, String> name,
            Function<T, Component> line,
            @Nullable Consumer<T> edit,
            Predicate<T> removable,
            Consumer<T> remove,
            Consumer<List<UUID>> arrange) {

        /** Rows that can all be changed and removed. */
        public Parts(
                Function<T, UUID> key,
                Function<T, String> name,
                Function<T, Component> line,
                Consumer<T> edit,
                Consumer<T> remove,
                Consumer<List<UUID>> arrange) {
            this(key, name, line, edit, row -> true, remove, arrange);
        }
    }

    /** An empty list with a label for those who do not see it. */
    public ArrangedList(String label, Parts<T> parts) {
        this.parts = parts;
        addClassName("arranged-list");
        getElement().setAttribute("aria-label", label);
    }

    /** Shows rows in their order. */
    public void show(List<T> rows) {
        removeAll();
        grips.clear();
        shown = List.copyOf(rows);
        for (int i = 0; i < rows.size(); i++) {
            add(row(rows.get(i), i));
        }
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        getElement().executeJs("window.caravanseraiArranged.watch(this)");
    }

    private ListItem row(T row, int place) {
        var name = parts.name().apply(row);
        var line = new Div(parts.line().apply(row));
        line.addClassName("arranged-line");
        var grip = button("drag", words.get("shell.list.grip", name), () -> {});
        grip.addClassName("arranged-grip");
        grips.add(grip);
        var up = button("arrow-up", words.get("shell.list.up", name), () -> move(place, place - 1));
        up.setEnabled(place > 0);
        var down = button("arrow-down", words.get("shell.list.down", name), () -> move(place, place + 1));
        down.setEnabled(place < shown.size() - 1);
        var actions = new Div(up, down);
        actions.addClassName("arranged-actions");
        var edit = parts.edit();
        if (edit != null) {
            actions.add(button("edit", words.get("shell.list.edit", name), () -> edit.accept(row)));
        }
        var remove = button(
                "trash",
                words.get("shell.list.remove", name),
                () -> parts.remove().accept(row));
        remove.setEnabled(parts.removable().test(row));
        actions.add(remove);
        var item = new ListItem(grip, line, actions);
        item.addClassName("arranged-row");
        return item;
    }

    @ClientCallable
    private void moved(int from, int to) {
        move(from, to);
    }

    private void move(int from, int to) {
        if (from == to || from < 0 || from >= shown.size() || to < 0 || to >= shown.size()) {
            return;
        }
        var name = parts.name().apply(shown.get(from));
        var keys = new ArrayList<>(shown.stream().map(parts.key()).toList());
        var key = keys.remove(from);
        keys.add(to, key);
        parts.arrange().accept(keys);
        for (int i = 0; i < shown.size(); i++) {
            if (parts.key().apply(shown.get(i)).equals(key)) {
                grips.get(i).focus();
                getElement().executeJs("this.say($0)", words.get("shell.list.moved", name, i + 1, shown.size()));
            }
        }
    }

    private static Button button(String icon, String label, Runnable action) {
        var button = new Button(label, e -> action.run());
        switch (icon) {
            case "arrow-up" -> button.setText("↑");
            case "arrow-down" -> button.setText("↓");
            default -> {
                button.setText("");
                button.setIcon(Icons.of(icon));
            }
        }
        button.setAriaLabel(label);
        button.setTooltipText(label);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }
}
