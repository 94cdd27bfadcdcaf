package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaSpot;
import org.caravanserai.agenda.optimiser.AgendaCost;
import org.caravanserai.agenda.optimiser.Rule;
import org.caravanserai.agenda.planning.PlaceReasons;
import org.caravanserai.agenda.planning.PlaceReasons.Elsewhere;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;

/** Every place of a session with what it would change: the best ones in words, and all of a day as a map. */
class WhyTable extends Section {

    private static final long serialVersionUID = 1L;
    private static final int BEST = 6;

    private final transient AgendaBoard board;
    private final transient PlaceReasons.Reasons reasons;
    private final transient SpotText spots;
    private final Words words;
    private final Div map = new Div();
    private final Div detail = new Div();

    WhyTable(AgendaBoard board, PlaceReasons.Reasons reasons, SpotText spots, Words words) {
        this.board = board;
        this.reasons = reasons;
        this.spots = spots;
        this.words = words;
        setId("why");
        addClassName("optimiser-why");
        detail.setId("why-detail");
        detail.addClassName("optimiser-detail");
        detail.getElement().setAttribute("role", "status");
        map.addClassName("optimiser-map");
        map.getElement().setAttribute("tabindex", "0");
        var day = new Select<LocalDate>();
        day.setId("why-day");
        day.setLabel(words.get("agenda.board.day"));
        day.setItems(board.days());
        day.setItemLabelGenerator(words::day);
        day.addValueChangeListener(e -> showMap(e.getValue()));
        add(
                new H2(words.get("optimiser.why.title")),
                new Paragraph(words.get("optimiser.why.read")),
                best(),
                new H3(words.get("optimiser.why.all")),
                day,
                detail,
                map);
        day.setValue(reasons.now()
                .map(spot -> spot.start().atZone(board.zone()).toLocalDate())
                .filter(board.days()::contains)
                .orElse(board.days().getFirst()));
    }

    private Component best() {
        var list = new OrderedList();
        reasons.places().stream()
                .filter(place -> !isHere(place))
                .sorted(Comparator.comparingLong(place -> place.change().total()))
                .limit(BEST)
                .forEach(place -> list.add(new ListItem(
                        bold(spots.of(Optional.of(spot(place)))), new Span(" – " + because(place.change())))));
        return new Div(new H3(words.get("optimiser.why.best")), list);
    }

    private static Span bold(String text) {
        var bold = new Span(text);
        bold.addClassName("optimiser-session");
        return bold;
    }

    private AgendaSpot spot(Elsewhere place) {
        return new AgendaSpot(
                place.room(),
                place.start(),
                reasons.now().map(AgendaSpot::minutes).orElse(0));
    }

    private boolean isHere(Elsewhere place) {
        return reasons.now()
                .filter(spot ->
                        place.room().equals(spot.room()) && place.start().equals(spot.start()))
                .isPresent();
    }

    /** The whole change and its parts, the weightiest first. */
    private String because(AgendaCost change) {
        var parts = new ArrayList<>(change.parts().entrySet());
        if (parts.isEmpty()) {
            return words.get("optimiser.why.equal");
        }
        parts.sort(java.util.Map.Entry.comparingByValue(
                Comparator.<Long>comparingLong(Math::abs).reversed()));
        var told = new ArrayList<String>();
        for (var part : parts) {
            var weight = Math.max(1, reasons.weights().of(part.getKey()));
            told.add(CostTable.name(words, part.getKey()) + " " + signed(part.getValue() / weight));
        }
        return points(change) + ": " + String.join("; ", told);
    }

    private String points(AgendaCost change) {
        return isImpossible(change)
                ? words.get("optimiser.why.impossible")
                : words.get("optimiser.why.points", signed(change.total()));
    }

    private boolean isImpossible(AgendaCost change) {
        for (var rule : Rule.values()) {
            if (reasons.weights().isHard(rule) && change.of(rule) > 0) {
                return true;
            }
        }
        return false;
    }

    private String signed(long number) {
        return (number > 0 ? "+" : number < 0 ? "−" : "±") + words.number(Math.abs(number));
    }

    private void showMap(LocalDate day) {
        map.removeAll();
        detail.setText(words.get("optimiser.why.choose"));
        var table = new NativeTable();
        table.setCaptionText(words.day(day) + ", " + words.text(board.city()));
        var head = new NativeTableRow(head("", "col"));
        board.rooms().forEach(room -> head.add(head(words.text(room.name()), "col")));
        table.getHead().add(head);
        var rows = new TreeMap<Instant, java.util.Map<UUID, Elsewhere>>();
        reasons.places().stream()
                .filter(place ->
                        place.start().atZone(board.zone()).toLocalDate().equals(day))
                .forEach(place -> rows.computeIfAbsent(place.start(), start -> new java.util.HashMap<>())
                        .put(place.room(), place));
        rows.forEach((start, byRoom) -> {
            var row = new NativeTableRow(head(Moments.time(words.language(), start, board.zone()), "row"));
            board.rooms()
                    .forEach(room -> row.add(Optional.ofNullable(byRoom.get(room.key()))
                            .map(this::cell)
                            .orElseGet(NativeTableCell::new)));
            table.getBody().add(row);
        });
        map.add(rows.isEmpty() ? new Paragraph(words.get("optimiser.why.noPlaces")) : table);
    }

    private NativeTableCell cell(Elsewhere place) {
        var here = isHere(place);
        var impossible = isImpossible(place.change());
        var total = place.change().total();
        var button = new NativeButton(here ? "●" : impossible ? "×" : signed(total), e -> tell(place));
        button.getElement().setAttribute("aria-label", name(place));
        button.addClassName(
                here
                        ? "optimiser-here"
                        : impossible
                                ? "optimiser-bad"
                                : total < 0 ? "optimiser-good" : total > 0 ? "optimiser-dear" : "optimiser-even");
        return new NativeTableCell(button);
    }

    private String name(Elsewhere place) {
        return spots.room(place.room()) + ", " + Moments.time(words.language(), place.start(), board.zone()) + ": "
                + (isHere(place) ? words.get("optimiser.why.here") : points(place.change()));
    }

    private void tell(Elsewhere place) {
        detail.setText(spots.of(Optional.of(spot(place))) + " – "
                + (isHere(place) ? words.get("optimiser.why.here") : because(place.change())));
    }

    private static NativeTableHeaderCell head(String text, String scope) {
        var head = new NativeTableHeaderCell(text);
        head.getElement().setAttribute("scope", scope);
        return head;
    }
}
