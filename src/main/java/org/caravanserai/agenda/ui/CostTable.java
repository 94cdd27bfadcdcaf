package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import org.caravanserai.agenda.optimiser.AgendaCost;
import org.caravanserai.agenda.optimiser.Rule;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;

/** How often each rule is broken by two agendas beside each other; rules that neither breaks are left out. */
@Tag("div")
class CostTable extends Component implements com.vaadin.flow.component.HasComponents {

    private static final long serialVersionUID = 1L;

    /** What the columns are called. */
    record Columns(String caption, String before, String after) {}

    CostTable(Words words, Columns columns, AgendaCost before, AgendaCost after, Map<Rule, Long> weights) {
        getElement().getClassList().add("optimiser-costs");
        // It scrolls on a phone, so the keyboard must reach it.
        getElement().setAttribute("tabindex", "0");
        var table = new NativeTable();
        table.setCaptionText(columns.caption());
        table.getHead()
                .add(new NativeTableRow(
                        head(words.get("optimiser.rule")),
                        head(columns.before()),
                        head(columns.after()),
                        head(words.get("optimiser.points"))));
        for (var rule : Rule.values()) {
            var weight = weights.getOrDefault(rule, 0L);
            if (weight > 0 && (before.of(rule) > 0 || after.of(rule) > 0)) {
                table.getBody()
                        .add(row(words, rule, before.of(rule) / weight, after.of(rule) / weight, after.of(rule)));
            }
        }
        if (table.getBody().getChildren().findAny().isEmpty()) {
            add(new StatusBadge(words.get("optimiser.nothingBroken"), Tone.DONE));
        } else {
            add(table);
        }
    }

    private static NativeTableRow row(Words words, Rule rule, long before, long after, long points) {
        var name = new NativeTableHeaderCell();
        name.getElement().setAttribute("scope", "row");
        var word = words.get("optimiser.rule." + rule.name());
        name.add(rule.isHard() && after > 0 ? new StatusBadge(word, Tone.DANGER) : new Span(word));
        var cell = new NativeTableCell(words.number(after));
        cell.addClassName(after < before ? "optimiser-better" : after > before ? "optimiser-worse" : "optimiser-same");
        if (after != before) {
            cell.add(new Span(after < before ? " ▼" : " ▲"));
        }
        return new NativeTableRow(
                name,
                new NativeTableCell(words.number(before)),
                cell,
                new NativeTableCell(rule.isHard() ? words.get("optimiser.must") : words.number(points)));
    }

    private static NativeTableHeaderCell head(String text) {
        var head = new NativeTableHeaderCell(text);
        head.getElement().setAttribute("scope", "col");
        return head;
    }
}
