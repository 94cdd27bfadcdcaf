package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import org.caravanserai.agenda.AgendaPublication;
import org.caravanserai.agenda.Publications.ReleaseSummary;
import org.caravanserai.agenda.ReleaseDifference;
import org.caravanserai.agenda.ReleaseWords;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** The releases of a meeting's agenda, and the next one: what it would change, a word to readers, and its publication. */
@Route(value = "meetings/:slug/releases", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/releases.css")
class ReleasesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int MOST_LINES = 60;

    private final Words words = Words.here();
    private final transient MeetingDirectory directory;
    private final transient AgendaPublication publication;
    private final transient ReleaseWords releaseWords;
    private transient @Nullable MeetingView shown;

    ReleasesView(MeetingDirectory directory, AgendaPublication publication, ReleaseWords releaseWords) {
        this.directory = directory;
        this.publication = publication;
        this.releaseWords = releaseWords;
        addClassNames("view", "releases");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var slug = event.getRouteParameters().get("slug").orElse("");
        shown = directory.bySlug(slug).orElseThrow(NotFoundException::new);
        show();
    }

    @Override
    public String getPageTitle() {
        return words.get("release.title") + " · " + (shown == null ? "Caravanserai" : words.text(shown.name()));
    }

    private MeetingView meeting() {
        return Objects.requireNonNull(shown, "beforeEnter comes first");
    }

    private void show() {
        removeAll();
        var meeting = meeting();
        var releases = publication.releases(meeting.id());
        var next = publication.preview(meeting.id());
        add(new PageHeader(words.get("release.title")).with(words.text(meeting.name())));
        if (!meeting.open()) {
            add(new Paragraph(words.get("release.hidden")));
        }
        if (next.sessions() == 0 && releases.isEmpty()) {
            add(new EmptyState(
                    words.get("release.none"),
                    new Anchor("app/meetings/" + meeting.slug() + "/agenda", words.get("release.openAgenda"))));
            return;
        }
        if (next.difference().isEmpty()) {
            add(new Paragraph(words.get("release.unchanged")));
        } else {
            add(next(next));
        }
        releases.forEach(release -> add(published(release)));
    }

    private Section next(AgendaPublication.Preview next) {
        var heading = new H2(words.get("release.next", next.number(), next.sessions()));
        var note = new LocalizedField(words.get("release.noteField"), true);
        note.setId("release-note");
        note.setMaxLength(AgendaPublication.LONGEST_NOTE);
        var publish = new Button(
                words.get("release.publish", next.number()),
                e -> publish(Objects.requireNonNullElse(note.getValue(), LocalizedText.EMPTY)));
        publish.setId("publish");
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        var section = new Section(heading, changes(next.difference()), note, publish);
        section.addClassName("release-next");
        return section;
    }

    private void publish(LocalizedText note) {
        try {
            var number = publication.publish(meeting().id(), note);
            show();
            Notices.done(words.get("release.published", number));
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private Section published(ReleaseSummary release) {
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
            section.add(changes(release.difference()));
        }
        if (meeting.open()) {
            section.add(new Anchor("m/" + meeting.slug() + "/releases", words.get("release.readAs")));
        }
        return section;
    }

    private UnorderedList changes(ReleaseDifference difference) {
        var meeting = meeting();
        var city = words.text(meeting.city());
        var list = new UnorderedList();
        difference.changes().stream().limit(MOST_LINES).forEach(session -> {
            var line = new ListItem(words.marked(session.title()));
            line.add(new Span(" · " + TimeText.plain(session.start(), meeting.zone(), city, words)));
            var what = new UnorderedList();
            session.changes()
                    .forEach(change ->
                            what.add(new ListItem(releaseWords.of(change, words.language(), meeting.zone(), city))));
            line.add(what);
            list.add(line);
        });
        var rest = difference.changes().size() - MOST_LINES;
        if (rest > 0) {
            list.add(new ListItem(words.get("release.more", rest)));
        }
        return list;
    }
}
