package org.caravanserai.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class AgendaPublicationTest {

    @Autowired
    PublishedScene scene;

    @Autowired
    AgendaPublication publication;

    @Autowired
    Publications publications;

    @Autowired
    Sessions sessions;

    @Autowired
    Placements placements;

    @Autowired
    Persons persons;

    @Autowired
    TransactionTemplate transaction;

    String slug = "";

    @BeforeEach
    void anAddressOfItsOwn() {
        slug = "m" + UUID.randomUUID().toString().substring(0, 12);
    }

    @Test
    void anImportedAgendaComesBackWholeOnceTheMeetingIsOpen() {
        var given = SampleAgenda.of(slug, 40, 5);
        var meeting = scene.imported(given);
        assertThat(publications.latest(meeting)).isEmpty();
        assertThat(publications.latest(slug)).isEmpty();

        scene.open(meeting);

        var read = publications.latest(slug).orElseThrow();
        assertThat(read.number()).isEqualTo(1);
        assertThat(read.snapshot().sessions()).hasSize(40);
        assertThat(read.snapshot().people()).hasSize(40);
        assertThat(read.snapshot().sessions().getFirst().code())
                .isEqualTo(given.sessions().getFirst().code());
        assertThat(read.snapshot().sessions().getFirst().start()).isEqualTo(SampleAgenda.START);
        assertThat(read.snapshot().people().getFirst().degree()).isEqualTo("PHD");
        assertThat(publications.latest(meeting)).contains(read);
        assertThat(publications.byNumber(meeting, 2)).isEmpty();
    }

    @Test
    void aClosedMeetingIsGoneAtOnce() {
        var meeting = scene.imported(SampleAgenda.of(slug, 3, 2));
        scene.open(meeting);
        assertThat(publications.latest(slug)).isPresent();

        scene.close(meeting);

        assertThat(publications.latest(slug)).isEmpty();
        assertThat(publications.byNumber(meeting, 1)).isEmpty();
        assertThat(publications.releases(meeting)).isEmpty();
    }

    @Test
    void whatWasReadOnceIsReadAgainWithoutAStatement() {
        var meeting = scene.imported(SampleAgenda.of(slug, 3, 2));
        scene.open(meeting);
        publications.latest(slug);

        assertThat(SqlCounter.count(() -> publications.latest(slug))).isZero();
    }

    @Test
    void publishingTakesAsManyStatementsForAHundredSessionsAsForTen() {
        var few = scene.imported(SampleAgenda.of(slug, 10, 5));
        var many = scene.imported(SampleAgenda.of(slug + "b", 100, 5));

        var forFew =
                SqlCounter.count(() -> Actor.asSystem(() -> publication.preview(few, java.util.OptionalInt.empty())));
        var forMany =
                SqlCounter.count(() -> Actor.asSystem(() -> publication.preview(many, java.util.OptionalInt.empty())));

        assertThat(forMany).isEqualTo(forFew).isLessThanOrEqualTo(14);
    }

    @Test
    void theNextReleaseTellsWhatMovedAndWhatWasCalledOff() {
        var meeting = scene.imported(SampleAgenda.of(slug, 6, 2));
        scene.open(meeting);
        var organiser = scene.organiser(meeting);
        var all = sessions.findByMeeting(meeting.value()).stream()
                .sorted(java.util.Comparator.comparing(Session::code))
                .toList();
        transaction.executeWithoutResult(t -> {
            var moved = placements.findBySession(all.get(0).key()).orElseThrow();
            moved.move(moved.room().orElse(null), moved.start().plus(Duration.ofMinutes(30)), 45);
            var off = sessions.findById(all.get(1).key()).orElseThrow();
            off.cancel();
            placements.delete(placements.findBySession(off.key()).orElseThrow());
            placements.delete(placements.findBySession(all.get(2).key()).orElseThrow());
        });

        var number = Acting.as(organiser, () -> publication.publish(meeting, LocalizedText.english("Two moves")));

        assertThat(number).isEqualTo(2);
        var newest = publications.releases(meeting).getFirst();
        assertThat(newest.note()).isEqualTo(LocalizedText.english("Two moves"));
        assertThat(newest.difference().changes())
                .extracting(c -> c.code() + " "
                        + c.changes().stream()
                                .map(x -> x.getClass().getSimpleName())
                                .toList())
                .containsExactly("S00001 [Cancelled]", "S00000 [OtherTime, OtherLength]", "S00002 [Removed]");
        var cancelled = publications.latest(slug).orElseThrow().snapshot().sessions().stream()
                .filter(AgendaSnapshot.SessionPart::cancelled)
                .toList();
        assertThat(cancelled).extracting(AgendaSnapshot.SessionPart::code).containsExactly("S00001");
    }

    @Test
    void anAddressThatIsTakenIsRefusedAndNothingIsLeftBehind() {
        scene.imported(SampleAgenda.of(slug, 3, 2));
        var before = persons.count();

        assertThatThrownBy(() -> scene.imported(SampleAgenda.of(slug, 3, 2)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("agenda.import.slug");
        assertThat(persons.count()).isEqualTo(before);
    }

    @Test
    void anAgendaWithNothingPlacedIsNotPublished() {
        var meeting = scene.imported(SampleAgenda.of(slug, 1, 1));
        transaction.executeWithoutResult(t -> placements.deleteAll(placements.findByMeeting(meeting.value())));

        assertThatThrownBy(() -> Actor.asSystem(() -> publication.publish(meeting, LocalizedText.EMPTY)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("agenda.release.empty");
    }

    @Test
    void aThousandSessionsInSeventyRoomsComeInWhole() {
        var meeting = scene.imported(SampleAgenda.of(slug, 1_000, 70));
        assertThat(placements.findByMeeting(meeting.value())).hasSize(1_000);
    }
}
