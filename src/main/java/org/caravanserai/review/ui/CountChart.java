package org.caravanserai.review.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/**
 * Numbers as bars, each labelled beside it, with the same numbers as a table behind. The drawing is hidden from screen
 * readers, which read the table.
 */
@Tag("figure")
class CountChart extends Div {

    private static final long serialVersionUID = 1L;
    private static final int ROW = 24;
    private static final int WIDTH = 320;
    private static final int LABEL = 150;

    /**
     * One bar.
     *
     * @param label what is counted
     * @param count how many
     * @param className a class that gives the bar its colour; empty for the usual one
     */
    record Bar(String label, int count, String className) {}

    CountChart(String title, String asTable, List<Bar> bars) {
        addClassName("count-chart");
        var caption = new Span(title);
        caption.addClassName("count-chart-title");
        var drawing = new Svg(drawing(bars));
        drawing.addClassName("count-chart-drawing");
        drawing.getElement().setAttribute("aria-hidden", "true");
        var details = new NativeDetails(asTable, table(title, bars));
        details.addClassName("count-chart-table");
        add(caption, drawing, details);
    }

    private static NativeTable table(String title, List<Bar> bars) {
        var table = new NativeTable();
        table.setCaptionText(title);
        for (var bar : bars) {
            var head = new NativeTableHeaderCell(bar.label());
            head.getElement().setAttribute("scope", "row");
            table.getBody().add(new NativeTableRow(head, new NativeTableCell(Integer.toString(bar.count()))));
        }
        return table;
    }

    private static String drawing(List<Bar> bars) {
        var most = bars.stream().mapToInt(Bar::count).max().orElse(1);
        var height = Math.max(1, bars.size()) * ROW;
        var svg = new StringBuilder("<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" focusable=\"false\">"
                .formatted(WIDTH, height, WIDTH, height));
        int top = 0;
        for (var bar : bars) {
            var length = Math.max(2, (WIDTH - LABEL - 44) * bar.count() / Math.max(1, most));
            svg.append("<text class=\"label\" x=\"0\" y=\"%d\">%s</text>"
                            .formatted(top + 16, HtmlUtils.htmlEscape(shortened(bar.label()))))
                    .append("<rect class=\"bar %s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"14\" rx=\"2\"/>"
                            .formatted(bar.className(), LABEL, top + 5, length))
                    .append("<text class=\"count\" x=\"%d\" y=\"%d\">%d</text>"
                            .formatted(LABEL + length + 6, top + 16, bar.count()));
            top += ROW;
        }
        return svg.append("</svg>").toString();
    }

    private static String shortened(String label) {
        var most = label.codePoints().anyMatch(Character::isIdeographic) ? 10 : 20;
        return label.codePointCount(0, label.length()) > most
                ? label.substring(0, label.offsetByCodePoints(0, most - 1)) + "…"
                : label;
    }
}
