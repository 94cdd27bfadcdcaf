package org.caravanserai.partnering.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.caravanserai.mail.MailFilter;
import org.caravanserai.mail.Mailbox;
import org.caravanserai.mail.MeetingMail;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.SignedLinks;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class FollowUpsTest {

    private static final Instant MET = FollowUpScene.MET;

    @Autowired
    FollowUpScene scene;

    @Autowired
    FollowUps followUps;

    @Autowired
    FollowUpTotals totals;

    @Autowired
    FollowUpAsking asking;

    @Autowired
    SignedLinks links;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MeetingMail meetingMail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Meeting meeting;
    private PersonId organiser;
    private PersonId aigul;
    private PersonId sato;

    @BeforeEach
    void twoPeopleHaveMet() {
        meeting = scene.meeting();
        organiser = scene.member("Dinara Omarova", Role.ORGANISER, meeting);
        aigul = scene.member("Aigul Nurlanova", Role.REVIEWER, meeting);
        sato = scene.member("SATO Junichi", Role.REVIEWER, meeting);
        clock.set(MET);
        met(aigul, sato);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void bothAreAskedSoonAndAfterThreeSixAndTwelveMonthsEachTimeOnce() {
        assertThat(mails(aigul)).isZero();
        var expected = 0;
        for (var after : FollowUp.ASKED) {
            clock.set(MET.plus(after).minusSeconds(1));
            asking.ask();
            assertThat(mails(aigul)).isEqualTo(expected);
            clock.set(MET.plus(after));
            asking.ask();
            asking.ask();
            expected++;
            assertThat(mails(aigul)).isEqualTo(expected);
            assertThat(mails(sato)).isEqualTo(expected);
        }
        clock.set(MET.plus(Duration.ofDays(2_000)));
        asking.ask();
        assertThat(mails(aigul)).isEqualTo(4);
    }

    @Test
    void whatWasMissedWhileNothingRanIsAskedOnce() {
        clock.set(MET.plus(Duration.ofDays(200)));
        asking.ask();
        asking.ask();

        assertThat(mails(aigul)).isEqualTo(1);
        assertThat(mine(aigul).next()).contains(MET.plus(FollowUp.ASKED.getLast()));
    }

    @Test
    void twoNodesAskOnce() throws Exception {
        clock.set(MET.plus(Duration.ofDays(1)));
        var start = new CyclicBarrier(2);
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var runs = List.of(1, 2).stream()
                    .map(n -> nodes.submit(() -> {
                        start.await();
                        return Actor.asSystem(() -> asking.ask());
                    }))
                    .toList();
            for (var run : runs) {
                run.get();
            }
        }
        assertThat(mails(aigul)).isEqualTo(1);
    }

    @Test
    void whoDoesNotWantToBeAskedIsNotAskedAgainButMayAnswer() {
        clock.set(MET.plus(Duration.ofDays(1)));
        asking.ask();
        followUps.stopBy(link(aigul));
        clock.set(MET.plus(Duration.ofDays(100)));
        asking.ask();

        assertThat(mails(aigul)).isEqualTo(1);
        assertThat(mails(sato)).isEqualTo(2);
        followUps.press(link(aigul), CameOfIt.CONTACT);
        assertThat(mine(aigul).came()).containsExactly(CameOfIt.CONTACT);
    }

    @Test
    void onePressAnswersAndTheNextChangesIt() {
        var link = link(aigul);
        followUps.press(link, CameOfIt.NOTHING);
        followUps.press(link, CameOfIt.CONTACT);
        followUps.press(link, CameOfIt.VISIT);
        assertThat(followUps.look(link).came()).containsExactlyInAnyOrder(CameOfIt.CONTACT, CameOfIt.VISIT);
        followUps.press(link, CameOfIt.CONTACT);
        followUps.writeBy(link, "  In Sapporo,\nin May ");
        assertThat(mine(aigul).came()).containsExactly(CameOfIt.VISIT);
        assertThat(mine(aigul).note()).isEqualTo("In Sapporo, in May");
        assertThatThrownBy(() -> followUps.writeBy(link, "x".repeat(501))).isInstanceOf(Refusal.class);
        followUps.press(link, CameOfIt.NOTHING);
        assertThat(mine(aigul).came()).containsExactly(CameOfIt.NOTHING);
        Acting.as(
                aigul,
                () -> assertThatThrownBy(
                                () -> followUps.say(mine(aigul).key(), Set.of(CameOfIt.NOTHING, CameOfIt.VISIT)))
                        .isInstanceOf(Refusal.class));
    }

    @Test
    void nobodySeesOrChangesWhatAnotherSaid() {
        followUps.press(link(aigul), CameOfIt.DOCUMENT);
        var hers = mine(aigul).key();
        for (var other : List.of(sato, organiser)) {
            Acting.as(other, () -> {
                assertThat(followUps.mine()).noneMatch(line -> line.key().equals(hers));
                assertThatThrownBy(() -> followUps.say(hers, Set.of())).isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(() -> followUps.write(hers, "x")).isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(() -> followUps.stop(hers)).isInstanceOf(AccessDeniedException.class);
            });
        }
        for (var wrong : List.of("", "x", hers.toString(), link(aigul) + "x", links.sign("stop-mail", hers + ""))) {
            assertThatThrownBy(() -> followUps.look(wrong)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void contentsNeverReachOrganisers() {
        var before = auditedWords();
        clock.set(MET.plus(Duration.ofDays(1)));
        asking.ask();
        followUps.press(link(aigul), CameOfIt.DOCUMENT);
        followUps.writeBy(link(aigul), "a secret of ours");

        Acting.as(organiser, () -> {
            var told = totals.of(meeting.key());
            assertThat(told.answers()).isEmpty();
            assertThat(told.came().values()).allMatch(OptionalInt::isEmpty);
            assertThat(meetingMail.count(meeting.key(), MailFilter.ALL))
                    .as("who met whom is not in the meeting's list of mails")
                    .isZero();
        });
        Acting.as(
                sato,
                () -> assertThatThrownBy(() -> totals.of(meeting.key())).isInstanceOf(AccessDeniedException.class));
        assertThat(auditedWords()).isEqualTo(before);
    }

    private int auditedWords() {
        return jdbc.sql("select count(*) from audit_entry where after_state like '%secret of ours%'"
                        + " or after_state like '%DOCUMENT%'")
                .query(Integer.class)
                .single();
    }

    @Test
    void numbersOfFewerThanFiveAreNotTold() {
        var said = new ArrayList<Set<CameOfIt>>();
        for (int i = 0; i < 4; i++) {
            said.add(Set.of(CameOfIt.CONTACT));
        }
        assertThat(FollowUpTotals.count(said).answers()).isEmpty();
        said.add(Set.of(CameOfIt.CONTACT, CameOfIt.VISIT));
        var five = FollowUpTotals.count(said);
        assertThat(five.answers()).hasValue(5);
        assertThat(five.came()).containsEntry(CameOfIt.CONTACT, OptionalInt.of(5));
        assertThat(five.came()).containsEntry(CameOfIt.VISIT, OptionalInt.empty());
        assertThat(five.came()).containsEntry(CameOfIt.NOTHING, OptionalInt.empty());
    }

    @Test
    void herListCostsOneStatementWhateverItsLength() {
        var few = Acting.as(aigul, () -> SqlCounter.count(() -> followUps.mine()));
        for (int i = 0; i < 20; i++) {
            met(aigul, sato);
        }
        assertThat(Acting.as(aigul, () -> SqlCounter.count(() -> followUps.mine())))
                .isEqualTo(few)
                .isEqualTo(1);
    }

    private void met(PersonId... people) {
        scene.met(meeting, "Cores from the Aral Sea", people);
    }

    private String link(PersonId person) {
        return scene.link(person);
    }

    private FollowUps.Line mine(PersonId person) {
        return scene.latest(person);
    }

    private int mails(PersonId person) {
        return Acting.as(person, () -> mailbox.countMine());
    }
}
