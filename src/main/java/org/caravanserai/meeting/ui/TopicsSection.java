package org.caravanserai.meeting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingSetUp;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.meeting.Priority;
import org.caravanserai.meeting.TopicSetUp;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The topics of a meeting. */
class TopicsSection extends PartSection<MeetingView.TopicView> {

    private static final long serialVersionUID = 1L;
    private static final int NEXT_HUE = 68;

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
        if (row != null) {
            name.setValue(row.name());
            keywords.setValue(row.keywords());
        }
        var fields = new LinkedHashMap<String, Component>();
        fields.put("name", name);
        fields.put("keywords", keywords);
        fields.put("priority", priority);
        return new Form(fields, () -> {
            var hue = row == null ? NEXT_HUE : row.hue();
            var content = new TopicSetUp.Content(name.getValue(), keywords.getValue(), hue, priority.getValue());
            if (row == null) {
                topics.add(meeting, content);
            } else {
                topics.change(meeting, row.key(), row.version(), content);
            }
        });
    }
}
