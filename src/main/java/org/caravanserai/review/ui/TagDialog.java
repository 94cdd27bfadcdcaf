package org.caravanserai.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.review.room.ProposalTags;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Marks the selected proposals with a word, or takes it off them; both can be undone. */
class TagDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient ProposalTags tags;
    private final transient MeetingId meeting;
    private final transient Runnable changed;
    private final List<UUID> proposals;
    private final Words words = Words.here();
    private final ComboBox<String> tag = new ComboBox<>(words.get("room.tag"));
    private final Problems problems = new Problems();

    TagDialog(ProposalTags tags, MeetingId meeting, List<UUID> proposals, Collection<String> known, Runnable changed) {
        super(Words.here().get("room.tag.title", proposals.size()));
        this.tags = tags;
        this.meeting = meeting;
        this.changed = changed;
        this.proposals = List.copyOf(proposals);
        tag.setId("room-tag");
        tag.setItems(known);
        tag.setAllowCustomValue(true);
        tag.addCustomValueSetListener(e -> tag.setValue(e.getDetail()));
        tag.setHelperText(words.get("room.tag.help"));
        tag.addClassName("review-wide");
        var add = new Button(words.get("room.tag.add"), e -> run(true));
        add.setId("room-tag-add");
        add.addThemeVariants(ButtonVariant.PRIMARY);
        var remove = new Button(words.get("room.tag.remove"), e -> run(false));
        remove.setId("room-tag-remove");
        add(problems, tag);
        getFooter().add(new Button(words.get("shell.cancel"), e -> close()), remove, add);
    }

    private void run(boolean mark) {
        var label = tag.getOptionalValue().orElse("");
        try {
            var done = mark ? tags.mark(meeting, proposals, label) : tags.unmark(meeting, proposals, label);
            close();
            Notices.done(words.get(mark ? "room.tag.added" : "room.tag.removed", done.size()), () -> {
                if (mark) {
                    tags.unmark(meeting, done, label);
                } else {
                    tags.mark(meeting, done, label);
                }
                changed.run();
            });
            changed.run();
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("tag", tag));
        }
    }
}
