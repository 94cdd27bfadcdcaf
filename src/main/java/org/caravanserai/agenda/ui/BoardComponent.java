package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.agenda.AgendaPlacing;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.shell.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The custom element that draws the board. It shows what it is given and reports what the organiser does. */
@Tag("agenda-board")
@JsModule("context://scripts/agenda-board.js")
class BoardComponent extends Component {

    private static final long serialVersionUID = 1L;

    private static final int MOST_HELD = 2_000;

    private final transient Moves moves;

    /**
     * A move as the element asks for it.
     *
     * @param version the version of the place that was seen; empty for a session that waits
     * @param room empty for all rooms
     * @param date the day in the meeting's zone; empty to let the session wait
     * @param start minutes after midnight
     */
    record Asked(UUID session, String version, String room, String date, int start, int minutes) {

        /** Where the session is to be, in a meeting of this zone. */
        Optional<AgendaSpot> target(ZoneId zone) {
            if (date.isEmpty()) {
                return Optional.empty();
            }
            var at = LocalDate.parse(date)
                    .atStartOfDay()
                    .plusMinutes(start)
                    .atZone(zone)
                    .toInstant();
            return Optional.of(new AgendaSpot(room.isEmpty() ? null : UUID.fromString(room), at, minutes));
        }
    }

    /** What an organiser does on the board. */
    interface Moves {

        /** Moves sessions, all or none; whether it was done. */
        boolean move(List<Asked> moves);

        /** Takes her last move back. */
        void undo();

        /** Makes again what she has taken back last. */
        void redo();

        /** Holds these sessions, or none, and still has the board open. */
        void hold(Set<UUID> sessions);

        /** Wants to see the log of a session, or of all if it is null. */
        void openLog(@Nullable UUID session);

        /** Wants to see a session with its talks. */
        void openSession(UUID session);

        /** Has been away and wants to see all as it is now. */
        void catchUp();
    }

    BoardComponent(Moves moves) {
        this.moves = moves;
        setId("agenda-board");
    }

    /** Shows a whole board, instead of what was shown. */
    void show(BoardData.Board board) {
        getElement().executeJs("this.board = $0", board);
    }

    /**
     * Shows some sessions as they are now with all their conflicts, and speaks a sentence unless it is empty.
     *
     * @param steps what can be undone now; null if that has not changed
     */
    void change(
            List<BoardData.Session> sessions,
            List<BoardData.Conflict> conflicts,
            AgendaPlacing.@Nullable Steps steps,
            String say) {
        call("change", new BoardData.Change(sessions, conflicts, steps, say));
    }

    /** Shows who is here. */
    void meet(List<BoardData.Present> present) {
        call("meet", present);
    }

    private void call(String function, Object argument) {
        getElement()
                .executeJs("customElements.whenDefined('agenda-board').then(() => this[$0]($1))", function, argument);
    }

    @ClientCallable
    private boolean move(ArrayNode asked) {
        var list = new ArrayList<Asked>();
        for (JsonNode each : asked) {
            list.add(new Asked(
                    UUID.fromString(each.path("key").asString()),
                    each.path("version").asString(),
                    each.path("room").asString(),
                    each.path("date").asString(),
                    each.path("start").asInt(),
                    each.path("minutes").asInt()));
        }
        return moves.move(list);
    }

    @ClientCallable
    private List<List<String>> help() {
        return BoardWords.help(Words.here());
    }

    @ClientCallable
    private void undo() {
        moves.undo();
    }

    @ClientCallable
    private void redo() {
        moves.redo();
    }

    @ClientCallable
    private void hold(ArrayNode keys) {
        moves.hold(keys.valueStream()
                .limit(MOST_HELD)
                .map(key -> UUID.fromString(key.asString()))
                .collect(Collectors.toSet()));
    }

    @ClientCallable
    private void openLog(String key) {
        moves.openLog(key.isEmpty() ? null : UUID.fromString(key));
    }

    @ClientCallable
    private void openSession(String key) {
        moves.openSession(UUID.fromString(key));
    }

    @ClientCallable
    private void catchUp() {
        moves.catchUp();
    }
}
