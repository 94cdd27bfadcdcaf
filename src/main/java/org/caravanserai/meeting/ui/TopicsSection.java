package org.caravanserai.meeting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingSetUp;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.meeting.Priority;
import org.caravanserai.meeting.TopicSetUp;
import org.caravanserai.shell.Hue;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The topics of a meeting. */
class TopicsSection extends PartSection<MeetingView.TopicView> {

    private static final long serialVersionUID = 1L;
    private static final int HUES = 16;

    private final transient TopicSetUp topics;

    TopicsSection(Words words, MeetingId meeting, TopicSetUp topics, MeetingSetUp reading) {
        super(words, meeting, reading, words.get("meeting.section.TOPICS"));
        this.topics = topics;
        refresh();
    }

    @Override
    List<MeetingView.TopicView> rows(MeetingView now) {
        return now.topics();
    }

    @Override
    UUID key(MeetingView.TopicView row) {
        return row.key();
    }

    @Override
    LocalizedText name(MeetingView.TopicView row) {
        return row.name();
    }

    @Override
    String detail(MeetingView.TopicView row) {
        return words.get("meeting.priority." + row.priority().name());
    }

    @Override
    String mark(MeetingView.TopicView row) {
        return Hue.of(row.hue());
    }

    @Override
    void arrange(List<UUID> keys) {
        topics.arrange(meeting, keys);
    }

    @Override
    Runnable removing(MeetingView.TopicView row) {
        var removed = topics.remove(meeting, row.key());
        return () -> topics.restore(meeting, removed);
    }

    @Override
    Form form(MeetingView.@Nullable TopicView row) {
        var name = new LocalizedField(words.get("meeting.field.name"), false);
        name.setId("part-name");
        var keywords = new LocalizedField(words.get("meeting.field.keywords"), false);
        keywords.setId("part-keywords");
        var priority = new Select<Priority>();
        priority.setLabel(words.get("meeting.field.priority"));
        priority.setId("part-priority");
        priority.setItems(Priority.values());
        priority.setItemLabelGenerator(p -> words.get("meeting.priority." + p.name()));
        priority.setValue(row == null ? Priority.GREEN : row.priority());
        var hue = new Select<Integer>();
        hue.setLabel(words.get("meeting.field.hue"));
        hue.setId("part-hue");
        hue.setItems(IntStream.range(0, HUES).boxed().toList());
        hue.setItemLabelGenerator(step -> words.get("meeting.hue", step + 1));
        hue.setRenderer(new ComponentRenderer<>(this::swatch));
        hue.setValue(row == null ? unused() : step(row.hue()));
        if (row != null) {
            name.setValue(row.name());
            keywords.setValue(row.keywords());
        }
        var fields = new LinkedHashMap<String, Component>();
        fields.put("name", name);
        fields.put("keywords", keywords);
        fields.put("priority", priority);
        fields.put("hue", hue);
        return new Form(fields, () -> {
            var degrees = row != null && step(row.hue()) == hue.getValue()
                    ? row.hue()
                    : Math.round(hue.getValue() * 360f / HUES);
            var content = new TopicSetUp.Content(name.getValue(), keywords.getValue(), degrees, priority.getValue());
            if (row == null) {
                topics.add(meeting, content);
            } else {
                topics.change(meeting, row.key(), row.version(), content);
            }
        });
    }

    private Component swatch(int step) {
        var swatch = new Span();
        swatch.addClassNames("hue-swatch", Hue.of(Math.round(step * 360f / HUES)));
        return new Span(swatch, new Span(words.get("meeting.hue", step + 1)));
    }

    private static int step(int degrees) {
        return Math.floorMod(Math.round(degrees * HUES / 360f), HUES);
    }

    /** A hue that no topic has yet, while there is one. */
    private int unused() {
        var used = rows(reading.read(meeting)).stream()
                .map(topic -> step(topic.hue()))
                .collect(Collectors.toSet());
        return IntStream.range(0, HUES)
                .filter(step -> !used.contains(step))
                .findFirst()
                .orElse(0);
    }
}
