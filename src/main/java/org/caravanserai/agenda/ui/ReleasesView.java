package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.OptionalInt;
import java.util.Set;
import org.caravanserai.agenda.AgendaBoards;
import org.caravanserai.agenda.AgendaPublication;
import org.caravanserai.agenda.Publications.ReleaseSummary;
import org.caravanserai.agenda.ReleaseWords;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.ViewOfMeeting;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.TimeText;

/** The releases of a meeting's agenda, the next one, and a way back to earlier ones. */
@Route(value = "meetings/:slug/releases", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/releases.css")
class ReleasesView extends ViewOfMeeting {

    private static final long serialVersionUID = 1L;
    private static final int MOST_LINES = 60;

    private final transient AgendaPublication publication;
    private final transient AgendaBoards boards;
    private final transient ReleaseWords releaseWords;

    ReleasesView(
            MeetingDirectory directory, AgendaPublication publication, AgendaBoards boards, ReleaseWords releaseWords) {
        super(directory, "release.title");
        this.publication = publication;
        this.boards = boards;
        this.releaseWords = releaseWords;
        addClassName("releases");
    }

    @Override
    protected void show() {
        show(OptionalInt.empty());
    }

    private void show(OptionalInt again) {
        removeAll();
        var meeting = meeting();
        var releases = publication.releases(meeting.id());
        var next = publication.preview(meeting.id(), again);
        add(new PageHeader(words.get("release.title")).with(words.text(meeting.name())));
        if (!meeting.open()) {
            add(new Paragraph(words.get("release.hidden")));
        }
        if (next.sessions() == 0 && releases.isEmpty()) {
            add(new EmptyState(
                    words.get("release.none"),
                    new Anchor("/app/meetings/" + meeting.slug() + "/agenda", words.get("release.openAgenda"))));
            return;
        }
        if (next.difference().isEmpty()) {
            add(new Paragraph(words.get("release.unchanged")));
        } else {
            add(new NextRelease(words, publication, releaseWords, meeting, again, next, conflicts(again), this::show));
        }
        releases.forEach(release -> add(published(release, releases.getFirst().number())));
    }

    /** What the agenda would be published with, as the meeting's rules judge it; an earlier release is as it was. */
    private ConflictList conflicts(OptionalInt again) {
        var board = boards.board(meeting().id());
        return new ConflictList(board, again.isPresent() ? Set.of() : board.conflicts(), words);
    }

    private Section published(ReleaseSummary release, int latest) {
        var meeting = meeting();
        var heading = new H2(words.get("release.number", release.number()));
        var section =
                new Section(heading, new TimeText(release.publishedAt(), meeting.zone(), words.text(meeting.city())));
        section.addClassName("release");
        if (!release.note().isEmpty()) {
            section.add(new Paragraph(words.marked(release.note())));
        }
        section.add(new Paragraph(
                words.get("release.changed", release.difference().changes().size())));
        if (release.number() > 1) {
            section.add(new ReleaseChanges(words, releaseWords, meeting, release.difference()));
        }
        var ways = new Div();
        ways.addClassName("release-buttons");
        if (release.number() < latest) {
            var again = new Button(words.get("release.again.button"), e -> {
                show(OptionalInt.of(release.number()));
                getElement().callJsFunction("scrollIntoView");
            });
            again.setId("again-" + release.number());
            again.setAriaLabel(words.get("release.again.label", release.number()));
            ways.add(again);
        }
        if (meeting.open()) {
            ways.add(new Anchor("/m/" + meeting.slug() + "/releases", words.get("release.readAs")));
            if (release.number() == latest) {
                ways.add(new Anchor("/m/" + meeting.slug() + "/feedback", words.get("programme.interest")));
            }
        }
        section.add(ways);
        return section;
    }
}
