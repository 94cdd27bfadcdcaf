package org.caravanserai.meeting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.caravanserai.meeting.Equipment;
import org.caravanserai.meeting.MeetingSetUp;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.meeting.RoomSetUp;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The rooms of a meeting. */
class RoomsSection extends PartSection<MeetingView.RoomView> {

    private static final long serialVersionUID = 1L;

    private final transient RoomSetUp rooms;
    private final transient MeetingView shown;

    RoomsSection(Words words, MeetingView meeting, RoomSetUp rooms, MeetingSetUp reading) {
        super(words, meeting.id(), reading, words.get("meeting.section.ROOMS"));
        this.rooms = rooms;
        this.shown = meeting;
        refresh();
    }

    @Override
    List<MeetingView.RoomView> rows(MeetingView now) {
        return now.rooms();
    }

    @Override
    UUID key(MeetingView.RoomView row) {
        return row.key();
    }

    @Override
    LocalizedText name(MeetingView.RoomView row) {
        return row.name();
    }

    @Override
    String detail(MeetingView.RoomView row) {
        var seats = words.get("meeting.field.capacity") + ": " + row.capacity();
        if (!row.closures().isEmpty()) {
            seats += " · " + words.get("meeting.closure.count", row.closures().size());
        }
        return row.venue().isEmpty() ? seats : words.text(row.venue()) + " · " + seats;
    }

    @Override
    void arrange(List<UUID> keys) {
        rooms.arrange(meeting, keys);
    }

    @Override
    Runnable removing(MeetingView.RoomView row) {
        var removed = rooms.remove(meeting, row.key());
        return () -> rooms.restore(meeting, removed);
    }

    @Override
    Form form(MeetingView.@Nullable RoomView row) {
        var name = new LocalizedField(words.get("meeting.field.name"), false);
        name.setId("part-name");
        var venue = new LocalizedField(words.get("meeting.field.building"), false);
        venue.setId("part-venue");
        var capacity = new IntegerField(words.get("meeting.field.capacity"));
        capacity.setId("part-capacity");
        var equipment = new CheckboxGroup<Equipment>(words.get("meeting.field.equipment"));
        equipment.setId("part-equipment");
        equipment.setItems(Equipment.values());
        equipment.setItemLabelGenerator(e -> words.get("meeting.equipment." + e.name()));
        var booths = new IntegerField(words.get("meeting.field.booths"));
        booths.setId("part-booths");
        var online = new Checkbox(words.get("meeting.field.online"));
        online.setId("part-online");
        if (row != null) {
            name.setValue(row.name());
            venue.setValue(row.venue());
            capacity.setValue(row.capacity());
            equipment.setValue(row.equipment());
            booths.setValue(row.booths());
            online.setValue(row.online());
        }
        var fields = new LinkedHashMap<String, Component>();
        fields.put("name", name);
        fields.put("venue", venue);
        fields.put("capacity", capacity);
        fields.put("equipment", equipment);
        fields.put("booths", booths);
        fields.put("online", online);
        if (row != null) {
            fields.put("closures", new ClosuresEditor(words, shown, row.key(), rooms, reading, this::refresh));
        }
        return new Form(fields, () -> {
            var content = new RoomSetUp.Content(
                    name.getValue(),
                    venue.getValue(),
                    KeptForm.valueOr(capacity, 0),
                    equipment.getValue(),
                    KeptForm.valueOr(booths, 0),
                    online.getValue());
            if (row == null) {
                rooms.add(meeting, content);
            } else {
                rooms.change(meeting, row.key(), row.version(), content);
            }
        });
    }
}
