package org.caravanserai.review.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/**
 * A table whose rows each begin with a bar: a part filled of a whole, with a mark where it should end. The bars say nothing
 * that the cells do not say.
 */
@Tag("figure")
class BarTable extends Div {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 120;

    /**
     * One row.
     *
     * @param label what it is about
     * @param filled how long the bar is
     * @param whole how long the pale bar behind it is; 0 for none
     * @param mark where the mark stands; 0 for none
     * @param className the bar's colour, such as {@code bar-done}; empty for the usual one
     * @param cells what stands beside the bar, in words and numbers
     */
    record Line(String label, double filled, double whole, double mark, String className, List<String> cells) {}

    BarTable(String caption, String first, List<String> heads, List<Line> lines) {
        addClassNames("count-chart", "room-bars");
        var table = new NativeTable();
        table.setCaptionText(caption);
        if (!heads.isEmpty()) {
            var row = new NativeTableRow(head(first, "col"), head("", "col"));
            row.getChildren().skip(1).forEach(c -> c.getElement().setAttribute("aria-hidden", "true"));
            heads.forEach(h -> row.add(head(h, "col")));
            table.getHead().add(row);
        }
        var most = lines.stream()
                .mapToDouble(l -> Math.max(l.filled(), Math.max(l.whole(), l.mark())))
                .max()
                .orElse(1);
        for (var line : lines) {
            var drawn = new Svg(drawn(line, Math.max(most, 1e-9)));
            drawn.getElement().setAttribute("aria-hidden", "true");
            var row = new NativeTableRow(head(line.label(), "row"), new NativeTableCell(drawn));
            line.cells().forEach(cell -> row.add(new NativeTableCell(new Span(cell))));
            table.getBody().add(row);
        }
        var scroller = new Div(table);
        scroller.addClassName("room-scroll");
        scroller.getElement().setAttribute("tabindex", "0");
        scroller.getElement().setAttribute("role", "group");
        scroller.getElement().setAttribute("aria-label", caption);
        add(scroller);
    }

    private static NativeTableHeaderCell head(String text, String scope) {
        var head = new NativeTableHeaderCell(text);
        head.getElement().setAttribute("scope", scope);
        return head;
    }

    private static String drawn(Line line, double most) {
        var svg = new StringBuilder("<svg width=\"124\" height=\"14\" focusable=\"false\">");
        if (line.whole() > 0) {
            svg.append("<rect class=\"bar-whole\" y=\"1\" height=\"12\" rx=\"2\" width=\"%d\"/>"
                    .formatted(length(line.whole(), most)));
        }
        svg.append("<rect class=\"bar %s\" y=\"1\" height=\"12\" rx=\"2\" width=\"%d\"/>"
                .formatted(line.className(), length(line.filled(), most)));
        if (line.mark() > 0) {
            svg.append("<rect class=\"bar-mark\" x=\"%d\" width=\"2\" height=\"14\"/>"
                    .formatted(length(line.mark(), most)));
        }
        return svg.append("</svg>").toString();
    }

    private static int length(double value, double most) {
        return (int) Math.round(LONGEST * Math.max(0, value) / most);
    }
}
