package org.caravanserai.agenda.optimiser.conference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Writes a solution as JSON, with names as in the workbook and slots from 0. */
final class SolutionFile {

    private SolutionFile() {}

    record Answer(long objective, long bound, double seconds, List<Cell> cells, List<Slot> slots) {}

    record Cell(String session, String room, String track) {}

    record Slot(String session, String room, int slot, String submission) {}

    static void write(Path file, Conference conference, Solution solution, double seconds) throws IOException {
        Files.writeString(file, JsonMapper.shared().writeValueAsString(answer(conference, solution, seconds)));
    }

    static Answer answer(Conference conference, Solution solution, double seconds) {
        var timetable = solution.timetable();
        var cells = new ArrayList<Cell>();
        var slots = new ArrayList<Slot>();
        for (var session = 0; session < timetable.sessions(); session++) {
            var name = conference.sessions().get(session).name();
            for (var room = 0; room < timetable.rooms(); room++) {
                var track = timetable.track(session, room);
                if (track == Timetable.NONE) {
                    continue;
                }
                var roomName = conference.rooms().get(room);
                cells.add(
                        new Cell(name, roomName, conference.tracks().get(track).name()));
                for (var slot = 0; slot < timetable.slots(session); slot++) {
                    var submission = timetable.submission(session, room, slot);
                    if (submission != Timetable.NONE) {
                        slots.add(new Slot(
                                name,
                                roomName,
                                slot,
                                conference.submissions().get(submission).reference()));
                    }
                }
            }
        }
        return new Answer(solution.objective(), solution.bound(), seconds, cells, slots);
    }
}
