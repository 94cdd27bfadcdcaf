package org.caravanserai.agenda.optimiser.conference;

import java.util.Arrays;

/** Which track is in which cell, and which submission in which slot. Cells are (session, room); slots count from zero. */
public final class Timetable {

    /** Nothing is here. */
    public static final int NONE = -1;

    private final int[][] tracks;
    private final int[][][] submissions;

    /** An empty timetable. */
    public Timetable(Conference conference) {
        tracks = new int[conference.sessions().size()][conference.rooms().size()];
        submissions = new int[tracks.length][conference.rooms().size()][];
        for (var session = 0; session < tracks.length; session++) {
            Arrays.fill(tracks[session], NONE);
            for (var room = 0; room < conference.rooms().size(); room++) {
                submissions[session][room] =
                        new int[conference.sessions().get(session).slots()];
                Arrays.fill(submissions[session][room], NONE);
            }
        }
    }

    /** Gives a cell to a track. */
    public void give(int session, int room, int track) {
        tracks[session][room] = track;
    }

    /** Puts a submission into one slot. */
    public void put(int session, int room, int slot, int submission) {
        submissions[session][room][slot] = submission;
    }

    /** The track of a cell, or {@link #NONE}. */
    public int track(int session, int room) {
        return tracks[session][room];
    }

    /** The submission in a slot, or {@link #NONE}. */
    public int submission(int session, int room, int slot) {
        return submissions[session][room][slot];
    }

    /** How many slots each room has in a session. */
    public int slots(int session) {
        return submissions[session].length == 0 ? 0 : submissions[session][0].length;
    }

    /** The number of sessions. */
    public int sessions() {
        return tracks.length;
    }

    /** The number of rooms. */
    public int rooms() {
        return tracks.length == 0 ? 0 : tracks[0].length;
    }
}
