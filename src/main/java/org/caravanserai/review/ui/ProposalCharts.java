package org.caravanserai.review.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.function.Supplier;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.ProposalCounts;
import org.caravanserai.shell.Hue;
import org.caravanserai.shell.Words;

/** How many proposals there are by state, topic and country; counted when somebody looks. */
class ProposalCharts extends Details {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();
    private final transient CommitteeMeeting meeting;
    private final Div charts = new Div();

    ProposalCharts(CommitteeMeeting meeting, Supplier<ProposalCounts> counts) {
        this.meeting = meeting;
        setSummaryText(words.get("review.charts"));
        setId("review-charts");
        charts.addClassName("review-charts");
        add(charts);
        addOpenedChangeListener(e -> show(counts.get()));
    }

    /** Shows numbers, if somebody looks. */
    final void show(ProposalCounts counts) {
        charts.removeAll();
        if (!isOpened() || counts.total() == 0) {
            return;
        }
        charts.add(
                new CountChart(
                        words.get("review.chart.state"),
                        counts.byState().entrySet().stream()
                                .map(e -> new CountChart.Bar(
                                        ReviewWords.state(words, e.getKey()),
                                        e.getValue(),
                                        "bar-"
                                                + ReviewWords.tone(e.getKey())
                                                        .name()
                                                        .toLowerCase(java.util.Locale.ROOT)))
                                .toList()),
                new CountChart(
                        words.get("review.chart.topic"),
                        meeting.topics().stream()
                                .filter(t -> counts.byTopic().containsKey(t.key()))
                                .map(t -> new CountChart.Bar(
                                        words.text(t.name()),
                                        counts.byTopic().getOrDefault(t.key(), 0),
                                        "bar-topic " + Hue.of(t.hue())))
                                .toList()),
                new CountChart(
                        words.get("review.chart.country"),
                        counts.byCountry().entrySet().stream()
                                .sorted(Map.Entry.<String, Integer>comparingByValue()
                                        .reversed())
                                .map(e -> new CountChart.Bar(ReviewWords.country(words, e.getKey()), e.getValue(), ""))
                                .toList()));
    }
}
