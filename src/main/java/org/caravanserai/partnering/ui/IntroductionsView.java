package org.caravanserai.partnering.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.ViewOfMeeting;
import org.caravanserai.partnering.directory.Blocking;
import org.caravanserai.partnering.directory.PartneringAccess;
import org.caravanserai.partnering.introduction.Correspondence;
import org.caravanserai.partnering.introduction.Introducing;
import org.caravanserai.partnering.introduction.IntroductionLine;
import org.caravanserai.partnering.introduction.IntroductionLine.Standing;
import org.caravanserai.people.UnsentWords;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;

/** Who asks to be introduced to a person and whom she asks, and what they write to each other once both wish it. */
@Route(value = "meetings/:slug/introductions", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/partner.css")
class IntroductionsView extends ViewOfMeeting {

    private static final long serialVersionUID = 1L;

    private final transient Introducing introducing;
    private final transient Correspondence correspondence;
    private final transient Blocking blocking;
    private final transient Approaching approaching;
    private final transient PartneringAccess access;
    private final transient UnsentWords unsent;
    private final transient LiveUpdates live;

    IntroductionsView(
            MeetingDirectory directory,
            Introducing introducing,
            Correspondence correspondence,
            Blocking blocking,
            Approaching approaching,
            PartneringAccess access,
            UnsentWords unsent,
            LiveUpdates live) {
        super(directory, "partner.introductions.title");
        this.introducing = introducing;
        this.correspondence = correspondence;
        this.blocking = blocking;
        this.approaching = approaching;
        this.access = access;
        this.unsent = unsent;
        this.live = live;
        addClassName("partner-view");
    }

    @Override
    protected void show() {
        removeAll();
        add(
                new PageHeader(words.get("partner.introductions.title"))
                        .with(words.text(meeting().name())),
                new PlacesLine(words, meeting(), access, IntroductionsView.class));
        var all = introducing.mine(meeting().id());
        if (all.isEmpty()) {
            add(new EmptyState(
                    words.get("partner.introductions.empty"),
                    new RouterLink(
                            words.get("partner.cards.title"),
                            CardsView.class,
                            new RouteParameters("slug", meeting().slug()))));
        }
        for (var standing : List.of(Standing.TO_ANSWER, Standing.AGREED, Standing.NOT_YET, Standing.PUT_ASIDE)) {
            var here = all.stream().filter(line -> line.standing() == standing).toList();
            if (!here.isEmpty()) {
                add(
                        new H2(words.get("partner.standings." + standing.name(), here.size())),
                        CardPanel.list(here.stream().map(this::panel).toList()));
            }
        }
        showBlocked();
    }

    private Article panel(IntroductionLine line) {
        var panel = new Article();
        panel.addClassName("partner-card");
        panel.setId("introduction-" + line.key());
        line.other()
                .ifPresentOrElse(
                        other -> panel.add(new PersonText(other.name(), line.workplace())),
                        () -> panel.add(new Paragraph(words.get("partner.author.unknown"))));
        if (!line.card().isEmpty()) {
            var about = new Div(new Span(words.get("partner.introduction.about") + " "), words.marked(line.card()));
            about.addClassName("partner-facts");
            panel.add(about);
        }
        var said = new Paragraph(line.line());
        said.addClassName("partner-text");
        var when = new Div(words.ownMoment(line.at()));
        when.addClassName("partner-facts");
        panel.add(said, when);
        switch (line.standing()) {
            case TO_ANSWER -> panel.add(answers(line));
            case PUT_ASIDE -> panel.add(actions(accept(line), approaching.reportIntroduction(words, line.key())));
            case NOT_YET -> panel.add(notYet(line));
            case AGREED -> panel.add(thread(line));
        }
        return panel;
    }

    private Div answers(IntroductionLine line) {
        var notNow = new Button(
                words.get("partner.introduction.notNow"),
                e -> Approaching.attempt(() -> {
                    introducing.putAside(line.key());
                    show();
                    Notices.done(words.get("partner.introduction.notNow.done"), () -> {
                        introducing.reconsider(line.key());
                        show();
                    });
                }));
        var actions = actions(accept(line), notNow, approaching.reportIntroduction(words, line.key()));
        line.other().ifPresent(other -> actions.add(approaching.block(words, other.person(), this::show)));
        return actions;
    }

    private Button accept(IntroductionLine line) {
        var yes = new Button(
                words.get("partner.introduction.yes"),
                e -> Approaching.attempt(() -> {
                    introducing.accept(line.key());
                    show();
                    Notices.done(words.get("partner.introduction.yes.done"));
                }));
        yes.setId("yes-" + line.key());
        yes.addThemeVariants(ButtonVariant.PRIMARY);
        return yes;
    }

    private Div notYet(IntroductionLine line) {
        return actions(
                new StatusBadge(
                        words.get("partner.standing.NOT_YET"),
                        Tone.WAITING,
                        words.get("partner.standing.NOT_YET.next")),
                Approaching.quiet(
                        words.get("partner.introduction.withdraw"),
                        () -> Approaching.attempt(() -> {
                            introducing.withdraw(line.key());
                            show();
                            Notices.done(words.get("partner.introduction.withdrawn"));
                        })));
    }

    private NativeDetails thread(IntroductionLine line) {
        var other = line.other().map(o -> words.name(o.name())).orElse("");
        var thread = new NativeDetails();
        thread.setSummaryText(
                line.unread() > 0
                        ? words.get("partner.message.unread", line.unread())
                        : words.get("partner.message.write"));
        // Opening it reads what is there, so that nothing counts as read that was not seen.
        thread.addToggleListener(e -> {
            if (e.isOpened() && thread.getChildren().noneMatch(ThreadPanel.class::isInstance)) {
                thread.setContent(new ThreadPanel(words, meeting(), correspondence, unsent, live, line.key(), other));
            }
        });
        return thread;
    }

    private void showBlocked() {
        var blocked = blocking.mine();
        if (blocked.isEmpty()) {
            return;
        }
        add(new H2(words.get("partner.blocked.title")), new Paragraph(words.get("partner.blocked.help")));
        var list = CardPanel.list(List.of());
        for (var one : blocked) {
            var name = one.name().map(words::name).orElseGet(() -> words.get("partner.author.unknown"));
            var row = new Div(
                    new Span(name + " · " + words.ownMoment(one.at())),
                    Approaching.quiet(words.get("partner.unblock"), () -> {
                        blocking.unblock(one.key());
                        show();
                    }));
            row.addClassName("partner-row");
            list.add(row);
        }
        add(list);
    }

    private static Div actions(com.vaadin.flow.component.Component... actions) {
        var line = new Div(actions);
        line.addClassName("partner-actions");
        return line;
    }
}
