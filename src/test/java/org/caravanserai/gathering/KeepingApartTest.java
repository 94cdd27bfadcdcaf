package org.caravanserai.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
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
        Acting.as(aigerim.id(), () -> {
            blocking.block(sato.id());
        });

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
                    java.util.Optional.empty());
            drafting.add(begun, aigerim.id(), true);
            return begun;
        });
        Acting.as(aigerim.id(), () -> {
            blocking.block(sato.id());
        });

        assertThat(catchThrowableOfType(Refusal.class, () -> Acting.as(sato.id(), () -> appointments.propose(draft))))
                .isNotNull();
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
