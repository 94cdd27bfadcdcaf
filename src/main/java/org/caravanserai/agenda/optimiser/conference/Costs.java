package org.caravanserai.agenda.optimiser.conference;

import java.util.ArrayList;
import java.util.stream.IntStream;

/**
 * A conference as the solver reckons with it: names are gone, weights are multiplied in, and what depends only on one
 * placement or on one pair is added up beforehand.
 */
final class Costs {

    final int sessions;
    final int rooms;
    final int tracks;
    final int submissions;
    final int[] slots;
    final int[] trackOf;
    final int[] needs;
    final int[] order;
    /** By track, its submissions. */
    final int[][] members;
    /** By track, how many slots its submissions need together. */
    final int[] demand;
    /** By track, whether any of its submissions wants a certain position. */
    final boolean[] ordered;
    /** By track, session and room, what the cell costs. */
    final long[][][] cell;
    /** By two tracks, what each pair of their cells in one session costs; the same in both directions. */
    final long[][] pair;
    /** By submission, the other tracks whose chairs are wanted there, and which do not share a chair with its own. */
    final int[][] chairsIn;
    /** What such a chair's being wanted in two cells of one session costs. */
    final long perChair;
    /** By submission and session. */
    final long[][] inSession;
    /** By submission and room. */
    final long[][] inRoom;
    /** By track, whether the rooms of its submissions matter. */
    final boolean[] roomMatters;
    /** Submissions that had better not share a session, unless they share the room. */
    final Rivals inSameSession;
    /** Submissions that had better not share a slot. */
    final Rivals inSameSlot;

    final long perRoom;
    final long perParallel;
    final long perBreak;
    final long perDisorder;

    /**
     * By submission, with whom it collides, and at what cost.
     *
     * @param of by submission, the others
     * @param cost the same, what each costs
     */
    record Rivals(int[][] of, long[][] cost) {

        boolean any() {
            for (var others : of) {
                if (others.length > 0) {
                    return true;
                }
            }
            return false;
        }
    }

    Costs(Conference conference) {
        sessions = conference.sessions().size();
        rooms = conference.rooms().size();
        tracks = conference.tracks().size();
        submissions = conference.submissions().size();
        slots = conference.sessions().stream()
                .mapToInt(Conference.Session::slots)
                .toArray();
        trackOf = conference.submissions().stream()
                .mapToInt(Conference.Submission::track)
                .toArray();
        needs = conference.submissions().stream()
                .mapToInt(Conference.Submission::slots)
                .toArray();
        perRoom = conference.weight(Term.ROOMS_PER_TRACK);
        perParallel = conference.weight(Term.PARALLEL_TRACKS);
        perBreak = conference.weight(Term.CONSECUTIVE_TRACKS);
        perDisorder = conference.weight(Term.ORDER);
        order = conference.submissions().stream()
                .mapToInt(submission -> perDisorder == 0 ? 0 : submission.order())
                .toArray();
        members = new int[tracks][];
        demand = new int[tracks];
        ordered = new boolean[tracks];
        roomMatters = new boolean[tracks];
        for (var track = 0; track < tracks; track++) {
            var own = track;
            members[track] = IntStream.range(0, submissions)
                    .filter(submission -> trackOf[submission] == own)
                    .toArray();
            demand[track] = IntStream.of(members[track])
                    .map(submission -> needs[submission])
                    .sum();
            ordered[track] = IntStream.of(members[track]).anyMatch(submission -> order[submission] != 0);
        }
        var people = new PeopleConflicts(conference);
        cell = cells(conference);
        pair = pairs(conference, people);
        inSession = new long[submissions][sessions];
        inRoom = new long[submissions][rooms];
        for (var i = 0; i < submissions; i++) {
            ofSubmission(conference, i);
        }
        perChair = conference.weight(Term.CHAIRS_IN_SESSION);
        chairsIn = new int[submissions][];
        for (var i = 0; i < submissions; i++) {
            var submission = i;
            chairsIn[i] = IntStream.range(0, perChair == 0 ? 0 : tracks)
                    .filter(track -> people.isWanted(track, submission) && !people.ofChairs(track, trackOf[submission]))
                    .toArray();
        }
        inSameSession = rivals(
                people, conference.weight(Term.PRESENTERS_IN_SESSION), conference.weight(Term.ATTENDEES_IN_SESSION));
        inSameSlot =
                rivals(people, conference.weight(Term.PRESENTERS_IN_SLOT), conference.weight(Term.ATTENDEES_IN_SLOT));
    }

