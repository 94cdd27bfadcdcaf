package org.caravanserai.gathering.finding;

import java.time.ZoneId;
import java.util.List;
import org.caravanserai.people.PersonId;

/** A reason for a time, or against it; words are found for it where it is read. */
public sealed interface Reason {

    /** It suits all in the same way. */
    record Everyone(Suitability suits) implements Reason {}

    /** It suits these people, not all, in this way. */
    record Some(Suitability suits, List<PersonId> people) implements Reason {}

    /** It is a holiday where these people are at home. */
    record OnHoliday(List<PersonId> people) implements Reason {}

    /** What part of the day it begins in where some people live. */
    record PartOfDay(ZoneId zone, Part part) implements Reason {}

    /** It gives those a rest who put up most in the last meetings of the group. */
    record Rotation(List<PersonId> people) implements Reason {}

    /** The parts of a day, as people speak of them. */
    enum Part {
        NIGHT(0),
        EARLY(6),
        MORNING(9),
        NOON(12),
        AFTER_LUNCH(13),
        AFTERNOON(15),
        EVENING(18),
        LATE(21);

        private final int hour;

        Part(int hour) {
            this.hour = hour;
        }

        /** The part that an hour of the day lies in. */
        static Part of(int hourOfDay) {
            var found = NIGHT;
            for (var part : values()) {
                if (hourOfDay >= part.hour) {
                    found = part;
                }
            }
            return found;
        }
    }
}
