package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaBoard.BoardType;
import org.caravanserai.agenda.AgendaBoards;
import org.caravanserai.agenda.AgendaMoved;
import org.caravanserai.agenda.AgendaNews;
import org.caravanserai.agenda.AgendaPlacing;
import org.caravanserai.agenda.PlacingResult;
import org.caravanserai.agenda.SessionEditing;
import org.caravanserai.agenda.SessionId;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.Icons;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** The agenda board of a meeting: organisers place sessions in rooms and times, and see each other's moves at once. */
@Route(value = "meetings/:slug/agenda", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/agenda.css")
class AgendaView extends Div implements BeforeEnterObserver, HasDynamicTitle, BoardComponent.Moves {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();
    private final transient AgendaBoards boards;
    private final transient AgendaPlacing placing;
    private final transient SessionEditing editing;
    private final transient LiveUpdates updates;
    private final NewsPanel news;
    private final BoardComponent element = new BoardComponent(this);
    private transient @Nullable AgendaBoard board;
    private transient @Nullable BoardData data;
    private transient LiveUpdates.@Nullable Subscription subscription;

    AgendaView(
            AgendaBoards boards, AgendaPlacing placing, SessionEditing editing, AgendaNews news, LiveUpdates updates) {
        this.boards = boards;
        this.placing = placing;
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
        removeAll();
        var header = board().rooms().isEmpty()
                ? new PageHeader(words.get("agenda.board.title"))
                : new PageHeader(words.get("agenda.board.title"), adding());
        add(header.with(words.text(board().name())));
        if (board().rooms().isEmpty()) {
            add(new EmptyState(
                    words.get("agenda.board.noRooms"),
                    new Anchor("app/meetings/" + slug + "/set-up?section=rooms", words.get("meeting.setUp.title"))));
            return;
        }
        add(news, element);
        show();
    }

    @Override
    public String getPageTitle() {
        return words.get("agenda.board.title") + " · " + (board == null ? "Caravanserai" : words.text(board.name()));
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        var ui = attachEvent.getUI();
        subscription = updates.listen(
                AgendaBoards.channel(meeting()), message -> ui.access(() -> hear((AgendaMoved) message)));
    }

    @Override
    protected void onDetach(DetachEvent detachEvent) {
        if (subscription != null) {
            subscription.end();
        }
    }

    @Override
    public void place(String key, String version, String room, String date, int start, int minutes) {
        var moment = LocalDate.parse(date)
                .atStartOfDay()
                .plusMinutes(start)
                .atZone(board().zone())
                .toInstant();
        move(
                UUID.fromString(key),
                () -> placing.place(
                        meeting(),
                        new SessionId(UUID.fromString(key)),
                        seen(version),
                        room.isEmpty() ? null : UUID.fromString(room),
                        moment,
                        minutes));
    }

    @Override
    public void unplace(String key, String version) {
        var session = new SessionId(UUID.fromString(key));
        move(session.value(), () -> placing.unplace(meeting(), session, seen(version)));
    }

    @Override
    public void undo() {
        move(null, () -> placing.undo(meeting()));
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
        element.show(data.all());
        news.show(board());
    }

    private void showAgain() {
        board = boards.board(meeting());
        show();
    }

    private void hear(AgendaMoved moved) {
        if (moved.sessions().isEmpty()) {
            showAgain();
        } else {
            look(moved.sessions(), "");
        }
    }

    private void look(Set<UUID> sessions, String say) {
        var look = boards.look(meeting(), sessions);
        if (data().knowsDaysOf(look.sessions())) {
            element.change(data().sessions(look.sessions()), data().conflicts(look.conflicts()), say);
        } else {
            showAgain();
        }
    }

    private void move(@Nullable UUID asked, Supplier<PlacingResult> made) {
        try {
            switch (made.get()) {
                case PlacingResult.Done done -> look(keys(done), "");
                case PlacingResult.Stale stale -> {
                    look(keys(stale), "");
                    for (var lost : stale.lost()) {
                        var title = data().title(lost.session().value());
                        Notices.warning(lost.mover()
                                .map(mover -> words.get("agenda.board.stale", title, words.name(mover)))
                                .orElseGet(() -> words.get("agenda.board.staleAlone", title)));
                    }
                }
            }
        } catch (Refusal refusal) {
            Notices.refused(refusal);
            if (asked != null) {
                look(Set.of(asked), "");
            }
        }
    }

    private static Set<UUID> keys(PlacingResult result) {
        return result.sessions().stream().map(SessionId::value).collect(java.util.stream.Collectors.toSet());
    }

    private Component adding() {
        var open = new Button(words.get("agenda.item.add"), Icons.of("plus"), e -> askItem());
        open.setId("item-open");
        return open;
    }

    private void askItem() {
        var type = new Select<BoardType>();
        type.setId("item-type");
        type.setLabel(words.get("agenda.item.kind"));
        type.setItems(board().types());
        type.setItemLabelGenerator(t -> words.text(t.name()));
        board().types().stream().findFirst().ifPresent(type::setValue);
        var title = new TextField(words.get("agenda.item.title"));
        title.setId("item-title");
        var problems = new Problems();
        var dialog = new Dialog(words.get("agenda.item.add"));
        var add = new Button(words.get("agenda.item.add"), e -> {
            problems.clear();
            try {
                addItem(type.getValue(), title.getValue());
                dialog.close();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("type", type, "title", title));
            }
        });
        add.setId("item-add");
        add.addThemeVariants(ButtonVariant.PRIMARY);
        var form = new Div(problems, type, title);
        form.addClassName("form");
        dialog.add(form);
        dialog.getFooter().add(new Button(words.get("shell.cancel"), e -> dialog.close()), add);
        dialog.open();
        title.focus();
    }

    private void addItem(@Nullable BoardType type, String title) {
        if (type == null) {
            throw Refusal.at("type", "agenda.item.type");
        }
        editing.addItem(meeting(), type.key(), LocalizedText.english(title.strip()), type.minutes());
    }

    private static @Nullable Long seen(String version) {
        return version.isEmpty() ? null : Long.valueOf(version);
    }
}
