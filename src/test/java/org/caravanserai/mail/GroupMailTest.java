package org.caravanserai.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Actor;
import org.caravanserai.review.Committee;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class GroupMailTest {

    @Autowired
    GroupMail mail;

    @Autowired
    MeetingMail meetingMail;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Committee committee;

    @Autowired
    org.caravanserai.people.Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Committee.Scene scene;
    private UUID meeting;

    @BeforeEach
    void makeAScene() {
        clock.reset();
        scene = committee.scene();
        meeting = scene.meeting().key();
        verify(scene.organiser());
        verify(scene.reviewer());
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void eachReadsItInHerLanguageWithHerOwnNameAndTitles() {
        var sato = committee.person("SATO Junichi", "佐藤 純一", Language.JA, "JP");
        submit(sato, "Dust of the Aral Sea");
        submit(sato, "Salt");
        var karimov = committee.person("Shavkat Karimov", "Шавкат Каримов", Language.UZ, "UZ");
        submit(karimov, "Water");
        asOrganiser(() -> {
            mail.keep(
                    meeting,
                    0,
                    Set.of("contributors-submitted"),
                    new LocalizedText(Map.of(Language.EN, "About {code}", Language.JA, "{code} について")),
                    new LocalizedText(Map.of(
                            Language.EN, "Dear {name},\n\n{title} at {meeting}", Language.JA, "{name} 様\n\n{title}")));
            var previews = mail.preview(meeting);
            assertThat(previews).hasSize(2);
            var japanese = previews.stream()
                    .filter(p -> p.language() == Language.JA)
                    .findFirst()
                    .orElseThrow();
            assertThat(japanese.text())
                    .contains("佐藤 純一 様")
                    .contains("Dust of the Aral Sea")
                    .contains("Salt");
            assertThat(japanese.subject()).endsWith("について").contains(", ");
            var uzbek = previews.stream()
                    .filter(p -> p.language() == Language.EN)
                    .findFirst()
                    .orElseThrow();
            assertThat(uzbek.text()).startsWith("Dear Shavkat Karimov").contains("Water at Meeting");
        });
    }

    @Test
    void userTextIsNeverInterpretedAndCannotAddAHeader() {
        var hostile = committee.person("{code} ${7*7} <b>Eve</b>", "", Language.EN, "KZ");
        submit(hostile, "{name}\r\nBcc: victim@other.example {meeting} #{T(java.lang.Runtime)}");
        asOrganiser(() -> {
            mail.keep(
                    meeting,
                    0,
                    Set.of("contributors-submitted"),
                    LocalizedText.english("{title}\r\nBcc: other@example.org"),
                    LocalizedText.english("Dear {name}: {title}"));
            var queued = mail.queue(meeting);
            assertThat(queued.recipients()).isEqualTo(1);
        });
        var row = jdbc.sql(
                        "select subject, text_body, html_body from outbox_message where meeting = ? and kind = 'group'")
                .param(meeting)
                .query()
                .singleRow();
        assertThat((String) row.get("subject"))
                .startsWith("{name} Bcc: victim@other.example {meeting} #{T(java.lang.Runtime)}")
                .doesNotContain("\n")
                .doesNotContain("\r");
        assertThat((String) row.get("text_body")).contains("Dear {code} ${7*7} <b>Eve</b>: {name}");
        assertThat((String) row.get("html_body")).contains("&lt;b&gt;Eve").doesNotContain("<b>");
    }

    @Test
    void whatHasNoMeaningForAllChosenGroupsIsRefusedAtItsField() {
        submit(committee.person("Author", "", Language.EN, "KZ"), "A talk");
        asOrganiser(() -> {
            mail.keep(
                    meeting,
                    0,
                    Set.of("contributors-submitted", "reviewers"),
                    LocalizedText.english("Hello"),
                    LocalizedText.english("{name}, {title}, {nmae}"));
            var refusal = catchThrowableOfType(Refusal.class, () -> mail.queue(meeting));
            assertThat(refusal.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.field()).isEqualTo("text");
                assertThat(problem.arguments()).containsExactly("{nmae}, {title}");
            });
        });
    }

    @Test
    void everythingMissingIsSaidAtOnceAndNothingLeaves() {
        asOrganiser(() -> {
            mail.keep(meeting, 0, Set.of(), LocalizedText.EMPTY, LocalizedText.EMPTY);
            assertThat(catchThrowableOfType(Refusal.class, () -> mail.queue(meeting))
                            .problems())
                    .extracting(Refusal.Problem::field)
                    .containsExactly("groups", "subject", "text");
            assertThat(meetingMail.count(meeting, MailFilter.ALL)).isZero();
        });
    }

    @Test
    void oneRecipientGetsHerOwnTextAndAnotherNothing() {
        asOrganiser(() -> {
            var draft = reviewersAndChairs();
            var previews = mail.preview(meeting);
            assertThat(previews).hasSizeGreaterThanOrEqualTo(2);
            var first = previews.getFirst().email();
            mail.editFor(meeting, first, "For you", "A word of your own: {name}");
            mail.exclude(meeting, previews.get(1).email(), true);
            assertThat(draft.placeholders()).containsExactlyInAnyOrder("meeting", "name");
            assertThat(mail.queue(meeting).recipients()).isEqualTo(previews.size() - 1);
            assertThat(jdbc.sql("select text_body from outbox_message where meeting = ? and recipient = ?")
                            .params(meeting, first.value())
                            .query(String.class)
                            .single())
                    .contains("A word of your own: {name}");
            assertThat(meetingMail.count(
                            meeting,
                            new MailFilter(
                                    java.util.Optional.empty(),
                                    "",
                                    previews.get(1).email().value())))
                    .isZero();
        });
    }

    @Test
    void allAreTakenBackUntilTheyLeaveAndTheTextIsADraftAgain() {
        asOrganiser(() -> {
            reviewersAndChairs();
            var queued = mail.queue(meeting);
            assertThat(mail.sent(meeting, 10)).hasSize(1);
            assertThat(mail.takeBack(meeting, queued.key())).isEqualTo(queued.recipients());
            assertThat(meetingMail.count(meeting, MailFilter.ALL)).isZero();
            assertThat(mail.draft(meeting).subject().text(Language.EN)).isEqualTo("Hello");
            assertThat(mail.sent(meeting, 10)).isEmpty();

            var again = mail.queue(meeting);
            clock.advance(GroupMessage.PAUSE.plusSeconds(1));
            assertThat(catchThrowableOfType(Refusal.class, () -> mail.takeBack(meeting, again.key()))
                            .key())
                    .isEqualTo("mailview.left");
            assertThat(meetingMail.count(meeting, MailFilter.ALL)).isEqualTo(again.recipients());
        });
    }

    @Test
    void aRecipientDoesNotSeeAMessageThatCanStillBeTakenBack() {
        asOrganiser(() -> {
            reviewersAndChairs();
            mail.queue(meeting);
        });
        Acting.as(scene.reviewer(), () -> assertThat(mailbox.countMine()).isZero());
        clock.advance(GroupMessage.PAUSE);
        Acting.as(scene.reviewer(), () -> {
            assertThat(mailbox.countMine()).isEqualTo(1);
            var message = mailbox.mine(0, 10).getFirst();
            assertThat(mailbox.read(message.key()).text()).contains("Dear ");
            assertThat(mailbox.html(message.key())).isPresent();
        });
        Acting.as(
                scene.chair(),
                () -> assertThat(catchThrowableOfType(Refusal.class, () -> mailbox.read(received(scene.reviewer())))
                                .key())
                        .isEqualTo("mail.message.gone"));
    }

    @Test
    void aTestGoesToTheWriterAlone() {
        asOrganiser(() -> {
            reviewersAndChairs();
            var mine = mail.sendTest(meeting);
            assertThat(meetingMail.find(meeting, MailFilter.ALL, 0, 10))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.recipient()).isEqualTo(mine.value());
                        assertThat(line.kind()).isEqualTo("group-test");
                    });
        });
    }

    @Test
    void aStaleWindowOverwritesNothing() {
        asOrganiser(() -> {
            mail.keep(meeting, 0, Set.of("reviewers"), LocalizedText.english("One"), LocalizedText.EMPTY);
            var seen = mail.draft(meeting).version();
            mail.keep(meeting, seen, Set.of("reviewers"), LocalizedText.english("Two"), LocalizedText.EMPTY);
            assertThat(catchThrowableOfType(
                            OptimisticLockingFailureException.class,
                            () -> mail.keep(
                                    meeting, seen, Set.of(), LocalizedText.english("Stale"), LocalizedText.EMPTY)))
                    .isNotNull();
            assertThat(mail.draft(meeting).subject().text(Language.EN)).isEqualTo("Two");
        });
    }

    @Test
    void onlyOrganisersWriteAndNobodyWritesForAnotherMeeting() {
        var other = committee.scene();
        for (var person : List.of(scene.chair(), scene.reviewer(), other.organiser())) {
            Acting.as(
                    person,
                    () -> assertThat(catchThrowableOfType(AccessDeniedException.class, () -> mail.preview(meeting)))
                            .isNotNull());
        }
        var queued = Acting.as(scene.organiser(), () -> {
            reviewersAndChairs();
            return mail.queue(meeting);
        });
        Acting.as(
                other.organiser(),
                () -> assertThat(catchThrowableOfType(
                                        Refusal.class,
                                        () -> mail.takeBack(other.meeting().key(), queued.key()))
                                .key())
                        .isEqualTo("mailview.left"));
    }

    @Test
    void previewAndGroupsCostTheSameForTenAndForManyPeople() {
        committee.many(scene, 10);
        asOrganiser(() -> mail.keep(
                meeting,
                0,
                Set.of("contributors-submitted", "roles"),
                LocalizedText.english("{name}"),
                LocalizedText.english("{name}")));
        var ten = statements();
        for (int i = 0; i < 60; i++) {
            submit(committee.person("Author " + i, "", Language.EN, "KZ"), "Talk " + i);
        }

        assertThat(statements()).isEqualTo(ten);
    }

    @Test
    void draftsAreTheirAuthorsOwn() {
        asOrganiser(() -> assertThat(mail.groups(meeting))
                .extracting(GroupMail.Choice::key)
                .contains("contributors-accepted", "reviewers", "roles")
                .doesNotContain("contributors-draft"));
    }

    private GroupMail.Draft reviewersAndChairs() {
        verify(scene.chair());
        return mail.keep(
                meeting,
                mail.draft(meeting).version(),
                Set.of("reviewers", "chairs", "roles"),
                LocalizedText.english("Hello"),
                LocalizedText.english("Dear {name}, see you at {meeting}"));
    }

    /** The roles of who asks are kept for two seconds: asking twice leaves out what it costs to read them anew. */
    private int statements() {
        return Math.min(counted(), counted());
    }

    private int counted() {
        return Acting.as(
                scene.organiser(),
                () -> SqlCounter.count(() -> {
                    mail.groups(meeting);
                    mail.preview(meeting);
                }));
    }

    private UUID received(PersonId person) {
        return jdbc.sql("select id from outbox_message where person = ?")
                .param(person.value())
                .query(UUID.class)
                .list()
                .getFirst();
    }

    private void submit(org.caravanserai.people.Person by, String title) {
        committee.submitted(scene, by, LocalizedText.english(title), 0, 0, "en");
    }

    private void verify(PersonId person) {
        Actor.asSystem(() -> {
            var account = accounts.findByPerson(person.value())
                    .orElseGet(() -> new org.caravanserai.people.Account(
                            person, new EmailAddress("x" + person.value() + "@example.org"), "", clock));
            account.verify(clock);
            accounts.save(account);
        });
    }

    private void asOrganiser(Runnable work) {
        Acting.as(scene.organiser(), work);
    }
}
