package org.caravanserai.gathering.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final Instant NOW = Instant.parse("2027-03-01T04:00:00Z");

    private final TestClock clock = new TestClock();

    @BeforeEach
    void stopTheClock() {
        clock.set(NOW);
    }

    @Test
    void aPollOpensWhenItHasATitleADeadlineCandidatesAndGuests() {
        var poll = new Poll(new PersonId(UUID.randomUUID()), PollContent.blank(Language.EN, ALMATY), clock);

        assertThatThrownBy(() -> poll.open(0, 0, clock))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Refusal.Problem::field)
                                .containsExactlyInAnyOrder("title", "deadline", "candidates", "guests"));
        assertThat(poll.state()).isEqualTo(PollState.DRAFT);

        poll.write(content("Salt", "2027-03-08T18:00"), clock);
        poll.open(2, 3, clock);
        assertThat(poll.state()).isEqualTo(PollState.OPEN);
    }

    @Test
    void aDeadlineIsAMomentOnTheClocksOfItsZoneAndMayNotBePast() {
        var poll = open("2027-03-08T18:00");

        assertThat(poll.deadline()).contains(Instant.parse("2027-03-08T13:00:00Z"));
        assertThatThrownBy(() -> poll.write(content("Salt", "2027-02-28T18:00"), clock))
                .isInstanceOf(Refusal.class);
        assertThat(poll.deadline()).contains(Instant.parse("2027-03-08T13:00:00Z"));
    }

    @Test
    void answersCountUntilTheDeadlineAndNotAtIt() {
        var poll = open("2027-03-08T18:00");
        var deadline = poll.deadline().orElseThrow();

        poll.admitAnswer(deadline.minusNanos(1));
        assertThatThrownBy(() -> poll.admitAnswer(deadline)).hasMessageContaining("poll.answer.late");
    }

    @Test
    void aClosedPollTakesNoAnswersUntilItIsAskedAgain() {
        var poll = open("2027-03-08T18:00");
        var candidate = UUID.randomUUID();

        poll.close(candidate);
        poll.becameAppointment(UUID.randomUUID());
        assertThat(poll.chosen()).contains(candidate);
        assertThatThrownBy(() -> poll.admitAnswer(NOW)).hasMessageContaining("poll.answer.closed");
        assertThatThrownBy(() -> poll.close(candidate)).isInstanceOf(Refusal.class);
        assertThatThrownBy(poll::cancel).isInstanceOf(Refusal.class);

        poll.reopen();
        assertThat(poll.chosen()).isEmpty();
        assertThat(poll.appointment()).isEmpty();
        poll.admitAnswer(NOW);
        assertThatThrownBy(poll::reopen).isInstanceOf(Refusal.class);
    }

    @Test
    void aCancelledDraftComesBackAsADraftAndACancelledOpenPollAsAnOpenOne() {
        var draft = new Poll(new PersonId(UUID.randomUUID()), content("Salt", "2027-03-08T18:00"), clock);
        draft.cancel();
        draft.reopen();
        assertThat(draft.state()).isEqualTo(PollState.DRAFT);

        var open = open("2027-03-08T18:00");
        open.cancel();
        assertThatThrownBy(() -> open.admitAnswer(NOW)).hasMessageContaining("poll.answer.cancelled");
        open.reopen();
        assertThat(open.state()).isEqualTo(PollState.OPEN);
    }

    @Test
    void aReminderComesADayBeforeTheDeadlineAndHalfwayThroughAShortPoll() {
        assertThat(open("2027-03-08T18:00").remindAt()).contains(Instant.parse("2027-03-07T13:00:00Z"));
        assertThat(open("2027-03-01T19:00").remindAt()).contains(NOW.plus(Duration.ofHours(5)));
        var moved = open("2027-03-08T18:00");
        moved.write(content("Salt", "2027-03-10T18:00"), clock);
        assertThat(moved.remindAt()).contains(Instant.parse("2027-03-09T13:00:00Z"));
    }

    @Test
    void timesDoNotBecomeDaysUnderThoseWhoAnswer() {
        var poll = open("2027-03-08T18:00");
        var days = new PollContent(
                "Salt",
                "",
                Language.EN,
                Optional.empty(),
                "",
                true,
                60,
                ALMATY,
                poll.content().deadline(),
                Showing.NAMES);

        assertThatThrownBy(() -> poll.write(days, clock)).hasMessageContaining("poll.kind.open");
    }

    @Test
    void onlyAWebAddressIsALinkThatCanBeFollowed() {
        assertThat(new PollPlace("https://meet.example.org/salt").link()).isPresent();
        assertThat(new PollPlace("javascript:alert(1)").link()).isEmpty();
        assertThat(new PollPlace("https://user:secret@example.org/").link()).isEmpty();
        assertThat(new PollPlace("Room 3, second floor").link()).isEmpty();
    }

    @Test
    void whatIsTooLongOrTooShortIsRefusedAtItsField() {
        assertThatThrownBy(() -> content("x".repeat(201), "2027-03-08T18:00")).hasMessageContaining("title");
        assertThatThrownBy(() -> new CandidateTime.Slot(NOW, 4)).hasMessageContaining("minutes");
        assertThatThrownBy(() -> new CandidateTime.Slot(NOW, 1_441)).hasMessageContaining("minutes");
    }

    private Poll open(String deadline) {
        var poll = new Poll(new PersonId(UUID.randomUUID()), content("Salt", deadline), clock);
        poll.open(2, 3, clock);
        return poll;
    }

    private static PollContent content(String title, String deadline) {
        return new PollContent(
                title,
                "",
                Language.EN,
                Optional.empty(),
                "",
                false,
                60,
                ALMATY,
                Optional.of(LocalDateTime.parse(deadline)),
                Showing.NAMES);
    }
}
