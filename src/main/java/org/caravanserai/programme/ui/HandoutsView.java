package org.caravanserai.programme.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.ViewOfMeeting;
import org.caravanserai.programme.HandoutSharing;
import org.caravanserai.programme.HandoutSharing.Line;
import org.caravanserai.programme.HandoutShowing;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Tone;

/** What speakers of a meeting give to readers, for its organisers, who can take one down. */
@Route(value = "meetings/:slug/handouts", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/handouts.css")
class HandoutsView extends ViewOfMeeting {

    private static final long serialVersionUID = 1L;

    private final transient HandoutSharing sharing;

    HandoutsView(MeetingDirectory directory, HandoutSharing sharing) {
        super(directory, "programme.handout.title");
        this.sharing = sharing;
        addClassName("handouts-view");
    }

    @Override
    protected void show() {
        var lines = sharing.ofMeeting(meeting().id());
        removeAll();
        add(
                new PageHeader(words.get("programme.handout.title"))
                        .with(words.text(meeting().name())),
                new Paragraph(words.get("programme.handout.all.help")));
        if (lines.isEmpty()) {
            add(new EmptyState(words.get("programme.handout.all.none")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("handout-list");
        lines.forEach(line -> list.add(item(line)));
        add(list);
    }

    private ListItem item(Line line) {
        var handout = line.handout();
        var talk = new Anchor("/app/proposals/" + line.code(), words.text(line.title()));
        talk.addClassName("handout-of");
        var when = new TimeText(
                handout.uploadedAt(), meeting().zone(), words.text(meeting().city()));
        when.addClassName("muted");
        var about = HandoutText.of(handout, words);
        about.add(new Span(talk), when);
        var down = new Button(
                words.get(handout.takenDown() ? "programme.handout.putBack" : "programme.handout.takeDown"),
                e -> takeDown(line, !handout.takenDown()));
        down.setAriaLabel(words.get(
                handout.takenDown() ? "programme.handout.putBack.of" : "programme.handout.takeDown.of",
                handout.name()));
        var badge = handout.takenDown()
                ? new StatusBadge(words.get("programme.handout.takenDown"), Tone.DANGER)
                : new StatusBadge(
                        words.get("programme.handout.showing." + handout.showing()),
                        handout.showing() == HandoutShowing.NOT_PUBLIC ? Tone.NEUTRAL : Tone.DONE);
        var choices = new Div(badge, down);
        choices.addClassName("handout-choices");
        return new ListItem(about, choices);
    }

    private void takeDown(Line line, boolean down) {
        sharing.takeDown(meeting().id(), line.handout().key(), down);
        show();
        Notices.done(
                words.get(
                        down ? "programme.handout.wasTakenDown" : "programme.handout.wasPutBack",
                        line.handout().name()),
                () -> {
                    sharing.takeDown(meeting().id(), line.handout().key(), !down);
                    show();
                });
    }
}
