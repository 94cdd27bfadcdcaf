package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.AgendaBoard.BoardSession;
import org.caravanserai.agenda.Session;
import org.caravanserai.agenda.SessionEditing;
import org.caravanserai.agenda.SessionEditing.TalkLength;
import org.caravanserai.agenda.SessionId;
import org.caravanserai.agenda.Talk;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** What stands inside a session and around it: its talks in their order with their minutes, and the time kept free. */
class SessionDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient SessionEditing editing;
    private final SessionId session;
    private final int length;
    private final Words words;
    private final Problems problems = new Problems();
    private final OrderedList rows = new OrderedList();
    private final Paragraph sum = new Paragraph();
    private final transient List<Talk> talks;
    private final Map<UUID, IntegerField> minutes = new LinkedHashMap<>();
    private final IntegerField before;
    private final IntegerField after;

    SessionDialog(BoardSession shown, SessionEditing editing, Words words) {
        super(words.text(shown.title()));
        this.editing = editing;
        this.words = words;
        this.session = new SessionId(shown.key());
        this.length = shown.place().map(place -> place.spot().minutes()).orElse(shown.minutes());
        this.talks = new ArrayList<>(editing.talks(session));
        addClassName("session-dialog");
        before = field("session-before", words.get("board.session.before"), shown.before(), Session.LONGEST_GAP);
        before.setMin(0);
        after = field("session-after", words.get("board.session.after"), shown.after(), Session.LONGEST_GAP);
        after.setMin(0);
        add(problems, new Paragraph(words.text(shown.type())));
        if (!talks.isEmpty()) {
            talks.forEach(talk -> {
                var field = field(
                        "talk-" + talk.key(),
                        words.get("board.session.minutes", words.text(talk.title())),
                        talk.minutes(),
                        Talk.LONGEST);
                field.addValueChangeListener(e -> showSum());
                minutes.put(talk.key(), field);
            });
            rows.addClassName("session-talks");
            add(new H3(words.get("board.session.talks")), rows, sum);
            showRows(Optional.empty());
        }
        var gaps = new Div(before, after);
        gaps.addClassName("session-gaps");
        add(new H3(words.get("board.session.around")), gaps);
        var save = new Button(words.get("board.session.save"), e -> save());
        save.setId("session-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.get("shell.cancel"), e -> close()), save);
    }

    private static IntegerField field(String id, String label, int value, int most) {
        var field = new IntegerField(label);
        field.setId(id);
        field.setValue(value);
        field.setMin(1);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        return field;
    }

    private void showRows(Optional<String> focus) {
        rows.removeAll();
        for (int i = 0; i < talks.size(); i++) {
            rows.add(row(talks.get(i), i, focus));
        }
        showSum();
    }

    private Component row(Talk talk, int place, Optional<String> focus) {
        var title = words.text(talk.title());
        var up = arrow("↑", words.get("shell.list.up", title), place, place - 1);
        up.setEnabled(place > 0);
        var down = arrow("↓", words.get("shell.list.down", title), place, place + 1);
        down.setEnabled(place < talks.size() - 1);
        focus.filter(id -> id.equals("up-" + talk.key())).ifPresent(id -> (up.isEnabled() ? up : down).focus());
        focus.filter(id -> id.equals("down-" + talk.key())).ifPresent(id -> (down.isEnabled() ? down : up).focus());
        var name = new Div(words.marked(talk.title()));
        name.addClassName("session-talk-title");
        var length = minutes.get(talk.key());
        var item = new ListItem(name, new Div(java.util.Objects.requireNonNull(length), up, down));
        item.addClassName("session-talk");
        return item;
    }

    private Button arrow(String sign, String label, int from, int to) {
        var button = new Button(sign, e -> {
            Collections.swap(talks, from, to);
            showRows(Optional.of((to < from ? "up-" : "down-") + talks.get(to).key()));
        });
        button.setAriaLabel(label);
        button.setTooltipText(label);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void showSum() {
        var together = minutes.values().stream()
                .mapToInt(field -> Optional.ofNullable(field.getValue()).orElse(0))
                .sum();
        sum.setText(words.get(together > length ? "board.session.over" : "board.session.sum", together, length));
        sum.setClassName("session-over", together > length);
    }

    private void save() {
        problems.clear();
        try {
            editing.keepFree(session, value(before), value(after));
            if (!talks.isEmpty()) {
                editing.arrangeTalks(
                        session,
                        talks.stream()
                                .map(talk -> new TalkLength(
                                        talk.key(), value(java.util.Objects.requireNonNull(minutes.get(talk.key())))))
                                .toList());
            }
            close();
            Notices.done(words.get("board.session.saved"));
        } catch (Refusal refusal) {
            var fields = new HashMap<String, Component>();
            minutes.forEach((key, field) -> fields.put("talk-" + key, field));
            fields.put("before", before);
            fields.put("after", after);
            problems.show(refusal, fields);
        }
    }

    /** What is not a number is out of every range. */
    private static int value(IntegerField field) {
        return Optional.ofNullable(field.getValue()).orElse(-1);
    }
}
