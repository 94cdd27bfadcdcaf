package org.caravanserai.gathering.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.AppointmentReading;
import org.caravanserai.gathering.Appointments;
import org.caravanserai.gathering.Gatherings;
import org.caravanserai.gathering.notes.TextEdit.Step;
import org.caravanserai.people.Person;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class NotesSendingTest {

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
    NotesSending sending;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Person sato;
    private Person aigerim;
    private AppointmentId appointment;
    private LocalDate day;

    @BeforeEach
    void theyAreMeeting() {
        sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        aigerim = gatherings.person("Aigerim", "Asia/Almaty");
        appointment = gatherings.proposed(sato, aigerim);
        day = Acting.as(sato.id(), () -> notes.days(appointment)).getFirst();
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void everybodyGetsWhatWasWrittenAndDecidedOnce() {
        write("Salt crusts, three sites.\n=1+1");
        Acting.as(
                sato.id(),
                () -> deciding.add(
                        appointment,
                        day,
                        new NotesDeciding.Content(
                                "Sample in May", Optional.empty(), Optional.of(LocalDate.of(2031, 5, 9)))));
        begun();

        send();

        for (var who : List.of(sato, aigerim)) {
            assertThat(mails(who))
                    .singleElement()
                    .satisfies(text ->
                            assertThat(text).contains("Salt crusts, three sites.", "=1+1", "– Sample in May", "2031"));
        }
        assertThat(Acting.as(aigerim.id(), () -> sending.sentAt(appointment, day)))
                .contains(clock.instant());
        assertThatThrownBy(this::send).isInstanceOf(Refusal.class).hasMessageContaining("notes.send.same");
        write("And dust. ");
        send();
        assertThat(mails(aigerim)).hasSize(2);
    }

    @Test
    void whatIsTakenBackAtOnceWasNeverSent() {
        write("Too early");
        begun();
        var sent = send();

        Acting.as(sato.id(), () -> sending.takeBack(appointment, day, sent));

        assertThat(mails(aigerim)).isEmpty();
        assertThat(Acting.as(sato.id(), () -> sending.sentAt(appointment, day))).isEmpty();
        var again = send();
        clock.set(clock.instant().plus(NotesSending.PAUSE).plusSeconds(1));
        assertThatThrownBy(() -> Acting.as(sato.id(), () -> sending.takeBack(appointment, day, again)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void nothingIsSentBeforeItHasBegunOrOfNothing() {
        write("A plan");
        assertThatThrownBy(this::send).isInstanceOf(Refusal.class).hasMessageContaining("notes.send.early");

        var empty = gatherings.proposed(sato, aigerim);
        begun();
        assertThatThrownBy(() -> Acting.as(sato.id(), () -> sending.send(empty, day)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("notes.send.empty");
    }

    @Test
    void onlyTheOrganiserSends() {
        write("Ours");
        begun();

        assertThatThrownBy(() -> Acting.as(aigerim.id(), () -> sending.send(appointment, day)))
                .isInstanceOf(AccessDeniedException.class);
        var stranger = gatherings.person("Nobody Asked", "Asia/Tokyo");
        assertThatThrownBy(() -> Acting.as(stranger.id(), () -> sending.sentAt(appointment, day)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private UUID send() {
        return Acting.as(sato.id(), () -> sending.send(appointment, day));
    }

    private void begun() {
        var start = Acting.as(sato.id(), () -> reading.view(appointment))
                .times()
                .getFirst()
                .time()
                .start();
        clock.set(start.plus(Duration.ofMinutes(10)));
    }

    private void write(String words) {
        Acting.as(
                aigerim.id(),
                () -> notes.take(
                        appointment,
                        day,
                        new SharedNotes.Sent(UUID.randomUUID(), 1, 0, new TextEdit(List.of(new Step.Insert(words))))));
    }

    private List<String> mails(Person who) {
        return jdbc.sql("select text_body from outbox_message where kind = 'notes' and recipient = ?")
                .param(gatherings.addressOf(who).value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
