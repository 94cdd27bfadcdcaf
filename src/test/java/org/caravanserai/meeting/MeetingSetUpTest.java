package org.caravanserai.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class MeetingSetUpTest {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final LocalDate NEXT_YEAR = LocalDate.of(2028, 6, 6);

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    MeetingCreation creation;

    @Autowired
    MeetingSetUp setUp;

    @Autowired
    MeetingDirectory directory;

    @Autowired
    TopicSetUp topicSetUp;

    @Autowired
    SessionTypeSetUp typeSetUp;

    @Autowired
    RoomSetUp roomSetUp;

    @Autowired
    SessionTypes types;

    @Test
    void aMeetingFromScratchHasTheStartingSetAndIsHiddenAndItsMakerOrganisesIt() {
        var administrator = fixtures.administrator();
        var meeting = Acting.as(administrator, () -> creation.begin(LocalizedText.english("Series"), asked()));

        var view = Acting.as(administrator, () -> directory.byId(meeting)).orElseThrow();
        assertThat(view.open()).isFalse();
        assertThat(view.topics())
                .hasSize(16)
                .allSatisfy(topic -> assertThat(topic.name().languages()).hasSize(8));
        assertThat(view.topics().getFirst().topicKey()).isEqualTo("aral-sea");
        assertThat(view.topics()).extracting(MeetingView.TopicView::hue).doesNotHaveDuplicates();
        assertThat(view.types())
                .extracting(MeetingView.TypeView::typeKey)
                .containsExactly(
                        "KEYNOTE",
                        "PANEL",
                        "ORAL",
                        "POSTER",
                        "WORKSHOP",
                        "TALK",
                        "LIGHTNING",
                        "FIELD_TRIP",
                        "CEREMONY",
                        "SIDE_EVENT",
                        "BREAK");
        assertThat(directory.byId(meeting)).isEmpty();
        assertThat(directory.bySlug(view.slug())).isEmpty();

        Acting.as(administrator, () -> setUp.open(meeting, view.version()));
        assertThat(directory.bySlug(view.slug())).isPresent();
        assertThat(directory.open()).extracting(MeetingSummary::id).contains(meeting);
    }

    @Test
    void onlyAdministratorsBeginASeriesAndOnlyItsOrganisersExtendIt() {
        var stranger = fixtures.person("Stranger");
        assertThatThrownBy(() -> Acting.as(stranger, () -> creation.begin(LocalizedText.english("Series"), asked())))
                .isInstanceOf(AccessDeniedException.class);

        var first = fixtures.openMeeting();
        var organiser = fixtures.personAs(Role.ORGANISER, first);
        var reviewer = fixtures.personAs(Role.REVIEWER, first);
        assertThatThrownBy(() -> Acting.as(reviewer, () -> creation.extend(first.series(), asked())))
                .isInstanceOf(AccessDeniedException.class);
        var second = Acting.as(organiser, () -> creation.extend(first.series(), asked()));
        assertThat(Acting.as(organiser, () -> directory.mine(0, 10)))
                .extracting(MeetingSummary::id)
                .containsExactlyInAnyOrder(first.id(), second);
    }

    @Test
    void anAddressThatIsTakenIsRefused() {
        var first = fixtures.openMeeting();
        var organiser = fixtures.personAs(Role.ORGANISER, first);
        var taken = new NewMeeting(
                first.slug(),
                LocalizedText.english("Second"),
                NEXT_YEAR,
                NEXT_YEAR,
                TOKYO,
                LocalizedText.english("Tokyo"));
        assertThatThrownBy(() -> Acting.as(organiser, () -> creation.extend(first.series(), taken)))
                .isInstanceOfSatisfying(Refusal.class, r -> {
                    assertThat(r.key()).isEqualTo("meeting.slug.taken");
                    assertThat(r.problems().getFirst().field()).isEqualTo("slug");
                });
    }

    @Test
    void aCopyBringsEverythingAlongAndKeepsClockTimesInItsOwnZone() {
        var earlier = fixtures.openMeeting();
        var organiser = fixtures.personAs(Role.ORGANISER, earlier);
        fixtures.type(earlier, "PANEL", SessionType.Kind.SESSION, 75);
        var copy = Acting.as(organiser, () -> {
            topicSetUp.add(earlier.id(), topic("Drylands"));
            var room = roomSetUp.add(earlier.id(), room("Hall A"));
            // 08:30 to 10:00 in Astana on the first day.
            roomSetUp.close(
                    earlier.id(),
                    room,
                    Instant.parse("2027-06-08T03:30:00Z"),
                    Instant.parse("2027-06-08T05:00:00Z"),
                    "Cleaning");
            return creation.copy(earlier.id(), asked());
        });

        var view = Acting.as(organiser, () -> directory.byId(copy)).orElseThrow();
        assertThat(view.series()).isEqualTo(earlier.series());
        assertThat(view.types()).extracting(MeetingView.TypeView::minutes).containsExactly(75);
        assertThat(view.topics()).extracting(MeetingView.TopicView::topicKey).containsExactly("drylands");
        var room = view.rooms().getFirst();
        assertThat(room.equipment()).containsExactly(Equipment.PROJECTOR);
        assertThat(room.booths()).isEqualTo(2);
        // The same clock time on the copy's first day, in Tokyo.
        assertThat(room.closures().getFirst().start()).isEqualTo(Instant.parse("2028-06-05T23:30:00Z"));
    }

    @Test
    void aStaleChangeIsRefusedAndChangesNothing() {
        var meeting = fixtures.openMeeting();
        var one = fixtures.personAs(Role.ORGANISER, meeting);
        var other = fixtures.personAs(Role.ORGANISER, meeting);
        var seen = meeting.version();
        Acting.as(one, () -> setUp.describe(meeting.id(), seen, LocalizedText.english("First"), LocalizedText.EMPTY));
        assertThatThrownBy(() -> Acting.as(
                        other,
                        () -> setUp.describe(meeting.id(), seen, LocalizedText.english("Second"), LocalizedText.EMPTY)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(directory.byId(meeting.id()).orElseThrow().name().text(Language.EN))
                .isEqualTo("First");
    }

    @Test
    void whatIsChangedIsReadAtOnce() {
        var meeting = fixtures.openMeeting();
        var organiser = fixtures.personAs(Role.ORGANISER, meeting);
        assertThat(directory.byId(meeting.id()).orElseThrow().rooms()).isEmpty();
        var room = Acting.as(organiser, () -> roomSetUp.add(meeting.id(), room("Hall A")));
        assertThat(directory.byId(meeting.id()).orElseThrow().rooms()).hasSize(1);
        Acting.as(organiser, () -> {
            roomSetUp.close(meeting.id(), room, Instant.EPOCH, Instant.EPOCH.plusSeconds(60), "");
        });
        assertThat(directory.byId(meeting.id()).orElseThrow().rooms().getFirst().closures())
                .hasSize(1);
    }

    @Test
    void aRemovedRoomComesBackToItsPlaceWithItsClosures() {
        var meeting = fixtures.openMeeting();
        var organiser = fixtures.personAs(Role.ORGANISER, meeting);
        Acting.as(organiser, () -> {
            var first = roomSetUp.add(meeting.id(), room("First"));
            roomSetUp.add(meeting.id(), room("Second"));
            roomSetUp.close(meeting.id(), first, Instant.EPOCH, Instant.EPOCH.plusSeconds(60), "Repairs");
            var removed = roomSetUp.remove(meeting.id(), first);
            assertThat(names(meeting)).containsExactly("Second");
            roomSetUp.restore(meeting.id(), removed);
        });
        assertThat(names(meeting)).containsExactly("First", "Second");
        assertThat(directory.byId(meeting.id()).orElseThrow().rooms().getFirst().closures())
                .extracting(MeetingView.ClosureView::reason)
                .containsExactly("Repairs");
    }

    @Test
    void roomsStandInTheOrderTheyWereArrangedIn() {
        var meeting = fixtures.openMeeting();
        var organiser = fixtures.personAs(Role.ORGANISER, meeting);
        Acting.as(organiser, () -> {
            var a = roomSetUp.add(meeting.id(), room("A"));
            var b = roomSetUp.add(meeting.id(), room("B"));
            var c = roomSetUp.add(meeting.id(), room("C"));
            roomSetUp.arrange(meeting.id(), List.of(c, a, b));
        });
        assertThat(names(meeting)).containsExactly("C", "A", "B");
    }

    @Test
    void aPartOfAnotherMeetingCannotBeTouched() {
        var mine = fixtures.openMeeting();
        var other = fixtures.openMeeting();
        var organiser = fixtures.personAs(Role.ORGANISER, mine);
        var foreign = fixtures.type(other, "PANEL", SessionType.Kind.SESSION, 90);
        assertThatThrownBy(() -> Acting.as(organiser, () -> typeSetUp.remove(mine.id(), foreign.key())))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("meeting.part.gone"));
        assertThatThrownBy(() -> Acting.as(organiser, () -> typeSetUp.remove(other.id(), foreign.key())))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(types.findById(foreign.key())).isPresent();
    }

    @Test
    void hostileNamesAreKeptAsWrittenButCleanedOfControls() {
        var meeting = fixtures.openMeeting();
        var organiser = fixtures.personAs(Role.ORGANISER, meeting);
        var name = "<script>alert(1)</script>\u202E\u0000 =cmd|' /C calc'!A0";
        Acting.as(organiser, () -> {
            topicSetUp.add(meeting.id(), topic(name));
            topicSetUp.add(meeting.id(), topic(name));
        });
        var topics = directory.byId(meeting.id()).orElseThrow().topics();
        assertThat(topics.getFirst().name().text(Language.EN))
                .isEqualTo("<script>alert(1)</script> =cmd|' /C calc'!A0");
        assertThat(topics).extracting(MeetingView.TopicView::topicKey).doesNotHaveDuplicates();
        assertThat(topics.getFirst().topicKey()).matches("[a-z0-9-]+");
        assertThatThrownBy(() -> Acting.as(
                        organiser, () -> topicSetUp.add(meeting.id(), topic("x".repeat(Written.LONGEST_LINE + 1)))))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("meeting.text.long"));
    }

    @Test
    void theDirectoryCostsTheSameForFewPartsAndMany() {
        var small = fixtures.openMeeting();
        var large = fixtures.openMeeting();
        fill(small, 2, fixtures.personAs(Role.ORGANISER, small));
        fill(large, 60, fixtures.personAs(Role.ORGANISER, large));
        var few = SqlCounter.counting(() -> directory.byId(small.id()));
        var many = SqlCounter.counting(() -> directory.byId(large.id()));
        assertThat(many.result().orElseThrow().rooms()).hasSize(60);
        assertThat(many.statements()).isEqualTo(few.statements()).isLessThanOrEqualTo(6);
        assertThat(SqlCounter.count(() -> directory.byId(large.id()))).isZero();
    }

    @Test
    void theListOfMyMeetingsCostsTheSameForFewAndMany() {
        var one = fixtures.personAs(Role.ORGANISER, fixtures.hiddenMeeting());
        var many = fixtures.person("Busy");
        for (int i = 0; i < 30; i++) {
            fixtures.grant(many, Role.ORGANISER, fixtures.hiddenMeeting());
        }
        var few = Acting.as(one, () -> SqlCounter.counting(() -> directory.mine(0, 50)));
        var lots = Acting.as(many, () -> SqlCounter.counting(() -> directory.mine(0, 50)));
        assertThat(few.result()).hasSize(1);
        assertThat(lots.result()).hasSize(30);
        assertThat(lots.statements()).isEqualTo(few.statements());
        assertThat(Acting.as(many, () -> directory.mine(20, 50))).hasSize(10);
        assertThat(Acting.as(many, () -> directory.countMine())).isEqualTo(30);
    }

    private void fill(Meeting meeting, int rooms, PersonId organiser) {
        Acting.as(organiser, () -> {
            for (int i = 0; i < rooms; i++) {
                var room = roomSetUp.add(meeting.id(), room("Room " + i));
                roomSetUp.close(meeting.id(), room, Instant.EPOCH, Instant.EPOCH.plusSeconds(60), "");
            }
        });
    }

    private List<String> names(Meeting meeting) {
        return directory.byId(meeting.id()).orElseThrow().rooms().stream()
                .map(r -> r.name().text(Language.EN))
                .toList();
    }

    private static NewMeeting asked() {
        return new NewMeeting(
                MeetingFixtures.slug(),
                LocalizedText.english("Scientists' Meeting, Tokyo 2028"),
                NEXT_YEAR,
                NEXT_YEAR.plusDays(2),
                TOKYO,
                LocalizedText.english("Tokyo"));
    }

    private static TopicSetUp.Content topic(String name) {
        return new TopicSetUp.Content(LocalizedText.english(name), LocalizedText.EMPTY, 90, Priority.GREEN);
    }

    private static RoomSetUp.Content room(String name) {
        return new RoomSetUp.Content(
                LocalizedText.english(name), LocalizedText.EMPTY, 120, Set.of(Equipment.PROJECTOR), 2, false);
    }
}
