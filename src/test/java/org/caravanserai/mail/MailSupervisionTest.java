package org.caravanserai.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.UUID;
import org.caravanserai.mail.OutboxMessage.State;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class MailSupervisionTest {

    private static final String SECRET = "https://meetings.example.org/reset?token=secret";

    @Autowired
    MailSupervision supervision;

    @Autowired
    MeetingMail meetingMail;

    @Autowired
    Mailbox mailbox;

    @Autowired
    OutboxMessages messages;

    @Autowired
    Accounts accounts;

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private final String run = Ids.code().toLowerCase(java.util.Locale.ROOT);
    private Meeting meeting;
    private PersonId organiser;
    private PersonId administrator;

    @BeforeEach
    void makeAMeeting() {
        clock.reset();
        meeting = fixtures.openMeeting();
        organiser = fixtures.personAs(Role.ORGANISER, meeting);
        administrator = fixtures.administrator();
    }

    @Test
    void administratorsSeeWhatFailedAndWhyAndHaveItTriedAgain() {
        var failed = queue("failed", meeting.key(), State.FAILED);
        Acting.as(administrator, () -> {
            assertThat(supervision.find(new MailFilter(Optional.of(State.FAILED), "", run), 0, 10))
                    .singleElement()
                    .satisfies(line -> assertThat(line.lastError()).isEqualTo("no route"));
            supervision.retry(failed);
            assertThat(state(failed)).isEqualTo(State.QUEUED);
            assertThat(catchThrowableOfType(Refusal.class, () -> supervision.retry(failed))
                            .key())
                    .isEqualTo("mail.retry.gone");
        });
    }

    @Test
    void whatIsGivenUpStaysGivenUpEvenIfAnAttemptWasUnderWayAndCanBeTriedAgain() {
        var queued = queue("queued", meeting.key(), State.QUEUED);
        Acting.as(administrator, () -> supervision.giveUp(queued));
        transaction.executeWithoutResult(
                status -> messages.findById(queued).orElseThrow().failed("late", clock));
        assertThat(state(queued)).isEqualTo(State.GIVEN_UP);
        Acting.as(administrator, () -> supervision.retry(queued));
        assertThat(state(queued)).isEqualTo(State.QUEUED);
        var sent = queue("sent", meeting.key(), State.SENT);
        Acting.as(
                administrator,
                () -> assertThat(catchThrowableOfType(Refusal.class, () -> supervision.giveUp(sent))
                                .key())
                        .isEqualTo("mail.retry.gone"));
    }

    @Test
    void organisersTryAgainWhatFailedInTheirMeetingAndNothingElse() {
        var mine = queue("mine", meeting.key(), State.FAILED);
        var theirs = queue("theirs", fixtures.openMeeting().key(), State.FAILED);
        Acting.as(organiser, () -> {
            assertThat(meetingMail.failing())
                    .singleElement()
                    .satisfies(f -> assertThat(f.messages()).isEqualTo(1));
            assertThat(catchThrowableOfType(Refusal.class, () -> meetingMail.retry(meeting.key(), theirs))
                            .key())
                    .isEqualTo("mail.retry.gone");
            assertThat(meetingMail.retryAll(meeting.key())).isEqualTo(1);
            assertThat(meetingMail.failing()).isEmpty();
        });
        assertThat(state(mine)).isEqualTo(State.QUEUED);
        assertThat(state(theirs)).isEqualTo(State.FAILED);
    }

    @Test
    void anOrganiserReadsAMessageWithoutItsLink() {
        var message = queue("linked", meeting.key(), State.SENT);
        Acting.as(organiser, () -> {
            var text = meetingMail.read(meeting.key(), message);
            assertThat(text.text()).doesNotContain("secret");
            assertThat(text.actionAddress()).isEmpty();
        });
    }

    @Test
    void aMessageThatWentOutShowsNoLinkIntoTheAccountButOneThatIsKeptDoes() {
        var person = fixtures.person("Reader");
        var email = new EmailAddress("reader-" + run + "@example.org");
        var account = new Account(person, email, "", clock);
        account.verify(clock);
        accounts.save(account);
        var sent = queue("reader", null, State.SENT);
        var kept = queue("reader", null, State.KEPT);
        queue("reader", null, State.QUEUED);
        Acting.as(person, () -> {
            assertThat(mailbox.countMine()).isEqualTo(2);
            assertThat(mailbox.read(sent).text()).doesNotContain("secret");
            assertThat(mailbox.html(sent)).isEmpty();
            assertThat(mailbox.read(kept).actionAddress()).isEqualTo(SECRET);
            assertThat(mailbox.html(kept)).isPresent();
        });
    }

    @Test
    void listsAreNarrowedByStateKindAndWordsAndNothingTypedIsAPattern() {
        queue("alpha", meeting.key(), State.SENT);
        queue("beta", meeting.key(), State.FAILED);
        Acting.as(organiser, () -> {
            assertThat(meetingMail.kinds(meeting.key())).containsExactly("account-reset");
            assertThat(meetingMail.count(meeting.key(), new MailFilter(Optional.of(State.SENT), "", "")))
                    .isEqualTo(1);
            assertThat(meetingMail.count(meeting.key(), new MailFilter(Optional.empty(), "decision", "")))
                    .isZero();
            assertThat(meetingMail.count(meeting.key(), new MailFilter(Optional.empty(), "", "ALPHA")))
                    .isEqualTo(1);
            assertThat(meetingMail.count(meeting.key(), new MailFilter(Optional.empty(), "", "%")))
                    .isZero();
            assertThat(meetingMail.counts(meeting.key())).containsEntry(State.FAILED, 1);
        });
    }

    @Test
    void listsCostTheSameForTenAndForAThousandMessages() {
        for (int i = 0; i < 10; i++) {
            queue("many" + i, meeting.key(), State.SENT);
        }
        var ten = statements();
        transaction.executeWithoutResult(status -> {
            for (int i = 10; i < 1_000; i++) {
                messages.save(message("many" + i, meeting.key()));
            }
        });

        assertThat(statements()).isEqualTo(ten);
    }

    /** The roles of who asks are kept for two seconds: asking twice leaves out what it costs to read them anew. */
    private int statements() {
        return Math.min(counted(), counted());
    }

    private int counted() {
        return Acting.as(
                organiser,
                () -> SqlCounter.count(() -> {
                    meetingMail.find(meeting.key(), MailFilter.ALL, 0, 1_000);
                    meetingMail.count(meeting.key(), MailFilter.ALL);
                    meetingMail.counts(meeting.key());
                    meetingMail.kinds(meeting.key());
                }));
    }

    private State state(UUID message) {
        return messages.findById(message).orElseThrow().state();
    }

    private UUID queue(String name, @org.jspecify.annotations.Nullable UUID of, State state) {
        var message = message(name, of);
        switch (state) {
            case SENT -> message.sent(clock);
            case KEPT -> message.keep();
            case GIVEN_UP -> message.giveUp();
            case FAILED -> {
                for (int i = 0; i < 8; i++) {
                    message.failed("no route", clock);
                }
            }
            case QUEUED -> {}
        }
        transaction.executeWithoutResult(status -> messages.save(message));
        return message.key();
    }

    private OutboxMessage message(String name, @org.jspecify.annotations.Nullable UUID of) {
        return new OutboxMessage(
                new EmailAddress(name + "-" + run + "@example.org"),
                null,
                of,
                "account-reset",
                "en",
                "A new password " + run,
                "Words\n\nChoose:\n" + SECRET + "\n",
                "<p>Words</p><a href=\"" + SECRET + "\">Choose</a>",
                SECRET,
                clock);
    }
}
