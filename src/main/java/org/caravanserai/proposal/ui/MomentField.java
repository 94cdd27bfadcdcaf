package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.Instant;
import java.time.LocalDateTime;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** A day and a time on the clocks of a meeting. */
final class MomentField {

    private MomentField() {}

    /** A field for a moment in the meeting's zone, which its label names; {@code at} is null for none yet. */
    static DateTimePicker of(Words words, MeetingView meeting, String label, String id, @Nullable Instant at) {
        var picker = Fields.moment(words.get(label, words.text(meeting.city())));
        picker.setId(id);
        if (at != null) {
            picker.setValue(at.atZone(meeting.zone()).toLocalDateTime());
        }
        return picker;
    }

    /**
     * The moment chosen, on the meeting's clocks.
     *
     * @throws Refusal if there is none
     */
    static LocalDateTime chosen(String field, DateTimePicker picker) {
        var value = picker.getValue();
        if (value == null) {
            throw Refusal.at(field, "meeting.required");
        }
        return value;
    }
}
