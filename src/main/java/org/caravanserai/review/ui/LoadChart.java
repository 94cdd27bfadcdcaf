package org.caravanserai.review.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.caravanserai.review.assigning.AssignmentPreview.Load;
import org.caravanserai.shell.Words;
import org.springframework.web.util.HtmlUtils;

/**
 * What each reviewer would have to do: a bar for what she would have, a mark for what she has now, and a line where her
 * limit is; the same numbers as a table behind. The drawing is hidden from screen readers, which read the table.
 */
@Tag("figure")
class LoadChart extends Div {

    private static final long serialVersionUID = 1L;
    private static final int ROW = 24;
    private static final int WIDTH = 360;
    private static final int LABEL = 150;
    private static final int LONGEST = 20;

    LoadChart(Words words, List<Load> loads) {
        addClassNames("count-chart", "load-chart");
        var drawing = new Svg(drawing(words, loads));
        drawing.addClassName("count-chart-drawing");
        drawing.getElement().setAttribute("aria-hidden", "true");
        var details = new NativeDetails(words.get("assigning.loads.table"), table(words, loads));
        details.addClassName("count-chart-table");
        add(new Paragraph(words.get("assigning.loads.legend")), drawing, details);
    }

    private static String drawing(Words words, List<Load> loads) {
        var most = loads.stream()
                .mapToInt(l -> Math.max(l.after(), l.most()))
                .max()
                .orElse(1);
        var unit = (double) (WIDTH - LABEL - 44) / Math.max(1, most);
        var height = Math.max(1, loads.size()) * ROW;
        var svg = new StringBuilder("<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" focusable=\"false\">"
                .formatted(WIDTH, height, WIDTH, height));
        int top = 0;
        for (var load : loads) {
            var length = Math.round(unit * load.after());
            var limit = LABEL + Math.round(unit * load.most());
            var before = LABEL + Math.round(unit * load.before());
            svg.append("<text class=\"label\" x=\"0\" y=\"%d\">%s</text>"
                            .formatted(top + 16, HtmlUtils.htmlEscape(shortened(words.name(load.name())))))
                    .append("<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"14\" rx=\"2\"/>"
                            .formatted(LABEL, top + 5, Math.max(1, length)))
                    .append("<circle class=\"before\" cx=\"%d\" cy=\"%d\" r=\"4\"/>".formatted(before, top + 12))
                    .append("<line class=\"limit\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>"
                            .formatted(limit, top + 2, limit, top + 22))
                    .append("<text class=\"count\" x=\"%d\" y=\"%d\">%d</text>"
                            .formatted(Math.max(LABEL + length, limit) + 6, top + 16, load.after()));
            top += ROW;
        }
        return svg.append("</svg>").toString();
    }

    private static NativeTable table(Words words, List<Load> loads) {
        var table = new NativeTable();
        table.setCaptionText(words.get("assigning.loads"));
        var head = new NativeTableRow();
        for (var key : List.of(
                "assigning.loads.name", "assigning.loads.before", "assigning.loads.after", "assigning.loads.limits")) {
            var cell = new NativeTableHeaderCell(words.get(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        for (var load : loads) {
            var name = new NativeTableHeaderCell(words.name(load.name()));
            name.getElement().setAttribute("scope", "row");
            table.getBody()
                    .add(new NativeTableRow(
                            name,
                            new NativeTableCell(Integer.toString(load.before())),
                            new NativeTableCell(Integer.toString(load.after())),
                            new NativeTableCell(load.least() + "–" + load.most())));
        }
        return table;
    }

    private static String shortened(String name) {
        var most = name.codePoints().anyMatch(Character::isIdeographic) ? LONGEST / 2 : LONGEST;
        return name.codePointCount(0, name.length()) > most
                ? name.substring(0, name.offsetByCodePoints(0, most - 1)) + "…"
                : name;
    }
}
