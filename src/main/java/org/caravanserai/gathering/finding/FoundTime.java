package org.caravanserai.gathering.finding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.caravanserai.people.PersonId;

/**
 * A time that was found.
 *
 * @param unable how many of those required cannot come
 * @param worst what it costs the worst-off of those required who can, with what she put up with before
 * @param sum what it costs all
 * @param suits how it suits each
 * @param room the place in the search of the first room that is free; -1 if none was asked for
 * @param interpreter the place in the search of the interpreter whom it suits best; -1 if none was asked for
 * @param reasons why it was chosen, in words to be
 */
public record FoundTime(
        Instant start,
        Instant end,
        int unable,
        int worst,
        int sum,
        Map<PersonId, Suitability> suits,
        int room,
        int interpreter,
        List<Reason> reasons) {

    /** Whether one time is better for those required than another: fewer who cannot come, or less for the worst-off. */
    public boolean isBetterThan(FoundTime other) {
        return unable != other.unable ? unable < other.unable : worst < other.worst;
    }
}
