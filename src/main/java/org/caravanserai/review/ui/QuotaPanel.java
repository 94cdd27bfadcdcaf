package org.caravanserai.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.CommitteeMeetings.TopicChoice;
import org.caravanserai.review.reviewing.DecisionRoom.Row;
import org.caravanserai.review.room.QuotaCheck;
import org.caravanserai.review.room.Quotas;
import org.caravanserai.shell.Words;

/** What if: quotas that can be turned, and how far the current selection keeps each, as bars with their numbers. */
class QuotaPanel extends Section {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();
    private final transient CommitteeMeeting meeting;
    private final IntegerField total = field("room-quota-total", "room.quota.total");
    private final IntegerField topic = field("room-quota-topic", "room.quota.topic");
    private final IntegerField country = field("room-quota-country", "room.quota.country");
    private final IntegerField firstTime = field("room-quota-first", "room.quota.first");
    private final Div bars = new Div();

    QuotaPanel(CommitteeMeeting meeting, Consumer<Quotas> turned) {
        this.meeting = meeting;
        setId("room-quotas");
        addClassName("room-panel");
        var fields = new Div(total, topic, country, firstTime);
        fields.addClassName("room-fields");
        List.of(total, topic, country, firstTime)
                .forEach(f -> f.addValueChangeListener(e -> {
                    if (e.isFromClient()) {
                        turned.accept(quotas());
                    }
                }));
        add(new H2(words.get("room.quota.title")), new Paragraph(words.get("room.quota.help")), fields, bars);
    }

    void setQuotas(Quotas quotas) {
        set(total, quotas.total());
        set(topic, quotas.eachTopic());
        set(country, quotas.eachCountry());
        set(firstTime, quotas.firstTime());
    }

    /**
     * Shows how a selection keeps quotas.
     *
     * @return the same in one sentence; empty where nothing is asked for
     */
    String show(Quotas quotas, List<Row> selected, List<Row> all) {
        bars.removeAll();
        if (quotas.isNone()) {
            return "";
        }
        List<UUID> topics = meeting.topics().stream().map(TopicChoice::key).toList();
        var checked = QuotaCheck.check(quotas, selected, all, topics);
        var holds = checked.stream().filter(QuotaCheck.Bar::holds).count();
        var sentence = words.get("room.quota.holds", holds, checked.size());
        bars.add(new BarTable(
                sentence, "", List.of(), checked.stream().map(this::line).toList()));
        return sentence;
    }

    private BarTable.Line line(QuotaCheck.Bar bar) {
        return new BarTable.Line(
                label(bar),
                bar.have(),
                0,
                bar.wanted(),
                bar.holds() ? "bar-done" : "bar-danger",
                List.of(words.get("room.share", bar.have(), bar.wanted()), verdict(bar)));
    }

    private String verdict(QuotaCheck.Bar bar) {
        if (bar.impossible()) {
            return words.get("room.quota.impossible", bar.offered());
        }
        if (bar.missing() > 0) {
            return words.get("room.quota.missing", bar.missing());
        }
        return bar.over() > 0 ? words.get("room.quota.over", bar.over()) : words.get("room.quota.kept");
    }

    private String label(QuotaCheck.Bar bar) {
        return switch (bar.about()) {
            case TOTAL -> words.get("room.quota.total");
            case TOPIC -> RoomWords.topic(words, meeting, UUID.fromString(bar.of()));
            case COUNTRY -> ReviewWords.country(words, bar.of());
            case FIRST_TIME -> words.get("room.first.true");
        };
    }

    private Quotas quotas() {
        return new Quotas(value(total), value(topic), value(country), value(firstTime));
    }

    private static int value(IntegerField field) {
        return field.getOptionalValue().orElse(0);
    }

    private static void set(IntegerField field, int value) {
        if (value == 0) {
            field.clear();
        } else {
            field.setValue(value);
        }
    }

    private IntegerField field(String id, String label) {
        var field = new IntegerField(Words.here().get(label));
        field.setId(id);
        field.setMin(0);
        field.setMax(Quotas.MOST);
        field.setStepButtonsVisible(true);
        return field;
    }
}
