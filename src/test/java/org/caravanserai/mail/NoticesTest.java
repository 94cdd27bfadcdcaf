package org.caravanserai.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.caravanserai.mail.NoticeChoice.ByMail;
import org.caravanserai.mail.OutboxMessage.State;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.LiveUpdates;
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
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class NoticesTest {

    private static final Instant NIGHT_IN_TOKYO = Instant.parse("2027-02-01T15:00:00Z");

    @Autowired
    Outbox outbox;

    @Autowired
    NoticeBoard board;

    @Autowired
    NoticeChoices choices;

    @Autowired
    MailStopping stopping;

    @Autowired
    StopLinks links;

    @Autowired
    Digests digests;

    @Autowired
    NoticeSweep sweep;

    @Autowired
    OutboxMessages messages;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Persons persons;

    @Autowired
    Accounts accounts;

    @Autowired
    LiveUpdates live;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private PersonId aigul;

    @BeforeEach
    void aPerson() {
        clock.set(NIGHT_IN_TOKYO);
        aigul = person("Asia/Tokyo");
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aMessageIsANoticeTooAndReadingItLeavesItInTheList() {
        var heard = new AtomicInteger();
        var listening = live.listen(NoticeBoard.channel(aigul.value()), m -> heard.incrementAndGet());
        queue(message(aigul, "group", "Welcome"));
        queue(message(aigul, "account-reset", "A new password"));

        Acting.as(aigul, () -> {
            assertThat(board.unread()).isEqualTo(1);
            var line = board.find(NoticeFilter.ALL, 0, 10).getFirst();
            assertThat(line.subject()).isEqualTo("Welcome");
            assertThat(line.label()).isEqualTo("mailview.kind.group");
            assertThat(board.open(line.key()).text()).startsWith("Dear");
            assertThat(board.unread()).isZero();
            assertThat(board.count(NoticeFilter.ALL)).isEqualTo(1);
            board.unread(line.key());
            assertThat(board.unread()).isEqualTo(1);
        });
        listening.end();
        assertThat(heard).hasValue(3);
    }

    @Test
    void nobodyReadsOrMarksTheNoticeOfAnother() {
        queue(message(aigul, "group", "For her alone"));
        var key = Acting.as(
                aigul, () -> board.find(NoticeFilter.ALL, 0, 1).getFirst().key());
        var other = person("Asia/Almaty");

        Acting.as(other, () -> {
            assertThat(board.find(NoticeFilter.ALL, 0, 10)).isEmpty();
            assertThatThrownBy(() -> board.open(key)).isInstanceOf(Refusal.class);
            board.readAll();
            board.visited("/app/things/1");
        });
        assertThat(Acting.as(aigul, () -> board.unread())).isEqualTo(1);
    }

    @Test
    void allAreMarkedAsReadAndThatIsUndoneForTheseAlone() {
        queue(message(aigul, "group", "One"));
        queue(message(aigul, "group", "Two"));
        Acting.as(aigul, () -> {
            board.open(board.find(NoticeFilter.ALL, 0, 1).getFirst().key());
            clock.advance(Duration.ofMinutes(1));
            var at = board.readAll();
            assertThat(board.unread()).isZero();
            board.undoReadAll(at);
            assertThat(board.unread()).isEqualTo(1);
        });
    }

    @Test
    void whoSeesTheThingItselfHasReadItsNotice() {
        queue(message(aigul, "group", "A thing"));
        Acting.as(aigul, () -> {
            board.visited("/app/things/2");
            assertThat(board.unread()).isEqualTo(1);
            board.visited("/app/things/1");
            assertThat(board.unread()).isZero();
        });
    }

    @Test
    void theListIsFilteredByKindWordsAndWhatIsNew() {
        queue(message(aigul, "group", "The Aral Sea 100%"));
        queue(message(aigul, "decision", "Accepted"));
        Acting.as(aigul, () -> {
            assertThat(board.count(new NoticeFilter(false, "decision", ""))).isEqualTo(1);
            assertThat(board.count(new NoticeFilter(false, "", "aral sea 100%")))
                    .isEqualTo(1);
            assertThat(board.count(new NoticeFilter(false, "", "%"))).isEqualTo(1);
            board.readAll();
            assertThat(board.count(NoticeFilter.UNREAD)).isZero();
            assertThat(board.kinds()).extracting(NoticeKind::name).containsExactlyInAnyOrder("group", "decision");
        });
    }

    @Test
    void withoutAMailServerMailIsKeptAsEverUnlessSheWantsItOtherwise() {
        Acting.as(aigul, () -> choices.choose("decision", new NoticeChoice(false, ByMail.NEVER)));
        queue(message(aigul, "group", "Kept"));
        queue(message(aigul, "decision", "Neither here nor by mail"));

        assertThat(states()).containsExactlyInAnyOrder(State.KEPT, State.TOLD);
        Acting.as(aigul, () -> {
            assertThat(board.count(NoticeFilter.ALL)).isEqualTo(1);
            assertThat(mailbox.countMine()).as("nothing is lost").isEqualTo(2);
        });
    }

    @Test
    void whatAlwaysComesCannotBeChosen() {
        Acting.as(
                aigul,
                () -> assertThatThrownBy(() -> choices.choose("account-reset", new NoticeChoice(false, ByMail.NEVER)))
                        .isInstanceOf(Refusal.class));
    }

    @Test
    void aDayIsGatheredIntoOneDigestAtHerHour() {
        Acting.as(aigul, () -> {
            choices.choose("group", new NoticeChoice(true, ByMail.DIGEST));
            choices.digestAt(9);
        });
        queue(message(aigul, "group", "One"));
        queue(message(aigul, "group", "Two"));
        queue(message(aigul, "decision", "At once"));
        assertThat(states()).containsExactlyInAnyOrder(State.DIGEST, State.DIGEST, State.KEPT);

        clock.set(Instant.parse("2027-02-01T23:59:59Z"));
        digests.makeDue();
        assertThat(digestsOf(aigul)).isEmpty();
        clock.set(Instant.parse("2027-02-02T00:00:00Z"));
        digests.makeDue();
        digests.makeDue();

        var digest = digestsOf(aigul);
        assertThat(digest).hasSize(1);
        assertThat(digest.getFirst().textBody())
                .contains("• One\n")
                .contains("• Two\n")
                .doesNotContain("At once");
        Acting.as(
                aigul,
                () -> assertThat(board.count(NoticeFilter.ALL))
                        .as("a digest tells nothing new here")
                        .isEqualTo(3));
    }

    @Test
    void aNewHourHoldsForWhatWaitsAlready() {
        Acting.as(aigul, () -> choices.choose("group", new NoticeChoice(true, ByMail.DIGEST)));
        queue(message(aigul, "group", "One"));
        Acting.as(aigul, () -> choices.digestAt(1));

        assertThat(mine().getFirst().dueAt()).isEqualTo(Instant.parse("2027-02-01T16:00:00Z"));
    }

    @Test
    void whatWasReadHereIsLeftOutOfHerDigestIfSheSaidSo() {
        Acting.as(aigul, () -> {
            choices.choose("group", new NoticeChoice(true, ByMail.DIGEST));
            choices.skipSeen(true);
        });
        queue(message(aigul, "group", "Seen"));
        Acting.as(aigul, () -> board.readAll());
        clock.advance(Duration.ofDays(1));
        digests.makeDue();

        assertThat(digestsOf(aigul)).isEmpty();
        assertThat(states()).containsExactly(State.TOLD);
    }

    @Test
    void twoNodesMakeOneDigest() throws Exception {
        Acting.as(aigul, () -> choices.choose("group", new NoticeChoice(true, ByMail.DIGEST)));
        queue(message(aigul, "group", "One"));
        clock.advance(Duration.ofDays(1));
        var start = new CyclicBarrier(2);
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var runs = List.of(1, 2).stream()
                    .map(n -> nodes.submit(() -> {
                        start.await();
                        return Actor.asSystem(() -> digests.makeDue());
                    }))
                    .toList();
            for (var run : runs) {
                run.get();
            }
        }
        assertThat(digestsOf(aigul)).hasSize(1);
    }

    @Test
    void severalCausesInOneTransactionTellOneThingOnceAndTheMostUrgentWay() {
        transaction.executeWithoutResult(t -> {
            outbox.queue(message(aigul, "group", "Changed").once("appointment:1:2"));
            outbox.queue(message(aigul, "decision", "Cancelled").once("appointment:1:2"));
            outbox.queue(message(aigul, "group", "Changed again").once("appointment:1:2"));
            outbox.queue(message(aigul, "group", "Another thing").once("appointment:2:1"));
        });

        assertThat(mine()).extracting(OutboxMessage::subject).containsExactlyInAnyOrder("Cancelled", "Another thing");
        Acting.as(aigul, () -> assertThat(board.count(NoticeFilter.ALL)).isEqualTo(2));
    }

    @Test
    void aRepeatedJobTellsOneThingOnceButEachPersonHerself() {
        var other = person("Asia/Almaty");
        for (int run = 0; run < 3; run++) {
            queue(message(aigul, "group", "Tomorrow").once("reminder:1"));
            queue(message(other, "group", "Tomorrow").once("reminder:1"));
        }
        queue(message(aigul, "group", "No thing"));
        queue(message(aigul, "group", "No thing"));

        assertThat(mine()).hasSize(3);
        assertThat(of(other)).hasSize(1);
    }

    @Test
    void whatWasRolledBackOrTakenBackIsToldAgain() {
        transaction.executeWithoutResult(t -> {
            outbox.queue(message(aigul, "group", "Rolled back").once("thing:9"));
            t.setRollbackOnly();
        });
        var cause = UUID.randomUUID();
        transaction.executeWithoutResult(
                t -> outbox.queue(message(aigul, "group", "Taken back").once("thing:9"), cause, Duration.ofMinutes(2)));
        Acting.as(
                aigul,
                () -> assertThat(board.unread()).as("not before it leaves").isZero());
        assertThat(transaction.<Integer>execute(t -> outbox.takeBack(cause))).isEqualTo(1);

        queue(message(aigul, "group", "Told").once("thing:9"));

        assertThat(mine()).extracting(OutboxMessage::subject).containsExactly("Told");
        assertThat(Acting.as(aigul, () -> board.unread())).isEqualTo(1);
    }

    @Test
    void whatIsQueuedAndTakenBackInOneTransactionNeverWas() {
        var cause = UUID.randomUUID();
        transaction.executeWithoutResult(t -> {
            outbox.queue(message(aigul, "group", "Never").once("thing:10"), cause, Duration.ofMinutes(2));
            assertThat(outbox.takeBack(cause)).isEqualTo(1);
        });

        assertThat(mine()).isEmpty();
    }

    @Test
    void twoNodesTellOneThingOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            var thing = "reminder:" + Ids.code();
            var start = new CyclicBarrier(2);
            try (var nodes = Executors.newFixedThreadPool(2)) {
                var runs = new ArrayList<java.util.concurrent.Future<?>>();
                for (int node = 0; node < 2; node++) {
                    runs.add(nodes.submit(() -> {
                        start.await();
                        queue(message(aigul, "group", thing).once(thing));
                        return true;
                    }));
                }
                for (var run : runs) {
                    run.get();
                }
            }
            assertThat(mine()).filteredOn(m -> m.subject().equals(thing)).hasSize(1);
        }
    }

    @Test
    void aLinkInAMailStopsItsKindWithoutSigningInAndHasItComeAgain() {
        queue(message(aigul, "group", "Stop me"));
        var link = link(mine().getFirst());

        assertThat(stopping.look(link).isStopped()).isFalse();
        assertThat(stopping.stop(link).isStopped()).isTrue();
        assertThat(stopping.stop(link).isStopped()).isTrue();
        queue(message(aigul, "group", "Told here"));
        queue(message(aigul, "decision", "Another kind"));
        assertThat(states()).containsExactlyInAnyOrder(State.KEPT, State.TOLD, State.KEPT);
        Acting.as(aigul, () -> assertThat(board.count(NoticeFilter.ALL)).isEqualTo(3));

        assertThat(stopping.resume(link).isStopped()).isFalse();
        assertThat(Acting.as(aigul, () -> choices.mine().choices())).isEmpty();
    }

    @Test
    void anAddressWithoutAccountStopsItsMailToo() {
        var stranger = new EmailAddress(UUID.randomUUID() + "@example.org");
        queue(message(stranger, null, "proposal-invitation", "Join us"));
        var link = link(toAddress(stranger).getFirst());
        stopping.stop(link);
        stopping.stop(link);
        queue(message(stranger, null, "proposal-invitation", "Join us again"));
        queue(message(stranger, null, "account-verify", "Confirm"));

        assertThat(toAddress(stranger))
                .extracting(OutboxMessage::state)
                .containsExactlyInAnyOrder(State.KEPT, State.TOLD, State.KEPT);
    }

    @Test
    void twoRequestsAtOnceBothGetThrough() throws Exception {
        queue(message(aigul, "group", "Stop me"));
        var link = link(mine().getFirst());
        var start = new CyclicBarrier(2);
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var runs = List.of(1, 2).stream()
                    .map(n -> nodes.submit(() -> {
                        start.await();
                        return stopping.stop(link).isStopped();
                    }))
                    .toList();
            for (var run : runs) {
                assertThat(run.get()).isTrue();
            }
        }
    }

    @Test
    void aLinkThatWeDidNotWriteStopsNothing() {
        queue(message(aigul, "group", "Stop me"));
        var link = link(mine().getFirst());
        for (var wrong : List.of("", "x", link + "x", link.replace('.', 'x'), UUID.randomUUID() + ".AAAA")) {
            assertThatThrownBy(() -> stopping.stop(wrong)).as(wrong).isInstanceOf(Refusal.class);
        }
        assertThat(links.of(saved("account-reset")))
                .as("what always comes has no such link")
                .isEmpty();
    }

    @Test
    void oldNoticesAreSwept() {
        queue(message(aigul, "group", "Read"));
        queue(message(aigul, "group", "Not read"));
        Acting.as(
                aigul,
                () -> board.open(board.find(NoticeFilter.ALL, 0, 1).getFirst().key()));
        clock.advance(Duration.ofDays(91));
        sweep.sweep();
        assertThat(Acting.as(aigul, () -> board.count(NoticeFilter.ALL))).isEqualTo(1);
        clock.advance(Duration.ofDays(300));
        sweep.sweep();
        assertThat(Acting.as(aigul, () -> board.count(NoticeFilter.ALL))).isZero();
        assertThat(mine()).as("the messages themselves stay").hasSize(2);
    }

    @Test
    void quietHoursAreKeptAndEnded() {
        var hours = Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
        Acting.as(aigul, () -> {
            choices.keepQuiet(hours);
            assertThat(choices.mine().quiet()).isEqualTo(hours);
            choices.keepQuiet(Optional.empty());
            assertThat(choices.mine().quiet()).isEmpty();
        });
    }

    @Test
    void writingToManyAndListingManyCostAsManyStatementsAsToFew() {
        var welcome = message(aigul, "group", "To all");
        var few = SqlCounter.count(() -> write(welcome, 10));
        var many = SqlCounter.count(() -> write(welcome, 40));
        assertThat(many).isEqualTo(few);

        for (int i = 0; i < 3; i++) {
            queue(message(aigul, "group", "One"));
        }
        var listFew = Acting.as(aigul, () -> SqlCounter.count(() -> board.find(NoticeFilter.ALL, 0, 50)));
        for (int i = 0; i < 30; i++) {
            queue(message(aigul, "group", "Many"));
        }
        assertThat(Acting.as(aigul, () -> SqlCounter.count(() -> board.find(NoticeFilter.ALL, 0, 50))))
                .isEqualTo(listFew)
                .isEqualTo(1);
    }

    private void write(Outbox.Message message, int times) {
        transaction.executeWithoutResult(t -> {
            for (int i = 0; i < times; i++) {
                outbox.queue(message);
            }
        });
    }

    private OutboxMessage saved(String kind) {
        queue(message(aigul, kind, "saved"));
        return mine().stream().filter(m -> m.kind().equals(kind)).findFirst().orElseThrow();
    }

    private String link(OutboxMessage message) {
        var address = links.of(message).orElseThrow().address();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private Set<OutboxMessage> all() {
        return Set.copyOf(messages.findAll());
    }

    private List<OutboxMessage> mine() {
        return of(aigul);
    }

    private List<OutboxMessage> of(PersonId person) {
        return all().stream()
                .filter(m -> m.person().filter(person::equals).isPresent())
                .sorted(java.util.Comparator.comparing(OutboxMessage::key))
                .toList();
    }

    private List<OutboxMessage> toAddress(EmailAddress address) {
        return all().stream().filter(m -> m.recipient().equals(address)).toList();
    }

    private List<State> states() {
        return mine().stream().map(OutboxMessage::state).toList();
    }

    private List<OutboxMessage> digestsOf(PersonId person) {
        return of(person).stream()
                .filter(m -> m.kind().equals(KnownKinds.DIGEST))
                .toList();
    }

    private void queue(Outbox.Message message) {
        transaction.executeWithoutResult(t -> outbox.queue(message));
    }

    private Outbox.Message message(PersonId person, String kind, String subject) {
        var address = accounts.findByPerson(person.value()).orElseThrow().email();
        return message(address, person, kind, subject);
    }

    private static Outbox.Message message(
            EmailAddress to, @org.jspecify.annotations.Nullable PersonId person, String kind, String subject) {
        return new Outbox.Message(
                to,
                person,
                null,
                kind,
                Language.EN,
                subject,
                "Dear colleague",
                "Open",
                "http://localhost:8080/app/things/1");
    }

    private PersonId person(String zone) {
        var person = new Person(PersonName.published("Aigul Nurlanova"));
        person.locate(Language.EN, Set.of(), ZoneId.of(zone));
        var saved = persons.save(person);
        var account = new Account(saved.id(), new EmailAddress(UUID.randomUUID() + "@example.org"), "", clock);
        account.verify(clock);
        accounts.save(account);
        return saved.id();
    }
}
