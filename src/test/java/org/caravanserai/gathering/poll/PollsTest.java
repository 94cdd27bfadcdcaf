package org.caravanserai.gathering.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.caravanserai.gathering.Gatherings;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class PollsTest {

    @Autowired
    Gatherings gatherings;

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
    PollReminding reminding;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Person sato;
    private Person aigerim;
    private EmailAddress dilnoza;

    @BeforeEach
    void people() {
        sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        aigerim = gatherings.person("Aigerim", "Asia/Almaty");
        dilnoza = polling.address();
    }

    @Test
    void peopleAnswerByALinkOrSignedInAndTheBestTimeBecomesAnAppointmentOfWhichEveryoneHears() {
        var poll = opened(2);
        var secret = polling.secret(dilnoza);
        var sheet = answering.look(secret).orElseThrow();
        assertThat(sheet.guest().published()).isEqualTo("Dilnoza");
        answering.answer(secret, all(poll, Choice.YES, Choice.NO), "Gladly");
        Acting.as(aigerim.id(), () -> answering.answerAsMe(poll.id(), all(poll, Choice.IF_NEED_BE, Choice.YES), ""));

        var board = polling.now(poll, sato);
        assertThat(board.answered()).isEqualTo(2);
        var best = board.ranked().getFirst();
        assertThat(best.key()).isEqualTo(poll.candidates().getFirst().key());
        assertThat(best.reason()).isEqualTo(Ranking.Reason.ALL_IF_NEED_BE);
        close(poll, best.key());

        var closed = polling.now(poll, sato);
        assertThat(closed.state()).isEqualTo(PollState.CLOSED);
        assertThat(appointments(closed, "AGREED")).isEqualTo(1);
        assertThat(jdbc.sql("select answer from participant where appointment = :key and person = :person")
                        .param("key", closed.appointment().orElseThrow())
                        .param("person", aigerim.key())
                        .query(String.class)
                        .single())
                .isEqualTo("TENTATIVE");
        for (var everyone : List.of(dilnoza, gatherings.addressOf(aigerim))) {
            assertThat(polling.mails(everyone, "appointment")).isEqualTo(1);
            assertThat(polling.mails(everyone, "poll-closed"))
                    .as("never two of one thing")
                    .isZero();
        }
        assertThat(answering.look(secret).orElseThrow().chosen()).contains(best.key());
        assertThatThrownBy(() -> answering.answer(secret, all(poll, Choice.NO, Choice.NO), ""))
                .hasMessageContaining("poll.answer.closed");
    }

    @Test
    void askingAgainWithinAMomentTakesBackWhatNobodyHasHeardAndLaterTellsThem() {
        var poll = opened(2);
        close(poll, poll.candidates().getFirst().key());
        var appointment = polling.now(poll, sato).appointment().orElseThrow();

        reopen(poll);
        assertThat(polling.mails(dilnoza, "appointment")).isZero();
        assertThat(polling.mails(dilnoza, "poll-reopened")).isZero();
        assertThat(jdbc.sql("select state from appointment where id = :key")
                        .param("key", appointment)
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED");
        answering.answer(polling.secret(dilnoza), all(poll, Choice.YES, Choice.YES), "");

        close(poll, poll.candidates().getLast().key());
        clock.advance(Duration.ofMinutes(2));
        reopen(poll);
        assertThat(polling.mails(dilnoza, "poll-reopened")).isEqualTo(1);
    }

    @Test
    void aDayThatIsChosenBecomesAnAppointmentOnlyWithATimeOfDay() {
        var withTime = openedDays();
        Acting.as(
                sato.id(),
                () -> polls.close(
                        withTime.id(), withTime.candidates().getFirst().key(), Optional.of(LocalTime.of(14, 30))));
        var closed = polling.now(withTime, sato);
        var day = ((CandidateTime.WholeDay) closed.chosenTime().orElseThrow()).day();
        assertThat(jdbc.sql("select starts_at from appointment where id = :key")
                        .param("key", closed.appointment().orElseThrow())
                        .query(java.time.OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(day.atTime(14, 30).atZone(Polling.ALMATY).toInstant());

        var dayAlone = openedDays();
        close(dayAlone, dayAlone.candidates().getFirst().key());
        assertThat(polling.now(dayAlone, sato).appointment()).isEmpty();
        assertThat(jdbc.sql("select count(*) from outbox_message where kind = 'poll-closed' and subject like :title")
                        .param("title", "%" + dayAlone.content().title() + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void answersCanBeChangedUntilTheDeadlineAndWhatWasNotAnsweredStaysOpen() {
        var poll = opened(2);
        var secret = polling.secret(dilnoza);
        var first = poll.candidates().getFirst().key();
        assertThatThrownBy(() -> answering.answer(secret, Map.of(), "hm")).hasMessageContaining("poll.answer.none");
        assertThatThrownBy(() -> answering.answer(secret, Map.of(UUID.randomUUID(), Choice.YES), ""))
                .hasMessageContaining("poll.answer.none");

        answering.answer(secret, all(poll, Choice.YES, Choice.YES), "one");
        answering.answer(secret, Map.of(first, Choice.NO), "two");
        var lines = answering.look(secret).orElseThrow().lines();
        assertThat(lines.getFirst().own()).contains(Choice.NO);
        assertThat(lines.getLast().own()).isEmpty();
        assertThat(answering.look(secret).orElseThrow().note()).isEqualTo("two");

        clock.set(poll.deadline().orElseThrow());
        assertThatThrownBy(() -> answering.answer(secret, Map.of(first, Choice.YES), ""))
                .hasMessageContaining("poll.answer.late");
        assertThat(answering.look(secret).orElseThrow().answerable()).isFalse();
    }

    @Test
    void twentyAnsweringAtOnceLoseNothing() throws Exception {
        var poll = polling.draft(sato, 3);
        var addresses = new ArrayList<EmailAddress>();
        for (int i = 0; i < 20; i++) {
            var address = polling.address();
            addresses.add(address);
            polling.invite(poll, sato, "Guest " + i, address);
        }
        polling.open(poll, sato);
        var secrets = addresses.stream().map(polling::secret).toList();

        var outcomes = atOnce(secrets.stream()
                .<Callable<Boolean>>map(secret -> () -> {
                    answering.answer(secret, all(poll, Choice.YES, Choice.NO, Choice.IF_NEED_BE), "here");
                    return true;
                })
                .toList());

        assertThat(outcomes).containsOnly(true);
        var board = polling.now(poll, sato);
        assertThat(board.answered()).isEqualTo(20);
        assertThat(board.guests())
                .allMatch(g -> g.choices().size() == 3 && g.note().equals("here"));
    }

    @Test
    void anAnswerThatMeetsTheClosingCountsOrIsRefusedAndNeverHalf() throws Exception {
        for (int round = 0; round < 8; round++) {
            var poll = opened(2);
            var secret = polling.secret(dilnoza);
            var outcomes = atOnce(List.of(
                    () -> {
                        answering.answer(secret, all(poll, Choice.YES, Choice.YES), "");
                        return true;
                    },
                    () -> {
                        close(poll, poll.candidates().getFirst().key());
                        return true;
                    }));

            var board = polling.now(poll, sato);
            assertThat(board.state()).isEqualTo(PollState.CLOSED);
            var guest = board.guests().stream()
                    .filter(g -> g.name().published().equals("Dilnoza"))
                    .findFirst()
                    .orElseThrow();
            assertThat(guest.choices()).hasSize(outcomes.getFirst() ? 2 : 0);
            assertThat(guest.answeredAt().isPresent()).isEqualTo(outcomes.getFirst());
            var said = jdbc.sql("select answer from participant where appointment = :key and invited_email = :email")
                    .param("key", board.appointment().orElseThrow())
                    .param("email", dilnoza.value())
                    .query(String.class)
                    .single();
            assertThat(said).isEqualTo(outcomes.getFirst() ? "YES" : "OPEN");
            dilnoza = polling.address();
        }
    }

    @Test
    void whoHasNotAnsweredIsRemindedOnceAndNobodyElse() {
        var poll = opened(2);
        Acting.as(aigerim.id(), () -> answering.answerAsMe(poll.id(), all(poll, Choice.YES, Choice.NO), ""));
        Actor.asSystem(reminding::remind);
        assertThat(polling.mails(dilnoza, "poll-reminder")).isZero();

        clock.set(poll.deadline().orElseThrow().minus(Duration.ofHours(3)));
        Actor.asSystem(reminding::remind);
        Actor.asSystem(reminding::remind);
        assertThat(polling.mails(dilnoza, "poll-reminder")).isEqualTo(1);
        assertThat(polling.mails(gatherings.addressOf(aigerim), "poll-reminder"))
                .isZero();
        assertThat(Acting.as(sato.id(), () -> inviting.remind(poll.id())))
                .as("nobody twice within a day")
                .isZero();

        answering.answer(polling.secret(dilnoza), all(poll, Choice.YES, Choice.NO), "by the link of the reminder");
        assertThat(polling.now(poll, sato).answered()).isEqualTo(2);
    }

    @Test
    void aLinkIsKeptAsADigestAndCanBeEndedAndRenewed() {
        var poll = opened(1);
        var secret = polling.secret(dilnoza);
        var guest = guest(poll);
        assertThat(jdbc.sql("select secret_hash from poll_link where guest = :guest")
                        .param("guest", guest)
                        .query(String.class)
                        .list())
                .hasSize(1)
                .doesNotContain(secret);
        assertThat(secret).hasSizeGreaterThanOrEqualTo(32);

        var further = Acting.as(sato.id(), () -> inviting.link(poll.id(), guest));
        assertThat(answering.look(secret)).isPresent();
        Acting.as(sato.id(), () -> inviting.revoke(poll.id(), guest));
        assertThat(answering.look(secret)).isEmpty();
        assertThat(answering.look(further.substring(further.lastIndexOf('/') + 1)))
                .isEmpty();
        assertThatThrownBy(() -> answering.answer(secret, all(poll, Choice.YES), ""))
                .isInstanceOf(Refusal.class);

        var renewed = Acting.as(sato.id(), () -> inviting.renew(poll.id(), guest));
        assertThat(answering.look(renewed.substring(renewed.lastIndexOf('/') + 1)))
                .isPresent();
        assertThat(polling.mails(dilnoza, "poll-invitation")).isEqualTo(2);
    }

    @Test
    void guestsSeeOfEachOtherWhatTheOrganiserLetsThemAndNeverAnAddress() {
        for (var showing : Showing.values()) {
            var poll = polling.draft(sato, polling.content(showing, false), 1);
            var one = polling.address();
            var other = polling.address();
            polling.invite(poll, sato, "One", one);
            polling.invite(poll, sato, "Other", other);
            polling.open(poll, sato);
            answering.answer(polling.secret(one), all(poll, Choice.YES), "my note");

            var seen = answering.look(polling.secret(other)).orElseThrow();

            var yes = seen.lines().getFirst().yes();
            assertThat(yes.count()).isEqualTo(showing == Showing.NOTHING ? 0 : 1);
            assertThat(yes.names()).hasSize(showing == Showing.NAMES ? 1 : 0);
            assertThat(seen.said()).hasSize(showing == Showing.NAMES ? 1 : 0);
            assertThat(seen.toString()).doesNotContain("@");
            assertThat(polling.now(poll, sato).toString()).doesNotContain("@");
        }
    }

    @Test
    void strangersAreNotWrittenToAtWill() {
        var poll = polling.draft(sato, 1);
        for (int i = 0; i < 50; i++) {
            polling.invite(poll, sato, "Guest " + i, polling.address());
        }
        polling.open(poll, sato);
        var second = polling.draft(sato, 1);
        for (int i = 0; i < 11; i++) {
            polling.invite(second, sato, "Guest " + i, polling.address());
        }

        assertThatThrownBy(() -> polling.open(second, sato)).hasMessageContaining("poll.guests.often");
        assertThat(polling.now(second, sato).state()).isEqualTo(PollState.DRAFT);

        var pestered = polling.address();
        for (int i = 0; i < 12; i++) {
            var organiser = gatherings.person("Organiser", "Asia/Tokyo");
            var asked = polling.draft(organiser, 1);
            polling.invite(asked, organiser, "Pestered", pestered);
            polling.open(asked, organiser);
        }
        assertThat(polling.mails(pestered, "poll-invitation")).isEqualTo(10);
    }

    @Test
    void nobodyButItsOrganiserLooksIntoAPollAndNobodyButThoseAskedAnswersIt() {
        var poll = opened(1);
        var stranger = gatherings.person("Stranger", "Asia/Tokyo");
        var guest = guest(poll);

        for (var who : List.of(stranger, aigerim)) {
            assertThat(Acting.as(who.id(), () -> reading.organised(poll.code())))
                    .isEmpty();
            denied(who, () -> polls.cancel(poll.id()));
            denied(who, () -> polls.close(poll.id(), UUID.randomUUID(), Optional.empty()));
            denied(who, () -> inviting.link(poll.id(), guest));
            denied(who, () -> inviting.remind(poll.id()));
        }
        denied(stranger, () -> answering.answerAsMe(poll.id(), all(poll, Choice.YES), ""));
        assertThat(Acting.as(stranger.id(), () -> answering.lookAsMe(poll.code())))
                .isEmpty();
        assertThat(Acting.as(aigerim.id(), () -> answering.lookAsMe(poll.code())))
                .isPresent();
        assertThat(answering.look("not-a-secret")).isEmpty();
    }

    @Test
    void aGuestOfAnotherPollCannotBeReachedThroughOnesOwn() {
        var theirs = opened(1);
        var stranger = gatherings.person("Stranger", "Asia/Tokyo");
        var own = polling.draft(stranger, 1);

        assertThatThrownBy(() -> Acting.as(stranger.id(), () -> inviting.link(own.id(), guest(theirs))))
                .isInstanceOf(Refusal.class);
        Acting.as(
                stranger.id(),
                () -> polls.remove(own.id(), theirs.candidates().getFirst().key()));
        assertThat(polling.now(theirs, sato).candidates()).hasSize(1);
    }

    @Test
    void whoeverOwnsTheAddressFindsThePollWhenSignedIn() {
        var poll = polling.draft(sato, 1);
        polling.invite(poll, sato, "Aigerim by mail", gatherings.addressOf(aigerim));
        polling.open(poll, sato);

        assertThat(Acting.as(aigerim.id(), reading::asked))
                .extracting(PollReading.AskedPoll::code)
                .contains(poll.code());
        Acting.as(aigerim.id(), () -> answering.answerAsMe(poll.id(), all(poll, Choice.YES), ""));
        assertThat(polling.now(poll, sato).answered()).isEqualTo(1);
    }

    @Test
    void candidatesOfTheOtherKindWaitInADraftAndGoWhenItOpens() {
        var poll = polling.draft(sato, 2);
        polling.invite(poll, sato, "Dilnoza", dilnoza);
        var days = new PollContent(
                poll.content().title(),
                "",
                Language.EN,
                Optional.empty(),
                "",
                true,
                60,
                Polling.ALMATY,
                poll.content().deadline(),
                Showing.NAMES);
        var version = Acting.as(sato.id(), () -> polls.change(poll.id(), poll.version(), days));
        assertThat(polling.now(poll, sato).candidates()).isEmpty();
        assertThatThrownBy(() -> polling.open(poll, sato)).hasMessageContaining("poll.candidates.none");

        Acting.as(sato.id(), () -> polls.change(poll.id(), version, poll.content()));
        assertThat(polling.now(poll, sato).candidates()).hasSize(2);
        polling.open(poll, sato);
        assertThatThrownBy(() -> Acting.as(
                        sato.id(),
                        () -> polls.add(
                                poll.id(), List.of(new CandidateTime.WholeDay(java.time.LocalDate.of(2027, 6, 8))))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theListsCostTheSameForFewAndForMany() {
        var few = statements(1, 2);
        var many = statements(12, 25);

        assertThat(many).isEqualTo(few);
    }

    private List<Integer> statements(int more, int guests) {
        var organiser = gatherings.person("Organiser", "Asia/Tokyo");
        PollBoard poll = polling.draft(organiser, 3);
        for (int i = 1; i < more; i++) {
            polling.draft(organiser, 3);
        }
        for (int i = 0; i < guests; i++) {
            polling.invite(poll, organiser, "Guest " + i, polling.address());
        }
        Acting.as(organiser.id(), () -> inviting.invite(poll.id(), aigerim.id()));
        polling.open(poll, organiser);
        Acting.as(
                aigerim.id(), () -> answering.answerAsMe(poll.id(), all(poll, Choice.YES, Choice.YES, Choice.NO), ""));
        return Acting.as(
                organiser.id(),
                () -> List.of(
                        SqlCounter.count(() -> reading.mine(0, 50)),
                        SqlCounter.count(() -> reading.organised(poll.code())),
                        SqlCounter.count(() -> Acting.as(aigerim.id(), () -> answering.lookAsMe(poll.code()))),
                        SqlCounter.count(() -> Acting.as(aigerim.id(), reading::asked))));
    }

    private PollBoard opened(int times) {
        var poll = polling.draft(sato, times);
        polling.invite(poll, sato, "Dilnoza", dilnoza);
        Acting.as(sato.id(), () -> inviting.invite(poll.id(), aigerim.id()));
        polling.open(poll, sato);
        return polling.now(poll, sato);
    }

    private PollBoard openedDays() {
        var poll = polling.draft(sato, polling.content(Showing.TOTALS, true), 2);
        polling.invite(poll, sato, "Dilnoza", polling.address());
        polling.open(poll, sato);
        return polling.now(poll, sato);
    }

    private UUID guest(PollBoard poll) {
        return polling.now(poll, sato).guests().stream()
                .filter(g -> g.reached() == PollBoard.Reached.MAIL)
                .findFirst()
                .orElseThrow()
                .key();
    }

    private void close(PollBoard poll, UUID candidate) {
        Acting.as(sato.id(), () -> polls.close(poll.id(), candidate, Optional.empty()));
    }

    private void reopen(PollBoard poll) {
        Acting.as(sato.id(), () -> polls.reopen(poll.id()));
    }

    private int appointments(PollBoard poll, String state) {
        return jdbc.sql("select count(*) from appointment where id = :key and state = :state")
                .param("key", poll.appointment().orElseThrow())
                .param("state", state)
                .query(Integer.class)
                .single();
    }

    private static Map<UUID, Choice> all(PollBoard poll, Choice... choices) {
        var said = new HashMap<UUID, Choice>();
        for (int i = 0; i < choices.length; i++) {
            said.put(poll.candidates().get(i).key(), choices[i]);
        }
        return said;
    }

    private static void denied(Person who, Runnable work) {
        assertThatThrownBy(() -> Acting.as(who.id(), work)).isInstanceOf(AccessDeniedException.class);
    }

    /** Runs all at one moment; false where one was refused. */
    private static List<Boolean> atOnce(List<Callable<Boolean>> works) throws Exception {
        var start = new CyclicBarrier(works.size());
        try (var threads = Executors.newFixedThreadPool(works.size())) {
            var running = new ArrayList<Future<Boolean>>();
            for (var work : works) {
                running.add(threads.submit(() -> {
                    start.await();
                    try {
                        return work.call();
                    } catch (Refusal refused) {
                        return false;
                    }
                }));
            }
            var outcomes = new ArrayList<Boolean>();
            for (var one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}
