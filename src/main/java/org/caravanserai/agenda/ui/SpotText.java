package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.planning.PlanMove;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;
import org.jspecify.annotations.Nullable;

/** Writes places on a board, and what moves from where to where, in the words of one reader. */
final class SpotText {

    private static final int MOST_LINES = 300;

    private final AgendaBoard board;
    private final Words words;
    private final Map<UUID, String> rooms = new HashMap<>();

    SpotText(AgendaBoard board, Words words) {
        this.board = board;
        this.words = words;
        board.rooms().forEach(room -> rooms.put(room.key(), words.text(room.name())));
    }

    String room(@Nullable UUID room) {
        return room == null ? words.get("agenda.board.allRooms") : rooms.getOrDefault(room, "–");
    }

    /** Room and time, in the meeting's zone and the reader's own. */
    String of(Optional<AgendaSpot> spot) {
        return spot.map(at -> TimeText.plain(at.start(), board.zone(), words.text(board.city()), words) + " · "
                        + room(at.room()))
                .orElseGet(() -> words.get("agenda.board.waits"));
    }

    /** What moves, by what happens to it. */
    Div moves(List<PlanMove> moves) {
        var list = new Div();
        list.addClassName("optimiser-moves");
        list.setId("optimiser-difference");
        // It scrolls, so the keyboard must reach it.
        list.getElement().setAttribute("tabindex", "0");
        add(
                list,
                "optimiser.newly",
                moves.stream().filter(move -> move.from().isEmpty()).toList());
        add(
                list,
                "optimiser.moved",
                moves.stream()
                        .filter(move -> move.from().isPresent() && move.to().isPresent())
                        .toList());
        add(
                list,
                "optimiser.takenOut",
                moves.stream().filter(move -> move.to().isEmpty()).toList());
        return list;
    }

    private void add(Div to, String heading, List<PlanMove> moves) {
        if (moves.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        moves.stream().limit(MOST_LINES).forEach(move -> list.add(line(move)));
        to.add(new H3(words.get(heading, moves.size())), list);
        if (moves.size() > MOST_LINES) {
            to.add(new Paragraph(words.get("optimiser.more", moves.size() - MOST_LINES)));
        }
    }

    private ListItem line(PlanMove move) {
        var title = words.marked(move.title());
        title.addClassName("optimiser-session");
        var where = new Div();
        where.addClassName("optimiser-way");
        if (move.from().isPresent()) {
            var from = new Span(of(move.from()));
            from.addClassName("optimiser-from");
            var arrow = new Span(" → ");
            arrow.getElement().setAttribute("aria-label", words.get("optimiser.to"));
            arrow.getElement().setAttribute("role", "img");
            where.add(from, arrow);
        }
        where.add(new Span(of(move.to())));
        return new ListItem(title, where);
    }
}
