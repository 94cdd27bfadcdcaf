package org.caravanserai.agenda.optimiser.conference;

/**
 * A timetable with its proof.
 *
 * @param timetable the best that was found
 * @param objective what it costs
 * @param bound no timetable costs less
 */
public record Solution(Timetable timetable, long objective, long bound) {

    /** Nothing can be better. */
    public boolean optimal() {
        return objective == bound;
    }
}
