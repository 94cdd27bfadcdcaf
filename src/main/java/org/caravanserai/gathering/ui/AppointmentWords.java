package org.caravanserai.gathering.ui;

import java.time.format.TextStyle;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.gathering.Answer;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.AppointmentState;
import org.caravanserai.gathering.AppointmentTime;
import org.caravanserai.gathering.Recurrence;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;

/** Words and badges for appointments, the same in all their views. */
final class AppointmentWords {

    private AppointmentWords() {}

    /** Where an appointment stands. */
    static StatusBadge badge(Words words, AppointmentState state) {
        return new StatusBadge(
                words.get("appointment.state." + state.name()),
                switch (state) {
                    case DRAFT -> Tone.NEUTRAL;
                    case PROPOSED, CHANGED -> Tone.WAITING;
                    case AGREED -> Tone.ACTIVE;
                    case HELD -> Tone.DONE;
                    case CANCELLED -> Tone.DANGER;
                });
    }

    /** What somebody has said. */
    static StatusBadge badge(Words words, Answer answer) {
        return new StatusBadge(
                words.get("appointment.answer." + answer.name()),
                switch (answer) {
                    case OPEN -> Tone.NEUTRAL;
                    case YES -> Tone.DONE;
                    case TENTATIVE -> Tone.WAITING;
                    case NO -> Tone.DANGER;
                });
    }

    /** When it begins, in its zone and the reader's. */
    static TimeText time(Words words, AppointmentTime time) {
        return new TimeText(time.start(), time.zone(), Moments.city(words.language(), time.zone()));
    }

    /** When it begins, as plain text. */
    static String plain(Words words, AppointmentTime time) {
        return TimeText.plain(time.start(), time.zone(), Moments.city(words.language(), time.zone()), words);
    }

    /** How long it is. */
    static String length(Words words, long minutes) {
        return minutes < 60
                ? words.get("appointment.length.minutes", minutes)
                : minutes % 60 == 0
                        ? words.get("appointment.length.hours", minutes / 60)
                        : words.get("appointment.length.both", minutes / 60, minutes % 60);
    }

    /** How it repeats, in words. */
    static String repeats(Words words, Recurrence repeats) {
        var days = repeats.days().stream()
                .map(day -> day.getDisplayName(
                        TextStyle.FULL_STANDALONE, words.language().locale()))
                .collect(Collectors.joining(", "));
        return words.get("appointment.repeat.sentence", repeats.everyWeeks(), days);
    }

    /** A title, or what stands for it while there is none. */
    static String title(Words words, String title) {
        return title.isEmpty() ? words.get("appointment.untitled") : title;
    }

    /** The path of an appointment's view. */
    static String path(AppointmentId appointment) {
        return "appointments/" + appointment.value();
    }

    /** The appointment that an address names; one that there cannot be if it names none. */
    static AppointmentId id(String typed) {
        try {
            return new AppointmentId(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return new AppointmentId(new UUID(0, 0));
        }
    }
}
