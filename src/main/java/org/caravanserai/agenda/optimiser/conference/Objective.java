package org.caravanserai.agenda.optimiser.conference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caravanserai.agenda.optimiser.conference.Conference.Submission;

/**
 * What a timetable costs, by the words of the benchmark and from the timetable alone. Slow and plain on purpose: the
 * solver has its own, fast reckoning, and this one judges it.
 */
public final class Objective {

    private static final long TORN_OVER_CELLS = 10_000_000;
    private static final long TORN_APART = 1_000_000_000;
    private static final int MINUTES_A_DAY = 24 * 60;

    private final Conference conference;
    private final PeopleConflicts conflicts;

    /** Judges timetables of this conference. */
    public Objective(Conference conference) {
        this.conference = conference;
        this.conflicts = new PeopleConflicts(conference);
    }

    /** The weighted sum of all terms. */
    public long total(Timetable timetable) {
        return parts(timetable).values().stream().mapToLong(Long::longValue).sum();
    }

    /** What each term adds to the sum, weighted. */
    public Map<Term, Long> parts(Timetable timetable) {
        var parts = new EnumMap<Term, Long>(Term.class);
        for (var term : Term.values()) {
            var weight = conference.weight(term);
            parts.put(term, weight == 0 ? 0 : weight * value(term, timetable));
        }
        return parts;
    }

    /** Why the timetable does not count; empty if it does. */
    public List<String> flaws(Timetable timetable) {
        var flaws = new ArrayList<String>();
        var placed = new int[conference.submissions().size()];
        forEachSlot(timetable, (session, room, slot, submission) -> {
            placed[submission]++;
            if (timetable.track(session, room) != submission(submission).track()) {
                flaws.add(submission(submission).reference() + " is in a cell of another track");
            }
        });
        for (var i = 0; i < placed.length; i++) {
            if (placed[i] != submission(i).slots()) {
                flaws.add(submission(i).reference() + " has " + placed[i] + " slots and needs "
                        + submission(i).slots());
            }
        }
        return flaws;
    }

    /** What a term amounts to, before its weight. */
    long value(Term term, Timetable timetable) {
        return switch (term) {
            case TRACKS_SESSIONS, TRACKS_ROOMS, SESSIONS_ROOMS -> cells(term, timetable);
            case SIMILAR_TRACKS -> similar(timetable);
            case ROOMS_PER_TRACK -> roomsPerTrack(timetable);
            case PARALLEL_TRACKS -> parallel(timetable);
            case CONSECUTIVE_TRACKS -> broken(timetable);
            case TIME_ZONES, SUBMISSIONS_SESSIONS, SUBMISSIONS_ROOMS -> slots(term, timetable);
            case ORDER -> outOfOrder(timetable) + orderedAtOnce(timetable);
            case PRESENTERS_IN_SESSION -> inSession(timetable, conflicts::ofPresenters);
            case ATTENDEES_IN_SESSION -> inSession(timetable, conflicts::ofAttendees);
            case CHAIRS_IN_SESSION -> chairs(timetable);
            case PRESENTERS_IN_SLOT -> atOnce(timetable, conflicts::ofPresenters);
            case ATTENDEES_IN_SLOT -> atOnce(timetable, conflicts::ofAttendees);
            case TORN_SUBMISSIONS -> torn(timetable);
        };
    }

    private long cells(Term term, Timetable timetable) {
        var penalties = conference.penalties();
        var sum = 0L;
        for (var session = 0; session < timetable.sessions(); session++) {
            for (var room = 0; room < timetable.rooms(); room++) {
                var track = timetable.track(session, room);
                if (track != Timetable.NONE) {
                    sum += switch (term) {
                        case TRACKS_SESSIONS ->
                            penalties.trackSession().get(track).get(session);
                        case TRACKS_ROOMS -> penalties.trackRoom().get(track).get(room);
                        default -> penalties.sessionRoom().get(session).get(room);
                    };
                }
            }
        }
        return sum;
    }

    private long similar(Timetable timetable) {
        return pairsOfCells(
                timetable,
                (session, room, later) -> conference
                        .penalties()
                        .similar()
                        .get(timetable.track(session, room))
                        .get(timetable.track(session, later)));
    }

