package org.caravanserai.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A short list whose order a person decides, by buttons that the keyboard reaches or by dragging, and whose rows can be
 * changed and removed.
 *
 * @param <T> what a row shows
 */
public class ArrangedList<T> extends OrderedList {

    private static final long serialVersionUID = 1L;

    private final transient Words words = Words.here();
    private final transient Parts<T> parts;

    /**
     * What the list must know and what it tells.
     *
     * @param key tells rows apart
     * @param name names a row in the labels of its buttons
     * @param line what a row shows
     * @param edit is asked to change a row
     * @param remove is asked to remove a row
     * @param arrange is told the keys in their new order
     */
    public record Parts<T>(
            Function<T, UUID> key,
            Function<T, String> name,
            Function<T, Component> line,
            Consumer<T> edit,
            Consumer<T> remove,
            Consumer<List<UUID>> arrange) {}

    /** An empty list with a label for those who do not see it. */
    public ArrangedList(String label, Parts<T> parts) {
        this.parts = parts;
        addClassName("arranged-list");
        getElement().setAttribute("aria-label", label);
    }

    /** Shows rows in their order. */
    public void show(List<T> rows) {
        removeAll();
        for (int i = 0; i < rows.size(); i++) {
            add(row(rows, i));
        }
    }

    private ListItem row(List<T> rows, int place) {
        var row = rows.get(place);
        var name = parts.name().apply(row);
        var line = new Div(parts.line().apply(row));
        line.addClassName("arranged-line");
        var up = button("arrow-up", words.get("shell.list.up", name), () -> move(rows, place, place - 1));
        up.setEnabled(place > 0);
        var down = button("arrow-down", words.get("shell.list.down", name), () -> move(rows, place, place + 1));
        down.setEnabled(place < rows.size() - 1);
        var edit = button(
                "edit", words.get("shell.list.edit", name), () -> parts.edit().accept(row));
        var remove = button(
                "trash",
                words.get("shell.list.remove", name),
                () -> parts.remove().accept(row));
        var actions = new Div(up, down, edit, remove);
        actions.addClassName("arranged-actions");
        var item = new ListItem(line, actions);
        item.addClassName("arranged-row");
        DragSource.create(item).setDragData(place);
        DropTarget.create(item).addDropListener(e -> e.getDragData().ifPresent(from -> move(rows, (int) from, place)));
        return item;
    }

    private void move(List<T> rows, int from, int to) {
        if (from == to || from < 0 || from >= rows.size()) {
            return;
        }
        var keys = new ArrayList<>(rows.stream().map(parts.key()).toList());
        keys.add(to, keys.remove(from));
        parts.arrange().accept(keys);
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
