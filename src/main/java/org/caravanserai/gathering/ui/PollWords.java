package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.caravanserai.gathering.poll.CandidateTime;
import org.caravanserai.gathering.poll.Choice;
import org.caravanserai.gathering.poll.PollState;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.Moments;

/** Writes what polls say. */
final class PollWords {

    private PollWords() {}

    static StatusBadge badge(Words words, PollState state) {
        var tone = switch (state) {
            case DRAFT -> Tone.NEUTRAL;
            case OPEN -> Tone.ACTIVE;
            case CLOSED -> Tone.DONE;
            case CANCELLED -> Tone.DANGER;
        };
        return new StatusBadge(words.get("poll.state." + state.name()), tone);
    }

    /** The sign that stands beside the word of an answer. */
    static String sign(Choice choice) {
        return switch (choice) {
            case YES -> "✓";
            case IF_NEED_BE -> "~";
            case NO -> "✕";
        };
    }

    /** A title as it was written, or what stands for one that is missing. */
    static Span title(Words words, String title, Language language) {
        var span = new Span(title.isEmpty() ? words.get("poll.untitled") : title);
        if (!title.isEmpty() && language != words.language()) {
            span.getElement().setAttribute("lang", language.tag());
        }
        return span;
    }

    /** A candidate on the organiser's clocks, and on the reader's own where they differ. */
    static Span time(Words words, CandidateTime time, ZoneId zone) {
        var span = new Span();
        span.addClassName("time");
        switch (time) {
            case CandidateTime.WholeDay whole -> span.setText(words.day(whole.day()));
            case CandidateTime.Slot slot -> {
                span.add(new Span(there(words, slot, zone)));
                if (Moments.differ(slot.start(), zone, words.zone())) {
                    var own = new Span(own(words, slot, zone));
                    own.addClassName("time-own");
                    span.add(new Span(" · "), own);
                }
            }
        }
        return span;
    }

    /** The same in plain text. */
    static String plain(Words words, CandidateTime time, ZoneId zone) {
        return switch (time) {
            case CandidateTime.WholeDay whole -> words.day(whole.day());
            case CandidateTime.Slot slot ->
                Moments.differ(slot.start(), zone, words.zone())
                        ? there(words, slot, zone) + " · " + own(words, slot, zone)
                        : there(words, slot, zone);
        };
    }

    /** A candidate in few words, on the organiser's clocks: for the head of a column, which says whose they are. */
    static String shortly(Words words, CandidateTime time, ZoneId zone) {
        return switch (time) {
            case CandidateTime.WholeDay whole -> Moments.shortDay(words.language(), whole.day());
            case CandidateTime.Slot slot ->
                Moments.shortDay(words.language(), LocalDate.ofInstant(slot.start(), zone))
                        + " "
                        + Moments.time(words.language(), slot.start(), zone);
        };
    }

    /** A moment on the organiser's clocks, and on the reader's own where they differ. */
    static TimeText moment(Words words, Instant at, ZoneId zone) {
        return new TimeText(at, zone, Moments.city(words.language(), zone));
    }

    private static String there(Words words, CandidateTime.Slot slot, ZoneId zone) {
        return Moments.day(words.language(), LocalDate.ofInstant(slot.start(), zone))
                + ", "
                + span(words, slot, zone)
                + " "
                + Moments.city(words.language(), zone);
    }

    private static String own(Words words, CandidateTime.Slot slot, ZoneId zone) {
        var day = LocalDate.ofInstant(slot.start(), words.zone());
        var sameDay = day.equals(LocalDate.ofInstant(slot.start(), zone));
        var time = span(words, slot, words.zone());
        return words.get(
                "shell.time.own", sameDay ? time : Moments.shortDay(words.language(), day) + " " + time, words.city());
    }

    private static String span(Words words, CandidateTime.Slot slot, ZoneId zone) {
        return Moments.time(words.language(), slot.start(), zone)
                + "–"
                + Moments.time(words.language(), slot.end(), zone);
    }
}
