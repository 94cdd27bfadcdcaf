package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Map;
import org.caravanserai.gathering.poll.PollBoard;
import org.caravanserai.gathering.poll.PollInviting;
import org.caravanserai.gathering.poll.PollReading;
import org.caravanserai.gathering.poll.PollState;
import org.caravanserai.gathering.poll.Polls;
import org.caravanserai.meeting.Holidays;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Makes a poll: what it is about, which times, who is asked. All is kept as it is typed; nobody hears of it before it opens. */
@Route(value = "polls/:code/edit", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/poll.css")
class PollEditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Polls polls;
    private final transient PollInviting inviting;
    private final transient PollReading reading;
    private final transient PeopleFinding finding;
    private final transient MeetingDirectory meetings;
    private final transient Holidays holidays;
    private final transient Clock clock;
    private final Words words = Words.here();

    PollEditView(
            Polls polls,
            PollInviting inviting,
            PollReading reading,
            PeopleFinding finding,
            MeetingDirectory meetings,
            Holidays holidays,
            Clock clock) {
        this.polls = polls;
        this.inviting = inviting;
        this.reading = reading;
        this.finding = finding;
        this.meetings = meetings;
        this.holidays = holidays;
        this.clock = clock;
        addClassNames("view", "poll-edit");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var code = event.getRouteParameters().get("code").orElse("");
        show(reading.organised(code).orElseThrow(NotFoundException::new));
    }

    @Override
    public String getPageTitle() {
        return words.get("poll.edit.title") + " · Caravanserai";
    }

    private void show(PollBoard board) {
        removeAll();
        if (board.state() == PollState.CLOSED || board.state() == PollState.CANCELLED) {
            add(new PageHeader(words.get("poll.edit.title")).with(words.get("poll.over")), back(board));
            return;
        }
        var open = board.state() == PollState.OPEN;
        add(new PageHeader(words.get(open ? "poll.edit.change" : "poll.edit.title"))
                .with(words.get(open ? "poll.edit.openLine" : "poll.edit.line")));
        var picker = new CandidatePicker(polls, reading, holidays, clock, board);
        var facts = new PollFacts(polls, reading, meetings, clock, board, picker::show);
        var guests = new GuestsEditor(inviting, reading, finding, board);
        add(facts, picker, guests, open ? back(board) : end(board, facts, picker, guests));
    }

    private Div back(PollBoard board) {
        var end = new Div(new Anchor("/app/polls/" + board.code(), words.get("poll.edit.back")));
        end.addClassName("poll-end");
        return end;
    }

    private Div end(PollBoard board, PollFacts facts, CandidatePicker picker, GuestsEditor guests) {
        var problems = new Problems();
        var open = new Button(words.get("poll.open"), e -> {
            try {
                polls.open(board.id());
                Notices.done(words.get("poll.opened"));
                UI.getCurrentOrThrow().navigate("polls/" + board.code());
            } catch (Refusal refusal) {
                var fields = new java.util.HashMap<String, com.vaadin.flow.component.Component>(facts.fields());
                fields.putAll(Map.of("candidates", picker, "guests", guests));
                problems.show(refusal, fields);
            }
        });
        open.setId("poll-open");
        open.addThemeVariants(ButtonVariant.PRIMARY);
        var discard = new Button(words.get("poll.discard"), e -> {
            polls.cancel(board.id());
            Notices.done(words.get("poll.discarded"), () -> {
                polls.reopen(board.id());
                UI.getCurrentOrThrow().navigate("polls/" + board.code() + "/edit");
            });
            UI.getCurrentOrThrow().navigate("polls");
        });
        discard.setId("poll-discard");
        var actions = new Div(open, discard);
        actions.addClassName("poll-actions");
        var end = new Div(problems, actions);
        end.addClassName("poll-end");
        return end;
    }
}
