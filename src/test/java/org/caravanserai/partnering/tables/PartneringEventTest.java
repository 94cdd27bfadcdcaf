package org.caravanserai.partnering.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;

class PartneringEventTest {

    private static final LocalDate DAY = LocalDate.of(2027, 6, 9);
    private static final Instant UNTIL = Instant.parse("2027-06-01T00:00:00Z");
    private static final ZoneId ASTANA = ZoneId.of("Asia/Almaty");

    private static EventPlan plan(int slot, int pause, EventWindow... windows) {
        return new EventPlan(LocalizedText.english("Partnering"), UNTIL, slot, pause, List.of(windows));
    }

    private static EventWindow window(int from, int until) {
        return new EventWindow(DAY, LocalTime.of(from, 0), LocalTime.of(until, 0));
    }

    private static PartneringEvent event(EventPlan plan) {
        return new PartneringEvent(new MeetingId(new UUID(0, 1)), plan);
    }

    @Test
    void slotsFollowEachOtherWithTheirPausesAndABreakBetweenWindows() {
        var slots = event(plan(20, 5, window(14, 15), window(9, 10))).slots(ASTANA);
        assertThat(slots)
                .extracting(EventSlot::from)
                .containsExactly(
                        Instant.parse("2027-06-09T04:00:00Z"),
                        Instant.parse("2027-06-09T04:25:00Z"),
                        Instant.parse("2027-06-09T09:00:00Z"),
                        Instant.parse("2027-06-09T09:25:00Z"));
        assertThat(slots.getFirst().until()).isEqualTo(Instant.parse("2027-06-09T04:20:00Z"));
        assertThat(slots).extracting(EventSlot::number).containsExactly(0, 1, 2, 3);
    }

    @Test
    void everythingThatCannotBeIsSaidAtOnce() {
        assertThatThrownBy(() -> event(new EventPlan(LocalizedText.EMPTY, UNTIL, 2, 90, List.of(window(10, 9)))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Refusal.Problem::field)
                                .containsExactly("title", "slot", "pause", "windows"));
        assertThatThrownBy(() -> event(plan(20, 5, window(9, 12), window(11, 13))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> event(plan(5, 0, window(0, 23)))).isInstanceOf(Refusal.class);
    }

    @Test
    void timesStayOnceWishesAreOpenButTheTitleMayChange() {
        var event = event(plan(20, 5, window(9, 10)));
        event.lead(EventState.OPEN);
        event.change(new EventPlan(LocalizedText.english("Tables"), UNTIL, 20, 5, List.of(window(9, 10))));
        assertThat(event.title()).isEqualTo(LocalizedText.english("Tables"));
        assertThatThrownBy(() -> event.change(plan(30, 5, window(9, 10)))).isInstanceOf(Refusal.class);
    }

    @Test
    void nothingIsGivenOutBeforeWishesAreClosed() {
        var event = event(plan(20, 5, window(9, 10)));
        assertThatThrownBy(event::giveOut).isInstanceOf(Refusal.class);
        event.lead(EventState.OPEN);
        assertThat(event.takesWishes(UNTIL.minusSeconds(1))).isTrue();
        assertThat(event.takesWishes(UNTIL)).isFalse();
        assertThatThrownBy(event::giveOut).isInstanceOf(Refusal.class);
        event.lead(EventState.CLOSED);
        event.giveOut();
        assertThat(event.state()).isEqualTo(EventState.GIVEN_OUT);
        assertThatThrownBy(() -> event.lead(EventState.OPEN)).isInstanceOf(Refusal.class);
    }

    @Test
    void anInterpreterSpeaksTwoLanguagesAndAPartyOne() {
        var event = new UUID(0, 2);
        assertThatThrownBy(() -> new EventInterpreter(event, "Aigerim", java.util.Set.of("ja"), 0))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new EventParty(event, "", java.util.Set.of())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new EventTable(event, " ", 1, 1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new EventTable(event, "1", 0, 1)).isInstanceOf(Refusal.class);
    }
}
