package org.caravanserai.agenda.optimiser.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caravanserai.agenda.optimiser.conference.Conference.Penalties;
import org.caravanserai.agenda.optimiser.conference.Conference.Submission;
import org.caravanserai.agenda.optimiser.conference.Conference.Track;
import org.junit.jupiter.api.Test;

class ObjectiveTest {

    private static final int NONE = Timetable.NONE;

    @Test
    void aCellCostsWhatItsTrackItsSessionAndItsRoomSay() {
        var free = Small.free(1, 2, 2);
        var penalties = new Penalties(
                Small.with(free.trackSession(), 0, 1, 5),
                Small.with(free.trackRoom(), 0, 0, 7),
                free.similar(),
                Small.with(free.sessionRoom(), 1, 0, 11));
        var conference = Small.of(2, 2, List.of(new Track("T", Set.of())), penalties, Small.talk("a", 0, 1, 0));
        var timetable = table(conference, "1 0: 0 - -");
        assertThat(value(conference, timetable, Term.TRACKS_SESSIONS)).isEqualTo(5);
        assertThat(value(conference, timetable, Term.TRACKS_ROOMS)).isEqualTo(7);
        assertThat(value(conference, timetable, Term.SESSIONS_ROOMS)).isEqualTo(11);
    }

    @Test
    void similarTracksCostForEveryPairOfTheirCells() {
        var free = Small.free(2, 1, 3);
        var similar = Small.with(Small.with(free.similar(), 0, 1, 4), 1, 0, 4);
        var penalties = new Penalties(free.trackSession(), free.trackRoom(), similar, free.sessionRoom());
        var tracks = List.of(new Track("T", Set.of()), new Track("U", Set.of()));
        var conference = Small.of(1, 3, tracks, penalties, talk("a", 0), talk("b", 0), talk("c", 1));
        assertThat(value(conference, table(conference, "0 0: 0 - -", "0 1: 2 - -", "0 2: 1 - -"), Term.SIMILAR_TRACKS))
                .isEqualTo(8);
        assertThat(value(conference, table(conference, "0 0: 0 1 -", "0 1: 2 - -"), Term.SIMILAR_TRACKS))
                .isEqualTo(4);
    }

    @Test
    void aTrackPaysForEveryRoomAfterTheFirst() {
        var conference = Small.of(3, 3, 1, talk("a", 0), talk("b", 0), talk("c", 0));
        assertThat(value(conference, table(conference, "0 0: 0 - -", "1 1: 1 - -", "2 0: 2 - -"), Term.ROOMS_PER_TRACK))
                .isEqualTo(1);
    }

    @Test
    void aTrackParallelToItselfPaysForEveryCellAfterTheFirst() {
        var conference = Small.of(1, 3, 1, talk("a", 0), talk("b", 0), talk("c", 0));
        assertThat(value(conference, table(conference, "0 0: 0 - -", "0 1: 1 - -", "0 2: 2 - -"), Term.PARALLEL_TRACKS))
                .isEqualTo(2);
    }

    @Test
    void aBreakBetweenSessionsCostsOnceAndAnEmptyCellClosesIt() {
        var conference = Small.of(4, 2, 1, talk("a", 0), talk("b", 0));
        assertThat(value(conference, table(conference, "0 0: 0 - -", "3 0: 1 - -"), Term.CONSECUTIVE_TRACKS))
                .isEqualTo(1);
        var bridged = table(conference, "0 0: 0 - -", "3 0: 1 - -");
        bridged.give(1, 1, 0);
        bridged.give(2, 0, 0);
        assertThat(value(conference, bridged, Term.CONSECUTIVE_TRACKS)).isZero();
    }

