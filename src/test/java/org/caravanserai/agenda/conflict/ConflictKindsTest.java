package org.caravanserai.agenda.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.agenda.conflict.AgendaFacts.TopicFacts;
import org.caravanserai.agenda.conflict.Conflict.Detail;
import org.caravanserai.agenda.conflict.ConflictRules.Limits;
import org.caravanserai.agenda.conflict.SessionFacts.Availability;
import org.caravanserai.agenda.conflict.SessionFacts.Needs;
import org.caravanserai.agenda.conflict.SessionFacts.TalkFacts;
import org.caravanserai.meeting.Equipment;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each kind of conflict means. The meeting is in Astana on 8 and 9 June 2027, from 9 to 18 o'clock. */
class ConflictKindsTest {

    private static final ZoneId ASTANA = ZoneId.of("Asia/Almaty");
    private static final LocalDate TUESDAY = LocalDate.of(2027, 6, 8);
    private static final LocalDate WEDNESDAY = TUESDAY.plusDays(1);
    private static final Limits LIMITS =
            new Limits(LocalTime.of(9, 0), LocalTime.of(18, 0), LocalTime.of(7, 0), LocalTime.of(22, 0), 20, 2);

    private final UUID hall = new UUID(1, 1);
    private final UUID studio = new UUID(1, 2);
    private final UUID museum = new UUID(1, 3);
    private final UUID online = new UUID(1, 4);
    private final UUID aigul = new UUID(2, 1);
    private final UUID junichi = new UUID(2, 2);
    private final UUID guzal = new UUID(2, 3);
    private final UUID panel = new UUID(3, 1);
    private final UUID workshop = new UUID(3, 2);
    private final UUID water = new UUID(4, 1);
    private final UUID glaciers = new UUID(4, 2);
    private final UUID energy = new UUID(4, 3);
    private final ConflictIndex index = new ConflictIndex(
            new AgendaFacts(
                    ASTANA,
                    List.of(TUESDAY, WEDNESDAY),
                    Map.of(WEDNESDAY, LocalizedText.english("A holiday")),
                    List.of(
                            new RoomFacts(
                                    hall,
                                    100,
                                    List.of(at(TUESDAY, 15, 0, 60)),
                                    Set.of(Equipment.PROJECTOR),
                                    1,
                                    false,
                                    "university"),
                            new RoomFacts(studio, 20, List.of(), Set.of(), 0, false, "university"),
                            new RoomFacts(museum, 0, List.of(), Set.of(), 0, false, "museum"),
                            new RoomFacts(online, 0, List.of(), Set.of(), 0, true, "")),
                    Map.of(
                            water, new TopicFacts(LocalizedText.english("Water"), Set.of(glaciers)),
                            glaciers, new TopicFacts(LocalizedText.english("Glaciers"), Set.of(water)),
                            energy, new TopicFacts(LocalizedText.english("Energy"), Set.of())),
                    Map.of(junichi, ZoneId.of("Asia/Tokyo"), guzal, ZoneId.of("America/Lima")),
                    List.of()),
            ConflictRules.WATCHFUL.within(LIMITS));

    @Test
    void whatEndsWhenTheNextStartsIsNoConflict() {
        place(session(panel), hall, 9, 0, 60);
        place(session(workshop), hall, 10, 0, 60);

        assertThat(index.all()).isEmpty();
    }

    @Test
    void aRoomHoldsOneSessionAtOnceAndBothAreMarkedUntilOneMovesAway() {
        place(session(panel), hall, 9, 0, 60);

        assertThat(place(session(workshop), hall, 9, 55, 60)).containsExactlyInAnyOrder(panel, workshop);

        assertThat(kinds(panel)).containsExactly(ConflictKind.ROOM_TWICE);
        assertThat(index.of(workshop)).isEqualTo(index.of(panel));
        assertThat(index.of(panel)).extracting(Conflict::room).containsExactly(hall);
        assertThat(move(workshop, studio, 9, 55, 60)).contains(panel);
        assertThat(index.all()).isEmpty();
    }

    @Test
    void whatIsInAllRoomsStandsInTheWayOfEveryRoom() {
        place(session(panel), hall, 9, 0, 60);
        place(session(workshop), null, 9, 30, 60);

        assertThat(kinds(workshop)).containsExactly(ConflictKind.ROOM_TWICE);
    }

