package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaBoard.BoardSession;
import org.caravanserai.agenda.SessionId;
import org.caravanserai.agenda.planning.PlaceReasons;
import org.caravanserai.agenda.planning.SessionWishing;
import org.caravanserai.proposal.UnsuitableTime;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** One session: whether it stays, when it should be, what it follows, and why it is here and not there. */
class SessionPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient AgendaBoard board;
    private final transient PlaceReasons reasons;
    private final transient SessionWishing wishing;
    private final transient SpotText spots;
    private final Words words;
    private final Problems problems = new Problems();

    SessionPanel(
            AgendaBoard board,
            PlaceReasons reasons,
            SessionWishing wishing,
            SpotText spots,
            Words words,
            String code,
            Consumer<String> choose) {
        this.board = board;
        this.reasons = reasons;
        this.wishing = wishing;
        this.spots = spots;
        this.words = words;
        addClassName("optimiser-one");
        var chosen = board.sessions().stream()
                .filter(session -> session.code().equals(code))
                .findFirst();
        var field = sessionField("why-session", words.get("optimiser.why.session"));
        chosen.ifPresent(field::setValue);
        field.addValueChangeListener(
                e -> Optional.ofNullable(e.getValue()).map(BoardSession::code).ifPresent(choose));
        add(new Paragraph(words.get("optimiser.why.help")), field);
        chosen.ifPresentOrElse(session -> add(wishes(session), why(session)), () -> add(pinned()));
    }

    private ComboBox<BoardSession> sessionField(String id, String label) {
        var field = new ComboBox<BoardSession>(label);
        field.setId(id);
        field.setItems(board.sessions().stream().filter(this::isPlanned).toList());
        field.setItemLabelGenerator(session -> session.code() + " · " + words.text(session.title()));
        field.addClassName("optimiser-wide");
        return field;
    }

    /** Whether the optimiser places it: not what is in all rooms, nor an item that waits. */
    private boolean isPlanned(BoardSession session) {
        return session.place().map(place -> place.spot().room() != null).orElse(!session.everywhere());
    }

    private Component pinned() {
        var wishes = wishing.of(board.meeting());
        var list = new Section(new H2(words.get("optimiser.pins")));
        var pinned = board.sessions().stream()
                .filter(session -> wishes.getOrDefault(session.key(), SessionWishing.Wish.NONE)
                        .pinned())
                .toList();
        if (pinned.isEmpty()) {
            list.add(new Paragraph(words.get("optimiser.pins.none")));
        }
        pinned.forEach(session -> list.add(pin(session, true)));
        return list;
    }

    private Checkbox pin(BoardSession session, boolean named) {
        var pin = new Checkbox(
                named
                        ? words.text(session.title()) + " · "
                                + spots.of(session.place().map(AgendaBoard.BoardPlace::spot))
                        : words.get("optimiser.pin"));
        pin.setValue(wish(session).pinned());
        pin.addValueChangeListener(e -> {
            wishing.pin(board.meeting(), new SessionId(session.key()), e.getValue());
            Notices.done(
                    words.get(e.getValue() ? "optimiser.pinned" : "optimiser.unpinned", words.text(session.title())));
        });
        return pin;
    }

    private SessionWishing.Wish wish(BoardSession session) {
        return wishing.of(board.meeting()).getOrDefault(session.key(), SessionWishing.Wish.NONE);
    }

    private Component wishes(BoardSession session) {
        var wish = wish(session);
        var times = Fields.<UnsuitableTime>several(words.get("optimiser.wish.times"));
        times.setId("wish-times");
        times.setItems(halfDays());
        times.setItemLabelGenerator(
                time -> words.get("optimiser.wish." + time.part().name(), words.day(time.day())));
        times.setValue(wish.times());
        times.setHelperText(words.get("optimiser.wish.times.help"));
        var follows = sessionField("wish-follows", words.get("optimiser.wish.follows"));
        follows.setClearButtonVisible(true);
        wish.follows()
                .flatMap(key -> board.sessions().stream()
                        .filter(other -> other.key().equals(key))
                        .findFirst())
                .ifPresent(follows::setValue);
        times.addValueChangeListener(e -> save(session, times, follows));
        follows.addValueChangeListener(e -> save(session, times, follows));
        var pin = pin(session, false);
        pin.setId("wish-pin");
        pin.setEnabled(session.place().isPresent() || wish.pinned());
        var fields = new Div(times, follows);
        fields.addClassName("optimiser-fields");
        return new Section(
                new H2(words.get("optimiser.wish.title")),
                new Paragraph(spots.of(session.place().map(AgendaBoard.BoardPlace::spot))),
                problems,
                pin,
                fields);
    }

    private List<UnsuitableTime> halfDays() {
        var parts = new ArrayList<UnsuitableTime>();
        board.days().forEach(day -> {
            parts.add(new UnsuitableTime(day, UnsuitableTime.Part.MORNING));
            parts.add(new UnsuitableTime(day, UnsuitableTime.Part.AFTERNOON));
        });
        return parts;
    }

    private void save(BoardSession session, MultiSelectComboBox<UnsuitableTime> times, ComboBox<BoardSession> follows) {
        problems.clear();
        try {
            wishing.wish(
                    board.meeting(),
                    new SessionId(session.key()),
                    List.copyOf(Objects.requireNonNullElse(times.getValue(), java.util.Set.of())),
                    Optional.ofNullable(follows.getValue()).map(other -> new SessionId(other.key())));
            Notices.done(words.get("optimiser.wish.saved"));
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("follows", follows, "times", times));
        }
    }

    private Component why(BoardSession session) {
        try {
            return new WhyTable(board, reasons.of(board.meeting(), new SessionId(session.key())), spots, words);
        } catch (Refusal refusal) {
            return new Paragraph(words.get(refusal.problems().getFirst()));
        }
    }
}