    @Test
    void hoursAreThoseOfThePresentersAndCountPerSlot() {
        // The session lasts from 10:00 to 11:00; it suits from 9 to 21 and is bearable from 7 to 23.
        assertThat(atNight(0)).isZero();
        assertThat(atNight(-60)).isZero();
        assertThat(atNight(-120)).isEqualTo(2);
        assertThat(atNight(-180)).isEqualTo(2);
        assertThat(atNight(-240)).isEqualTo(20);
        assertThat(atNight(600)).isZero();
        assertThat(atNight(660)).isEqualTo(2);
        assertThat(atNight(780)).as("from 23:00 to 0:00 of the next day").isEqualTo(20);
    }

    private static long atNight(int offset) {
        var conference = Small.of(1, 1, 1, Small.from(Small.talk("a", 0, 2, 0), offset));
        return value(conference, table(conference, "0 0: 0 0 -"), Term.TIME_ZONES);
    }

    @Test
    void orderCountsPositionsInTheWalkThroughSessionsRoomsAndSlots() {
        var conference = Small.of(
                2, 2, 1, Small.talk("a", 0, 1, 1), Small.talk("b", 0, 1, 2), talk("c", 0), Small.talk("d", 0, 1, 4));
        assertThat(value(conference, table(conference, "0 0: 0 1 2", "1 0: 3 - -"), Term.ORDER))
                .isZero();
        assertThat(value(conference, table(conference, "0 0: 1 0 2", "1 0: 3 - -"), Term.ORDER))
                .isEqualTo(2);
        assertThat(value(conference, table(conference, "0 0: 2 0 1", "1 0: 3 - -"), Term.ORDER))
                .as("the free one moves the others on")
                .isEqualTo(2);
    }

    @Test
    void orderedSubmissionsToldAtOnceCostForEverySlotTheyShare() {
        var conference = Small.of(1, 2, 1, Small.talk("a", 0, 2, 1), Small.talk("b", 0, 2, 2));
        assertThat(value(conference, table(conference, "0 0: 0 0 -", "0 1: 1 1 -"), Term.ORDER))
                .isEqualTo(2);
        assertThat(value(conference, table(conference, "0 0: 0 0 -", "0 1: - 1 1"), Term.ORDER))
                .isEqualTo(1);
    }

    @Test
    void wishesOfSubmissionsCountPerSlot() {
        var wish = new Submission("a", 0, 2, 0, 0, Set.of(), Set.of(), List.of(0L, 3L), List.of(5L, 0L));
        var conference = Small.of(2, 2, 1, wish);
        assertThat(value(conference, table(conference, "1 1: 0 0 -"), Term.SUBMISSIONS_SESSIONS))
                .isEqualTo(6);
        assertThat(value(conference, table(conference, "0 0: - 0 0"), Term.SUBMISSIONS_ROOMS))
                .isEqualTo(10);
    }

    @Test
    void presentersAreWantedTwiceInDifferentRoomsOfASession() {
        var tracks = List.of(new Track("T", Set.of("x")), new Track("U", Set.of()));
        var conference = Small.of(
                1,
                2,
                tracks,
                Small.free(2, 1, 2),
                Small.talk("a", 0, 1, 0, "p"),
                Small.talk("b", 1, 1, 0, "p"),
                Small.talk("c", 1, 1, 0, "x"),
                Small.talk("d", 0, 1, 0, "x"));
        var timetable = table(conference, "0 0: 0 3 -", "0 1: 1 2 -");
        assertThat(value(conference, timetable, Term.PRESENTERS_IN_SESSION))
                .as("a-b by presenter, c-a and c-d by its presenter chairing their track")
                .isEqualTo(3);
        assertThat(value(conference, timetable, Term.PRESENTERS_IN_SLOT))
                .as("a-b in the first slot, c-d in the second")
                .isEqualTo(2);
    }