    @Test
    void aSessionGoesOnOverABreakOnlyIfTheBreakIsForAll() {
        place(pause(workshop), null, 10, 0, 30);
        place(session(panel), hall, 9, 0, 90);
        assertThat(kinds(panel)).containsExactly(ConflictKind.OVER_BREAK);

        move(workshop, studio, 10, 0, 30);
        assertThat(kinds(panel)).isEmpty();

        move(workshop, hall, 10, 0, 30);
        assertThat(kinds(panel)).containsExactly(ConflictKind.ROOM_TWICE);
    }

    @Test
    void aRoomMayBeClosed() {
        place(session(panel), hall, 14, 30, 60);
        assertThat(kinds(panel)).containsExactly(ConflictKind.ROOM_CLOSED);

        move(panel, hall, 16, 0, 60);
        assertThat(kinds(panel)).isEmpty();
    }

    @Test
    void aRoomIsTooSmallForMoreThanItsSeatsAndNeverWhenTheyAreNotKnown() {
        place(expecting(panel, 21), studio, 9, 0, 60);
        assertThat(index.of(panel))
                .containsExactly(new Conflict(
                        ConflictKind.ROOM_TOO_SMALL, panel, null, studio, Set.of(), new Detail.Seats(21, 20)));

        move(panel, museum, 9, 0, 60);
        assertThat(kinds(panel)).isEmpty();
        place(expecting(workshop, 20), studio, 9, 0, 60);
        assertThat(kinds(workshop)).isEmpty();
    }

    @Test
    void aRoomLacksWhatASessionNeeds() {
        place(needing(panel, new Needs(Set.of(Equipment.PROJECTOR, Equipment.MICROPHONES), 1)), hall, 9, 0, 60);
        assertThat(index.of(panel))
                .containsExactly(new Conflict(
                        ConflictKind.EQUIPMENT_MISSING,
                        panel,
                        null,
                        hall,
                        Set.of(),
                        new Detail.Lacking(Set.of(Equipment.MICROPHONES))));

        move(panel, studio, 9, 0, 60);
        assertThat(kinds(panel))
                .containsExactlyInAnyOrder(ConflictKind.EQUIPMENT_MISSING, ConflictKind.INTERPRETATION_MISSING);

        move(panel, online, 9, 0, 60);
        assertThat(kinds(panel)).containsExactly(ConflictKind.INTERPRETATION_MISSING);
    }

    @Test
    void theTimeThatASessionKeepsFreeInItsRoomIsNotTakenByItsNeighbours() {
        place(needing(panel, Needs.NONE.keptFree(15, 30)), hall, 10, 0, 60);
        place(needing(workshop, Needs.NONE.keptFree(20, 0)), hall, 11, 20, 60);
        assertThat(index.of(panel))
                .containsExactly(new Conflict(
                        ConflictKind.GAP_TOO_SHORT, panel, workshop, hall, Set.of(), new Detail.Way(20, 30)));

        move(workshop, hall, 11, 30, 60);
        assertThat(kinds(panel))
                .as("the longer of the two stretches does for both")
                .isEmpty();

        move(workshop, hall, 8, 50, 60);
        assertThat(index.of(panel)).extracting(Conflict::detail).containsExactly(new Detail.Way(10, 15));

        move(workshop, studio, 11, 0, 60);
        assertThat(kinds(panel)).as("another room is another matter").isEmpty();

        move(workshop, null, 11, 10, 60);
        assertThat(kinds(panel)).containsExactly(ConflictKind.GAP_TOO_SHORT);
    }

    @Test
    void aPersonIsInOneSessionAtOnceAndIsNamed() {
        place(session(panel, aigul, junichi), hall, 9, 0, 60);
        place(session(workshop, aigul, guzal), studio, 9, 30, 60);

        assertThat(index.of(panel))
                .containsExactly(new Conflict(
                        ConflictKind.PERSON_TWICE, panel, workshop, null, Set.of(aigul), new Detail.None()));
    }

    @Test
    void whoJoinsASessionBringsHerConflicts() {
        place(session(panel, aigul), hall, 9, 0, 60);
        place(session(workshop), studio, 9, 0, 60);
        assertThat(index.all()).isEmpty();

        index.describe(session(workshop, aigul));

        assertThat(kinds(panel)).containsExactly(ConflictKind.PERSON_TWICE);
    }

    @Test
    void cannotIsWorseThanRatherNotAndBothAreKnown() {
        place(
                saying(
                        panel,
                        new Availability(
                                Set.of(aigul), true, List.of(at(TUESDAY, 9, 0, 60)), List.of(at(TUESDAY, 9, 0, 240)))),
                hall,
                9,
                30,
                60);
        assertThat(kinds(panel)).containsExactly(ConflictKind.PERSON_UNAVAILABLE);
        assertThat(index.of(panel)).extracting(Conflict::people).containsExactly(Set.of(aigul));

        move(panel, hall, 10, 0, 60);
        assertThat(kinds(panel)).containsExactly(ConflictKind.RATHER_NOT);

        move(panel, hall, 13, 0, 60);
        assertThat(kinds(panel)).isEmpty();
    }

