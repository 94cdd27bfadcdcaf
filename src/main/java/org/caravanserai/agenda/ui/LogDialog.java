package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.UUID;
import java.util.function.Supplier;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaLog;
import org.caravanserai.agenda.AgendaLog.Entry;
import org.caravanserai.agenda.MoveKind;
import org.caravanserai.agenda.PlacingResult;
import org.caravanserai.agenda.SessionId;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;
import org.jspecify.annotations.Nullable;

/** Every move on the agenda, or of one session, the newest first; from each one can go back to what was before it. */
class LogDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 30;

    private final transient AgendaLog log;
    private final transient AgendaBoard board;
    private final transient BoardData data;
    private final transient Restoring restoring;
    private final Words words;
    private final @Nullable SessionId session;
    private final OrderedList list = new OrderedList();
    private final Button earlier;
    private long before = Long.MAX_VALUE;

    /** What brings back what was. */
    interface Restoring {

        /** Makes the moves and tells what came of them. */
        void restore(Supplier<PlacingResult> made);
    }

    LogDialog(
            AgendaLog log,
            AgendaBoard board,
            BoardData data,
            @Nullable UUID session,
            Restoring restoring,
            Words words) {
        super(session == null ? words.get("board.log.title") : words.get("board.log.of", data.title(session)));
        this.log = log;
        this.board = board;
        this.data = data;
        this.restoring = restoring;
        this.words = words;
        this.session = session == null ? null : new SessionId(session);
        addClassName("log-dialog");
        setWidth("46rem");
        list.addClassName("agenda-log");
        list.getElement().setAttribute("aria-label", words.get("board.log.title"));
        earlier = new Button(words.get("board.log.earlier"), e -> more());
        earlier.setId("log-earlier");
        add(list, earlier);
        getFooter().add(new Button(words.get("shell.close"), e -> close()));
        more();
    }

    private void more() {
        var entries = log.entries(board.meeting(), session, before, PAGE);
        entries.forEach(entry -> list.add(item(entry)));
        if (!entries.isEmpty()) {
            before = entries.getLast().number();
        }
        earlier.setVisible(entries.size() == PAGE);
        if (list.getChildren().findAny().isEmpty()) {
            add(new Paragraph(words.get("board.log.empty")));
        }
    }

    private ListItem item(Entry entry) {
        var what = new Div(sentence(entry));
        what.addClassName("agenda-log-what");
        var who = new Div(words.get("board.log.by", when(entry), who(entry)));
        who.addClassName("agenda-log-who");
        var actions = new Div();
        actions.addClassName("agenda-log-actions");
        var restore = action("board.log.restore", () -> log.restore(board.meeting(), entry.number()));
        restore.setAriaLabel(words.get("board.log.restoreOne", words.text(entry.title())));
        actions.add(restore);
        if (session == null) {
            actions.add(action("board.log.restoreAll", () -> log.restoreAll(board.meeting(), entry.number())));
        }
        var item = new ListItem(new Div(what, who), actions);
        item.addClassName("agenda-log-entry");
        return item;
    }

    private Button action(String word, Supplier<PlacingResult> made) {
        var button = new Button(words.get(word), e -> {
            close();
            restoring.restore(made);
        });
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    private String sentence(Entry entry) {
        var title = words.text(entry.title());
        if (entry.to().isEmpty()) {
            return words.get(
                    "board.log.out", title, entry.from().map(data::where).orElse(""));
        }
        var to = data.where(entry.to().get());
        return entry.from()
                .map(from -> words.get("board.log.moved", title, data.where(from), to))
                .orElseGet(() -> words.get("board.log.placed", title, to));
    }

    private String who(Entry entry) {
        var who = entry.mover().map(words::name).orElseGet(() -> words.get("board.log.system"));
        return entry.kind() == MoveKind.MOVE || entry.kind() == MoveKind.SYSTEM
                ? who
                : words.get("board.kind." + entry.kind().name(), who);
    }

    /** In the meeting's zone, and in the reader's where that shows another time. */
    private String when(Entry entry) {
        var here = Moments.full(words.language(), entry.at(), board.zone(), words.text(board.city()));
        return Moments.differ(entry.at(), board.zone(), words.zone()) ? here + " · " + words.ownTime(entry.at()) : here;
    }
}
