package org.caravanserai.meeting;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;
import org.jspecify.annotations.Nullable;

/** Tells, beside the dates that are being chosen, in which of the six countries people are at home on them. */
public class HolidayNote extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MOST_DAYS = 31;

    private final transient Words words;
    private final transient Holidays holidays;

    /** A note that tells nothing yet. */
    public HolidayNote(Words words, Holidays holidays) {
        this.words = words;
        this.holidays = holidays;
        addClassName("holiday-note");
        getElement().setAttribute("role", "status");
    }

    /** Tells about the days from a day to a day; about none while one is missing or they are in the wrong order. */
    public void show(@Nullable LocalDate first, @Nullable LocalDate last) {
        removeAll();
        var from = first == null ? last : first;
        var to = last == null ? first : last;
        if (from == null || to == null || to.isBefore(from)) {
            return;
        }
        var end = from.plusDays(MOST_DAYS).isBefore(to) ? from.plusDays(MOST_DAYS) : to;
        var calendar = holidays.between(from, end);
        if (!calendar.known()) {
            add(new Paragraph(words.get("meeting.holiday.unknown", from.getYear())));
            return;
        }
        if (calendar.byDay().isEmpty()) {
            add(new Paragraph(words.get("meeting.holiday.none", Moments.days(words.language(), from, end))));
            return;
        }
        for (var day : calendar.byDay().keySet()) {
            var names = calendar.on(day).stream().map(this::sentence).collect(Collectors.joining("; "));
            var line = new Paragraph(words.get("meeting.holiday.day", words.day(day), names));
            line.addClassName("holiday-taken");
            add(line);
        }
    }

    private String sentence(Holidays.HolidayIn holiday) {
        var country = words.get("meeting.country." + holiday.country());
        var name = words.text(holiday.name());
        return country + " – " + (holiday.estimated() ? words.get("meeting.holiday.estimated", name) : name);
    }
}