    private long chairs(Timetable timetable) {
        return pairsOfCells(
                timetable,
                (session, room, later) ->
                        conflicts.ofChairs(timetable.track(session, room), timetable.track(session, later))
                                        || chairIsWanted(timetable, session, room, later)
                                        || chairIsWanted(timetable, session, later, room)
                                ? 1
                                : 0);
    }

    private boolean chairIsWanted(Timetable timetable, int session, int room, int elsewhere) {
        return submissionsOf(session, elsewhere, timetable).stream()
                .anyMatch(submission -> conflicts.isWanted(timetable.track(session, room), submission));
    }

    /** Sums over every two cells of one session that hold different tracks. */
    private static long pairsOfCells(Timetable timetable, PairPenalty penalty) {
        var sum = 0L;
        for (var session = 0; session < timetable.sessions(); session++) {
            for (var room = 0; room < timetable.rooms(); room++) {
                for (var later = room + 1; later < timetable.rooms(); later++) {
                    var one = timetable.track(session, room);
                    var other = timetable.track(session, later);
                    if (one != Timetable.NONE && other != Timetable.NONE && one != other) {
                        sum += penalty.of(session, room, later);
                    }
                }
            }
        }
        return sum;
    }

    private long roomsPerTrack(Timetable timetable) {
        var sum = 0L;
        for (var track = 0; track < conference.tracks().size(); track++) {
            var rooms = new TreeSet<Integer>();
            for (var session = 0; session < timetable.sessions(); session++) {
                rooms.addAll(roomsOf(track, session, timetable));
            }
            sum += Math.max(0, rooms.size() - 1);
        }
        return sum;
    }

    private long parallel(Timetable timetable) {
        var sum = 0L;
        for (var track = 0; track < conference.tracks().size(); track++) {
            for (var session = 0; session < timetable.sessions(); session++) {
                sum += Math.max(0, roomsOf(track, session, timetable).size() - 1);
            }
        }
        return sum;
    }

    private long broken(Timetable timetable) {
        var sum = 0L;
        for (var track = 0; track < conference.tracks().size(); track++) {
            var sessions = new TreeSet<Integer>();
            for (var session = 0; session < timetable.sessions(); session++) {
                if (!roomsOf(track, session, timetable).isEmpty()) {
                    sessions.add(session);
                }
            }
            if (!sessions.isEmpty() && sessions.last() - sessions.first() + 1 != sessions.size()) {
                sum++;
            }
        }
        return sum;
    }

    private static List<Integer> roomsOf(int track, int session, Timetable timetable) {
        var rooms = new ArrayList<Integer>();
        for (var room = 0; room < timetable.rooms(); room++) {
            if (timetable.track(session, room) == track) {
                rooms.add(room);
            }
        }
        return rooms;
    }

    private long slots(Term term, Timetable timetable) {
        var sum = new long[1];
        forEachSlot(
                timetable,
                (session, room, slot, submission) -> sum[0] += switch (term) {
                    case SUBMISSIONS_SESSIONS ->
                        submission(submission).sessionPenalty().get(session);
                    case SUBMISSIONS_ROOMS ->
                        submission(submission).roomPenalty().get(room);
                    default -> daylight(submission(submission), session);
                });
        return sum[0];
    }

    private long daylight(Submission submission, int session) {
        var clock = conference.clock();
        var ahead = submission.offset() - clock.offset();
        var start = Math.floorMod(conference.sessions().get(session).start() + ahead, MINUTES_A_DAY);
        var end = Math.floorMod(conference.sessions().get(session).end() + ahead, MINUTES_A_DAY);
        if (start < clock.lessSuitableFrom() || end > clock.lessSuitableTo() || end < clock.lessSuitableFrom()) {
            return clock.unsuitablePenalty();
        }
        return start < clock.suitableFrom() || end > clock.suitableTo() ? clock.lessSuitablePenalty() : 0;
    }

