package org.caravanserai.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.StoredFiles;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class ReleaseMailTest {

    private static final OptionalInt WORKING = OptionalInt.empty();

    @Autowired
    PublishedScene scene;

    @Autowired
    AgendaPublication publication;

    @Autowired
    Publications publications;

    @Autowired
    Placements placements;

    @Autowired
    StoredFiles files;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    AgendaSnapshot agenda = SampleAgenda.of("unused", 1, 1);
    MeetingId meeting = new MeetingId(new UUID(0, 0));
    PersonId organiser = new PersonId(new UUID(0, 0));
    List<AgendaSnapshot.SessionPart> sessions = List.of();
    String first = "";
    String second = "";

    /** Six sessions of one person each; the first reads Japanese in Tokyo, the second Kazakh in Astana, the others nothing. */
    @BeforeEach
    void publishedOnce() {
        meeting = scene.imported(
                SampleAgenda.of("m" + UUID.randomUUID().toString().substring(0, 12), 6, 2));
        scene.open(meeting);
        organiser = scene.organiser(meeting);
        agenda = publications.latest(meeting).orElseThrow().snapshot();
        sessions = agenda.sessions();
        first = scene.reachable(person(0), Language.JA, "Asia/Tokyo");
        second = scene.reachable(person(1), Language.KK, "Asia/Almaty");
    }

    @Test
    void onlyThoseWhoseSessionsChangeAreConcerned() {
        later(0, 30);
        later(2, 30);

        var preview = Acting.as(organiser, () -> publication.preview(meeting, WORKING));

        assertThat(preview.concerned())
                .extracting(AgendaPublication.Concerned::person)
                .containsExactlyInAnyOrder(person(0), person(2));
        assertThat(preview.reachable()).isEqualTo(1);
    }

    @Test
    void aMessageSaysWhatMovedInTheReadersLanguageOnBothClocks() {
        later(0, 30);

        var message = Acting.as(
                organiser,
                () -> publication.message(meeting, WORKING, LocalizedText.english("The train is late."), person(0)));

        assertThat(message.email()).isEqualTo(first);
        assertThat(message.language()).isEqualTo(Language.JA);
        assertThat(message.text())
                .contains("2027年6月8日(火), 9:00 Astana (13:00 東京)から2027年6月8日(火), 9:30 Astana (13:30 東京)に")
                .contains("The train is late.");
    }

    @Test
    void whoeverIsNotConcernedOrHasNoAddressGetsNoMessage() {
        later(2, 30);

        for (int n : new int[] {1, 2}) {
            assertThat(catchThrowableOfType(
                                    Refusal.class,
                                    () -> Acting.as(
                                            organiser,
                                            () -> publication.message(
                                                    meeting, WORKING, LocalizedText.EMPTY, person(n))))
                            .key())
                    .isEqualTo("release.message.none");
        }
    }

    @Test
    void eachConcernedGetsOneMessageWithHerEventMovedInHerCalendar() {
        later(0, 30);
        remove(1);

        var published = publish(2, WORKING, true);

        assertThat(published.messages()).isEqualTo(2);
        assertThat(calendarTo(first))
                .contains("UID:" + sessions.get(0).key() + "@caravanserai")
                .contains("SEQUENCE:2")
                .contains("DTSTART;TZID=Asia/Almaty:20270608T093000")
                .contains("STATUS:CONFIRMED")
                .doesNotContain(sessions.get(1).key().toString());
        assertThat(calendarTo(second))
                .contains("UID:" + sessions.get(1).key() + "@caravanserai")
                .contains("STATUS:CANCELLED");
    }

    @Test
    void nobodyIsWrittenToWhenItIsNotWanted() {
        later(0, 30);

        assertThat(publish(2, WORKING, false).messages()).isZero();
        assertThat(messagesTo(first)).isZero();
    }

    @Test
    void messagesCanBeTakenBackWithTheirFilesAndTheReleaseStays() {
        later(0, 30);
        publish(2, WORKING, true);
        var file = fileTo(first);

        assertThat(Acting.as(organiser, () -> publication.takeBackMessages(meeting, 2)))
                .isEqualTo(1);

        assertThat(messagesTo(first)).isZero();
        assertThat(bytes(file)).isEmpty();
        assertThat(publications.latest(meeting).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void anEarlierReleaseComesBackUnderTheNextNumberAndTheWorkingAgendaStays() {
        later(0, 30);
        publish(2, WORKING, false);

        var preview = Acting.as(organiser, () -> publication.preview(meeting, OptionalInt.of(1)));
        var published = publish(3, OptionalInt.of(1), true);

        assertThat(preview.difference().changes()).hasSize(1);
        assertThat(published).isEqualTo(new AgendaPublication.Published(3, 1));
        assertThat(publications.latest(meeting).orElseThrow().snapshot()).isEqualTo(agenda);
        assertThat(calendarTo(first)).contains("SEQUENCE:3").contains("T090000");
        assertThat(placements.findBySession(sessions.get(0).key()).orElseThrow().start())
                .isEqualTo(sessions.get(0).start().plus(Duration.ofMinutes(30)));
    }

    @Test
    void aReleaseThatNeverWasCannotComeBack() {
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> Acting.as(organiser, () -> publication.preview(meeting, OptionalInt.of(7))))
                        .key())
                .isEqualTo("release.gone");
    }

    @Test
    void whatWasLookedAtIsPublishedOrNothing() {
        later(0, 30);
        publish(2, WORKING, false);
        later(0, 15);

        assertThat(catchThrowableOfType(Refusal.class, () -> publish(2, WORKING, true))
                        .key())
                .isEqualTo("agenda.release.raced");
        assertThat(messagesTo(first)).isZero();
    }

    @Test
    void aMeetingThatThePublicDoesNotSeeConcernsNobody() {
        scene.close(meeting);
        later(0, 30);

        assertThat(Acting.as(organiser, () -> publication.preview(meeting, WORKING))
                        .concerned())
                .isEmpty();
        assertThat(publish(2, WORKING, true).messages()).isZero();
    }

    private AgendaPublication.Published publish(int number, OptionalInt again, boolean tell) {
        return Acting.as(
                organiser,
                () -> publication.publish(
                        meeting, new AgendaPublication.Wanted(number, again, LocalizedText.EMPTY, tell)));
    }

    private UUID person(int session) {
        return sessions.get(session).people().getFirst().person();
    }

    private void later(int session, int minutes) {
        transaction.executeWithoutResult(t -> {
            var placement =
                    placements.findBySession(sessions.get(session).key()).orElseThrow();
            placement.move(
                    placement.room().orElse(null),
                    placement.start().plus(Duration.ofMinutes(minutes)),
                    placement.minutes());
        });
    }

    private void remove(int session) {
        transaction.executeWithoutResult(t -> placements.delete(
                placements.findBySession(sessions.get(session).key()).orElseThrow()));
    }

    private long messagesTo(String email) {
        return jdbc.sql("select count(*) from outbox_message where recipient = ?")
                .param(email)
                .query(Long.class)
                .single();
    }

    private UUID fileTo(String email) {
        return jdbc.sql("select attachment from outbox_message where recipient = ?")
                .param(email)
                .query(UUID.class)
                .single();
    }

    private String calendarTo(String email) {
        return new String(bytes(fileTo(email)), StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    private byte[] bytes(UUID file) {
        try (var in = files.open(file)) {
            return in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