    @Test
    void whoHasSaidNothingIsNotTakenToBeFreeAtAnyTime() {
        place(saying(panel, Availability.unknown(Set.of(junichi))), hall, 9, 0, 60);
        place(saying(workshop, new Availability(Set.of(aigul), true, List.of(), List.of())), studio, 9, 0, 60);

        assertThat(kinds(panel)).containsExactly(ConflictKind.AVAILABILITY_UNKNOWN);
        assertThat(kinds(workshop)).isEmpty();
    }

    @Test
    void onlyOnlineItCountsWhetherItIsNightWhereAPersonLives() {
        place(session(panel, aigul, junichi, guzal), online, 9, 0, 60);
        assertThat(index.of(panel))
                .containsExactly(new Conflict(
                        ConflictKind.OUTSIDE_HUMANE_HOURS, panel, null, null, Set.of(guzal), new Detail.None()));

        move(panel, hall, 9, 0, 60);
        assertThat(kinds(panel)).isEmpty();
    }

    @Test
    void peopleNeedTimeFromOneVenueToTheOther() {
        place(session(panel, aigul), hall, 9, 0, 60);
        place(session(workshop, aigul), museum, 10, 15, 60);
        assertThat(index.of(workshop))
                .containsExactly(new Conflict(
                        ConflictKind.TRAVEL_TOO_SHORT, panel, workshop, null, Set.of(aigul), new Detail.Way(15, 20)));

        move(workshop, museum, 10, 20, 60);
        assertThat(kinds(panel)).isEmpty();
        move(workshop, studio, 10, 0, 60);
        assertThat(kinds(panel)).isEmpty();
        move(workshop, online, 10, 0, 60);
        assertThat(kinds(panel)).isEmpty();
    }

    @Test
    void talksMustFitAndThoseThatDoNotAreNamedInTheirOrder() {
        place(telling(panel, 20, 30, 25), hall, 9, 0, 60);

        assertThat(index.of(panel))
                .containsExactly(new Conflict(
                        ConflictKind.TALKS_EXCEED_SESSION,
                        panel,
                        null,
                        null,
                        Set.of(),
                        new Detail.Overrun(15, List.of(LocalizedText.english("Talk of 25")))));

        move(panel, hall, 9, 0, 75);
        assertThat(kinds(panel)).isEmpty();
    }

    @Test
    void aSessionIsOnTheDaysOfTheMeetingAndWithinTheirHours() {
        place(session(panel), hall, 8, 30, 60);
        assertThat(kinds(panel)).containsExactly(ConflictKind.OUTSIDE_HOURS);

        move(panel, hall, 17, 30, 60);
        assertThat(kinds(panel)).containsExactly(ConflictKind.OUTSIDE_HOURS);

        index.place(panel, new Spot(hall, at(TUESDAY.minusDays(1), 9, 0, 60)));
        assertThat(kinds(panel)).containsExactly(ConflictKind.OUTSIDE_DAYS);
    }

    @Test
    void aDayMayEndAtMidnight() {
        var late = new ConflictIndex(
                new AgendaFacts(ASTANA, List.of(TUESDAY), Map.of(), List.of(), Map.of(), Map.of(), List.of()),
                ConflictRules.WATCHFUL.within(new Limits(
                        LocalTime.of(9, 0), LocalTime.MIDNIGHT, LocalTime.of(7, 0), LocalTime.MIDNIGHT, 20, 2)));
        late.describe(session(panel));

        late.place(panel, new Spot(hall, at(TUESDAY, 22, 0, 120)));

        assertThat(late.all()).isEmpty();
    }

    @Test
    void aSessionAcrossMidnightIsOnTwoDays() {
        place(session(panel), hall, 23, 30, 60);

        assertThat(kinds(panel))
                .containsExactlyInAnyOrder(
                        ConflictKind.ACROSS_MIDNIGHT, ConflictKind.OUTSIDE_HOURS, ConflictKind.ON_HOLIDAY);
    }

    @Test
    void aHolidayIsNamed() {
        index.describe(session(panel));
        index.place(panel, new Spot(hall, at(WEDNESDAY, 9, 0, 60)));

        assertThat(index.of(panel))
                .extracting(Conflict::detail)
                .containsExactly(new Detail.Holiday(WEDNESDAY, LocalizedText.english("A holiday")));
    }

