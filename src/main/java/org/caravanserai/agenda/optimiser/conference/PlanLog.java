package org.caravanserai.agenda.optimiser.conference;

import java.util.Arrays;

/** The steps of one change of a {@link Plan}, so that it can be taken back. Grows once and is used again. */
final class PlanLog {

    private int[] cells = new int[64];
    private int[] submissions = new int[64];
    private int[] places = new int[64];
    private int[] owners = new int[64];
    private int[] lengths = new int[64];
    private int[][] lists = new int[64][0];
    private int steps;

    private int[] tracks = new int[16];
    private long[] disorder = new long[16];
    private int trackCount;
    private int[] sessions = new int[16];
    private long[] clashes = new long[16];
    private int sessionCount;

    void step(int cell, int submission, int place, int owner, int[] list, int length) {
        if (steps == cells.length) {
            cells = Arrays.copyOf(cells, 2 * steps);
            submissions = Arrays.copyOf(submissions, 2 * steps);
            places = Arrays.copyOf(places, 2 * steps);
            owners = Arrays.copyOf(owners, 2 * steps);
            lengths = Arrays.copyOf(lengths, 2 * steps);
            lists = Arrays.copyOf(lists, 2 * steps);
            Arrays.fill(lists, steps, 2 * steps, new int[0]);
        }
        cells[steps] = cell;
        submissions[steps] = submission;
        places[steps] = place;
        owners[steps] = owner;
        lengths[steps] = length;
        if (lists[steps].length < length) {
            lists[steps] = new int[Math.max(8, length)];
        }
        System.arraycopy(list, 0, lists[steps], 0, length);
        steps++;
    }

    void takeBack(int step, Plan plan) {
        plan.restore(cells[step], submissions[step], places[step], owners[step], lists[step], lengths[step]);
    }

    void track(int track, long before) {
        for (var i = 0; i < trackCount; i++) {
            if (tracks[i] == track) {
                return;
            }
        }
        if (trackCount == tracks.length) {
            tracks = Arrays.copyOf(tracks, 2 * trackCount);
            disorder = Arrays.copyOf(disorder, 2 * trackCount);
        }
        tracks[trackCount] = track;
        disorder[trackCount++] = before;
    }

    void session(int session, long before) {
        for (var i = 0; i < sessionCount; i++) {
            if (sessions[i] == session) {
                return;
            }
        }
        if (sessionCount == sessions.length) {
            sessions = Arrays.copyOf(sessions, 2 * sessionCount);
            clashes = Arrays.copyOf(clashes, 2 * sessionCount);
        }
        sessions[sessionCount] = session;
        clashes[sessionCount++] = before;
    }

    void clear() {
        steps = 0;
        trackCount = 0;
        sessionCount = 0;
    }

    int steps() {
        return steps;
    }

    int tracks() {
        return trackCount;
    }

    int track(int i) {
        return tracks[i];
    }

    long disorderBefore(int i) {
        return disorder[i];
    }

    int sessions() {
        return sessionCount;
    }

    int session(int i) {
        return sessions[i];
    }

    long clashesBefore(int i) {
        return clashes[i];
    }
}
