package org.caravanserai.meeting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingSetUp;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypeSetUp;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The session types of a meeting. */
class TypesSection extends PartSection<MeetingView.TypeView> {

    private static final long serialVersionUID = 1L;
    private static final int USUAL = 60;

    private final transient SessionTypeSetUp types;

    TypesSection(Words words, MeetingId meeting, SessionTypeSetUp types, MeetingSetUp reading) {
        super(words, meeting, reading, words.get("meeting.section.TYPES"));
        this.types = types;
        refresh();
    }

    @Override
    List<MeetingView.TypeView> rows(MeetingView now) {
        return now.types();
    }

    @Override
    UUID key(MeetingView.TypeView row) {
        return row.key();
    }

    @Override
    LocalizedText name(MeetingView.TypeView row) {
        return row.name();
    }

    @Override
    String detail(MeetingView.TypeView row) {
        return words.get("meeting.kind." + row.kind().name()) + " · " + words.get("meeting.minutes", row.minutes());
    }

    @Override
    void arrange(List<UUID> keys) {
        types.arrange(meeting, keys);
    }

    @Override
    Runnable removing(MeetingView.TypeView row) {
        var removed = types.remove(meeting, row.key());
        return () -> types.restore(meeting, removed);
    }

    @Override
    Form form(MeetingView.@Nullable TypeView row) {
        var name = new LocalizedField(words.get("meeting.field.name"), false);
        name.setId("part-name");
        var kind = new Select<SessionType.Kind>();
        kind.setLabel(words.get("meeting.field.kind"));
        kind.setId("part-kind");
        kind.setItems(SessionType.Kind.values());
        kind.setItemLabelGenerator(k -> words.get("meeting.kind." + k.name()));
        kind.setValue(row == null ? SessionType.Kind.SESSION : row.kind());
        kind.setReadOnly(row != null);
        var minutes = new IntegerField(words.get("meeting.field.minutes"));
        minutes.setId("part-minutes");
        minutes.setValue(row == null ? USUAL : row.minutes());
        var holdsTalks = new Checkbox(words.get("meeting.field.holdsTalks"), row != null && row.mayHoldTalks());
        holdsTalks.setId("part-talks");
        if (row != null) {
            name.setValue(row.name());
        }
        var fields = new LinkedHashMap<String, Component>();
        fields.put("name", name);
        fields.put("kind", kind);
        fields.put("minutes", minutes);
        fields.put("mayHoldTalks", holdsTalks);
        return new Form(fields, () -> {
            var content = new SessionTypeSetUp.Content(
                    name.getValue(), kind.getValue(), KeptForm.valueOr(minutes, 0), holdsTalks.getValue());
            if (row == null) {
                types.add(meeting, content);
            } else {
                types.change(meeting, row.key(), row.version(), content);
            }
        });
    }
}
