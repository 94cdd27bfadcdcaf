package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import org.caravanserai.agenda.optimiser.AgendaCost;
import org.caravanserai.agenda.optimiser.Rule;
import org.caravanserai.agenda.optimiser.RuleWeights;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;

/** How often each rule is broken by two agendas beside each other; rules that neither breaks are left out. */
@Tag("div")
class CostTable extends Component implements com.vaadin.flow.component.HasComponents {

    private static final long serialVersionUID = 1L;

    /** What the columns are called. */
    record Columns(String caption, String before, String after) {}

    CostTable(Words words, Columns columns, AgendaCost before, AgendaCost after, RuleWeights weights) {
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
            var weight = weights.of(rule);
            if (weight > 0 && (before.of(rule) > 0 || after.of(rule) > 0)) {
                table.getBody().add(row(words, rule, weights.isHard(rule), before.of(rule), after.of(rule), weight));
            }
        }
        if (table.getBody().getChildren().findAny().isEmpty()) {
            add(new StatusBadge(words.get("optimiser.nothingBroken"), Tone.DONE));
        } else {
            add(table);
        }
    }

    /** A rule in a few words: those of its kind of conflict, if it is one. */
    static String name(Words words, Rule rule) {
        return rule.kind()
                .map(kind -> ConflictWords.kind(kind, words))
                .orElseGet(() -> words.get("optimiser.rule." + rule.name()));
    }

    private static NativeTableRow row(
            Words words, Rule rule, boolean hard, long pointsBefore, long points, long weight) {
        var before = pointsBefore / weight;
        var after = points / weight;
        var name = new NativeTableHeaderCell();
        name.getElement().setAttribute("scope", "row");
        var word = name(words, rule);
        name.add(hard && after > 0 ? new StatusBadge(word, Tone.DANGER) : new Span(word));
        var cell = new NativeTableCell(words.number(after));
        cell.addClassName(after < before ? "optimiser-better" : after > before ? "optimiser-worse" : "optimiser-same");
        if (after != before) {
            cell.add(new Span(after < before ? " ▼" : " ▲"));
        }
        return new NativeTableRow(
                name,
                new NativeTableCell(words.number(before)),
                cell,
                new NativeTableCell(hard ? words.get("optimiser.must") : words.number(points)));
    }

    private static NativeTableHeaderCell head(String text) {
        var head = new NativeTableHeaderCell(text);
        head.getElement().setAttribute("scope", "col");
        return head;
    }
}
