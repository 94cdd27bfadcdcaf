package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A table of times or days of which several are picked quickly: each is a button that is pressed or not, reached by the
 * pointer, or by the arrow keys from any other.
 */
@Tag("div")
@JsModule("context://scripts/pick-table.js")
class PickTable extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Element> cells = new HashMap<>();
    private final transient Consumer<String> picked;

    /** @param picked is told the name of what was pressed */
    PickTable(Consumer<String> picked) {
        this.picked = picked;
        addClassName("pick-table");
        getElement()
                .addEventListener("click", e -> {
                    var name = e.getEventData().get("event.target.closest('button').dataset.pick");
                    if (name != null && name.isString() && cells.containsKey(name.asString())) {
                        picked.accept(name.asString());
                    }
                })
                .setFilter("event.target.closest('button[data-pick]')")
                .addEventData("event.target.closest('button').dataset.pick");
    }

    /** The head of a column or a row. */
    record Head(String words, String second) {}

    /**
     * A cell that can be picked, or an empty one.
     *
     * @param name what is told when it is pressed; empty for a cell in which there is nothing to pick
     * @param words what it shows
     * @param label what screen readers say
     */
    record Cell(String name, String words, String label) {}

    /** A row. */
    record Row(Head head, List<Cell> cells) {}

    /** Shows rows under heads, some of their cells picked. */
    void show(String caption, List<Head> heads, List<Row> rows, Set<String> pressed) {
        getElement().removeAllChildren();
        cells.clear();
        var table = new Element("table");
        table.setAttribute("aria-label", caption);
        var headRow = new Element("tr");
        heads.forEach(head -> headRow.appendChild(head("col", head)));
        table.appendChild(new Element("thead").appendChild(headRow));
        var body = new Element("tbody");
        for (var row : rows) {
            var line = new Element("tr");
            line.appendChild(head("row", row.head()));
            row.cells().forEach(cell -> line.appendChild(cell(cell, pressed)));
            body.appendChild(line);
        }
        table.appendChild(body);
        getElement().appendChild(table);
    }

    /** Shows whether a cell is picked; nothing if it is not on the table. */
    void press(String name, boolean pressed) {
        var cell = cells.get(name);
        if (cell != null) {
            cell.setAttribute("aria-pressed", Boolean.toString(pressed));
        }
    }

    /** Presses what stands there, as a person does. */
    void pick(String name) {
        if (cells.containsKey(name)) {
            picked.accept(name);
        }
    }

    private static Element head(String scope, Head head) {
        var cell = new Element("th");
        cell.setAttribute("scope", scope);
        cell.setText(head.words());
        if (!head.second().isEmpty()) {
            cell.appendChild(new Element("small").setText(head.second()));
        }
        return cell;
    }

    private Element cell(Cell cell, Set<String> pressed) {
        var around = new Element("td");
        if (cell.name().isEmpty()) {
            return around;
        }
        var button = new Element("button");
        button.setAttribute("type", "button");
        button.setAttribute("data-pick", cell.name());
        button.setAttribute("aria-pressed", Boolean.toString(pressed.contains(cell.name())));
        button.setAttribute("aria-label", cell.label());
        // One is reached by Tab, the others from there by the arrow keys.
        button.setAttribute("tabindex", cells.isEmpty() ? "0" : "-1");
        button.setText(cell.words());
        cells.put(cell.name(), button);
        return around.appendChild(button);
    }
}
