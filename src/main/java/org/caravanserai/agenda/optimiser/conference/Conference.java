package org.caravanserai.agenda.optimiser.conference;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A conference as the workbook tells it. Tracks, sessions, rooms and submissions are numbers from zero, by their position
 * in these lists.
 *
 * @param submissions what is presented
 * @param tracks groups of submissions on one subject
 * @param sessions blocks of the days, in their order
 * @param rooms names of rooms
 * @param penalties what does not suit, as matrices
 * @param clock when it is day where people are
 * @param weights by term; a term that is not there does not count
 */
public record Conference(
        List<Submission> submissions,
        List<Track> tracks,
        List<Session> sessions,
        List<String> rooms,
        Penalties penalties,
        Clock clock,
        Map<Term, Long> weights) {

    /**
     * Something presented.
     *
     * @param reference its name
     * @param track its track
     * @param slots how many neighbouring slots of one cell it needs
     * @param order its position in its track, from 1; 0 is free
     * @param offset minutes by which its presenters' clocks are ahead of Greenwich
     * @param presenters who presents it
     * @param attendees who wants to hear it
     * @param sessionPenalty by session, per slot
     * @param roomPenalty by room, per slot
     */
    public record Submission(
            String reference,
            int track,
            int slots,
            int order,
            int offset,
            Set<String> presenters,
            Set<String> attendees,
            List<Long> sessionPenalty,
            List<Long> roomPenalty) {}

    /** A group of submissions on one subject, and who chairs it. */
    public record Track(String name, Set<String> chairs) {}

    /**
     * A block of the day.
     *
     * @param name its name
     * @param slots into how many equal slots it is cut
     * @param start minutes after midnight, local time
     * @param end minutes after midnight, local time
     */
    public record Session(String name, int slots, int start, int end) {}

    /**
     * Matrices of what does not suit.
     *
     * @param trackSession by track and session
     * @param trackRoom by track and room
     * @param similar by two tracks, the same in both directions
     * @param sessionRoom by session and room
     */
    public record Penalties(
            List<List<Long>> trackSession,
            List<List<Long>> trackRoom,
            List<List<Long>> similar,
            List<List<Long>> sessionRoom) {}

    /**
     * When people can be asked to be there, in minutes after midnight on their own clocks.
     *
     * @param offset minutes by which the conference's clocks are ahead of Greenwich
     */
    public record Clock(
            int offset,
            int suitableFrom,
            int suitableTo,
            int lessSuitableFrom,
            int lessSuitableTo,
            long lessSuitablePenalty,
            long unsuitablePenalty) {}

    public Conference {
        submissions = List.copyOf(submissions);
        tracks = List.copyOf(tracks);
        sessions = List.copyOf(sessions);
        rooms = List.copyOf(rooms);
        weights = Map.copyOf(weights);
        unique("submission", submissions.stream().map(Submission::reference).toList());
        unique("track", tracks.stream().map(Track::name).toList());
        unique("session", sessions.stream().map(Session::name).toList());
        unique("room", rooms);
        if (submissions.isEmpty()) {
            throw new MalformedConferenceException("there are no submissions");
        }
        if (sessions.isEmpty() || rooms.isEmpty()) {
            throw new MalformedConferenceException("there are no sessions or no rooms");
        }
        var longest = sessions.stream().mapToInt(Session::slots).max().orElseThrow();
        for (var submission : submissions) {
            if (submission.slots() > longest) {
                throw new MalformedConferenceException("submission " + submission.reference() + " needs "
                        + submission.slots() + " slots, but no session has more than " + longest);
            }
        }
        var offered =
                (long) rooms.size() * sessions.stream().mapToInt(Session::slots).sum();
        var needed = submissions.stream().mapToLong(Submission::slots).sum();
        if (needed > offered) {
            throw new MalformedConferenceException(
                    "the submissions need " + needed + " slots, but sessions and rooms offer " + offered);
        }
    }

    /** What one unit of a term costs. */
    public long weight(Term term) {
        return term == Term.TORN_SUBMISSIONS ? 1 : weights.getOrDefault(term, 0L);
    }

    /** The same conference with other weights. */
    Conference weighing(Map<Term, Long> others) {
        return new Conference(submissions, tracks, sessions, rooms, penalties, clock, new EnumMap<>(others));
    }

    private static void unique(String kind, List<String> names) {
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!seen.add(name)) {
                throw new MalformedConferenceException("there are two of the " + kind + " " + name);
            }
        }
    }
}
