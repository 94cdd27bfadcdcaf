package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;

/** The custom element that draws the board. It shows what it is given and reports what the organiser does. */
@Tag("agenda-board")
@JsModule("context://scripts/agenda-board.js")
class BoardComponent extends Component {

    private static final long serialVersionUID = 1L;

    private final transient Moves moves;

    /** What an organiser does on the board; keys, dates and versions as the element writes them. */
    interface Moves {

        /** Places or moves a session; {@code version} is empty for one that waits, {@code room} for all rooms. */
        void place(String key, String version, String room, String date, int start, int minutes);

        /** Takes a session out of its place. */
        void unplace(String key, String version);

        /** Takes her last move back. */
        void undo();
    }

    BoardComponent(Moves moves) {
        this.moves = moves;
        setId("agenda-board");
    }

    /** Shows a whole board, instead of what was shown. */
    void show(BoardData.Board board) {
        getElement().executeJs("this.board = $0", board);
    }

    /** Shows some sessions as they are now, all conflicts, and speaks a sentence unless it is empty. */
    void change(List<BoardData.Session> sessions, List<BoardData.Conflict> conflicts, String say) {
        getElement()
                .executeJs(
                        "customElements.whenDefined('agenda-board').then(() => this.change($0))",
                        new BoardData.Change(sessions, conflicts, say));
    }

    @ClientCallable
    private void place(String key, String version, String room, String date, int start, int minutes) {
        moves.place(key, version, room, date, start, minutes);
    }

    @ClientCallable
    private void unplace(String key, String version) {
        moves.unplace(key, version);
    }

    @ClientCallable
    private void undo() {
        moves.undo();
    }
}
