package org.caravanserai.meeting.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.meeting.MeetingSetUp;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.meeting.RoomSetUp;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Icons;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** When a room cannot be used. What is added or taken away here holds at once. */
class ClosuresEditor extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Words words;
    private final transient MeetingView meeting;
    private final UUID room;
    private final transient RoomSetUp rooms;
    private final transient MeetingSetUp reading;
    private final transient Runnable changed;
    private final UnorderedList list = new UnorderedList();
    private final Problems problems = new Problems();
    private final DateTimePicker start;
    private final DateTimePicker end;
    private final TextField reason;

    ClosuresEditor(
            Words words, MeetingView meeting, UUID room, RoomSetUp rooms, MeetingSetUp reading, Runnable changed) {
        this.words = words;
        this.meeting = meeting;
        this.room = room;
        this.rooms = rooms;
        this.reading = reading;
        this.changed = changed;
        list.addClassName("arranged-list");
        var city = words.text(meeting.city());
        start = Fields.moment(words.get("meeting.closure.from", city));
        start.setId("closure-start");
        start.setValue(meeting.firstDay().atTime(9, 0));
        end = Fields.moment(words.get("meeting.closure.until", city));
        end.setId("closure-end");
        end.setValue(meeting.firstDay().atTime(18, 0));
        reason = new TextField(words.get("meeting.closure.reason"));
        reason.setId("closure-reason");
        var close = new Button(words.get("meeting.closure.add"), e -> close());
        close.setId("add-closure");
        var form = new Div(problems, start, end, reason, close);
        form.addClassName("one-column");
        add(new Span(words.get("meeting.closure.title")), list, new Details(words.get("meeting.closure.add"), form));
        show();
    }

    private void show() {
        list.removeAll();
        reading.read(meeting.id())
                .room(room)
                .ifPresent(now -> now.closures().forEach(closure -> list.add(row(closure))));
        list.setVisible(list.getComponentCount() > 0);
    }

    private ListItem row(MeetingView.ClosureView closure) {
        var city = words.text(meeting.city());
        var line = new Div(
                new TimeText(closure.start(), meeting.zone(), city),
                new Span(" – "),
                new TimeText(closure.end(), meeting.zone(), city));
        var why = new Span(closure.reason());
        why.addClassName("part-detail");
        line.add(why);
        line.addClassName("arranged-line");
        var reopen = new Button(Icons.of("trash"), e -> {
            rooms.reopen(meeting.id(), closure.key());
            show();
            changed.run();
        });
        reopen.setAriaLabel(words.get("meeting.closure.remove"));
        reopen.setTooltipText(words.get("meeting.closure.remove"));
        reopen.addThemeVariants(ButtonVariant.TERTIARY);
        var item = new ListItem(line, reopen);
        item.addClassName("arranged-row");
        return item;
    }

    private void close() {
        try {
            rooms.close(meeting.id(), room, at("start", start), at("end", end), reason.getValue());
            problems.clear();
            reason.clear();
            show();
            changed.run();
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("start", start, "end", end, "reason", reason));
        }
    }

    private Instant at(String field, DateTimePicker picker) {
        var value = picker.getValue();
        if (value == null) {
            throw Refusal.at(field, "meeting.required");
        }
        return value.atZone(meeting.zone()).toInstant();
    }
}
