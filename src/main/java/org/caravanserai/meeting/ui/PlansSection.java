package org.caravanserai.meeting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.caravanserai.meeting.MeetingSetUp;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.meeting.RoomPlanSetUp;
import org.caravanserai.meeting.RoomPlanView;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.LimitedUpload;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The plans of a meeting's rooms. */
class PlansSection extends PartSection<RoomPlanView> {

    private static final long serialVersionUID = 1L;

    private final transient RoomPlanSetUp plans;

    PlansSection(Words words, MeetingView meeting, RoomPlanSetUp plans, MeetingSetUp reading) {
        super(words, meeting.id(), reading, words.get("programme.plan.title"));
        this.plans = plans;
        refresh();
    }

    /** Where an organiser sees a plan's picture, whether or not the meeting is open. */
    static Image image(RoomPlanView plan, String slug, String alternative) {
        var image = new Image("/meetings/" + slug + "/plans/" + plan.key() + "?v=" + plan.picture(), alternative);
        image.addClassName("plan-image");
        image.setWidth(plan.width() + "px");
        return image;
    }

    @Override
    String part() {
        return "plan";
    }

    @Override
    List<RoomPlanView> rows(MeetingView now) {
        return plans.list(meeting);
    }

    @Override
    UUID key(RoomPlanView row) {
        return row.key();
    }

    @Override
    LocalizedText name(RoomPlanView row) {
        return row.name();
    }

    @Override
    String detail(RoomPlanView row) {
        return words.get("programme.plan.rooms", row.spots().size());
    }

    @Override
    void arrange(List<UUID> keys) {
        plans.arrange(meeting, keys);
    }

    @Override
    Runnable removing(RoomPlanView row) {
        var removed = plans.remove(meeting, row.key());
        return () -> plans.restore(meeting, removed);
    }

    @Override
    Form form(@Nullable RoomPlanView row) {
        var name = new LocalizedField(words.get("meeting.field.name"), false);
        name.setId("plan-name");
        var description = new LocalizedField(words.get("programme.plan.description"), false);
        description.setId("plan-description");
        description.setHelperText(words.get("programme.plan.description.help"));
        var picture = new ChosenPicture(words);
        if (row != null) {
            name.setValue(row.name());
            description.setValue(row.description());
        }
        var fields = new LinkedHashMap<String, Component>();
        fields.put("name", name);
        fields.put("description", description);
        fields.put("picture-kinds", new Span(words.get("programme.plan.picture")));
        fields.put("picture", picture.field);
        if (row != null) {
            fields.put("spot", new PlanSpotsEditor(words, reading.read(meeting), row, plans, this::refresh));
        }
        return new Form(fields, () -> {
            var content = new RoomPlanSetUp.Content(name.getValue(), description.getValue());
            if (row == null) {
                plans.add(meeting, content, picture.chosen);
            } else {
                plans.change(meeting, row.key(), row.version(), content, picture.chosen);
            }
        });
    }

    /** A picture, which is kept with the rest of the form. */
    private static final class ChosenPicture {

        private byte[] chosen = new byte[0];
        private final Upload field;

        ChosenPicture(Words words) {
            field = Fields.upload(new LimitedUpload(RoomPlanSetUp.LARGEST, (metadata, bytes) -> {
                chosen = bytes;
                Notices.done(words.get("programme.plan.chosen", metadata.fileName()));
            }));
            field.setId("plan-picture");
            field.setMaxFiles(1);
            field.setAcceptedFileTypes("image/png", "image/jpeg", "image/webp", ".png", ".jpg", ".jpeg", ".webp");
            field.addFileRemovedListener(e -> chosen = new byte[0]);
            field.getElement().setAttribute("aria-label", words.get("programme.plan.picture"));
        }
    }
}
