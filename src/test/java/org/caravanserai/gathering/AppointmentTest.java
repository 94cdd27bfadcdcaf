package org.caravanserai.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppointmentTest {

    private static final Instant START = Instant.parse("2027-06-08T09:00:00Z");

    private final TestClock clock = new TestClock();

    @BeforeEach
    void itIsTheDayBefore() {
        clock.set(START.minus(Duration.ofDays(1)));
    }

    @Test
    void itGoesFromDraftOverAgreedToHeld() {
        var appointment = draft(START);
        appointment.propose(clock);
        appointment.agree(clock);
        assertThatThrownBy(() -> appointment.hold(clock)).isInstanceOf(Refusal.class);
        clock.set(START.plus(Duration.ofHours(1)));
        appointment.hold(clock);

        assertThat(appointment.state()).isEqualTo(AppointmentState.HELD);
        assertThatThrownBy(() -> appointment.cancel(clock)).isInstanceOf(Refusal.class);
    }

    @Test
    void calendarsHearOfAMoveUnderTheSameNameAndAHigherNumber() {
        var appointment = draft(START);
        appointment.propose(clock);
        appointment.agree(clock);
        var uid = appointment.uid();

        assertThat(appointment.reschedule(content(START.plusSeconds(3600), "Dust"), clock))
                .isTrue();

        assertThat(appointment.state()).isEqualTo(AppointmentState.CHANGED);
        assertThat(appointment.uid()).isEqualTo(uid);
        assertThat(appointment.sequence()).isEqualTo(1);
        appointment.agree(clock);
        appointment.cancel(clock);
        assertThat(appointment.sequence()).isEqualTo(2);
    }

    @Test
    void anotherTitleLeavesItAgreed() {
        var appointment = draft(START);
        appointment.propose(clock);
        appointment.agree(clock);

        assertThat(appointment.reschedule(content(START, "Dust and salt"), clock))
                .isFalse();

        assertThat(appointment.state()).isEqualTo(AppointmentState.AGREED);
        assertThat(appointment.sequence()).isEqualTo(1);
    }

    @Test
    void aCancellationIsTakenBackForAMomentOnly() {
        var appointment = draft(START);
        appointment.propose(clock);
        appointment.cancel(clock);
        appointment.restore(clock);
        assertThat(appointment.state()).isEqualTo(AppointmentState.PROPOSED);

        appointment.cancel(clock);
        clock.advance(Appointment.UNDO.plusSeconds(1));
        assertThatThrownBy(() -> appointment.restore(clock)).isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsPastOrHasNoTitleIsNotProposed() {
        assertThatThrownBy(() -> draft(clock.instant()).propose(clock)).isInstanceOf(Refusal.class);
        var untitled = draft(START);
        untitled.write(content(START, " "));
        assertThatThrownBy(() -> untitled.propose(clock)).isInstanceOf(Refusal.class);
    }

    @Test
    void itLastsNeitherAMomentNorForDays() {
        var zone = ZoneId.of("Asia/Tokyo");
        assertThatThrownBy(() -> new AppointmentTime(START, Duration.ofMinutes(4), zone))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new AppointmentTime(START, Duration.ofHours(25), zone))
                .isInstanceOf(Refusal.class);
        assertThat(new AppointmentTime(START, Duration.ofHours(24), zone).end())
                .isEqualTo(START.plus(Duration.ofDays(1)));
    }

    @Test
    void aVideoRoomIsReachedByAWebAddressAndNothingElse() {
        assertThat(Place.OnVideo.typed(" https://meet.example.org/x ").value()).isEqualTo("https://meet.example.org/x");
        for (var typed : List.of("javascript:alert(1)", "file:///etc/passwd", "meet", "https://a:b@meet.org/", "")) {
            assertThatThrownBy(() -> Place.OnVideo.typed(typed)).isInstanceOf(Refusal.class);
        }
        var place = new Place.InRoom(UUID.randomUUID());
        assertThat(Place.of(place.kind(), place.value())).isEqualTo(place);
    }

    private Appointment draft(Instant start) {
        return new Appointment(new PersonId(UUID.randomUUID()), content(start, "Dust"), clock);
    }

    private static NewAppointment content(Instant start, String title) {
        return new NewAppointment(
                Optional.empty(),
                title,
                "",
                Language.EN,
                new Place.Undecided(),
                new AppointmentTime(start, Duration.ofHours(1), ZoneId.of("Asia/Almaty")),
                List.of());
    }
}
