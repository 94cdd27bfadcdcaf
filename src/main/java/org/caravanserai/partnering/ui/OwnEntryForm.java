package org.caravanserai.partnering.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.Map;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.partnering.directory.DirectoryMembership;
import org.caravanserai.partnering.directory.Shown;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Where a person enters the directory of a meeting, or says what it shows of her and leaves it. */
class OwnEntryForm extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Words words;
    private final transient MeetingId meeting;
    private final transient DirectoryMembership membership;
    private final transient Runnable changed;
    private final LocalizedField line;
    private final Checkbox institution;
    private final Checkbox interests;
    private final Checkbox languages;
    private long version;

    OwnEntryForm(Words words, MeetingId meeting, DirectoryMembership membership, Clock clock, Runnable changed) {
        this.words = words;
        this.meeting = meeting;
        this.membership = membership;
        this.changed = changed;
        line = new LocalizedField(words.get("partner.entry.line"), false);
        line.setId("entry-line");
        line.setHelperText(words.get("partner.entry.line.help"));
        line.setMaxLength(Shown.LONGEST_LINE);
        institution = choice("entry-institution", "partner.entry.institution");
        interests = choice("entry-interests", "partner.entry.interests");
        languages = choice("entry-languages", "partner.entry.languages");
        var mine = membership.mine(meeting);
        fill(mine.map(DirectoryMembership.Own::shown).orElse(Shown.ALL));
        if (mine.isEmpty()) {
            showJoin();
        } else {
            version = mine.get().version();
            showKept(clock);
        }
    }

    private void showJoin() {
        var problems = new Problems();
        var join = new Button(words.get("partner.directory.join"), e -> {
            try {
                membership.join(meeting, shown());
                Notices.done(words.get("partner.directory.joined"), this::leave);
                changed.run();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("line", line));
            }
        });
        join.setId("directory-join");
        join.addThemeVariants(ButtonVariant.PRIMARY);
        var form = new Div(line, institution, interests, languages, join);
        form.addClassName("form");
        add(
                new H2(words.get("partner.directory.enter")),
                new Paragraph(words.get("partner.directory.help")),
                problems,
                form);
    }

    private void showKept(Clock clock) {
        var form = new KeptForm(words.get("partner.entry.title"), clock)
                .with("line", line)
                .with("institution", institution)
                .with("interests", interests)
                .with("languages", languages)
                .keeping(() -> version = membership.change(meeting, version, shown()))
                .whenStale(
                        () -> membership
                                .mine(meeting)
                                .map(own -> words.text(own.shown().line()))
                                .orElse(""),
                        () -> membership.mine(meeting).ifPresent(own -> version = own.version()),
                        changed);
        var leave = new Button(words.get("partner.directory.leave"), e -> {
            var before = shown();
            leave();
            Notices.done(words.get("partner.directory.left"), () -> {
                membership.join(meeting, before);
                changed.run();
            });
        });
        leave.setId("directory-leave");
        add(form.with(leave));
    }

    private void leave() {
        membership.leave(meeting);
        changed.run();
    }

    private Shown shown() {
        return new Shown(line.getValue(), institution.getValue(), interests.getValue(), languages.getValue());
    }

    private void fill(Shown shown) {
        line.setValue(shown.line());
        institution.setValue(shown.institution());
        interests.setValue(shown.interests());
        languages.setValue(shown.languages());
    }

    private Checkbox choice(String id, String label) {
        var box = new Checkbox(words.get(label));
        box.setId(id);
        return box;
    }
}
