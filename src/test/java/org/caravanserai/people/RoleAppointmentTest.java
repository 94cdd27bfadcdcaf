package org.caravanserai.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.people.RoleInviting.Line;
import org.caravanserai.people.RoleInviting.Result;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
class RoleAppointmentTest {

    @Autowired
    RoleAppointment appointment;

    @Autowired
    RoleHolders holders;

    @Autowired
    RoleInviting inviting;

    @Autowired
    Registration registration;

    @Autowired
    AccountSweep sweep;

    @Autowired
    Access access;

    @Autowired
    AuditTrail trail;

    @Autowired
    Persons persons;

    @Autowired
    Accounts accounts;

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEvents events;

    private final String run = Ids.code().toLowerCase(java.util.Locale.ROOT);
    private Meeting meeting;
    private PersonId organiser;
    private PersonId colleague;

    @BeforeEach
    void makeAMeeting() {
        clock.reset();
        meeting = fixtures.openMeeting();
        organiser = member("Dinara Omarova", "organiser");
        fixtures.grant(organiser, Role.ORGANISER, meeting);
        colleague = member("SATO Junichi", "sato");
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aRoleGivenCountsAtOnceIsInTheTrailAndTellsOpenViews() {
        Acting.as(
                colleague,
                () -> assertThat(access.in(meeting.key(), "REVIEWER")).isFalse());

        asOrganiser(() -> assertThat(appointment.give(meeting.key(), colleague, Role.REVIEWER))
                .isTrue());

        Acting.as(
                colleague,
                () -> assertThat(access.in(meeting.key(), "REVIEWER")).isTrue());
        assertThat(events.stream(RolesChanged.class)).contains(RolesChanged.gained(colleague));
        assertThat(trail.about(colleague.value(), 10)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("gave role");
            assertThat(entry.actor()).contains(organiser.value());
            assertThat(entry.after())
                    .contains("REVIEWER")
                    .contains(meeting.key().toString());
        });
    }

    @Test
    void aRoleGivenTwiceIsGivenOnceAndToldOnce() {
        asOrganiser(() -> {
            appointment.give(meeting.key(), colleague, Role.REVIEWER);
            assertThat(appointment.give(meeting.key(), colleague, Role.REVIEWER))
                    .isFalse();
        });

        assertThat(mailsTo("sato")).hasSize(1);
    }

