package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.dom.Element;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.gathering.poll.CandidateTime;
import org.caravanserai.gathering.poll.Choice;
import org.caravanserai.gathering.poll.PollBoard;
import org.caravanserai.gathering.poll.PollState;
import org.caravanserai.gathering.poll.Ranking;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;

/** The candidates of a poll, best first with the reason, and who says what to which. */
class PollResults extends Section {

    private static final long serialVersionUID = 1L;

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final transient PollBoard board;
    private final Words words;
    private final transient Closing closing;

    /** Ends the poll with a candidate; with the time of day for a day. */
    interface Closing {

        void close(UUID candidate, Optional<LocalTime> begins);
    }

    PollResults(Words words, PollBoard board, Closing closing) {
        this.words = words;
        this.board = board;
        this.closing = closing;
        addClassName("poll-results");
        add(new H2(words.get(
                "poll.results.answered", board.answered(), board.guests().size())));
        if (board.candidates().isEmpty()) {
            add(new Paragraph(words.get("poll.candidates.none")));
            return;
        }
        var list = new OrderedList();
        list.setId("poll-ranked");
        list.addClassName("poll-ranked");
        board.ranked().forEach(one -> list.add(line(one)));
        add(list);
        if (!board.guests().isEmpty()) {
            add(table());
        }
        notes();
    }

    private ListItem line(Ranking.Ranked one) {
        var best = one.rank() == 1 && one.comes() > 0;
        var isChosen = board.chosen().filter(one.key()::equals).isPresent();
        var time = new Div(PollWords.time(words, one.time(), board.content().zone()));
        time.addClassName("poll-ranked-time");
        var why = new Div(new Span(reason(one)));
        why.addClassName("poll-why");
        if (isChosen || best) {
            var mark = new Span(words.get(isChosen ? "poll.chosen" : "poll.best"));
            mark.addClassName("poll-best");
            why.addComponentAsFirst(mark);
        }
        var text = new Div(time, bar(one), why, names(one));
        text.addClassName("poll-ranked-words");
        var item = new ListItem(text);
        item.addClassName("poll-ranked-line");
        if (board.state() == PollState.OPEN) {
            item.add(choose(one, best));
        }
        return item;
    }

    private Component choose(Ranking.Ranked one, boolean best) {
        var told = PollWords.plain(words, one.time(), board.content().zone());
        if (one.time() instanceof CandidateTime.WholeDay) {
            TimePicker begins = Fields.time(words.get(
                    "poll.begins",
                    Moments.city(words.language(), board.content().zone())));
            begins.setValue(MORNING);
            begins.setHelperText(words.get("poll.begins.help"));
            begins.setClearButtonVisible(true);
            var choose = button(told, best, () -> closing.close(one.key(), Optional.ofNullable(begins.getValue())));
            var line = new Div(begins, choose);
            line.addClassName("poll-choose-day");
            return line;
        }
        return button(told, best, () -> closing.close(one.key(), Optional.empty()));
    }

    private Button button(String told, boolean best, Runnable work) {
        var choose = new Button(words.get("poll.choose"), e -> work.run());
        choose.setAriaLabel(words.get("poll.choose.this", told));
        if (best) {
            choose.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return choose;
    }

    private String reason(Ranking.Ranked one) {
        var reason = one.reason();
        var cannot = who(one.key(), Choice.NO);
        var name = reason == Ranking.Reason.SOME && !cannot.isEmpty() ? "SOME_BUT" : reason.name();
        return words.get("poll.reason." + name, one.comes(), one.asked(), one.ifNeedBe(), cannot);
    }

    /** How many say what, in signs, numbers and words. */
    private Component bar(Ranking.Ranked one) {
        var bar = new Div(
                part("yes", one.yes(), Choice.YES),
                part("need", one.ifNeedBe(), Choice.IF_NEED_BE),
                part("no", one.no(), Choice.NO));
        if (one.silent() > 0) {
            var open = new Span("? " + words.get("poll.count.open", one.silent()));
            open.addClassNames("poll-part", "poll-part-open");
            bar.add(open);
        }
        bar.addClassName("poll-bar");
        return bar;
    }

    private Span part(String name, int count, Choice choice) {
        var part = new Span(PollWords.sign(choice) + " " + count + " " + words.get("poll.choice." + choice.name()));
        part.addClassNames("poll-part", "poll-part-" + name);
        return part;
    }

    private Component names(Ranking.Ranked one) {
        var told = new Div();
        for (var choice : Choice.values()) {
            var who = who(one.key(), choice);
            if (!who.isEmpty()) {
                told.add(new Paragraph(words.get("poll.choice." + choice.name()) + ": " + who));
            }
        }
        var details = new NativeDetails(words.get("poll.results.who"), told);
        details.addClassName("poll-who");
        details.setVisible(one.asked() > one.silent());
        return details;
    }

    private String who(UUID candidate, Choice choice) {
        return board.guests().stream()
                .filter(g -> g.choices().get(candidate) == choice)
                .map(g -> words.name(g.name()))
                .collect(Collectors.joining(", "));
    }

    /** People by times; built of plain elements, as it may be large. */
    private Component table() {
        var table = new Element("table");
        table.setAttribute("aria-label", words.get("poll.results.table"));
        var head = new Element("tr");
        head.appendChild(
                cell("th", Moments.city(words.language(), board.content().zone()))
                        .setAttribute("scope", "col"));
        for (var one : board.ranked()) {
            head.appendChild(cell(
                            "th",
                            PollWords.shortly(words, one.time(), board.content().zone()))
                    .setAttribute("scope", "col"));
        }
        table.appendChild(new Element("thead").appendChild(head));
        var body = new Element("tbody");
        for (var guest : board.guests()) {
            var row = new Element("tr");
            row.appendChild(cell("th", words.name(guest.name())).setAttribute("scope", "row"));
            board.ranked().forEach(one -> row.appendChild(said(guest, one.key())));
            body.appendChild(row);
        }
        table.appendChild(body);
        table.appendChild(new Element("tfoot").appendChild(totals()));
        var around = new Div();
        around.addClassName("poll-table");
        around.getElement().setAttribute("tabindex", "0");
        around.getElement().setAttribute("role", "region");
        around.getElement().setAttribute("aria-label", words.get("poll.results.table"));
        around.getElement().appendChild(table);
        return around;
    }

    private Element totals() {
        var row = new Element("tr");
        row.appendChild(cell("th", words.get("poll.results.total")).setAttribute("scope", "row"));
        for (var one : board.ranked()) {
            row.appendChild(cell("td", one.comes() + " / " + one.asked()));
        }
        return row;
    }

    private Element said(PollBoard.Guest guest, UUID candidate) {
        var choice = Optional.ofNullable(guest.choices().get(candidate));
        var word = choice.map(c -> words.get("poll.choice." + c.name())).orElse(words.get("poll.choice.none"));
        var sign = choice.map(PollWords::sign).orElse("·");
        var cell = cell("td", sign + " " + word);
        cell.setAttribute("class", "poll-said-" + choice.map(Choice::name).orElse("none"));
        return cell;
    }

    private void notes() {
        var noted = board.guests().stream().filter(g -> !g.note().isEmpty()).toList();
        if (noted.isEmpty()) {
            return;
        }
        add(new H2(words.get("poll.page.said")));
        noted.forEach(guest -> {
            var note = new Paragraph(words.name(guest.name()) + ": " + guest.note());
            note.addClassName("poll-words");
            add(note);
        });
    }

    private static Element cell(String tag, String text) {
        return new Element(tag).setText(text);
    }
}
