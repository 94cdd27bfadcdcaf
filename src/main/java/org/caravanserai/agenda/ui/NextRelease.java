package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.caravanserai.agenda.AgendaPublication;
import org.caravanserai.agenda.AgendaPublication.Concerned;
import org.caravanserai.agenda.ReleaseWords;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;

/** The release that could be published now: what it changes, a word to readers, whom it concerns and what they are written. */
class NextRelease extends Section {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient AgendaPublication publication;
    private final transient MeetingView meeting;
    private final transient OptionalInt again;
    private final transient AgendaPublication.Preview next;
    private final transient Runnable refresh;
    private final LocalizedField note;
    private final Checkbox tell = new Checkbox();
    private final Problems problems = new Problems();
    private final Div message = new Div();

    /** {@code again} is the earlier release to publish once more; {@code refresh} is run when it is published or given up. */
    NextRelease(
            Words words,
            AgendaPublication publication,
            ReleaseWords releaseWords,
            MeetingView meeting,
            OptionalInt again,
            AgendaPublication.Preview next,
            ConflictList conflicts,
            Runnable refresh) {
        this.words = words;
        this.publication = publication;
        this.meeting = meeting;
        this.again = again;
        this.next = next;
        this.refresh = refresh;
        addClassName("release-next");
        note = new LocalizedField(words.get("release.noteField"), true);
        note.setId("release-note");
        note.setMaxLength(AgendaPublication.LONGEST_NOTE);
        var publish = new Button(words.get("release.publish", next.number()), e -> publish());
        publish.setId("publish");
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        var buttons = new Div(publish);
        buttons.addClassName("release-buttons");
        if (again.isPresent()) {
            var cancel = new Button(words.get("shell.cancel"), e -> refresh.run());
            cancel.setId("release-cancel");
            buttons.add(cancel);
        }
        add(new H2(title()), new ReleaseChanges(words, releaseWords, meeting, next.difference()), conflicts, note);
        if (!next.concerned().isEmpty()) {
            add(concerned());
        }
        add(problems, buttons);
    }

    private String title() {
        return again.isPresent()
                ? words.get("release.again", next.number(), again.getAsInt(), next.sessions())
                : words.get("release.next", next.number(), next.sessions());
    }

    private Component concerned() {
        tell.setId("release-tell");
        tell.setLabel(words.get("release.tell", next.reachable()));
        tell.setValue(next.reachable() > 0);
        tell.setEnabled(next.reachable() > 0);
        var unreachable = next.concerned().size() - next.reachable();
        var look = new ComboBox<Concerned>(words.get("release.look"));
        look.setId("release-look");
        look.setItems(next.concerned());
        look.setItemLabelGenerator(c -> words.name(c.name()) + " · "
                + words.get(c.reachable() ? "release.of" : "release.of.silent", c.sessions()));
        look.setClearButtonVisible(true);
        look.addValueChangeListener(e -> look(e.getValue()));
        message.addClassName("release-message");
        message.getElement().setAttribute("role", "status");
        var part =
                new Div(new H3(words.get("release.concerned", next.concerned().size())), tell);
        if (unreachable > 0) {
            part.add(new Paragraph(words.get("release.unreachable", unreachable)));
        }
        part.add(look, message);
        part.addClassName("release-concerned");
        return part;
    }

    private void look(@org.jspecify.annotations.Nullable Concerned chosen) {
        message.removeAll();
        if (chosen == null) {
            return;
        }
        try {
            var written = publication.message(meeting.id(), again, noteTyped(), chosen.person());
            var subject = new Div(new Span(written.subject()));
            subject.addClassName("release-message-subject");
            var text = new Div(written.text());
            text.addClassName("release-message-text");
            for (var part : List.of(subject, text)) {
                part.getElement().setAttribute("lang", written.language().tag());
            }
            message.add(new Paragraph(words.get("release.message.to", written.email())), subject, text);
        } catch (Refusal refusal) {
            message.add(new Paragraph(words.get(refusal.problems().getFirst())));
        }
    }

    private LocalizedText noteTyped() {
        return Objects.requireNonNullElse(note.getValue(), LocalizedText.EMPTY);
    }

    private void publish() {
        problems.clear();
        try {
            var published = publication.publish(
                    meeting.id(),
                    new AgendaPublication.Wanted(
                            next.number(), again, noteTyped(), tell.isEnabled() && tell.getValue()));
            refresh.run();
            if (published.messages() == 0) {
                Notices.done(words.get("release.published", published.number()));
            } else {
                Notices.done(
                        words.get(
                                "release.published.telling",
                                published.number(),
                                published.messages(),
                                AgendaPublication.PAUSE.toMinutes()),
                        words.get("release.takeBack"),
                        () -> Notices.done(words.get(
                                "release.takenBack", publication.takeBackMessages(meeting.id(), published.number()))));
            }
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("note", note));
        }
    }
}