    private long outOfOrder(Timetable timetable) {
        var walked = new int[conference.tracks().size()];
        var seen = new BitSet();
        var sum = new long[1];
        forEachSlot(timetable, (session, room, slot, submission) -> {
            if (!seen.get(submission)) {
                seen.set(submission);
                var position = ++walked[submission(submission).track()];
                var order = submission(submission).order();
                sum[0] += order != 0 && order != position ? 1 : 0;
            }
        });
        return sum[0];
    }

    private long orderedAtOnce(Timetable timetable) {
        return atOnce(
                timetable,
                (one, other) -> submission(one).track() == submission(other).track()
                        && submission(one).order() != 0
                        && submission(other).order() != 0);
    }

    private long inSession(Timetable timetable, Pairs pairs) {
        var sum = 0L;
        for (var session = 0; session < timetable.sessions(); session++) {
            for (var room = 0; room < timetable.rooms(); room++) {
                for (var later = room + 1; later < timetable.rooms(); later++) {
                    for (var one : submissionsOf(session, room, timetable)) {
                        for (var other : submissionsOf(session, later, timetable)) {
                            sum += pairs.count(one, other) ? 1 : 0;
                        }
                    }
                }
            }
        }
        return sum;
    }

    private static Set<Integer> submissionsOf(int session, int room, Timetable timetable) {
        var submissions = new TreeSet<Integer>();
        for (var slot = 0; slot < timetable.slots(session); slot++) {
            submissions.add(timetable.submission(session, room, slot));
        }
        submissions.remove(Timetable.NONE);
        return submissions;
    }

    /** Counts pairs in the same slot position of the same session. */
    private static long atOnce(Timetable timetable, Pairs pairs) {
        var sum = 0L;
        for (var session = 0; session < timetable.sessions(); session++) {
            for (var slot = 0; slot < timetable.slots(session); slot++) {
                for (var room = 0; room < timetable.rooms(); room++) {
                    for (var later = room + 1; later < timetable.rooms(); later++) {
                        var one = timetable.submission(session, room, slot);
                        var other = timetable.submission(session, later, slot);
                        if (one != Timetable.NONE && other != Timetable.NONE && pairs.count(one, other)) {
                            sum++;
                        }
                    }
                }
            }
        }
        return sum;
    }

    private long torn(Timetable timetable) {
        var slotsOf = new TreeMap<Integer, List<Integer>>();
        var cellsOf = new TreeMap<Integer, TreeMap<Integer, Integer>>();
        forEachSlot(timetable, (session, room, slot, submission) -> {
            if (submission(submission).slots() > 1) {
                slotsOf.computeIfAbsent(submission, s -> new ArrayList<>()).add(slot);
                cellsOf.computeIfAbsent(submission, s -> new TreeMap<>())
                        .merge(session * timetable.rooms() + room, 1, Integer::sum);
            }
        });
        var sum = 0L;
        for (var entry : slotsOf.entrySet()) {
            var needed = submission(entry.getKey()).slots();
            for (var inCell :
                    Objects.requireNonNull(cellsOf.get(entry.getKey())).values()) {
                sum += inCell == needed ? 0 : TORN_OVER_CELLS;
            }
            var slots = entry.getValue();
            for (var i = 1; i < slots.size(); i++) {
                if (slots.get(i) != slots.get(i - 1) + 1) {
                    sum += TORN_APART;
                    break;
                }
            }
        }
        return sum;
    }

    private Submission submission(int submission) {
        return conference.submissions().get(submission);
    }

    private static void forEachSlot(Timetable timetable, SlotVisitor visitor) {
        for (var session = 0; session < timetable.sessions(); session++) {
            for (var room = 0; room < timetable.rooms(); room++) {
                for (var slot = 0; slot < timetable.slots(session); slot++) {
                    var submission = timetable.submission(session, room, slot);
                    if (submission != Timetable.NONE) {
                        visitor.visit(session, room, slot, submission);
                    }
                }
            }
        }
    }

    @FunctionalInterface
    private interface SlotVisitor {
        void visit(int session, int room, int slot, int submission);
    }

    @FunctionalInterface
    private interface PairPenalty {
        long of(int session, int room, int later);
    }

    @FunctionalInterface
    private interface Pairs {
        boolean count(int one, int other);
    }
}
