package org.caravanserai.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Arrival;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class CallAdmissionTest {

    static final Instant OPENS = Instant.parse("2025-01-01T00:00:00Z");
    static final Instant CLOSES = Instant.parse("2025-02-01T00:00:00Z");

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    Calls calls;

    @Autowired
    CallTypes callTypes;

    @Autowired
    Questions questions;

    @Autowired
    LateLinks links;

    @Autowired
    Proposals proposals;

    @Autowired
    CallAdmission admission;

    @Autowired
    CallReading reading;

    @Autowired
    Clock clock;

    Meeting meeting;
    SessionType panel;
    Call call;

    @BeforeEach
    void aMeetingWithACallThatHasClosed() {
        meeting = fixtures.openMeeting();
        panel = fixtures.type(meeting, "PANEL", SessionType.Kind.SESSION, 90);
        call = calls.save(new Call(meeting.id(), OPENS, CLOSES));
    }

    @Test
    void whatArrivedInTimeCountsHoweverLongItWaited() {
        var proposal = proposal();
        assertThat(Arrival.at(CLOSES.minusMillis(1), () -> admission.mayHandIn(meeting.id(), proposal)))
                .isTrue();
        assertThat(Arrival.at(CLOSES, () -> admission.mayHandIn(meeting.id(), proposal)))
                .isFalse();
        assertThat(admission.mayHandIn(meeting.id(), proposal)).isFalse();
    }

    @Test
    void aRefusalSaysWhetherItIsTooEarlyOrTooLate() {
        var proposal = proposal();
        assertThatThrownBy(() -> admission.requireOpen(meeting.id(), proposal))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("call.refused.closed"));
        assertThatThrownBy(() -> Arrival.at(OPENS.minusSeconds(1), () -> {
                    admission.requireOpen(meeting.id(), proposal);
                    return true;
                }))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("call.refused.early"));
    }

    @Test
    void aLateLinkAdmitsItsProposalAndNoOther() {
        var secret = link(1, Duration.ofDays(1));
        var admitted = proposal();
        var other = proposal();

        admission.redeem(meeting.id(), secret, admitted);

        assertThat(admission.mayHandIn(meeting.id(), admitted)).isTrue();
        assertThat(admission.mayHandIn(meeting.id(), other)).isFalse();
        assertThatThrownBy(() -> admission.redeem(meeting.id(), secret, other))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("call.late.unusable"));
    }

    @Test
    void openingALateLinkTwiceForOneProposalTakesOneUse() {
        var secret = link(2, Duration.ofDays(1));
        var proposal = proposal();
        admission.redeem(meeting.id(), secret, proposal);
        admission.redeem(meeting.id(), secret, proposal);
        assertThat(reading.lateOffer(secret)).get().extracting("usesLeft").isEqualTo(1);
    }

    @Test
    void aLateLinkOfAnotherMeetingIsRefused() {
        var secret = link(1, Duration.ofDays(1));
        var elsewhere = fixtures.openMeeting();
        calls.save(new Call(elsewhere.id(), OPENS, CLOSES));
        assertThatThrownBy(() -> admission.redeem(elsewhere.id(), secret, proposal()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aLateLinkEndsAndWithItWhatItAdmitted() {
        var secret = link(2, Duration.ofDays(1));
        var proposal = proposal();
        admission.redeem(meeting.id(), secret, proposal);
        var after = clock.instant().plus(Duration.ofDays(2));
        assertThat(Arrival.at(after, () -> admission.mayHandIn(meeting.id(), proposal)))
                .isFalse();
        assertThat(Arrival.at(after, () -> reading.lateOffer(secret))).isEmpty();
    }

    @Test
    void manyPeopleAtOnceCannotTakeMoreUsesThanThereAre() throws Exception {
        var secret = link(3, Duration.ofDays(1));
        var waiting = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> proposal())
                .<Callable<Boolean>>map(proposal -> () -> {
                    try {
                        Actor.asSystem(() -> admission.redeem(meeting.id(), secret, proposal));
                        return true;
                    } catch (Refusal refused) {
                        return false;
                    }
                })
                .toList();
        try (var people = Executors.newFixedThreadPool(6)) {
            var admitted = 0;
            for (var outcome : people.invokeAll(waiting)) {
                admitted += outcome.get() ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(3);
        }
        assertThat(reading.lateOffer(secret)).isEmpty();
    }

    @Test
    void theCallTellsTypesInTheMeetingsOrderAndQuestionsStillAsked() {
        var keynote = fixtures.type(meeting, "KEYNOTE", SessionType.Kind.SESSION, 60);
        callTypes.save(new CallType(call, keynote.key(), 30, 45));
        callTypes.save(new CallType(call, panel.key(), 60, 120));
        var removed = new Question(call, 0, text("Removed"));
        removed.remove();
        questions.saveAll(
                List.of(removed, new Question(call, 2, text("Second")), new Question(call, 1, text("First"))));

        var view = reading.of(meeting.id()).orElseThrow();

        assertThat(view.state()).isEqualTo(CallState.CLOSED);
        assertThat(view.types()).extracting(CallView.AllowedType::typeKey).containsExactly("PANEL", "KEYNOTE");
        assertThat(view.type(keynote.key())).get().satisfies(type -> {
            assertThat(type.usualMinutes()).isEqualTo(45);
            assertThat(type.allows(30)).isTrue();
            assertThat(type.allows(46)).isFalse();
        });
        assertThat(view.questions())
                .extracting(q -> q.label().text(org.caravanserai.text.Language.EN))
                .containsExactly("First", "Second");
    }

    @Test
    void theCallOfAHiddenMeetingIsForThoseWithARoleThere() {
        var hidden = fixtures.hiddenMeeting();
        calls.save(new Call(hidden.id(), OPENS, CLOSES));
        assertThat(reading.of(hidden.id())).isEmpty();
        assertThat(Acting.as(fixtures.person("Researcher"), () -> reading.of(hidden.id())))
                .isEmpty();
        assertThat(Acting.as(fixtures.personAs(Role.ORGANISER, meeting), () -> reading.of(hidden.id())))
                .isEmpty();
        assertThat(Acting.as(fixtures.personAs(Role.REVIEWER, hidden), () -> reading.of(hidden.id())))
                .isPresent();
    }

    @Test
    void onlyCallsOpenNowOfMeetingsOpenToThePublicAreOffered() {
        var hidden = fixtures.hiddenMeeting();
        calls.save(new Call(hidden.id(), OPENS, CLOSES));
        var now = Arrival.at(OPENS, () -> reading.openNow());
        assertThat(now)
                .extracting(CallReading.OpenCall::meeting)
                .contains(meeting.id())
                .doesNotContain(hidden.id());
        assertThat(reading.openNow()).extracting(CallReading.OpenCall::meeting).doesNotContain(meeting.id());
    }

    private String link(int uses, Duration lasting) {
        var secret = Ids.secret();
        links.save(new LateLink(call, secret, "", uses, clock.instant().plus(lasting), clock));
        return secret;
    }

    private ProposalId proposal() {
        var proposer = fixtures.person("Researcher " + UUID.randomUUID());
        return proposals
                .save(new Proposal(meeting.id(), proposer, panel.key(), 90, clock))
                .id();
    }

    private static Question.Content text(String label) {
        return new Question.Content(
                Question.Kind.TEXT,
                LocalizedText.english(label),
                LocalizedText.EMPTY,
                List.of(),
                false,
                java.util.Set.of());
    }
}
