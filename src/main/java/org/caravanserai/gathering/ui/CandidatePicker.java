package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.gathering.poll.CandidateTime;
import org.caravanserai.gathering.poll.PollBoard;
import org.caravanserai.gathering.poll.PollReading;
import org.caravanserai.gathering.poll.Polls;
import org.caravanserai.gathering.poll.Ranking;
import org.caravanserai.meeting.Holidays;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Icons;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Words;
import org.caravanserai.text.CommonZones;
import org.caravanserai.text.Moments;
import org.caravanserai.text.Refusal;

/** Picks the candidates of a poll: on a week of hours or six weeks of days, or one by one to the minute. */
class CandidatePicker extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Polls polls;
    private final transient PollReading reading;
    private final transient CandidateSheets sheets;
    private final Words words = Words.here();
    private final PickTable table = new PickTable(this::toggle);
    private final Select<ZoneId> beside = new Select<>();
    private final Span week = new Span();
    private final DatePicker goTo = Fields.day("");
    private final DateTimePicker exact = Fields.moment("");
    private final DatePicker exactDay = Fields.day("");
    private final Paragraph clocks = new Paragraph();
    private final UnorderedList chosen = new UnorderedList();
    private final Span count = new Span();
    private transient PollBoard board;
    private LocalDate first;

    CandidatePicker(Polls polls, PollReading reading, Holidays holidays, Clock clock, PollBoard board) {
        this.polls = polls;
        this.reading = reading;
        this.sheets = new CandidateSheets(words, holidays);
        this.board = board;
        this.first = begin(board, clock);
        addClassName("poll-picker");
        setId("poll-candidates");
        getElement().setAttribute("tabindex", "-1");
        beside.setId("poll-beside");
        beside.setLabel(words.get("poll.pick.beside"));
        beside.setItems(CommonZones.with("Asia/Tokyo").stream().map(ZoneId::of).toList());
        beside.setItemLabelGenerator(zone -> zone.getId().equals("UTC") ? "UTC" : Moments.city(words.language(), zone));
        beside.setValue(other(board.content().zone()));
        beside.addValueChangeListener(e -> draw());
        chosen.addClassName("poll-picked");
        chosen.setId("poll-picked");
        add(new H2(words.get("poll.section.when")), clocks, line(), table, exactly(), heading(), chosen);
        draw();
    }

    /** Shows the poll as it stands now. */
    void show() {
        reading.organised(board.code()).ifPresent(now -> board = now);
        draw();
    }

    /** Picks a time or a day by its name on the table. */
    void pick(String name) {
        table.pick(name);
    }

    private Div heading() {
        var heading = new Div(count);
        heading.addClassName("poll-picked-head");
        heading.getElement().setAttribute("role", "status");
        return heading;
    }

    private Div line() {
        var before = new Button(words.get("poll.pick.before"), e -> move(-1));
        before.setId("poll-before");
        var after = new Button(words.get("poll.pick.after"), e -> move(1));
        after.setId("poll-after");
        week.addClassName("poll-week");
        goTo.setId("poll-go-to");
        goTo.setLabel(words.get("poll.pick.goTo"));
        goTo.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                first = sheets.weekOf(e.getValue());
                draw();
            }
        });
        var line = new Div(before, after, week, goTo, beside);
        line.addClassName("poll-pick-line");
        return line;
    }

    private Div exactly() {
        exact.setId("poll-exact");
        exactDay.setId("poll-exact-day");
        exactDay.setLabel(words.get("poll.pick.exactDay"));
        var add = new Button(words.get("shell.add"), e -> addExact());
        add.setId("poll-exact-add");
        var line = new Div(exact, exactDay, add);
        line.addClassName("poll-pick-line");
        return line;
    }

    private void addExact() {
        var days = board.content().wholeDays();
        var picked = exact.getValue();
        var day = exactDay.getValue();
        if (days ? day == null : picked == null) {
            Notices.warning(words.get("poll.pick.exactMissing"));
            return;
        }
        act(() -> polls.add(
                board.id(),
                List.of(
                        days
                                ? new CandidateTime.WholeDay(day)
                                : new CandidateTime.Slot(
                                        picked.atZone(board.content().zone()).toInstant(),
                                        board.content().minutes()))));
    }

    private void toggle(String name) {
        var time = sheets.time(name, board.content());
        var there = board.candidates().stream()
                .filter(c -> starts(c.time(), time))
                .map(Ranking.Entry::key)
                .toList();
        act(() -> {
            if (there.isEmpty()) {
                polls.add(board.id(), List.of(time));
            } else {
                there.forEach(key -> polls.remove(board.id(), key));
            }
        });
        table.press(name, picked().containsKey(name));
    }

    private static boolean starts(CandidateTime one, CandidateTime other) {
        return one instanceof CandidateTime.Slot mine && other instanceof CandidateTime.Slot theirs
                ? mine.start().equals(theirs.start())
                : one.equals(other);
    }

    private void act(Runnable change) {
        try {
            change.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        reading.organised(board.code()).ifPresent(now -> board = now);
        list();
    }

    private void move(int by) {
        first = first.plusWeeks(board.content().wholeDays() ? by * 4L : by);
        draw();
    }

    private void draw() {
        var content = board.content();
        var days = content.wholeDays();
        var zone = content.zone();
        var city = Moments.city(words.language(), zone);
        clocks.setText(days ? words.get("poll.pick.days") : words.get("poll.pick.clocks", city));
        beside.setVisible(!days);
        exact.setVisible(!days);
        exact.setLabel(words.get("poll.pick.exact", city));
        exactDay.setVisible(days);
        week.setText(Moments.days(words.language(), first, first.plusDays(days ? 41 : 6)));
        var sheet = days ? sheets.days(first) : sheets.hours(first, zone, beside.getValue());
        table.show(week.getText(), sheet.heads(), sheet.rows(), picked().keySet());
        list();
    }

    /** What is picked, by the names that the table has for it. */
    private Map<String, UUID> picked() {
        return board.candidates().stream()
                .collect(Collectors.toMap(c -> sheets.name(c.time()), Ranking.Entry::key, (a, b) -> a));
    }

    private void list() {
        chosen.removeAll();
        count.setText(words.get("poll.pick.count", board.candidates().size()));
        for (var candidate : board.candidates()) {
            var told = PollWords.plain(words, candidate.time(), board.content().zone());
            var remove = new Button(Icons.of("close"), e -> {
                act(() -> polls.remove(board.id(), candidate.key()));
                table.press(sheets.name(candidate.time()), false);
            });
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.setAriaLabel(words.get("poll.pick.remove", told));
            chosen.add(new ListItem(
                    PollWords.time(words, candidate.time(), board.content().zone()), remove));
        }
    }

    private LocalDate begin(PollBoard board, Clock clock) {
        return sheets.weekOf(
                board.candidates().isEmpty()
                        ? LocalDate.ofInstant(clock.instant(), board.content().zone())
                                .plusWeeks(1)
                        : sheets.day(
                                board.candidates().getFirst().time(),
                                board.content().zone()));
    }

    /** The clocks at the other end of what people here meet across. */
    private static ZoneId other(ZoneId zone) {
        return ZoneId.of(zone.getId().equals("Asia/Tokyo") ? "Asia/Almaty" : "Asia/Tokyo");
    }
}
