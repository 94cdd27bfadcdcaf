package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaBoards;
import org.caravanserai.agenda.AgendaLog;
import org.caravanserai.agenda.AgendaMoved;
import org.caravanserai.agenda.AgendaNews;
import org.caravanserai.agenda.AgendaPlacing;
import org.caravanserai.agenda.AgendaPresence;
import org.caravanserai.agenda.PlacingResult;
import org.caravanserai.agenda.SessionEditing;
import org.caravanserai.agenda.SessionId;
import org.caravanserai.agenda.SessionMove;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.Icons;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.TableMenu;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The agenda board of a meeting: organisers place sessions in rooms and times, and see each other's moves at once. */
@Route(value = "meetings/:slug/agenda", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/agenda.css")
@StyleSheet("context://styles/agenda-board.css")
class AgendaView extends Div implements BeforeEnterObserver, HasDynamicTitle, BoardComponent.Moves {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(AgendaView.class);

    private final Words words = Words.here();
    private final transient AgendaBoards boards;
    private final transient AgendaPlacing placing;
    private final transient AgendaPresence presence;
    private final transient AgendaLog log;
    private final transient SessionEditing editing;
    private final transient LiveUpdates updates;
    private final NewsPanel news;
    private final BoardComponent element = new BoardComponent(this);
    private final UUID key = Ids.next();
    private transient @Nullable AgendaBoard board;
    private transient @Nullable BoardData data;
    private transient List<LiveUpdates.Subscription> subscriptions = List.of();
    private boolean moving;

    AgendaView(
            AgendaBoards boards,
            AgendaPlacing placing,
            AgendaPresence presence,
            AgendaLog log,
            SessionEditing editing,
            AgendaNews news,
            LiveUpdates updates) {
        this.boards = boards;
        this.placing = placing;
        this.presence = presence;
        this.log = log;
        this.editing = editing;
        this.updates = updates;
        this.news = new NewsPanel(news, words);
        addClassNames("view", "agenda");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var slug = event.getRouteParameters().get("slug").orElse("");
        var meeting = boards.meeting(slug).orElseThrow(NotFoundException::new);
        board = boards.board(meeting);
        build();
    }

    private void build() {
        removeAll();
        var rules = new Anchor("/app/meetings/" + board().slug() + "/agenda/rules", words.get("conflict.rules.title"));
        var tables = new TableMenu(board().slug(), List.of("agenda", "conflicts"));
        var header = board().rooms().isEmpty()
                ? new PageHeader(words.get("agenda.board.title"), planning(), rules, tables)
                : new PageHeader(words.get("agenda.board.title"), planning(), rules, tables, adding());
        add(header.with(words.text(board().name())), news);
        if (board().rooms().isEmpty()) {
            add(new EmptyState(
                    words.get("agenda.board.noRooms"),
                    new Anchor(
                            "/app/meetings/" + board().slug() + "/set-up?section=rooms",
                            words.get("meeting.setUp.title"))));
            return;
        }
        if (board().sessions().isEmpty()) {
            var adding = adding();
            adding.setId("item-open-empty");
            add(new EmptyState(words.get("board.empty.text"), adding));
        }
        add(element);
        show();
    }

    @Override
    public String getPageTitle() {
        return words.get("agenda.board.title") + " · " + (board == null ? "Caravanserai" : words.text(board.name()));
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        var ui = attachEvent.getUI();
        subscriptions = List.of(
                updates.listen(AgendaBoards.channel(meeting()), message -> {
                    // What this view moves it shows itself.
                    if (!moving) {
                        ui.access(() -> hear((AgendaMoved) message));
                    }
                }),
                updates.listen(AgendaPresence.channel(meeting()), message -> ui.access(this::meet)),
                presence.enter(meeting(), key));
        meet();
    }

    @Override
    protected void onDetach(DetachEvent detachEvent) {
        subscriptions.forEach(LiveUpdates.Subscription::end);
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
        return make("agenda.board.moved", "board.said.moved", () -> placing.move(meeting(), moves));
    }

    @Override
    public void undo() {
        make("board.said.undoneOne", "board.said.undone", () -> placing.undo(meeting()));
    }

    @Override
    public void redo() {
        make("board.said.redoneOne", "board.said.redone", () -> placing.redo(meeting()));
    }

    @Override
    public void hold(Set<UUID> sessions) {
        try {
            presence.hold(meeting(), key, sessions);
        } catch (RuntimeException e) {
            // What is in the hand is told again with the next beat.
            if (!isOfTheDatabase(e)) {
                throw e;
            }
        }
    }

    @Override
    public void openLog(@Nullable UUID session) {
        new LogDialog(
                        log,
                        board(),
                        data(),
                        session,
                        made -> make("board.said.restoredOne", "board.said.restored", made),
                        words)
                .open();
    }

    @Override
    public void openSession(UUID session) {
        boards.look(meeting(), Set.of(session)).sessions().stream().findFirst().ifPresent(found -> {
            var dialog = new SessionDialog(found, editing, words);
            dialog.add(new Anchor(
                    "/app/meetings/" + board().slug() + "/agenda/optimiser?section=session&session=" + found.code(),
                    words.get("optimiser.why.title")));
            dialog.open();
        });
    }

    @Override
    public void catchUp() {
        showAgain();
        meet();
    }

    /** Whether the database is at fault, also while it was asked who may do what. */
    private static boolean isOfTheDatabase(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessException || cause instanceof TransactionException) {
                return true;
            }
        }
        return false;
    }

    private AgendaBoard board() {
        return Objects.requireNonNull(board, "beforeEnter comes first");
    }

    private BoardData data() {
        return Objects.requireNonNull(data, "beforeEnter comes first");
    }

    private MeetingId meeting() {
        return board().meeting();
    }

    private void show() {
        data = new BoardData(board(), words);
        element.show(data.all(placing.steps(meeting())));
        news.show(board());
    }

    private void showAgain() {
        var wasEmpty = board().sessions().isEmpty();
        board = boards.board(meeting());
        if (wasEmpty != board().sessions().isEmpty()) {
            build();
        } else {
            show();
        }
    }

    private void meet() {
        if (data != null) {
            element.meet(data().present(presence.present(meeting()), key));
        }
    }

    private void hear(AgendaMoved moved) {
        if (moved.sessions().isEmpty()) {
            showAgain();
        } else {
            look(moved.sessions(), null, "");
        }
    }

    private void look(Set<UUID> sessions, AgendaPlacing.@Nullable Steps steps, String say) {
        var look = boards.look(meeting(), sessions);
        if (data().knowsDaysOf(look.sessions())) {
            element.change(data().sessions(look.sessions()), data().conflicts(look.conflicts()), steps, say);
        } else {
            showAgain();
        }
    }

    /** Makes a batch of moves and shows what came of it; whether it was done. */
    private boolean make(String saidOfOne, String saidOfMany, Supplier<PlacingResult> made) {
        PlacingResult result;
        moving = true;
        try {
            result = made.get();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
            return false;
        } catch (RuntimeException e) {
            if (!isOfTheDatabase(e)) {
                throw e;
            }
            LOG.warn("A move could not be made", e);
            Notices.warning(words.get("board.move.unreachable"));
            return false;
        } finally {
            moving = false;
        }
        var keys = result.sessions().stream().map(SessionId::value).collect(Collectors.toSet());
        switch (result) {
            case PlacingResult.Done done -> {
                var said = keys.size() == 1
                        ? words.get(saidOfOne, data().title(keys.iterator().next()))
                        : words.get(saidOfMany, keys.size());
                look(keys, placing.steps(meeting()), said);
                return true;
            }
            case PlacingResult.Blocked blocked -> {
                look(keys, placing.steps(meeting()), "");
                Notices.warning(words.get(
                        "conflict.blocked",
                        keys.stream().limit(3).map(data()::title).collect(Collectors.joining(", ")),
                        data().sentences(blocked.conflicts())));
                return false;
            }
            case PlacingResult.Stale stale -> {
                look(keys, placing.steps(meeting()), "");
                Notices.warning(stale.lost().stream()
                        .limit(5)
                        .map(lost -> lost.mover()
                                .map(mover -> words.get(
                                        "agenda.board.stale",
                                        data().title(lost.session().value()),
                                        words.name(mover)))
                                .orElseGet(() -> words.get(
                                        "agenda.board.staleAlone",
                                        data().title(lost.session().value()))))
                        .collect(Collectors.joining(" ")));
                return false;
            }
        }
    }

    private Anchor planning() {
        return new Anchor("/app/meetings/" + board().slug() + "/agenda/optimiser", words.get("optimiser.title"));
    }

    private Button adding() {
        var open = new Button(
                words.get("agenda.item.add"), Icons.of("plus"), e -> new ItemDialog(board(), editing, words).open());
        open.setId("item-open");
        return open;
    }
}