    private long[][][] cells(Conference conference) {
        var penalties = conference.penalties();
        var cells = new long[tracks][sessions][rooms];
        for (var track = 0; track < tracks; track++) {
            for (var session = 0; session < sessions; session++) {
                for (var room = 0; room < rooms; room++) {
                    cells[track][session][room] = conference.weight(Term.TRACKS_SESSIONS)
                                    * penalties.trackSession().get(track).get(session)
                            + conference.weight(Term.TRACKS_ROOMS)
                                    * penalties.trackRoom().get(track).get(room)
                            + conference.weight(Term.SESSIONS_ROOMS)
                                    * penalties.sessionRoom().get(session).get(room);
                }
            }
        }
        return cells;
    }

    private long[][] pairs(Conference conference, PeopleConflicts people) {
        var pairs = new long[tracks][tracks];
        for (var one = 0; one < tracks; one++) {
            for (var other = 0; other < tracks; other++) {
                if (one != other) {
                    pairs[one][other] = conference.weight(Term.SIMILAR_TRACKS)
                                    * conference.penalties().similar().get(one).get(other)
                            + (people.ofChairs(one, other) ? conference.weight(Term.CHAIRS_IN_SESSION) : 0);
                }
            }
        }
        return pairs;
    }

    private void ofSubmission(Conference conference, int i) {
        var submission = conference.submissions().get(i);
        for (var session = 0; session < sessions; session++) {
            inSession[i][session] = needs[i]
                    * (conference.weight(Term.SUBMISSIONS_SESSIONS)
                                    * submission.sessionPenalty().get(session)
                            + conference.weight(Term.TIME_ZONES)
                                    * atNight(
                                            conference.clock(),
                                            submission.offset(),
                                            conference.sessions().get(session)));
        }
        for (var room = 0; room < rooms; room++) {
            inRoom[i][room] = needs[i]
                    * conference.weight(Term.SUBMISSIONS_ROOMS)
                    * submission.roomPenalty().get(room);
            roomMatters[trackOf[i]] |= inRoom[i][room] != inRoom[i][0];
        }
    }

    private static long atNight(Conference.Clock clock, int offset, Conference.Session session) {
        var day = 24 * 60;
        var start = Math.floorMod(session.start() + offset - clock.offset(), day);
        var end = Math.floorMod(session.end() + offset - clock.offset(), day);
        var first = Math.min(start, end);
        if (first < clock.lessSuitableFrom() || end > clock.lessSuitableTo()) {
            return clock.unsuitablePenalty();
        }
        return start < clock.suitableFrom() || end > clock.suitableTo() ? clock.lessSuitablePenalty() : 0;
    }

    private Rivals rivals(PeopleConflicts people, long presenters, long attendees) {
        var of = new ArrayList<ArrayList<Integer>>();
        var cost = new ArrayList<ArrayList<Long>>();
        for (var i = 0; i < submissions; i++) {
            of.add(new ArrayList<>());
            cost.add(new ArrayList<>());
        }
        for (var one = 0; one < submissions; one++) {
            for (var other = one + 1; other < submissions; other++) {
                var sum = (presenters > 0 && people.ofPresenters(one, other) ? presenters : 0)
                        + (attendees > 0 && people.ofAttendees(one, other) ? attendees : 0);
                if (sum > 0) {
                    of.get(one).add(other);
                    of.get(other).add(one);
                    cost.get(one).add(sum);
                    cost.get(other).add(sum);
                }
            }
        }
        return new Rivals(
                of.stream()
                        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new),
                cost.stream()
                        .map(list -> list.stream().mapToLong(Long::longValue).toArray())
                        .toArray(long[][]::new));
    }
}
