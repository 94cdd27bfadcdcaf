package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaBoard.BoardPlace;
import org.caravanserai.agenda.AgendaBoards;
import org.caravanserai.agenda.AgendaPlacing;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.PlacingResult;
import org.caravanserai.agenda.SessionEditing;
import org.caravanserai.agenda.SessionId;
import org.caravanserai.agenda.SessionMove;
import org.caravanserai.agenda.planning.Scenarios;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** A scenario on the same board as the working agenda: sessions move here and nowhere else until it is adopted. */
@Route(value = "meetings/:slug/agenda/scenarios/:scenario", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/agenda.css")
@StyleSheet("context://styles/agenda-board.css")
@StyleSheet("context://styles/optimiser.css")
class ScenarioView extends Div implements BeforeEnterObserver, HasDynamicTitle, BoardComponent.Moves {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();
    private final transient AgendaBoards boards;
    private final transient Scenarios scenarios;
    private final transient SessionEditing editing;
    private final transient LiveUpdates updates;
    private final BoardComponent element = new BoardComponent(this);
    private final transient Deque<Map<UUID, Optional<AgendaSpot>>> done = new ArrayDeque<>();
    private final transient Deque<Map<UUID, Optional<AgendaSpot>>> undone = new ArrayDeque<>();
    private transient @Nullable MeetingId meeting;
    private transient UUID scenario = new UUID(0, 0);
    private transient Scenarios.@Nullable ScenarioBoard shown;
    private transient LiveUpdates.@Nullable Subscription subscription;
    private boolean moving;

    ScenarioView(AgendaBoards boards, Scenarios scenarios, SessionEditing editing, LiveUpdates updates) {
        this.boards = boards;
        this.scenarios = scenarios;
        this.editing = editing;
        this.updates = updates;
        addClassNames("view", "agenda");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var slug = event.getRouteParameters().get("slug").orElse("");
        meeting = boards.meeting(slug).orElseThrow(NotFoundException::new);
        try {
            scenario =
                    UUID.fromString(event.getRouteParameters().get("scenario").orElse(""));
            shown = scenarios.board(meeting(), scenario);
        } catch (IllegalArgumentException | Refusal gone) {
            throw new NotFoundException();
        }
        removeAll();
        var back = new Anchor(
                "/app/meetings/" + slug + "/agenda/optimiser?section=scenarios", words.get("optimiser.scenario.all"));
        var note = new Paragraph(words.get("optimiser.scenario.apart"));
        note.addClassName("optimiser-detail");
        add(
                new PageHeader(shown().name(), back)
                        .with(words.get("optimiser.scenario.of", words.text(board().name()))),
                note,
                element);
        show();
    }

    @Override
    public String getPageTitle() {
        return (shown == null ? words.get("optimiser.part.SCENARIOS") : shown.name()) + " · " + "Caravanserai";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        subscription = updates.listen(Scenarios.channel(scenario), message -> {
            // What this view moves it shows itself.
            if (!moving) {
                ui.access(this::catchUp);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.end();
        }
    }

    @Override
    public boolean move(List<BoardComponent.Asked> asked) {
        var moves = new ArrayList<SessionMove>();
        for (var each : asked) {
            moves.add(new SessionMove(
                    new SessionId(each.session()),
                    each.version().isEmpty() ? null : Long.valueOf(each.version()),
                    each.target(board().zone())));
        }
        var before = spots(moves);
        if (make(moves)) {
            done.push(before);
            undone.clear();
            show();
            return true;
        }
        return false;
    }

    @Override
    public void undo() {
        takeBack(done, undone);
    }

    @Override
    public void redo() {
        takeBack(undone, done);
    }

    @Override
    public void hold(Set<UUID> sessions) {
        // Nobody is shown who is in a scenario, so nothing is to be told.
    }

    @Override
    public void openLog(@Nullable UUID session) {
        Notices.told(words.get("optimiser.scenario.noLog"));
    }

    @Override
    public void openSession(UUID session) {
        board().sessions().stream()
                .filter(each -> each.key().equals(session))
                .findFirst()
                .ifPresent(found -> new SessionDialog(found, editing, words).open());
    }

    @Override
    public void catchUp() {
        try {
            shown = scenarios.board(meeting(), scenario);
            show();
        } catch (Refusal gone) {
            Notices.refused(gone);
        }
    }

    private void takeBack(Deque<Map<UUID, Optional<AgendaSpot>>> from, Deque<Map<UUID, Optional<AgendaSpot>>> to) {
        var back = from.poll();
        if (back == null) {
            return;
        }
        var moves = new ArrayList<SessionMove>();
        for (var session : board().sessions()) {
            var spot = back.get(session.key());
            if (spot != null) {
                moves.add(new SessionMove(
                        new SessionId(session.key()),
                        session.place().map(BoardPlace::version).orElse(null),
                        spot));
            }
        }
        var before = spots(moves);
        if (make(moves)) {
            to.push(before);
        }
        show();
    }

    /** Where the sessions that these moves move are now. */
    private Map<UUID, Optional<AgendaSpot>> spots(List<SessionMove> moves) {
        var spots = new HashMap<UUID, Optional<AgendaSpot>>();
        for (var session : board().sessions()) {
            if (moves.stream().anyMatch(move -> move.session().value().equals(session.key()))) {
                spots.put(session.key(), session.place().map(BoardPlace::spot));
            }
        }
        return spots;
    }

    private boolean make(List<SessionMove> moves) {
        moving = true;
        try {
            var result = scenarios.move(meeting(), scenario, moves);
            shown = scenarios.board(meeting(), scenario);
            if (result instanceof PlacingResult.Stale) {
                Notices.warning(words.get("optimiser.scenario.stale"));
                show();
            }
            return result instanceof PlacingResult.Done;
        } catch (Refusal refusal) {
            Notices.refused(refusal);
            return false;
        } finally {
            moving = false;
        }
    }

    private void show() {
        element.show(new BoardData(board(), words).all(new AgendaPlacing.Steps(!done.isEmpty(), !undone.isEmpty())));
    }

    private Scenarios.ScenarioBoard shown() {
        return Objects.requireNonNull(shown, "beforeEnter comes first");
    }

    private AgendaBoard board() {
        return shown().board();
    }

    private MeetingId meeting() {
        return Objects.requireNonNull(meeting, "beforeEnter comes first");
    }
}
