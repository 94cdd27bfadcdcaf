package org.caravanserai.agenda.optimiser.conference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.caravanserai.agenda.optimiser.conference.Conference.Clock;
import org.caravanserai.agenda.optimiser.conference.Conference.Penalties;
import org.caravanserai.agenda.optimiser.conference.Conference.Session;
import org.caravanserai.agenda.optimiser.conference.Conference.Submission;
import org.caravanserai.agenda.optimiser.conference.Conference.Track;

/** Conferences small enough to be reckoned by hand. */
final class Small {

    static final Clock CLOCK = new Clock(0, 9 * 60, 21 * 60, 7 * 60, 23 * 60, 1, 10);

    private Small() {}

    /** Sessions of three slots from 10:00, 12:00 and so on, in which nothing costs anything. */
    static Conference of(int sessions, int rooms, int tracks, Submission... submissions) {
        var chairs = new ArrayList<Track>();
        for (var track = 0; track < tracks; track++) {
            chairs.add(new Track("T" + track, Set.of()));
        }
        return of(sessions, rooms, chairs, free(tracks, sessions, rooms), submissions);
    }

    static Conference of(int sessions, int rooms, List<Track> tracks, Penalties penalties, Submission... submissions) {
        var blocks = new ArrayList<Session>();
        for (var session = 0; session < sessions; session++) {
            blocks.add(new Session("S" + session, 3, (10 + 2 * session) * 60, (11 + 2 * session) * 60));
        }
        var names = new ArrayList<String>();
        for (var room = 0; room < rooms; room++) {
            names.add("R" + room);
        }
        return new Conference(List.of(submissions), tracks, blocks, names, penalties, CLOCK, ones());
    }

    static Penalties free(int tracks, int sessions, int rooms) {
        return new Penalties(
                matrix(tracks, sessions), matrix(tracks, rooms), matrix(tracks, tracks), matrix(sessions, rooms));
    }

    static List<List<Long>> matrix(int rows, int columns) {
        return Collections.nCopies(rows, Collections.nCopies(columns, 0L));
    }

    /** The same matrix with one value changed. */
    static List<List<Long>> with(List<List<Long>> matrix, int row, int column, long value) {
        var rows = new ArrayList<>(matrix);
        var changed = new ArrayList<>(rows.get(row));
        changed.set(column, value);
        rows.set(row, changed);
        return rows;
    }

    static Map<Term, Long> ones() {
        var ones = new EnumMap<Term, Long>(Term.class);
        for (var term : Term.values()) {
            ones.put(term, 1L);
        }
        return ones;
    }

    static Submission talk(String name, int track, int slots, int order, String... presenters) {
        return new Submission(
                name,
                track,
                slots,
                order,
                0,
                Set.of(presenters),
                Set.of(),
                Collections.nCopies(8, 0L),
                Collections.nCopies(8, 0L));
    }

    static Submission heardBy(Submission talk, String... attendees) {
        return new Submission(
                talk.reference(),
                talk.track(),
                talk.slots(),
                talk.order(),
                talk.offset(),
                talk.presenters(),
                Set.of(attendees),
                talk.sessionPenalty(),
                talk.roomPenalty());
    }

    static Submission from(Submission talk, int offset) {
        return new Submission(
                talk.reference(),
                talk.track(),
                talk.slots(),
                talk.order(),
                offset,
                talk.presenters(),
                talk.attendees(),
                talk.sessionPenalty(),
                talk.roomPenalty());
    }

    /** Everything at random, with every term in play. */
    static Conference random(long seed, int sessions, int rooms, int tracks, int submissions) {
        var random = new Random(seed);
        var people = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        var chairs = new ArrayList<Track>();
        for (var track = 0; track < tracks; track++) {
            chairs.add(new Track("T" + track, random.nextInt(3) == 0 ? some(people, random, 1) : Set.of()));
        }
        var orders = new int[tracks];
        var talks = new ArrayList<Submission>();
        for (var i = 0; i < submissions; i++) {
            var track = random.nextInt(tracks);
            orders[track]++;
            talks.add(new Submission(
                    "P" + i,
                    track,
                    random.nextInt(4) == 0 ? 2 : 1,
                    random.nextInt(3) == 0 ? orders[track] : 0,
                    random.nextInt(20) * 60 - 600,
                    some(people, random, 1 + random.nextInt(2)),
                    random.nextInt(2) == 0 ? some(people, random, 1) : Set.of(),
                    row(sessions, random, 4),
                    row(rooms, random, 8)));
        }
        var weights = new EnumMap<Term, Long>(Term.class);
        for (var term : Term.values()) {
            weights.put(term, (long) random.nextInt(4));
        }
        if (random.nextInt(2) == 0) {
            weights.put(Term.SUBMISSIONS_ROOMS, 0L);
        }
        if (random.nextInt(2) == 0) {
            weights.put(Term.PRESENTERS_IN_SLOT, 0L);
            weights.put(Term.ATTENDEES_IN_SLOT, 0L);
        }
        var similar = new ArrayList<List<Long>>(random(tracks, tracks, random));
        for (var row = 0; row < tracks; row++) {
            for (var column = 0; column < row; column++) {
                similar.set(
                        row,
                        with(similar, row, column, similar.get(column).get(row)).get(row));
            }
        }
        var penalties = new Penalties(
                random(tracks, sessions, random),
                random(tracks, rooms, random),
                similar,
                random(sessions, rooms, random));
        return of(sessions, rooms, chairs, penalties, talks.toArray(Submission[]::new))
                .weighing(weights);
    }

    private static Set<String> some(List<String> people, Random random, int count) {
        var some = new java.util.TreeSet<String>();
        for (var i = 0; i < count; i++) {
            some.add(people.get(random.nextInt(people.size())));
        }
        return some;
    }

    private static List<List<Long>> random(int rows, int columns, Random random) {
        var matrix = new ArrayList<List<Long>>();
        for (var row = 0; row < rows; row++) {
            matrix.add(row(columns, random, 3));
        }
        return matrix;
    }

    private static List<Long> row(int columns, Random random, int seldom) {
        var row = new ArrayList<Long>();
        for (var column = 0; column < columns; column++) {
            row.add(random.nextInt(seldom) == 0 ? (long) random.nextInt(5) : 0L);
        }
        return row;
    }
}
