package org.caravanserai.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingCreation;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.meeting.NewMeeting;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypeSetUp;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class CallSetUpTest {

    static final LocalDateTime OPENS = LocalDateTime.of(2026, 11, 1, 9, 0);
    static final LocalDateTime CLOSES = LocalDateTime.of(2027, 2, 1, 23, 59);

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    CallSetUp setUp;

    @Autowired
    CallReading reading;

    @Autowired
    MeetingCreation creation;

    @Autowired
    SessionTypeSetUp typeSetUp;

    Meeting meeting;
    SessionType panel;
    PersonId organiser;

    @BeforeEach
    void aMeetingWithAnOrganiserAndACall() {
        meeting = fixtures.openMeeting();
        panel = fixtures.type(meeting, "PANEL", SessionType.Kind.SESSION, 90);
        fixtures.type(meeting, "BREAK", SessionType.Kind.ITEM, 30);
        organiser = fixtures.personAs(Role.ORGANISER, meeting);
        Acting.as(organiser, () -> setUp.begin(meeting.id(), OPENS, CLOSES));
    }

    @Test
    void aCallIsDatedByTheClockOfTheMeetingAndAllowsWhatCanBeProposed() {
        var call = reading.of(meeting.id()).orElseThrow();
        assertThat(call.closesAt()).isEqualTo(Instant.parse("2027-02-01T18:59:00Z"));
        assertThat(call.types()).extracting(CallView.AllowedType::typeKey).containsExactly("PANEL");
        assertThat(call.types().getFirst().allows(90)).isTrue();
    }

    @Test
    void aSecondCallIsRefused() {
        assertThatThrownBy(() -> Acting.as(organiser, () -> setUp.begin(meeting.id(), OPENS, CLOSES)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("call.exists"));
    }

    @Test
    void othersCannotSetItUp() {
        var elsewhere = fixtures.personAs(Role.ORGANISER, fixtures.openMeeting());
        var chair = fixtures.personAs(Role.CHAIR, meeting);
        for (var person : List.of(elsewhere, chair, fixtures.administrator())) {
            assertThatThrownBy(() -> Acting.as(person, () -> setUp.ask(meeting.id(), question("Why?"))))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void aTextWrittenLookingAtAnOlderVersionIsRefused() {
        var seen = Acting.as(organiser, () -> setUp.details(meeting.id()).orElseThrow())
                .version();
        Acting.as(organiser, () -> setUp.describe(meeting.id(), seen, LocalizedText.english("Come to Astana")));
        assertThatThrownBy(() -> Acting.as(
                        organiser, () -> setUp.describe(meeting.id(), seen, LocalizedText.english("Come to Almaty"))))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(reading.of(meeting.id()).orElseThrow().text().text(Language.EN))
                .isEqualTo("Come to Astana");
    }

    @Test
    void questionsStandInTheirOrderAndARemovedOneComesBackToItsPlace() {
        Acting.as(organiser, () -> {
            var first = setUp.ask(meeting.id(), question("First"));
            var second = setUp.ask(meeting.id(), question("Second"));
            setUp.arrangeQuestions(meeting.id(), List.of(second, first));
            setUp.removeQuestion(meeting.id(), second);
            assertThat(labels()).containsExactly("First");
            setUp.restoreQuestion(meeting.id(), second);
        });
        assertThat(labels()).containsExactly("Second", "First");
    }

    @Test
    void aTypeThatTheCallAllowsIsNotRemovedUnderIt() {
        assertThatThrownBy(() -> Acting.as(organiser, () -> typeSetUp.remove(meeting.id(), panel.key())))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("call.uses.type"));
        Acting.as(organiser, () -> {
            setUp.disallow(meeting.id(), panel.key());
            typeSetUp.remove(meeting.id(), panel.key());
        });
        assertThat(reading.of(meeting.id()).orElseThrow().types()).isEmpty();
    }

    @Test
    void aTypeOfAnotherMeetingCannotBeAllowed() {
        var foreign = fixtures.type(fixtures.openMeeting(), "PANEL", SessionType.Kind.SESSION, 90);
        assertThatThrownBy(() -> Acting.as(organiser, () -> setUp.allow(meeting.id(), foreign.key(), 60, 90)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aLateLinkIsToldOnceAndCanBeWithdrawnAndRestored() {
        var secret = Acting.as(
                organiser, () -> setUp.makeLateLink(meeting.id(), "Keynote", 2, LocalDateTime.of(2030, 1, 1, 0, 0)));
        assertThat(reading.lateOffer(secret)).isPresent();
        var link = Acting.as(organiser, () -> setUp.details(meeting.id()).orElseThrow())
                .lateLinks()
                .getFirst();
        assertThat(link.toString()).doesNotContain(secret);
        Acting.as(organiser, () -> setUp.withdrawLateLink(meeting.id(), link.key()));
        assertThat(reading.lateOffer(secret)).isEmpty();
        Acting.as(organiser, () -> setUp.restoreLateLink(meeting.id(), link.key()));
        assertThat(reading.lateOffer(secret)).isPresent();
    }

    @Test
    void aCopyOfTheMeetingAsksTheSameQuestionsOfItsOwnTypesAYearLater() {
        var copy = Acting.as(organiser, () -> {
            setUp.ask(meeting.id(), question("For panels", Set.of(panel.key())));
            setUp.describe(
                    meeting.id(),
                    setUp.details(meeting.id()).orElseThrow().version(),
                    LocalizedText.english("Come to Astana"));
            var next = LocalDate.of(2028, 6, 6);
            return creation.copy(
                    meeting.id(),
                    new NewMeeting(
                            MeetingFixtures.slug(),
                            LocalizedText.english("Tokyo 2028"),
                            next,
                            next.plusDays(1),
                            ZoneId.of("Asia/Tokyo"),
                            LocalizedText.english("Tokyo")));
        });
        var call = Acting.as(organiser, () -> reading.of(copy)).orElseThrow();
        assertThat(call.text().text(Language.EN)).isEqualTo("Come to Astana");
        // 8 June 2027 to 6 June 2028 are 364 days; 23:59 in Tokyo.
        assertThat(call.closesAt()).isEqualTo(Instant.parse("2028-01-31T14:59:00Z"));
        var type = call.types().getFirst();
        assertThat(type.sessionType()).isNotEqualTo(panel.key());
        assertThat(call.questionsFor(type.sessionType())).hasSize(1);
        assertThat(call.questionsFor(panel.key())).isEmpty();
    }

    @Test
    void readingACallCostsTheSameForFewQuestionsAndMany() {
        Acting.as(organiser, () -> setUp.ask(meeting.id(), question("One")));
        var few = SqlCounter.count(() -> reading.of(meeting.id()));
        Acting.as(organiser, () -> {
            for (int i = 0; i < 60; i++) {
                setUp.ask(meeting.id(), question("Question " + i));
            }
        });
        assertThat(SqlCounter.count(() -> reading.of(meeting.id()))).isEqualTo(few);
    }

    private List<String> labels() {
        return reading.of(meeting.id()).orElseThrow().questions().stream()
                .map(q -> q.label().text(Language.EN))
                .toList();
    }

    private static Question.Content question(String label) {
        return question(label, Set.of());
    }

    private static Question.Content question(String label, Set<java.util.UUID> types) {
        return new Question.Content(
                Question.Kind.TEXT, LocalizedText.english(label), LocalizedText.EMPTY, List.of(), false, types);
    }
}
