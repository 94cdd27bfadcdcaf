package org.caravanserai.partnering.followup.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.OptionalInt;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.ViewOfMeeting;
import org.caravanserai.partnering.followup.CameOfIt;
import org.caravanserai.partnering.followup.FollowUpTotals;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;

/** What came of the meetings between people at a meeting, in numbers that tell of nobody. */
@Route(value = "meetings/:slug/" + FollowUpTotalsView.PLACE, layout = MainLayout.class)
@PermitAll
class FollowUpTotalsView extends ViewOfMeeting {

    static final String PLACE = "follow-up";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 160;
    private static final int HEIGHT = 14;

    private final transient FollowUpTotals totals;

    FollowUpTotalsView(MeetingDirectory directory, FollowUpTotals totals) {
        super(directory, "followup.totals.title");
        this.totals = totals;
    }

    @Override
    protected void show() {
        var shown = totals.of(meeting().id().value());
        removeAll();
        add(new PageHeader(words.get("followup.totals.title"))
                .with(words.text(meeting().name())));
        add(new Paragraph(words.get("followup.totals.help", FollowUpTotals.FEWEST)));
        if (shown.answers().isEmpty()) {
            add(new EmptyState(words.get("followup.totals.few", FollowUpTotals.FEWEST)));
            return;
        }
        add(new Paragraph(words.get("followup.totals.answers", shown.answers().getAsInt())), chart(shown));
    }

    private Div chart(FollowUpTotals.Totals shown) {
        var table = new NativeTable();
        table.setId("follow-up-totals");
        table.setCaptionText(words.get("followup.totals.title"));
        for (var what : CameOfIt.values()) {
            var number = shown.came().getOrDefault(what, OptionalInt.empty());
            var head = new NativeTableHeaderCell(words.get("followup.came." + what));
            head.getElement().setAttribute("scope", "row");
            var drawn = new Svg(drawn(number.orElse(0), shown.answers().orElse(1)));
            drawn.getElement().setAttribute("aria-hidden", "true");
            var said = number.isPresent()
                    ? words.number(number.getAsInt())
                    : words.get("followup.totals.fewer", FollowUpTotals.FEWEST);
            table.getBody().add(new NativeTableRow(head, new NativeTableCell(drawn, new Span(said))));
        }
        var chart = new Div(table);
        chart.addClassName("count-chart");
        return chart;
    }

    private static String drawn(int number, int answers) {
        return ("<svg width=\"%d\" height=\"%d\" focusable=\"false\"><rect class=\"bar-whole\" width=\"%d\" height=\"%d\""
                        + " rx=\"2\"/><rect class=\"bar\" width=\"%d\" height=\"%d\" rx=\"2\"/></svg>")
                .formatted(LONGEST, HEIGHT, LONGEST, HEIGHT, LONGEST * number / Math.max(1, answers), HEIGHT);
    }
}
