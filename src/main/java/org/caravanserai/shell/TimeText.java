package org.caravanserai.shell;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import org.caravanserai.text.Moments;

/**
 * A moment as people read it: in the meeting's zone with its city, and in the reader's own beside it where the clocks
 * differ, such as {@code Tue 8 June 2027, 10:30 Astana · 14:30 your time (Tokyo)}. A date that differs is said.
 */
public class TimeText extends Span {

    private static final long serialVersionUID = 1L;

    /** A moment in a zone that a city names. */
    public TimeText(Instant instant, ZoneId zone, String city) {
        this(instant, zone, city, Words.here());
    }

    TimeText(Instant instant, ZoneId zone, String city, Words words) {
        addClassName("time");
        var there = new Span(Moments.full(words.language(), instant, zone, city));
        there.addClassName("time-there");
        add(there);
        if (Moments.differ(instant, zone, words.zone())) {
            var own = new Span(own(instant, zone, words));
            own.addClassName("time-own");
            add(new Span(" · "), own);
        }
    }

    /** The same in plain text, for where no component fits. */
    public static String plain(Instant instant, ZoneId zone, String city, Words words) {
        var there = Moments.full(words.language(), instant, zone, city);
        return Moments.differ(instant, zone, words.zone()) ? there + " · " + own(instant, zone, words) : there;
    }

    private static String own(Instant instant, ZoneId zone, Words words) {
        var time = Moments.time(words.language(), instant, words.zone());
        var day = instant.atZone(words.zone()).toLocalDate();
        var sameDay = day.equals(instant.atZone(zone).toLocalDate());
        return words.get(
                "shell.time.own", sameDay ? time : Moments.shortDay(words.language(), day) + " " + time, words.city());
    }
}
