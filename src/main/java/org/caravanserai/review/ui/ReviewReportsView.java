package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.caravanserai.review.CommitteeMeetings;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.reviewing.ReviewerLoads;
import org.caravanserai.review.room.Acceptance;
import org.caravanserai.review.room.Agreement;
import org.caravanserai.review.room.Balance;
import org.caravanserai.review.room.ReviewReports;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;

/** What the reviewing was like: load and punctuality, agreement, and who was accepted; each as bars with their table. */
@Route(value = "meetings/:slug/review-reports", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/review.css")
@StyleSheet("context://styles/room.css")
class ReviewReportsView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient CommitteeMeetings meetings;
    private final transient ReviewReports reports;
    private final Words words = Words.here();
    private transient CommitteeMeeting meeting;

    @SuppressWarnings("NullAway.Init")
    ReviewReportsView(CommitteeMeetings meetings, ReviewReports reports) {
        this.meetings = meetings;
        this.reports = reports;
        addClassNames("view", "review-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        meeting = MeetingInAddress.of(event, meetings, CommitteeMeeting::decides);
        removeAll();
        var report = reports.read(meeting.id());
        var back = new Anchor("/app/meetings/" + meeting.slug() + "/room", words.get("room.title"));
        add(
                new PageHeader(words.get("room.reports.title"), back).with(words.text(meeting.name())),
                part(ReviewReports.Part.LOAD, "room.load.help", loads(report.loads())),
                part(ReviewReports.Part.PUNCTUALITY, "room.punctual.help", punctuality(report.loads())),
                part(ReviewReports.Part.AGREEMENT, "room.alpha.help", agreement(report.agreement())),
                part(ReviewReports.Part.COUNTRY, "room.accept.help", acceptance(Balance.COUNTRY, report.countries())),
                part(ReviewReports.Part.TOPIC, "room.accept.help", acceptance(Balance.TOPIC, report.topics())),
                part(
                        ReviewReports.Part.FIRST_TIME,
                        "room.first.help",
                        acceptance(Balance.FIRST_TIME, report.firstTime())));
    }

    @Override
    public String getPageTitle() {
        return words.get("room.reports.title") + " · " + words.text(meeting.name());
    }

    private Component part(ReviewReports.Part part, String help, Component chart) {
        var name = part.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var heading = words.get("room.report." + part.name());
        var links = new Div();
        links.addClassName("review-downloads");
        for (var link : Downloads.both(
                "report-" + name,
                "review-" + name + "-" + meeting.slug(),
                () -> reports.csv(meeting.id(), part, words.language()),
                () -> reports.xlsx(meeting.id(), part, words.language()))) {
            link.getElement().setAttribute("aria-label", link.getText() + ": " + heading);
            links.add(link);
        }
        var section = new Section(new H2(heading), new Paragraph(words.get(help)), chart, links);
        section.setId("report-" + name);
        section.addClassName("room-panel");
        return section;
    }

    private Component loads(List<ReviewerLoads.Row> loads) {
        if (loads.isEmpty()) {
            return new Paragraph(words.get("room.load.none"));
        }
        return new BarTable(
                words.get("room.report.LOAD"),
                words.get("room.load.person"),
                List.of(
                        words.get("room.load.submitted"),
                        words.get("room.load.open"),
                        words.get("room.load.overdue"),
                        words.get("room.load.delayed"),
                        words.get("room.load.declined")),
                loads.stream()
                        .map(row -> new BarTable.Line(
                                words.name(row.name()),
                                row.submitted(),
                                row.submitted() + row.open(),
                                0,
                                row.late() > 0 ? "bar-waiting" : "bar-done",
                                List.of(
                                        words.number(row.submitted()),
                                        words.number(row.open()),
                                        words.number(row.late()),
                                        words.number(row.delayed()),
                                        words.number(row.declined()))))
                        .toList());
    }

    private Component punctuality(List<ReviewerLoads.Row> loads) {
        if (loads.isEmpty()) {
            return new Paragraph(words.get("room.load.none"));
        }
        return new BarTable(
                words.get("room.report.PUNCTUALITY"),
                words.get("room.load.person"),
                List.of(
                        words.get("room.punctual.onTime"),
                        words.get("room.load.delayed"),
                        words.get("room.load.overdue")),
                loads.stream()
                        .map(row -> new BarTable.Line(
                                words.name(row.name()),
                                row.submitted() - row.delayed(),
                                row.submitted() + row.late(),
                                0,
                                row.late() + row.delayed() > 0 ? "bar-waiting" : "bar-done",
                                List.of(
                                        words.number(row.submitted() - row.delayed()),
                                        words.number(row.delayed()),
                                        words.number(row.late()))))
                        .toList());
    }

    private Component agreement(Agreement agreement) {
        var alpha = agreement.alpha();
        if (alpha.isEmpty()) {
            return new Paragraph(words.get("room.alpha.none"));
        }
        return new Div(
                new BarTable(
                        words.get("room.alpha.of", agreement.units(), agreement.values()),
                        "",
                        List.of(),
                        List.of(
                                new BarTable.Line(
                                        words.get("room.alpha"),
                                        alpha.getAsDouble(),
                                        1,
                                        0,
                                        tone(alpha.getAsDouble()),
                                        List.of(RoomWords.score(words, alpha))),
                                reference("room.alpha.tentative", Agreement.TENTATIVE),
                                reference("room.alpha.good", Agreement.GOOD))),
                new Paragraph(words.get(sentence(alpha.getAsDouble()))));
    }

    private BarTable.Line reference(String label, double value) {
        return new BarTable.Line(
                words.get(label),
                value,
                1,
                0,
                "bar-neutral",
                List.of(RoomWords.score(words, OptionalDouble.of(value))));
    }

    private static String tone(double alpha) {
        return alpha >= Agreement.GOOD ? "bar-done" : alpha >= Agreement.TENTATIVE ? "bar-waiting" : "bar-danger";
    }

    private static String sentence(double alpha) {
        return alpha >= Agreement.GOOD
                ? "room.alpha.says.good"
                : alpha >= Agreement.TENTATIVE ? "room.alpha.says.tentative" : "room.alpha.says.poor";
    }

    private Component acceptance(Balance kind, List<Acceptance> rows) {
        if (rows.isEmpty()) {
            return new Paragraph(words.get("review.empty"));
        }
        return new BarTable(
                words.get("room.accept.rate"),
                words.get("room.balance." + kind.name()),
                List.of(
                        words.get("room.accept.rate"),
                        words.get("room.accept.accepted"),
                        words.get("room.accept.decided"),
                        words.get("room.accept.handedIn")),
                rows.stream()
                        .map(row -> new BarTable.Line(
                                RoomWords.value(words, meeting, kind, row.value()),
                                row.percent(),
                                100,
                                0,
                                "bar-done",
                                List.of(
                                        row.decided() == 0 ? "–" : words.get("room.percent", row.percent()),
                                        words.number(row.accepted()),
                                        words.number(row.decided()),
                                        words.number(row.handedIn()))))
                        .toList());
    }
}
