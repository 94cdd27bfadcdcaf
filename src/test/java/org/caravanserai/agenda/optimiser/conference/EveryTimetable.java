package org.caravanserai.agenda.optimiser.conference;

/** Tries every timetable of a very small conference, judged by {@link Objective} alone. */
final class EveryTimetable {

    private final Conference conference;
    private final Objective objective;
    private final Timetable timetable;
    private long least = Long.MAX_VALUE;

    private EveryTimetable(Conference conference) {
        this.conference = conference;
        objective = new Objective(conference);
        timetable = new Timetable(conference);
    }

    static long least(Conference conference) {
        var every = new EveryTimetable(conference);
        every.giveCells(0);
        return every.least;
    }

    private void giveCells(int cell) {
        if (cell == timetable.sessions() * timetable.rooms()) {
            place(0);
            return;
        }
        for (var track = Timetable.NONE; track < conference.tracks().size(); track++) {
            timetable.give(cell / timetable.rooms(), cell % timetable.rooms(), track);
            giveCells(cell + 1);
        }
        timetable.give(cell / timetable.rooms(), cell % timetable.rooms(), Timetable.NONE);
    }

    private void place(int submission) {
        if (submission == conference.submissions().size()) {
            least = Math.min(least, objective.total(timetable));
            return;
        }
        var needed = conference.submissions().get(submission);
        for (var session = 0; session < timetable.sessions(); session++) {
            for (var room = 0; room < timetable.rooms(); room++) {
                for (var slot = 0; slot + needed.slots() <= timetable.slots(session); slot++) {
                    if (timetable.track(session, room) == needed.track()
                            && fill(session, room, slot, needed.slots(), Timetable.NONE, submission)) {
                        place(submission + 1);
                        fill(session, room, slot, needed.slots(), submission, Timetable.NONE);
                    }
                }
            }
        }
    }

    private boolean fill(int session, int room, int from, int slots, int before, int after) {
        for (var slot = from; slot < from + slots; slot++) {
            if (timetable.submission(session, room, slot) != before) {
                return false;
            }
        }
        for (var slot = from; slot < from + slots; slot++) {
            timetable.put(session, room, slot, after);
        }
        return true;
    }
}