    @Test
    void twoWhoGiveTheSameRoleAtOnceDoNotFail() throws Exception {
        var start = new CyclicBarrier(2);
        Callable<Boolean> give = () -> {
            start.await();
            return Acting.as(organiser, () -> appointment.give(meeting.key(), colleague, Role.DESK));
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(give);
            var two = threads.submit(give);
            assertThat(List.of(one.get(), two.get())).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void undoneInTimeNobodyIsWrittenTo() {
        asOrganiser(() -> {
            appointment.give(meeting.key(), colleague, Role.CHAIR);
            assertThat(mailsTo("sato")).hasSize(1);
            appointment.take(meeting.key(), colleague, Role.CHAIR);
        });

        assertThat(mailsTo("sato")).isEmpty();
        Acting.as(colleague, () -> assertThat(access.in(meeting.key(), "CHAIR")).isFalse());
    }

    @Test
    void whatHasLeftStaysAndIsNotWrittenAgainWhenTheRoleIsGivenBack() {
        asOrganiser(() -> {
            appointment.give(meeting.key(), colleague, Role.CHAIR);
            clock.advance(Duration.ofMinutes(1));
            appointment.take(meeting.key(), colleague, Role.CHAIR);
            appointment.giveBack(meeting.key(), colleague, Role.CHAIR);
        });

        assertThat(mailsTo("sato")).hasSize(1);
    }

    @Test
    void theLastOrganiserCannotLeaveBeforeThereIsASuccessorWhoCanSignIn() {
        asOrganiser(() -> {
            assertThat(refusal(() -> appointment.take(meeting.key(), organiser, Role.ORGANISER)))
                    .isEqualTo("roles.last.organiser");
            appointment.give(meeting.key(), colleague, Role.ORGANISER);
        });
        disable(colleague);
        asOrganiser(() -> assertThat(refusal(() -> appointment.take(meeting.key(), organiser, Role.ORGANISER)))
                .as("the successor cannot sign in")
                .isEqualTo("roles.last.organiser"));
        enable(colleague);

        asOrganiser(() -> appointment.take(meeting.key(), organiser, Role.ORGANISER));

        Acting.as(organiser, () -> assertThat(access.organiser(meeting.key())).isFalse());
    }

    @Test
    void ofTwoOrganisersWhoLeaveAtOnceOneStays() throws Exception {
        asOrganiser(() -> appointment.give(meeting.key(), colleague, Role.ORGANISER));
        var start = new CyclicBarrier(2);
        var refused = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var leaving : List.of(organiser, colleague)) {
                threads.submit(() -> {
                    start.await();
                    try {
                        Acting.as(leaving, () -> appointment.take(meeting.key(), leaving, Role.ORGANISER));
                    } catch (Refusal refusal) {
                        synchronized (refused) {
                            refused.add(refusal.key());
                        }
                    }
                    return true;
                });
            }
        }

        assertThat(refused).containsExactly("roles.last.organiser");
        assertThat(jdbc.sql("select count(*) from role_grant where meeting = ? and role = 'ORGANISER'")
                        .param(meeting.key())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void organisersOfAnotherMeetingReviewersAndHelpersGiveNothing() {
        for (var stranger : List.of(
                fixtures.personAs(Role.ORGANISER, fixtures.openMeeting()),
                fixtures.personAs(Role.REVIEWER, meeting),
                fixtures.personAs(Role.DESK, meeting),
                fixtures.personAs(Role.CHAIR, meeting))) {
            Acting.as(stranger, () -> {
                assertThat(catchThrowableOfType(
                                AccessDeniedException.class,
                                () -> appointment.give(meeting.key(), stranger, Role.ORGANISER)))
                        .isNotNull();
                assertThat(holders.meeting(meeting.slug().value())).isEmpty();
            });
        }
    }

    @Test
    void anAdministratorHandsAMeetingOn() {
        Acting.as(fixtures.administrator(), () -> appointment.give(meeting.key(), colleague, Role.ORGANISER));

        Acting.as(colleague, () -> assertThat(access.organiser(meeting.key())).isTrue());
    }

    @Test
    void nobodyBecomesAnAdministratorThroughAMeeting() {
        asOrganiser(() -> assertThat(catchThrowableOfType(
                        IllegalArgumentException.class,
                        () -> appointment.give(meeting.key(), colleague, Role.ADMINISTRATOR)))
                .isNotNull());
    }

    @Test
    void anOfferBecomesTheRoleWhenItsAddressIsConfirmed() {
        var email = new EmailAddress("new-" + run + "@kaznu.kz");
        asOrganiser(() -> {
            assertThat(appointment.offer(meeting.key(), email, "Aigul", Role.REVIEWER, Language.KK))
                    .isInstanceOf(RoleAppointment.Outcome.Offered.class);
            assertThat(appointment.offer(meeting.key(), email, "Aigul", Role.REVIEWER, Language.KK))
                    .isInstanceOf(RoleAppointment.Outcome.Waits.class);
            assertThat(holders.offers(meeting.key(), 0, 10)).singleElement().satisfies(offer -> {
                assertThat(offer.email()).isEqualTo(email);
                assertThat(offer.language()).isEqualTo(Language.KK);
            });
        });
        assertThat(mails(email)).singleElement().asString().contains("/register");
        assertThat(jdbc.sql("select language_tag from outbox_message where recipient = ?")
                        .param(email.value())
                        .query(String.class)
                        .single())
                .isEqualTo("kk");

        var person = persons.save(new Person(PersonName.published("Aigul Nurlanova")));
        inTransaction(() -> registration.create(person, email, ""));

        Acting.as(
                person.id(),
                () -> assertThat(access.in(meeting.key(), "REVIEWER")).isTrue());
        asOrganiser(() -> assertThat(holders.countOffers(meeting.key())).isZero());
    }

    @Test
    void aWithdrawnOfferGivesNothingAndItsMailStaysHere() {
        var email = new EmailAddress("gone-" + run + "@kaznu.kz");
        asOrganiser(() -> {
            appointment.offer(meeting.key(), email, "", Role.REVIEWER, Language.EN);
            var offer = holders.offers(meeting.key(), 0, 10).getFirst();
            appointment.withdraw(meeting.key(), offer.key());
            assertThat(refusal(() -> appointment.withdraw(meeting.key(), offer.key())))
                    .isEqualTo("roles.offer.gone");
        });

        assertThat(mails(email)).isEmpty();
        var person = persons.save(new Person(PersonName.published("Aigul Nurlanova")));
        inTransaction(() -> registration.create(person, email, ""));
        Acting.as(
                person.id(),
                () -> assertThat(access.in(meeting.key(), "REVIEWER")).isFalse());
    }

    @Test
    void anOfferOfAnotherMeetingCannotBeWithdrawnHere() {
        var other = fixtures.openMeeting();
        var email = new EmailAddress("other-" + run + "@kaznu.kz");
        var theirs = Acting.as(fixtures.administrator(), () -> {
            appointment.offer(other.key(), email, "", Role.REVIEWER, Language.EN);
            return holders.offers(other.key(), 0, 1).getFirst();
        });

        asOrganiser(() -> assertThat(refusal(() -> appointment.withdraw(meeting.key(), theirs.key())))
                .isEqualTo("roles.offer.gone"));
    }

    @Test
    void anOfferIsVoidAfterNinetyDaysAndSweptAway() {
        var email = new EmailAddress("late-" + run + "@kaznu.kz");
        asOrganiser(() -> appointment.offer(meeting.key(), email, "", Role.REVIEWER, Language.EN));
        clock.advance(Duration.ofDays(91));
        var person = persons.save(new Person(PersonName.published("Late")));

        asOrganiser(() -> assertThat(holders.countOffers(meeting.key())).isZero());
        assertThat(sweep.sweep().offers()).isPositive();
        inTransaction(() -> registration.create(person, email, ""));

        Acting.as(
                person.id(),
                () -> assertThat(access.in(meeting.key(), "REVIEWER")).isFalse());
    }

    @Test
    void peopleAreFoundHoweverTheirNamesAreSpelledAndByWholeAddressAlone() {
        var shavkat = member("Шавкат Каримов " + run, "shavkat");

        asOrganiser(() -> {
            assertThat(holders.candidates(meeting.key(), "Shavkat " + run))
                    .extracting(RoleHolders.Holder::person)
                    .containsExactly(shavkat);
            assertThat(holders.candidates(meeting.key(), "shavkat-" + run + "@EXAMPLE.org"))
                    .extracting(RoleHolders.Holder::person)
                    .containsExactly(shavkat);
            assertThat(holders.candidates(meeting.key(), "shavkat-" + run + "@"))
                    .isEmpty();
            assertThat(holders.candidates(meeting.key(), "%")).isEmpty();
            assertThat(holders.candidates(meeting.key(), "  ")).isEmpty();
        });
    }

    @Test
    void manyAreInvitedAtOnceWithAnAnswerForEachLine() {
        var told = Acting.as(
                organiser, () -> inviting.invite(meeting.key(), Role.REVIEWER, """
                        sato-%1$s@example.org

                        "Nurlanova, Aigul" <new1-%1$s@kaznu.kz>,
                        new2-%1$s@kaznu.kz;
                        NEW1-%1$s@kaznu.kz
                        no address here
                        <script>alert(1)</script> <x@y>
                        """.formatted(run), Language.RU));

        assertThat(told)
                .extracting(Line::result)
                .containsExactly(
                        Result.GIVEN,
                        Result.OFFERED,
                        Result.OFFERED,
                        Result.REPEATED,
                        Result.MALFORMED,
                        Result.MALFORMED);
        assertThat(told).extracting(Line::number).containsExactly(1, 3, 4, 5, 6, 7);
        asOrganiser(() -> assertThat(holders.offers(meeting.key(), 0, 10))
                .extracting(RoleOffer::name)
                .containsExactlyInAnyOrder("Nurlanova, Aigul", ""));

        assertThat(Acting.as(organiser, () -> inviting.undo(meeting.key(), Role.REVIEWER, told)))
                .isEqualTo(3);
        assertThat(mailsTo("sato")).isEmpty();
        asOrganiser(() -> assertThat(holders.countOffers(meeting.key())).isZero());
    }

    @Test
    void undoingGoesOnWhereOneWasTakenMeanwhile() {
        var told = Acting.as(
                organiser,
                () -> inviting.invite(
                        meeting.key(),
                        Role.REVIEWER,
                        "sato-" + run + "@example.org\nnew-" + run + "@kaznu.kz",
                        Language.EN));
        asOrganiser(() -> appointment.take(meeting.key(), colleague, Role.REVIEWER));

        assertThat(Acting.as(organiser, () -> inviting.undo(meeting.key(), Role.REVIEWER, told)))
                .isEqualTo(1);
    }

    @Test
    void tooManyLinesAndNoneAreRefusedBeforeAnybodyIsWrittenTo() {
        asOrganiser(() -> {
            assertThat(refusal(() -> inviting.invite(meeting.key(), Role.REVIEWER, " \n ", Language.EN)))
                    .isEqualTo("roles.invite.nothing");
            assertThat(refusal(
                            () -> inviting.invite(meeting.key(), Role.REVIEWER, "a@b.org\n".repeat(501), Language.EN)))
                    .isEqualTo("roles.invite.many");
            assertThat(holders.countOffers(meeting.key())).isZero();
        });
    }

    @Test
    void aHostileNameCannotAddAHeaderToTheInvitation() {
        asOrganiser(() -> inviting.invite(
                meeting.key(),
                Role.REVIEWER,
                "Eve\u2028Bcc: victim@other.example <eve-" + run + "@kaznu.kz>",
                Language.EN));

        assertThat(jdbc.sql("select subject from outbox_message where recipient = ?")
                        .param("eve-" + run + "@kaznu.kz")
                        .query(String.class)
                        .list())
                .allSatisfy(subject -> assertThat(subject).doesNotContain("\n").doesNotContain("\r"));
    }

    @Test
    void theListCostsTheSameForTenAndForTwoHundred() {
        for (int i = 0; i < 10; i++) {
            fixtures.grant(member("Reviewer " + i, "r" + i), Role.REVIEWER, meeting);
        }
        var ten = statements();
        for (int i = 10; i < 200; i++) {
            var person = fixtures.person("Reviewer " + i);
            fixtures.grant(person, Role.REVIEWER, meeting);
            fixtures.grant(person, Role.CHAIR, meeting);
        }

        assertThat(statements()).isEqualTo(ten);
        asOrganiser(() -> {
            assertThat(holders.count(meeting.key(), "", Optional.of(Role.REVIEWER)))
                    .isEqualTo(200);
            assertThat(holders.counts(meeting.key())).containsEntry(Role.CHAIR, 190);
        });
    }

    /** The roles of who asks are kept for two seconds: asking twice leaves out what it costs to read them anew. */
    private int statements() {
        return Math.min(counted(), counted());
    }

    private int counted() {
        return Acting.as(
                organiser,
                () -> SqlCounter.count(() -> {
                    holders.count(meeting.key(), "", Optional.of(Role.REVIEWER));
                    holders.find(meeting.key(), "", Optional.of(Role.REVIEWER), 0, 100);
                    holders.counts(meeting.key());
                    holders.offers(meeting.key(), 0, 100);
                }));
    }

    private PersonId member(String name, String address) {
        var person = fixtures.person(name);
        var account = new Account(person, new EmailAddress(address + "-" + run + "@example.org"), "", clock);
        account.verify(clock);
        accounts.save(account);
        return person;
    }

    private void disable(PersonId person) {
        var account = accounts.findByPerson(person.value()).orElseThrow();
        account.disable();
        accounts.save(account);
    }

    private void enable(PersonId person) {
        var account = accounts.findByPerson(person.value()).orElseThrow();
        account.enable();
        accounts.save(account);
    }

    private void asOrganiser(Runnable work) {
        Acting.as(organiser, work);
    }

    private List<String> mailsTo(String address) {
        return mails(new EmailAddress(address + "-" + run + "@example.org"));
    }

    private List<String> mails(EmailAddress email) {
        return jdbc.sql("select text_body from outbox_message where recipient = ?")
                .param(email.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Autowired
    org.springframework.transaction.support.TransactionTemplate transaction;

    private void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        var refusal = catchThrowableOfType(Refusal.class, work);
        return refusal == null ? "" : refusal.key();
    }
}
