package org.caravanserai.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.gathering.poll.Choice;
import org.caravanserai.gathering.poll.PollAnswering;
import org.caravanserai.gathering.poll.PollBoard;
import org.caravanserai.gathering.poll.PollInviting;
import org.caravanserai.gathering.poll.PollReading;
import org.caravanserai.gathering.poll.PollSheet;
import org.caravanserai.gathering.poll.Polling;
import org.caravanserai.gathering.poll.Polls;
import org.caravanserai.gathering.poll.Showing;
import org.caravanserai.partnering.directory.Blocking;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who keeps apart from somebody is to that person as if she were not there, although her key is known. */
@IntegrationTest
class KeepingApartTest {

    @Autowired
    Gatherings gatherings;

    @Autowired
    Appointments appointments;

    @Autowired
    AppointmentDrafting drafting;

    @Autowired
    Participants participants;

    @Autowired
    Polling polling;

    @Autowired
    Polls polls;

    @Autowired
    PollInviting inviting;

    @Autowired
    PollAnswering answering;

    @Autowired
    PollReading reading;

    @Autowired
    Blocking blocking;

    @Autowired
    TestClock clock;

    private Person sato;
    private Person aigerim;

    @BeforeEach
    void twoPeople() {
        sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        aigerim = gatherings.person("Aigerim", "Asia/Almaty");
    }

    @Test
    void whoHasBlockedTheOrganiserIsRefusedLikeSomebodyWhoIsNotThere() {
        blocksSato();

        var apart = proposing(aigerim.id());

        assertThat(apart.problems())
                .isEqualTo(proposing(new PersonId(UUID.randomUUID())).problems());
        assertThat(apart.problems()).extracting(Refusal.Problem::key).containsExactly("appointment.people.gone");
    }

    @Test
    void whomTheOrganiserHasBlockedCannotBeAddedEither() {
        Acting.as(sato.id(), () -> {
            blocking.block(aigerim.id());
            var draft = drafting.begin(ZoneId.of("Asia/Tokyo"), Language.EN);

            var apart = adding(draft, aigerim.id());

            assertThat(apart.problems())
                    .isEqualTo(adding(draft, new PersonId(UUID.randomUUID())).problems());
            assertThat(participants.of(draft.value())).hasSize(1);
        });
    }

    @Test
    void aDraftIsNotProposedToWhoHasBlockedItsOrganiserSince() {
        var draft = Acting.as(sato.id(), () -> {
            var begun = drafting.begin(ZoneId.of("Asia/Tokyo"), Language.EN);
            drafting.write(
                    begun,
                    gatherings.content("Salt", clock.instant().plus(Duration.ofDays(7)), List.of()),
                    Optional.empty());
            drafting.add(begun, aigerim.id(), true);
            return begun;
        });
        blocksSato();

        assertThat(catchThrowableOfType(Refusal.class, () -> Acting.as(sato.id(), () -> appointments.propose(draft))))
                .isNotNull();
    }

    @Test
    void whoKeepsApartIsNotReachedByTheAddressOfHerAccountEither() {
        blocksSato();
        var proposed = Acting.as(
                sato.id(),
                () -> appointments.propose(gatherings.content(
                        "Salt",
                        clock.instant().plus(Duration.ofDays(7)),
                        List.of(new Invitee.ByMail(
                                "A.", gatherings.addressOf(aigerim), Language.EN, true, Answer.OPEN)))));

        assertThat(participants.of(proposed.value())).hasSize(2);
        assertThat(polling.mails(gatherings.addressOf(aigerim), "appointment")).isZero();
    }

    @Test
    void whoKeepsApartCannotBeAskedInAPoll() {
        var mine = polling.draft(sato, 2);
        var hers = polling.draft(aigerim, 2);
        blocksSato();

        for (var apart : List.of(asking(sato, mine, aigerim.id()), asking(aigerim, hers, sato.id()))) {
            assertThat(apart.problems())
                    .isEqualTo(
                            asking(sato, mine, new PersonId(UUID.randomUUID())).problems());
        }
        assertThat(polling.now(mine, sato).guests()).isEmpty();
        assertThat(catchThrowableOfType(
                        Refusal.class,
                        () -> Acting.as(
                                sato.id(),
                                () -> polls.draft(
                                        polling.content(Showing.NAMES, false), List.of(), List.of(aigerim.id())))))
                .isNotNull();
    }