    @Test
    void attendeesAreWantedTwiceByOtherAttendancePresentationOrChair() {
        var tracks = List.of(new Track("T", Set.of("x")), new Track("U", Set.of()));
        var conference = Small.of(
                1,
                2,
                tracks,
                Small.free(2, 1, 2),
                Small.heardBy(Small.talk("a", 0, 1, 0, "p"), "v"),
                Small.heardBy(Small.talk("b", 1, 1, 0), "v"),
                Small.heardBy(Small.talk("c", 1, 1, 0), "p"),
                Small.heardBy(Small.talk("d", 1, 1, 0), "x"));
        var timetable = table(conference, "0 0: 0 - -", "0 1: 1 2 3");
        assertThat(value(conference, timetable, Term.ATTENDEES_IN_SESSION)).isEqualTo(3);
        assertThat(value(conference, timetable, Term.ATTENDEES_IN_SLOT)).isEqualTo(1);
        assertThat(value(conference, timetable, Term.PRESENTERS_IN_SESSION)).isZero();
    }

    @Test
    void chairsAreWantedTwiceInPairsOfCells() {
        var tracks = List.of(new Track("T", Set.of("x")), new Track("U", Set.of("x")), new Track("V", Set.of()));
        var conference = Small.of(
                1,
                4,
                tracks,
                Small.free(3, 1, 4),
                talk("a", 0),
                talk("b", 1),
                Small.talk("c", 2, 1, 0, "x"),
                talk("d", 2));
        assertThat(value(
                        conference,
                        table(conference, "0 0: 0 - -", "0 1: 1 - -", "0 2: 2 - -", "0 3: 3 - -"),
                        Term.CHAIRS_IN_SESSION))
                .as("T-U share the chair, who presents in one cell of V")
                .isEqualTo(3);
    }

    @Test
    void aTornSubmissionIsTheWorstOfAll() {
        var conference = Small.of(2, 2, 1, Small.talk("a", 0, 2, 0));
        assertThat(value(conference, table(conference, "0 0: 0 0 -"), Term.TORN_SUBMISSIONS))
                .isZero();
        assertThat(value(conference, table(conference, "0 0: 0 - 0"), Term.TORN_SUBMISSIONS))
                .isEqualTo(1_000_000_000);
        assertThat(value(conference, table(conference, "0 0: 0 - -", "1 0: - 0 -"), Term.TORN_SUBMISSIONS))
                .isEqualTo(20_000_000);
    }

    @Test
    void weightsMultiplyAndZeroSwitchesOff() {
        var conference = Small.of(1, 3, 1, talk("a", 0), talk("b", 0));
        var timetable = table(conference, "0 0: 0 - -", "0 1: 1 - -");
        assertThat(new Objective(conference.weighing(Map.of(Term.PARALLEL_TRACKS, 7L))).total(timetable))
                .isEqualTo(7);
    }

    @Test
    void aTimetableWithFlawsDoesNotCount() {
        var conference = Small.of(1, 2, 2, talk("a", 0), talk("b", 1));
        var objective = new Objective(conference);
        assertThat(objective.flaws(table(conference, "0 0: 0 - -", "0 1: 1 - -")))
                .isEmpty();
        assertThat(objective.flaws(table(conference, "0 0: 0 - -"))).hasSize(1);
        assertThat(objective.flaws(table(conference, "0 0: 0 1 -"))).hasSize(1);
    }

    private static Submission talk(String name, int track) {
        return Small.talk(name, track, 1, 0);
    }

    private static long value(Conference conference, Timetable timetable, Term term) {
        return new Objective(conference).value(term, timetable);
    }

    /** Each cell as “session room: submission submission submission”; it belongs to the track of the first. */
    private static Timetable table(Conference conference, String... cells) {
        var timetable = new Timetable(conference);
        for (var cell : cells) {
            var words = List.of(cell.replace(":", "").split(" "));
            var session = Integer.parseInt(words.get(0));
            var room = Integer.parseInt(words.get(1));
            var own = new ArrayList<Integer>();
            for (var slot = 0; slot < 3; slot++) {
                var word = words.get(2 + slot);
                var submission = "-".equals(word) ? NONE : Integer.parseInt(word);
                timetable.put(session, room, slot, submission);
                if (submission != NONE) {
                    own.add(submission);
                }
            }
            timetable.give(
                    session, room, conference.submissions().get(own.getFirst()).track());
        }
        return timetable;
    }
}
