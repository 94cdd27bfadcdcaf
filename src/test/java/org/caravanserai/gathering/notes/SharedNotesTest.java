package org.caravanserai.gathering.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.AppointmentReading;
import org.caravanserai.gathering.Appointments;
import org.caravanserai.gathering.Gatherings;
import org.caravanserai.gathering.Recurrence;
import org.caravanserai.gathering.notes.TextEdit.Step;
import org.caravanserai.people.Person;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class SharedNotesTest {

    @Autowired
    Gatherings gatherings;

    @Autowired
    Appointments appointments;

    @Autowired
    AppointmentReading reading;

    @Autowired
    SharedNotes notes;

    @Autowired
    NotesDeciding deciding;

    @Autowired
    NotesPresence presence;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Person sato;
    private Person aigerim;
    private AppointmentId appointment;
    private LocalDate day;

    @BeforeEach
    void anAppointmentOfTwo() {
        sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        aigerim = gatherings.person("Aigerim", "Asia/Almaty");
        appointment = gatherings.proposed(sato, aigerim);
        day = Acting.as(sato.id(), () -> notes.days(appointment)).getFirst();
    }

    @Test
    void changesOfOneTextAreMadeOneBehindTheOther() {
        take(sato, UUID.randomUUID(), 1, 0, new Step.Insert("dust"));
        var hers = take(aigerim, UUID.randomUUID(), 1, 1, new Step.Insert("salt and "), new Step.Keep(4));
        var his = take(sato, UUID.randomUUID(), 1, 1, new Step.Keep(4), new Step.Insert(" 😀"));

        assertThat(hers.edits())
                .singleElement()
                .extracting(NotesNews.Written::revision)
                .isEqualTo(2L);
        assertThat(his.edits()).extracting(NotesNews.Written::revision).containsExactly(2L, 3L);
        assertThat(text()).isEqualTo("salt and dust 😀");
    }

    @Test
    void whatComesTwiceIsMadeOnce() {
        var window = UUID.randomUUID();
        take(sato, window, 1, 0, new Step.Insert("once"));
        var again = take(sato, window, 1, 0, new Step.Insert("once"));

        assertThat(text()).isEqualTo("once");
        assertThat(again.edits()).extracting(NotesNews.Written::sequence).containsExactly(1L);
    }

    @Test
    void ofTwoWhoAreFirstAtTheSameTimeNeitherLosesAWord() throws Exception {
        var start = new CyclicBarrier(2);
        Callable<NotesNews> one = () -> {
            start.await();
            return take(sato, UUID.randomUUID(), 1, 0, new Step.Insert("one"));
        };
        Callable<NotesNews> other = () -> {
            start.await();
            return take(aigerim, UUID.randomUUID(), 1, 0, new Step.Insert("two"));
        };
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var done : pool.invokeAll(List.of(one, other))) {
                assertThat(done.get().edits()).isNotEmpty();
            }
        }
        assertThat(text()).hasSize(6).contains("one", "two");
    }

    @Test
    void whoHasMissedMoreThanIsKeptIsGivenTheTextAndKnowsWhatOfHersIsInIt() {
        var window = UUID.randomUUID();
        take(sato, window, 1, 0, new Step.Insert("early"));
        jdbc.sql("update shared_notes set revision = revision + 5000 where appointment = ?")
                .param(appointment.value())
                .update();

        var news = take(sato, window, 2, 1, new Step.Keep(5), new Step.Insert("!"));

        assertThat(news.whole()).contains(new NotesNews.Whole("early", 5001, 1));
        assertThat(take(sato, window, 2, 5001, new Step.Keep(5), new Step.Insert("!"))
                        .edits())
                .hasSize(1);
        assertThat(text()).isEqualTo("early!");
    }

    @Test
    void whoHasLostHerWayIsGivenTheText() {
        take(sato, UUID.randomUUID(), 1, 0, new Step.Insert("early"));

        assertThat(take(aigerim, UUID.randomUUID(), 1, 1, new Step.Keep(77)).whole())
                .contains(new NotesNews.Whole("early", 1, 0));
        assertThat(take(aigerim, UUID.randomUUID(), 1, 9, new Step.Keep(5)).whole())
                .isPresent();
    }

    @Test
    void whatIsTooMuchOrNoTextIsRefusedAndSaid() {
        assertThatThrownBy(() ->
                        take(sato, UUID.randomUUID(), 1, 0, new Step.Insert("x".repeat(SharedNotes.LONGEST + 5_001))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("notes.refused.full"));
        for (var wrong : List.of("a\u0000b", "\uD83D", "\u202Eabc")) {
            assertThatThrownBy(() -> take(sato, UUID.randomUUID(), 1, 0, new Step.Insert(wrong)))
                    .isInstanceOf(Refusal.class);
        }
        var window = UUID.randomUUID();
        take(sato, window, 1, 0, new Step.Insert("mine"));
        assertThatThrownBy(() -> take(aigerim, window, 2, 1, new Step.Keep(4), new Step.Insert("!")))
                .as("another's window")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void strangersSeeAndWriteNothingNorDoesWhoHasBeenTakenOut() {
        var stranger = gatherings.person("Stranger", "Asia/Tashkent");
        assertThatThrownBy(() -> take(stranger, UUID.randomUUID(), 1, 0, new Step.Insert("x")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Acting.as(stranger.id(), () -> notes.read(appointment, day)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Acting.as(stranger.id(), () -> presence.present(appointment, day)))
                .isInstanceOf(AccessDeniedException.class);
        jdbc.sql("update participant set left_at = current_timestamp where person = ?")
                .param(aigerim.key())
                .update();
        assertThatThrownBy(() -> take(aigerim, UUID.randomUUID(), 1, 0, new Step.Insert("x")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatWasCalledOffIsReadAlone() {
        take(sato, UUID.randomUUID(), 1, 0, new Step.Insert("kept"));
        Acting.as(sato.id(), () -> appointments.cancel(appointment));

        assertThatThrownBy(() -> take(sato, UUID.randomUUID(), 1, 1, new Step.Keep(4), new Step.Insert("!")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Acting.as(sato.id(), () -> deciding.add(appointment, day, decision("Too late"))))
                .isInstanceOf(Refusal.class);
        assertThat(Acting.as(aigerim.id(), () -> notes.read(appointment, day)))
                .satisfies(found -> assertThat(found.closed()).isTrue())
                .extracting(SharedNotes.Notes::text)
                .isEqualTo("kept");
    }

    @Test
    void eachTimeOfWhatRepeatsHasNotesOfItsOwnAndTheyOutliveTheRule() {
        Acting.as(sato.id(), () -> {
            var content = reading.view(appointment).content();
            appointments.reschedule(
                    appointment,
                    content,
                    Optional.of(new Recurrence(1, Set.of(day.getDayOfWeek()), new Recurrence.After(3))));
        });
        var second = day.plusWeeks(1);
        take(sato, UUID.randomUUID(), 1, 0, new Step.Insert("first"));
        Acting.as(
                sato.id(),
                () -> notes.take(appointment, second, sent(UUID.randomUUID(), 1, 0, new Step.Insert("2nd"))));
        assertThat(Acting.as(sato.id(), () -> notes.days(appointment))).containsExactly(day, second, day.plusWeeks(2));

        Acting.as(sato.id(), () -> {
            var content = reading.view(appointment).content();
            appointments.reschedule(appointment, content, Optional.empty());
        });

        assertThat(Acting.as(sato.id(), () -> notes.days(appointment))).containsExactly(day, second);
        assertThat(Acting.as(sato.id(), () -> notes.read(appointment, second)).text())
                .isEqualTo("2nd");
        assertThatThrownBy(() -> Acting.as(
                        sato.id(),
                        () -> notes.take(
                                appointment,
                                day.plusDays(1),
                                sent(UUID.randomUUID(), 1, 0, new Step.Insert("no such day")))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void oneSeesWhoIsThereUntilTheyLeaveOrFallSilent() {
        var window = UUID.randomUUID();
        var his = Acting.as(sato.id(), () -> presence.enter(appointment, day, window));
        Acting.as(aigerim.id(), () -> presence.enter(appointment, day, UUID.randomUUID()));
        assertThat(present()).containsExactlyInAnyOrder(sato.id(), aigerim.id());

        his.end();
        assertThat(present()).containsExactly(aigerim.id());
        clock.advance(NotesPresence.LIFE.plus(Duration.ofSeconds(1)));
        assertThat(present()).isEmpty();
    }

    @Test
    void everybodyAddsChangesAndRemovesWhatWasDecidedAndNobodyOverwritesAnother() {
        var doer = Acting.as(sato.id(), () -> deciding.doers(appointment)).getLast();
        Acting.as(
                sato.id(),
                () -> deciding.add(
                        appointment,
                        day,
                        new NotesDeciding.Content(
                                "Two stations", Optional.of(doer.key()), Optional.of(LocalDate.of(2027, 3, 1)))));
        Acting.as(aigerim.id(), () -> deciding.add(appointment, day, decision("One paper")));
        var first = decided().getFirst();
        assertThat(decided()).extracting(one -> one.content().text()).containsExactly("Two stations", "One paper");
        assertThat(first.doer()).contains(doer.name());

        Acting.as(
                aigerim.id(),
                () -> deciding.change(appointment, day, first.key(), first.version(), decision("Three stations")));
        assertThatThrownBy(() -> Acting.as(
                        sato.id(),
                        () -> deciding.change(appointment, day, first.key(), first.version(), decision("Four"))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Acting.as(sato.id(), () -> deciding.add(appointment, day, decision(" "))))
                .isInstanceOf(Refusal.class);
        Acting.as(sato.id(), () -> deciding.remove(appointment, day, first.key()));
        assertThat(decided()).extracting(one -> one.content().text()).containsExactly("One paper");
    }

    @Test
    void manyDecisionsAndChangesAskTheDatabaseAsOftenAsFew() {
        take(sato, UUID.randomUUID(), 1, 0, new Step.Insert("x"));
        Acting.as(sato.id(), () -> deciding.add(appointment, day, decision("First")));
        var few = Acting.as(sato.id(), () -> SqlCounter.counting(this::all));
        for (int i = 0; i < 12; i++) {
            take(sato, UUID.randomUUID(), 1, 0, new Step.Insert("x"));
            Acting.as(sato.id(), () -> deciding.add(appointment, day, decision("Next")));
        }
        var many = Acting.as(sato.id(), () -> SqlCounter.counting(this::all));

        assertThat(many.result()).isEqualTo(26);
        assertThat(many.statements()).isEqualTo(few.statements());
    }

    private int all() {
        return deciding.of(appointment, day).size()
                + notes.since(appointment, day, UUID.randomUUID(), 0).edits().size();
    }

    private List<NotesDeciding.Decision> decided() {
        return Acting.as(aigerim.id(), () -> deciding.of(appointment, day));
    }

    private static NotesDeciding.Content decision(String text) {
        return new NotesDeciding.Content(text, Optional.empty(), Optional.empty());
    }

    private List<org.caravanserai.people.PersonId> present() {
        return Acting.as(sato.id(), () -> presence.present(appointment, day)).stream()
                .map(NotesPresence.Present::person)
                .toList();
    }

    private NotesNews take(Person who, UUID window, long sequence, long base, Step... steps) {
        return Acting.as(who.id(), () -> notes.take(appointment, day, sent(window, sequence, base, steps)));
    }

    private static SharedNotes.Sent sent(UUID window, long sequence, long base, Step... steps) {
        return new SharedNotes.Sent(window, sequence, base, new TextEdit(List.of(steps)));
    }

    private String text() {
        return Acting.as(sato.id(), () -> notes.read(appointment, day)).text();
    }
}
