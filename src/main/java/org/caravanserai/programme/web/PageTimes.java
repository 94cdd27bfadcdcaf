package org.caravanserai.programme.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.caravanserai.agenda.AgendaSnapshot.MeetingPart;
import org.caravanserai.text.Language;
import org.caravanserai.text.Lengths;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Moments;
import org.jspecify.annotations.Nullable;

/** Writes times for one reader of one meeting: each names its city, and the reader's own stands beside the meeting's. */
public final class PageTimes {

    private final Language language;
    private final ZoneId zone;
    private final String city;
    private final Optional<ZoneId> own;

    PageTimes(Language language, ZoneId zone, LocalizedText city, Optional<ZoneId> own) {
        this.language = language;
        this.zone = zone;
        this.city = city.text(language);
        this.own = own.filter(o -> !o.equals(zone));
    }

    static PageTimes of(MeetingPart meeting, Language language, Optional<ZoneId> own) {
        return new PageTimes(language, ZoneId.of(meeting.zone()), meeting.city(), own);
    }

    /**
     * A time in one zone.
     *
     * @param day the date, if it is not the one that the page speaks of
     * @param city names the zone
     * @param own whether it is the reader's own
     */
    public record Shown(@Nullable String day, String time, String city, boolean own) {}

    /** A moment: first as its reader lives it, then as it is at the other place, if the clocks differ. */
    public record Moment(String iso, Shown first, @Nullable Shown second) {}

    /** A moment on a page that speaks of this day. */
    Moment at(Instant instant, LocalDate day) {
        return between(instant, instant, day);
    }

    /** A span of time on a page that speaks of this day; null if it speaks of none. */
    Moment between(Instant start, Instant end, @Nullable LocalDate day) {
        var meetings = shown(start, end, day, zone, city, false);
        if (own.isEmpty() || !Moments.differ(start, zone, own.get())) {
            return new Moment(start.toString(), meetings, null);
        }
        return new Moment(
                start.toString(), shown(start, end, day, own.get(), Moments.city(language, own.get()), true), meetings);
    }

    /** A span of time in the meeting's zone, without its city. */
    String span(Instant start, Instant end) {
        return Moments.time(language, start, zone) + "–" + Moments.time(language, end, zone);
    }

    /** The city that names the meeting's zone. */
    String city() {
        return city;
    }

    /** The city that names the reader's own zone; null if she chose none. */
    @Nullable
    String ownCity() {
        return own.map(o -> Moments.city(language, o)).orElse(null);
    }

    /** A length such as {@code 45 min}. */
    String length(int minutes) {
        return Lengths.minutes(language, minutes);
    }

    private Shown shown(Instant start, Instant end, @Nullable LocalDate day, ZoneId where, String city, boolean isOwn) {
        var date = LocalDate.ofInstant(start, where);
        var time = Moments.time(language, start, where)
                + (end.equals(start) ? "" : "–" + Moments.time(language, end, where));
        var otherDay =
                day == null ? Moments.day(language, date) : date.equals(day) ? null : Moments.shortDay(language, date);
        return new Shown(otherDay, time, city, isOwn);
    }
}