    @Test
    void aTopicIsNotToldAgainstItself() {
        place(about(panel, water, energy), hall, 9, 0, 60);
        place(about(workshop, water), studio, 9, 30, 60);

        assertThat(kinds(panel)).containsExactly(ConflictKind.TOPIC_PARALLEL);
        assertThat(index.of(panel))
                .extracting(Conflict::detail)
                .containsExactly(new Detail.Topics(List.of(LocalizedText.english("Water"))));
    }

    @Test
    void topicsAreSimilarByThemselvesOrBecauseBothSessionsNameOne() {
        place(about(panel, water), hall, 9, 0, 60);
        place(about(workshop, glaciers), studio, 9, 30, 60);
        assertThat(kinds(panel)).containsExactly(ConflictKind.SIMILAR_PARALLEL);

        place(about(workshop, energy, water), studio, 9, 30, 60);
        assertThat(index.of(panel))
                .extracting(Conflict::detail)
                .containsExactly(new Detail.Topics(List.of(LocalizedText.english("Water"))));

        place(about(workshop, energy), studio, 9, 30, 60);
        assertThat(kinds(panel)).isEmpty();
    }

    @Test
    void anAudienceInCommonCountsFromALimitOnAndWithoutThoseOnTheStage() {
        place(wanted(panel, Set.of(aigul), aigul, junichi, guzal), hall, 9, 0, 60);
        place(wanted(workshop, Set.of(), aigul, junichi), studio, 9, 30, 60);
        assertThat(kinds(panel)).isEmpty();

        place(wanted(workshop, Set.of(), aigul, junichi, guzal), studio, 9, 30, 60);
        assertThat(index.of(panel))
                .containsExactly(new Conflict(
                        ConflictKind.AUDIENCE_IN_COMMON, panel, workshop, null, Set.of(), new Detail.Listeners(2)));
    }

    private Set<UUID> place(SessionFacts facts, @Nullable UUID room, int hour, int minute, int minutes) {
        index.describe(facts);
        return move(facts.session(), room, hour, minute, minutes);
    }

    private Set<UUID> move(UUID session, @Nullable UUID room, int hour, int minute, int minutes) {
        return index.place(session, new Spot(room, at(TUESDAY, hour, minute, minutes)));
    }

    private Set<ConflictKind> kinds(UUID session) {
        return index.of(session).stream().map(Conflict::kind).collect(Collectors.toSet());
    }

    private static Interval at(LocalDate day, int hour, int minute, int minutes) {
        LocalDateTime start = day.atTime(hour, minute);
        return Interval.of(
                start.atZone(ASTANA).toInstant(),
                start.plusMinutes(minutes).atZone(ASTANA).toInstant());
    }

    private static SessionFacts session(UUID key, UUID... people) {
        return SessionFacts.of(key, Set.of(people));
    }

    private static SessionFacts pause(UUID key) {
        return new SessionFacts(key, 30, 0, true, List.of(), Set.of(), List.of(), List.of(), Needs.NONE, Set.of());
    }

    private static SessionFacts expecting(UUID key, int audience) {
        return new SessionFacts(
                key, 60, audience, false, List.of(), Set.of(), List.of(), List.of(), Needs.NONE, Set.of());
    }

    private static SessionFacts needing(UUID key, Needs needs) {
        return new SessionFacts(key, 60, 0, false, List.of(), Set.of(), List.of(), List.of(), needs, Set.of());
    }

    private static SessionFacts saying(UUID key, Availability said) {
        return new SessionFacts(
                key, 60, 0, false, List.of(), said.people(), List.of(said), List.of(), Needs.NONE, Set.of());
    }

    private static SessionFacts telling(UUID key, Integer... minutes) {
        return new SessionFacts(
                key,
                60,
                0,
                false,
                List.of(minutes).stream()
                        .map(each -> new TalkFacts(new UUID(5, each), LocalizedText.english("Talk of " + each), each))
                        .toList(),
                Set.of(),
                List.of(),
                List.of(),
                Needs.NONE,
                Set.of());
    }

    private static SessionFacts about(UUID key, UUID... topics) {
        return new SessionFacts(
                key, 60, 0, false, List.of(), Set.of(), List.of(), List.of(topics), Needs.NONE, Set.of());
    }

    private static SessionFacts wanted(UUID key, Set<UUID> people, UUID... interested) {
        return new SessionFacts(
                key, 60, 0, false, List.of(), people, List.of(), List.of(), Needs.NONE, Set.of(interested));
    }
}
