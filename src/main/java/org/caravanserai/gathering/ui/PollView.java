package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.gathering.poll.PollBoard;
import org.caravanserai.gathering.poll.PollInviting;
import org.caravanserai.gathering.poll.PollPlace;
import org.caravanserai.gathering.poll.PollReading;
import org.caravanserai.gathering.poll.PollState;
import org.caravanserai.gathering.poll.Polls;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** What came of a poll so far, the best time first, and what its organiser can do with it. Answers appear as they come. */
@Route(value = "polls/:code", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/poll.css")
class PollView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Polls polls;
    private final transient PollInviting inviting;
    private final transient PollReading reading;
    private final transient PeopleFinding finding;
    private final transient LiveUpdates updates;
    private final Words words = Words.here();
    private final Div results = new Div();
    private transient @Nullable PollBoard board;
    private transient LiveUpdates.@Nullable Subscription subscription;

    PollView(Polls polls, PollInviting inviting, PollReading reading, PeopleFinding finding, LiveUpdates updates) {
        this.polls = polls;
        this.inviting = inviting;
        this.reading = reading;
        this.finding = finding;
        this.updates = updates;
        addClassNames("view", "poll-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var code = event.getRouteParameters().get("code").orElse("");
        board = reading.organised(code).orElseThrow(NotFoundException::new);
        show();
    }

    @Override
    public String getPageTitle() {
        return (board == null || board.content().title().isEmpty()
                        ? words.get("poll.untitled")
                        : board.content().title())
                + " · Caravanserai";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var ui = event.getUI();
        // The message comes on the thread of whoever answered, and must be read as the one who looks.
        var self = Actor.self();
        subscription = updates.listen(
                new LiveUpdates.Channel(Polls.CHANNEL, board().id().value()),
                message -> ui.access(() -> self.run(this::refresh)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
        super.onDetach(event);
    }

    private PollBoard board() {
        return Objects.requireNonNull(board, "beforeEnter comes first");
    }

    private void show() {
        removeAll();
        var shown = board();
        var header = new PageHeader("", actions().toArray(Component[]::new));
        header.setTitleText(
                shown.content().title().isEmpty()
                        ? words.get("poll.untitled")
                        : shown.content().title());
        add(header, facts(), results);
        fillResults();
        if (shown.state() == PollState.OPEN) {
            add(new GuestsEditor(inviting, reading, finding, shown));
        }
    }

    /** What others have answered meanwhile; what the organiser is typing stays. */
    private void refresh() {
        var before = board();
        reading.organised(before.code()).ifPresent(now -> {
            board = now;
            if (now.state() == before.state()) {
                fillResults();
            } else {
                show();
            }
        });
    }

    private ArrayList<Component> actions() {
        var shown = board();
        var actions = new ArrayList<Component>();
        switch (shown.state()) {
            case DRAFT -> actions.add(edit("poll.step.draft.button"));
            case OPEN -> {
                if (shown.answerable() && shown.answered() < shown.guests().size()) {
                    var remind = new Button(
                            words.get("poll.remind"),
                            e -> act(() -> {
                                var reminded = inviting.remind(shown.id());
                                Notices.done(words.get("poll.reminded", reminded));
                            }));
                    remind.setId("poll-remind");
                    actions.add(remind);
                }
                actions.add(edit("poll.edit.change"));
                var cancel = new Button(
                        words.get("poll.cancel"),
                        e -> act(() -> {
                            polls.cancel(shown.id());
                            Notices.done(words.get("poll.cancelled"), this::reopen);
                        }));
                cancel.setId("poll-cancel");
                actions.add(cancel);
            }
            case CLOSED, CANCELLED -> {
                var reopen = new Button(words.get("poll.reopen"), e -> reopen());
                reopen.setId("poll-reopen");
                actions.add(reopen);
            }
        }
        return actions;
    }

    private Button edit(String key) {
        var edit =
                new Button(words.get(key), e -> UI.getCurrentOrThrow().navigate("polls/" + board().code() + "/edit"));
        edit.setId("poll-edit");
        return edit;
    }

    private Component facts() {
        var shown = board();
        var line = new Div(PollWords.badge(words, shown.state()));
        line.addClassName("poll-state");
        shown.deadline()
                .ifPresent(until -> line.add(new Span(
                        new Span(words.get("poll.until") + " "),
                        PollWords.moment(words, until, shown.content().zone()))));
        var facts = new Div(line);
        var content = shown.content();
        if (!content.text().isEmpty()) {
            var text = new Paragraph(content.text());
            text.addClassName("poll-words");
            text.getElement().setAttribute("lang", content.language().tag());
            facts.add(text);
        }
        if (!content.place().isEmpty()) {
            facts.add(place(new PollPlace(content.place())));
        }
        shown.chosenTime().ifPresent(time -> {
            var chosen =
                    new Div(new Span(words.get("poll.chosen") + ": "), PollWords.time(words, time, content.zone()));
            chosen.addClassName("poll-outcome");
            facts.add(chosen);
        });
        return facts;
    }

    private static Component place(PollPlace place) {
        var link = place.link();
        if (link.isEmpty()) {
            return new Paragraph(place.words());
        }
        var anchor = new Anchor(link.get().toString(), place.words());
        anchor.setRouterIgnore(true);
        anchor.getElement().setAttribute("rel", "noopener noreferrer");
        return new Paragraph(anchor);
    }

    private void fillResults() {
        results.removeAll();
        results.add(new PollResults(words, board(), this::close));
    }

    private void close(UUID candidate, Optional<LocalTime> begins) {
        act(() -> {
            polls.close(board().id(), candidate, begins);
            Notices.done(words.get("poll.closed"), this::reopen);
        });
    }

    private void reopen() {
        act(() -> {
            polls.reopen(board().id());
            Notices.done(words.get("poll.reopened"));
        });
    }

    private void act(Runnable change) {
        try {
            change.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        reading.organised(board().code()).ifPresent(now -> board = now);
        show();
    }
}
