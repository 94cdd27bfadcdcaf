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

/** Numbers as a table in which each has its bar, so that who sees and who hears it read the same. */
@Tag("figure")
class CountChart extends Div {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 120;
    private static final int HEIGHT = 12;

    /**
     * One bar.
     *
     * @param label what is counted
     * @param count how many
     * @param className a class that gives the bar its colour; empty for the usual one
     */
    record Bar(String label, int count, String className) {}

    CountChart(String title, List<Bar> bars) {
        addClassName("count-chart");
        var table = new NativeTable();
        table.setCaptionText(title);
        var most = bars.stream().mapToInt(Bar::count).max().orElse(1);
        for (var bar : bars) {
            var head = new NativeTableHeaderCell(bar.label());
            head.getElement().setAttribute("scope", "row");
            var drawn = new Svg(drawn(bar, most));
            drawn.getElement().setAttribute("aria-hidden", "true");
            table.getBody()
                    .add(new NativeTableRow(head, new NativeTableCell(drawn, new Span(Integer.toString(bar.count())))));
        }
        add(table);
    }

    private static String drawn(Bar bar, int most) {
        var length = Math.max(2, LONGEST * bar.count() / Math.max(1, most));
        return ("<svg width=\"%d\" height=\"%d\" focusable=\"false\">"
                        + "<rect class=\"bar %s\" width=\"%d\" height=\"%d\" rx=\"2\"/></svg>")
                .formatted(length, HEIGHT, bar.className(), length, HEIGHT);
    }
}