    @Test
    void whoHasComeToKeepApartSinceSheWasAskedIsInNoAppointmentOfThePollAndNobodyIsToldWhy() {
        var poll = polling.draft(sato, 2);
        var guest = polling.address();
        polling.invite(poll, sato, "Dilnoza", guest);
        Acting.as(sato.id(), () -> inviting.invite(poll.id(), aigerim.id()));
        polling.open(poll, sato);
        var best = poll.candidates().getFirst().key();
        Acting.as(aigerim.id(), () -> answering.answerAsMe(poll.id(), Map.of(best, Choice.YES), ""));
        var before = polling.mails(gatherings.addressOf(aigerim));
        blocksSato();

        Acting.as(sato.id(), () -> polls.close(poll.id(), best, Optional.empty()));

        var closed = polling.now(poll, sato);
        assertThat(participants.of(closed.appointment().orElseThrow()))
                .as("the organiser and Dilnoza")
                .hasSize(2)
                .noneMatch(part -> part.person().filter(aigerim.id()::equals).isPresent());
        assertThat(polling.mails(guest, "appointment")).isEqualTo(1);
        assertThat(polling.mails(gatherings.addressOf(aigerim))).isEqualTo(before);
        assertThat(closed.guests()).as("what she said stands as before").hasSize(2);
        Acting.as(sato.id(), () -> polls.reopen(poll.id()));
        assertThat(polling.mails(gatherings.addressOf(aigerim))).isEqualTo(before);
        Acting.as(aigerim.id(), () -> {
            assertThat(reading.asked()).isEmpty();
            assertThat(answering.lookAsMe(poll.code())).isEmpty();
        });
    }

    @Test
    void twoGuestsOfAPollWhoKeepApartDoNotMeetInIt() {
        var bolat = gatherings.person("Bolat Akhmetov", "Asia/Almaty");
        var poll = polling.draft(sato, 2);
        Acting.as(sato.id(), () -> inviting.invite(poll.id(), aigerim.id()));
        Acting.as(sato.id(), () -> inviting.invite(poll.id(), bolat.id()));
        polling.open(poll, sato);
        var best = poll.candidates().getFirst().key();
        Acting.as(bolat.id(), () -> answering.answerAsMe(poll.id(), Map.of(best, Choice.YES), "Gladly"));
        assertThat(seenBy(aigerim, poll).said()).hasSize(1);
        assertThat(seenBy(aigerim, poll).lines().getFirst().yes().count()).isEqualTo(1);

        Acting.as(aigerim.id(), () -> {
            blocking.block(bolat.id());
        });

        assertThat(seenBy(aigerim, poll).said()).isEmpty();
        assertThat(seenBy(aigerim, poll).lines().getFirst().yes().count()).isZero();
        assertThat(seenBy(bolat, poll).lines().getFirst().own()).contains(Choice.YES);
        assertThat(polling.now(poll, sato).answered()).isEqualTo(1);
    }

    private PollSheet seenBy(Person who, PollBoard poll) {
        return Acting.as(who.id(), () -> answering.lookAsMe(poll.code())).orElseThrow();
    }

    @Test
    void anAddressOfSomebodyWhoKeepsApartIsTakenLikeAnyOtherAndNeverWrittenTo() {
        var poll = polling.draft(sato, 2);
        var address = gatherings.addressOf(aigerim);
        var best = poll.candidates().getFirst().key();
        polling.invite(poll, sato, "A.", address);
        blocksSato();
        polling.open(poll, sato);

        assertThat(Acting.as(sato.id(), () -> inviting.remind(poll.id())))
                .as("it looks as if she had been written to")
                .isEqualTo(1);
        Acting.as(sato.id(), () -> polls.close(poll.id(), best, Optional.empty()));

        var appointment = polling.now(poll, sato).appointment().orElseThrow();
        assertThat(participants.of(appointment)).hasSize(1);
        assertThat(polling.mails(address)).isZero();
    }

    private void blocksSato() {
        Acting.as(aigerim.id(), () -> {
            blocking.block(sato.id());
        });
    }

    private Refusal asking(Person organiser, PollBoard poll, PersonId whom) {
        return catchThrowableOfType(
                Refusal.class, () -> Acting.as(organiser.id(), () -> inviting.invite(poll.id(), whom)));
    }

    private Refusal proposing(PersonId to) {
        return catchThrowableOfType(
                Refusal.class,
                () -> Acting.as(
                        sato.id(),
                        () -> appointments.propose(gatherings.content(
                                "Salt", clock.instant().plus(Duration.ofDays(7)), List.of(Invitee.asked(to))))));
    }

    private Refusal adding(AppointmentId draft, PersonId whom) {
        return catchThrowableOfType(Refusal.class, () -> drafting.add(draft, whom, true));
    }
}
