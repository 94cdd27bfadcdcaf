package org.caravanserai.mail;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.caravanserai.text.Refusal;

/**
 * The hours of each day in which a person wants no mail that may wait. They may lie across midnight.
 *
 * @param from when they begin, on the person's own clock
 * @param until when they end; never the same as {@code from}
 */
public record QuietHours(LocalTime from, LocalTime until) {

    /**
     * Quiet hours.
     *
     * @throws Refusal if they begin when they end
     */
    public QuietHours {
        if (from.equals(until)) {
            throw Refusal.at("quiet-until", "notice.quiet.same");
        }
    }

    /** The first instant from this one on that does not lie in quiet hours. */
    Instant firstAfter(Instant at, ZoneId zone) {
        var there = at.atZone(zone);
        var time = there.toLocalTime();
        var overnight = until.isBefore(from);
        var quiet =
                overnight ? !time.isBefore(from) || time.isBefore(until) : !time.isBefore(from) && time.isBefore(until);
        if (!quiet) {
            return at;
        }
        var day = overnight && !time.isBefore(from) ? there.toLocalDate().plusDays(1) : there.toLocalDate();
        // Where clocks are put forward over the end, it comes when they have been; it is never before the message.
        var end = day.atTime(until).atZone(zone).toInstant();
        return end.isBefore(at) ? at : end;
    }
}
