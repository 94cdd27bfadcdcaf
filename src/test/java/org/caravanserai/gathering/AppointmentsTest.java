package org.caravanserai.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.caravanserai.people.Engagement;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
class AppointmentsTest {

    @Autowired
    Gatherings gatherings;

    @Autowired
    Appointments appointments;

    @Autowired
    AppointmentAnswers answers;

    @Autowired
    OccurrenceChanging changing;

    @Autowired
    StoredAppointments stored;

    @Autowired
    Participants participants;

    @Autowired
    AppointmentEngagements engagements;

    @Autowired
    ApplicationEvents events;

    @Autowired
    TestClock clock;

    private Person sato;
    private Person aigerim;
    private Person dilnoza;

    @BeforeEach
    void threePeople() {
        sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        aigerim = gatherings.person("Aigerim", "Asia/Almaty");
        dilnoza = gatherings.person("Dilnoza", "Asia/Tashkent");
    }

    @Test
    void itIsAgreedWhenEverybodyWhoIsNeededSaysYes() {
        var id = gatherings.proposed(sato, aigerim, dilnoza);
        answer(id, aigerim, Answer.YES);
        assertThat(state(id)).isEqualTo(AppointmentState.PROPOSED);
        assertThat(engaged(aigerim)).isEmpty();

        answer(id, dilnoza, Answer.YES);

        assertThat(state(id)).isEqualTo(AppointmentState.AGREED);
        assertThat(engaged(aigerim)).extracting(Engagement::kind).containsExactly(Engagement.Kind.APPOINTMENT);
        assertThat(events.stream(AppointmentChanged.Agreed.class)).hasSize(1);
        answer(id, dilnoza, Answer.NO);
        assertThat(engaged(dilnoza)).isEmpty();
    }

    @Test
    void ofTwoLastAnswersAtOnceOneAgreesIt() throws Exception {
        var id = gatherings.proposed(sato, aigerim, dilnoza);
        var start = new CyclicBarrier(2);
        Callable<Boolean> first = () -> {
            start.await();
            answer(id, aigerim, Answer.YES);
            return true;
        };
        Callable<Boolean> second = () -> {
            start.await();
            answer(id, dilnoza, Answer.YES);
            return true;
        };
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var done : pool.invokeAll(List.of(first, second))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(state(id)).isEqualTo(AppointmentState.AGREED);
    }

    @Test
    void whoMovesItAsksAnew() {
        var id = gatherings.proposed(sato, aigerim);
        answer(id, aigerim, Answer.YES);
        var later = gatherings.content("Salt and dust", clock.instant().plus(Duration.ofDays(9)), List.of());

        Acting.as(sato.id(), () -> appointments.reschedule(id, later));

        assertThat(state(id)).isEqualTo(AppointmentState.CHANGED);
        assertThat(participants.findByAppointmentAndPerson(id.value(), aigerim.key()))
                .hasValueSatisfying(p -> assertThat(p.answer()).isEqualTo(Answer.OPEN));
        assertThat(participants.findByAppointmentAndPerson(id.value(), sato.key()))
                .hasValueSatisfying(p -> assertThat(p.answer()).isEqualTo(Answer.YES));
    }

    @Test
    void aTimeThatWasAgreedElsewhereIsAgreedAtOnce() {
        var id = appointments.agree(
                gatherings.content(
                        "From a poll",
                        clock.instant().plus(Duration.ofDays(2)),
                        List.of(Invitee.agreed(aigerim.id()), Invitee.asked(dilnoza.id()))),
                sato.id());

        assertThat(state(id)).isEqualTo(AppointmentState.AGREED);
        assertThat(engaged(aigerim)).hasSize(1);
        assertThat(events.stream(AppointmentChanged.Proposed.class)).isEmpty();
    }

    @Test
    void whatIsOverIsHeldAndTakesNoAnswers() {
        var id = gatherings.proposed(sato, aigerim);
        answer(id, aigerim, Answer.YES);
        clock.advance(Duration.ofDays(8));

        appointments.hold();

        assertThat(state(id)).isEqualTo(AppointmentState.HELD);
        assertThatThrownBy(() -> answer(id, aigerim, Answer.NO)).isInstanceOf(Refusal.class);
    }

    @Test
    void eachTimeOfWhatRepeatsTakesTimeExceptOneThatWasCancelled() {
        var id = gatherings.proposed(sato, aigerim);
        var first = stored.findById(id.value()).orElseThrow().time();
        var weekly = new Recurrence(1, Set.of(first.day().getDayOfWeek()), new Recurrence.After(3));
        Acting.as(
                sato.id(),
                () -> appointments.reschedule(
                        id, gatherings.content("Working group", first.start(), List.of()), Optional.of(weekly)));
        answer(id, aigerim, Answer.YES);
        assertThat(engaged(aigerim)).hasSize(3);

        var second = first.day().plusWeeks(1);
        Acting.as(sato.id(), () -> changing.cancel(id, second));
        assertThat(engaged(aigerim))
                .extracting(Engagement::from)
                .containsExactly(first.start(), first.start().plus(Duration.ofDays(14)));
        Acting.as(sato.id(), () -> changing.restore(id, second));
        assertThat(engaged(aigerim)).hasSize(3);
        assertThatThrownBy(() -> Acting.as(sato.id(), () -> changing.cancel(id, second.plusDays(1))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void oneOfSeveralTakesTimeWhereItWasMovedTo() {
        var id = gatherings.proposed(sato, aigerim);
        var first = stored.findById(id.value()).orElseThrow().time();
        var weekly = new Recurrence(1, Set.of(first.day().getDayOfWeek()), new Recurrence.After(2));
        Acting.as(
                sato.id(),
                () -> appointments.reschedule(
                        id, gatherings.content("Working group", first.start(), List.of()), Optional.of(weekly)));
        answer(id, aigerim, Answer.YES);
        var earlier = first.start().minus(Duration.ofDays(2));
        var later = first.start().plus(Duration.ofDays(20));
        Acting.as(sato.id(), () -> {
            changing.move(id, first.day(), new AppointmentTime(earlier, first.length(), first.zone()));
            changing.move(id, first.day().plusWeeks(1), new AppointmentTime(later, first.length(), first.zone()));
        });

        var hour = Duration.ofHours(1);
        assertThat(engagements.of(List.of(aigerim.id()), earlier.minus(hour), earlier.plus(hour)))
                .singleElement()
                .extracting(Engagement::from)
                .isEqualTo(earlier);
        assertThat(engagements.of(List.of(aigerim.id()), later.minus(hour), later.plus(hour)))
                .singleElement()
                .extracting(Engagement::from)
                .isEqualTo(later);
    }

    @Test
    void strangersNeitherAnswerNorChangeIt() {
        var id = gatherings.proposed(sato, aigerim);
        assertThatThrownBy(() -> answer(id, dilnoza, Answer.YES)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Acting.as(aigerim.id(), () -> appointments.cancel(id)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Acting.as(sato.id(), () -> appointments.propose(gatherings.content("Alone"))))
                .isInstanceOf(Refusal.class);
    }

    private void answer(AppointmentId id, Person person, Answer answer) {
        Acting.as(person.id(), () -> answers.answer(id, answer, ""));
    }

    private AppointmentState state(AppointmentId id) {
        return stored.findById(id.value()).orElseThrow().state();
    }

    private List<Engagement> engaged(Person person) {
        return engagements.of(
                List.of(new PersonId(person.key())),
                clock.instant(),
                clock.instant().plus(Duration.ofDays(30)));
    }
}
