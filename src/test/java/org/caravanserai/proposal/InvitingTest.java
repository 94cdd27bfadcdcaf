package org.caravanserai.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class InvitingTest {

    @Autowired
    Proposing proposing;

    @Autowired
    ContributorInviting inviting;

    @Autowired
    PeopleFinding finding;

    @Autowired
    InvitationAnswering answering;

    @Autowired
    Contributors contributors;

    @Autowired
    ProposalFiles files;

    @Autowired
    ProposalDrafting drafting;

    @Autowired
    MyProposals mine;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @AfterEach
    void followTheSystemClock() {
        clock.reset();
    }

    @Test
    void someoneInvitedByMailAgreesWithoutAnAccountAndTheLinkWorksOnce() {
        var author = proposing.person("SATO Junichi");
        var id = proposing.draft(proposing.meeting(), author);
        var secret = invite(id, author.id(), "Dilnoza Karimova", "dilnoza." + id.value() + "@example.org");

        var open = (InvitationAnswering.Open) answering.look(secret);
        assertThat(open.invited().published()).isEqualTo("Dilnoza Karimova");
        assertThat(open.title().exactly(Language.EN)).startsWith("Dust storms");
        answering.confirm(secret, "Dilnoza KARIMOVA");

        var named = Acting.as(author.id(), () -> inviting.list(id)).getLast();
        assertThat(named.answer()).isEqualTo(Contributor.Answer.CONFIRMED);
        assertThat(named.name().published()).isEqualTo("Dilnoza KARIMOVA");
        assertThat(answering.look(secret)).isInstanceOf(InvitationAnswering.Answered.class);
        assertThatThrownBy(() -> answering.decline(secret)).isInstanceOf(Refusal.class);
    }

    @Test
    void whoIsSignedInIsNamedWithHerProfileAndMayEditFromThenOn() {
        var author = proposing.person("SATO Junichi");
        var friend = proposing.person("Aigerim Nurlanova");
        var id = proposing.draft(proposing.meeting(), author);
        var secret = invite(id, author.id(), "Aigerim", "a." + id.value() + "@example.org");
        assertThatThrownBy(() -> Acting.as(friend.id(), () -> drafting.open(id)))
                .isInstanceOf(AccessDeniedException.class);

        Acting.as(friend.id(), () -> answering.confirm(secret, ""));

        assertThat(Acting.as(friend.id(), () -> drafting.open(id)).code()).isNotEmpty();
        assertThat(contributors.existsByProposalAndPerson(id.value(), friend.key()))
                .isTrue();
    }

    @Test
    void anInvitationForAKnownPersonIsNotForAnother() {
        var author = proposing.person("SATO Junichi");
        var friend = proposing.person("Aigerim Nurlanova");
        var other = proposing.person("Somebody Else");
        var id = proposing.draft(proposing.meeting(), author);
        Acting.as(author.id(), () -> inviting.add(id, friend.id(), ContributorRole.AUTHOR));
        var secret = lastSecret(friend.code());

        assertThatThrownBy(() -> Acting.as(other.id(), () -> answering.confirm(secret, "")))
                .isInstanceOf(Refusal.class);
        var asked = Acting.as(friend.id(), mine::asked);
        assertThat(asked).hasSize(1);
        assertThatThrownBy(() -> Acting.as(
                        other.id(), () -> answering.confirmAsMe(asked.getFirst().contributor())))
                .isInstanceOf(AccessDeniedException.class);
        Acting.as(friend.id(), () -> answering.confirmAsMe(asked.getFirst().contributor()));
        assertThat(answering.look(secret)).isInstanceOf(InvitationAnswering.Answered.class);
        assertThat(Acting.as(friend.id(), mine::asked)).isEmpty();
    }

    @Test
    void whoWasTakenOffByMistakeIsPutBackAsSheWasAndHerLinkWorksAgain() {
        var author = proposing.person("SATO Junichi");
        var friend = proposing.person("Aigerim Nurlanova");
        var id = proposing.draft(proposing.meeting(), author);
        var secret = invite(id, author.id(), "Dilnoza Karimova", "d." + id.value() + "@example.org");
        Acting.as(author.id(), () -> inviting.add(id, friend.id(), ContributorRole.AUTHOR));
        var invited = Acting.as(author.id(), () -> inviting.list(id)).get(1);

        var removal = Acting.as(author.id(), () -> inviting.remove(id, invited.key()));
        assertThat(answering.look(secret)).isInstanceOf(InvitationAnswering.Unknown.class);
        Acting.as(author.id(), () -> inviting.putBack(id, removal));

        assertThat(Acting.as(author.id(), () -> inviting.list(id)))
                .extracting(n -> n.name().published())
                .containsExactly("SATO Junichi", "Dilnoza Karimova", "Aigerim Nurlanova");
        assertThat(answering.look(secret)).isInstanceOf(InvitationAnswering.Open.class);
        assertThatThrownBy(() -> Acting.as(author.id(), () -> inviting.putBack(id, removal)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aRemovalOfLongAgoOrOfSomeoneNamedAgainIsNotUndone() {
        var author = proposing.person("SATO Junichi");
        var friend = proposing.person("Aigerim Nurlanova");
        var id = proposing.draft(proposing.meeting(), author);
        Acting.as(author.id(), () -> inviting.add(id, friend.id(), ContributorRole.AUTHOR));
        var key = Acting.as(author.id(), () -> inviting.list(id)).getLast().key();
        var removal = Acting.as(author.id(), () -> inviting.remove(id, key));
        Acting.as(author.id(), () -> inviting.add(id, friend.id(), ContributorRole.AUTHOR));
        assertThatThrownBy(() -> Acting.as(author.id(), () -> inviting.putBack(id, removal)))
                .isInstanceOf(Refusal.class);

        var again = Acting.as(author.id(), () -> inviting.list(id)).getLast().key();
        var late = Acting.as(author.id(), () -> inviting.remove(id, again));
        clock.set(clock.instant().plus(Duration.ofMinutes(16)));
        assertThatThrownBy(() -> Acting.as(author.id(), () -> inviting.putBack(id, late)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void ofTwoAnswersAtOnceOneCounts() throws Exception {
        var author = proposing.person("SATO Junichi");
        var id = proposing.draft(proposing.meeting(), author);
        var secret = invite(id, author.id(), "Racer", "racer." + id.value() + "@example.org");
        var start = new CyclicBarrier(2);
        Callable<Boolean> answer = () -> {
            start.await();
            try {
                answering.confirm(secret, "Racer");
                return true;
            } catch (Refusal refusal) {
                return false;
            }
        };
        try (var pool = Executors.newFixedThreadPool(2)) {
            var results = pool.invokeAll(List.of(answer, answer));
            assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(persons.findAll().stream().filter(p -> p.name().published().equals("Racer")))
                .hasSize(1);
    }

    @Test
    void anExpiredReplacedOrUnknownLinkSaysSo() {
        var author = proposing.person("SATO Junichi");
        var id = proposing.draft(proposing.meeting(), author);
        var email = "late." + id.value() + "@example.org";
        var first = invite(id, author.id(), "Late", email);
        var key = Acting.as(author.id(), () -> inviting.list(id)).getLast().key();
        Acting.as(author.id(), () -> inviting.inviteAgain(id, key));
        var second = lastSecret(email);

        assertThat(answering.look(first)).isInstanceOf(InvitationAnswering.Expired.class);
        assertThat(answering.look(second)).isInstanceOf(InvitationAnswering.Open.class);
        assertThat(answering.look("nonsense")).isInstanceOf(InvitationAnswering.Unknown.class);
        clock.set(clock.instant().plus(Duration.ofDays(31)));
        assertThat(answering.look(second)).isInstanceOf(InvitationAnswering.Expired.class);
        assertThatThrownBy(() -> answering.confirm(second, "Late")).isInstanceOf(Refusal.class);
    }

    @Test
    void hostileNamesStayWordsInTheMail() {
        var author = proposing.person("SATO Junichi");
        var id = proposing.draft(proposing.meeting(), author);
        int number = 0;
        for (var name : Proposing.hostile()) {
            var email = "h" + number++ + "." + id.value() + "@example.org";
            var secret = invite(id, author.id(), name, email);
            assertThat(answering.look(secret)).isInstanceOf(InvitationAnswering.Open.class);
            var subject = jdbc.sql("select subject from outbox_message where recipient = ?")
                    .param(email)
                    .query(String.class)
                    .single();
            assertThat(subject).doesNotContain("\n", "\r");
        }
        assertThat(Acting.as(author.id(), () -> inviting.list(id)))
                .hasSize(Proposing.hostile().size() + 1);
    }

    @Test
    void thePeopleStandInTheOrderThatWasChosenAndTheProposerStays() {
        var author = proposing.person("SATO Junichi");
        var id = proposing.draft(proposing.meeting(), author);
        invite(id, author.id(), "Second", "second." + id.value() + "@example.org");
        var keys = Acting.as(author.id(), () -> inviting.list(id)).stream()
                .map(ContributorInviting.Named::key)
                .toList();
        Acting.as(author.id(), () -> inviting.arrange(id, keys.reversed()));
        assertThat(Acting.as(author.id(), () -> inviting.list(id)))
                .extracting(ContributorInviting.Named::key)
                .containsExactlyElementsOf(keys.reversed());
        assertThatThrownBy(() -> Acting.as(author.id(), () -> inviting.remove(id, keys.getFirst())))
                .isInstanceOf(Refusal.class);
        Acting.as(author.id(), () -> inviting.remove(id, keys.getLast()));
        assertThat(Acting.as(author.id(), () -> inviting.list(id))).hasSize(1);
    }

    @Test
    void peopleAreFoundInAnySpelling() {
        var mark = Long.toString(System.nanoTime(), 26).replaceAll("[^a-z]", "q");
        var shavkat = proposing.person("Шавкат " + mark);
        var author = proposing.person("SATO Junichi");
        assertThat(Acting.as(author.id(), () -> finding.named("Shavkat " + mark)))
                .extracting(PeopleFinding.Found::person)
                .containsExactly(shavkat.id());
        assertThat(Acting.as(author.id(), () -> finding.named("%"))).isEmpty();
    }

    @Test
    void filesAreWhatTheirBytesSayAndFew() throws Exception {
        var author = proposing.person("SATO Junichi");
        var stranger = proposing.person("Stranger");
        var id = proposing.draft(proposing.meeting(), author);
        var pdf = "%PDF-1.7\n%âãÏÓ\n1 0 obj".getBytes(StandardCharsets.ISO_8859_1);

        var kept =
                Acting.as(author.id(), () -> files.add(id, new ProposalFiles.Upload(null, "../../evil\r\n.html", pdf)));
        assertThat(kept.mediaType()).isEqualTo("application/pdf");
        assertThat(kept.name()).isEqualTo("evil .html.pdf");
        for (var refused : List.of(
                "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
                new byte[] {'M', 'Z', 0, 0},
                new byte[0],
                zip("evil.exe"),
                zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                new byte[ProposalFiles.LARGEST + 1])) {
            assertThatThrownBy(() -> Acting.as(
                            author.id(), () -> files.add(id, new ProposalFiles.Upload(null, "a.pdf", refused))))
                    .isInstanceOf(Refusal.class);
        }
        var docx = zip("[Content_Types].xml", "word/document.xml");
        for (int i = 1; i < ProposalFiles.MOST; i++) {
            Acting.as(author.id(), () -> files.add(id, new ProposalFiles.Upload(null, "x.docx", docx)));
        }
        assertThatThrownBy(() ->
                        Acting.as(author.id(), () -> files.add(id, new ProposalFiles.Upload(null, "x.docx", docx))))
                .isInstanceOf(Refusal.class);
        assertThat(Actor.asSystem(() -> files.bytes(kept.key())).readAllBytes()).isEqualTo(pdf);
        assertThatThrownBy(() -> Acting.as(stranger.id(), () -> files.download(kept.key())))
                .isInstanceOf(AccessDeniedException.class);
        Acting.as(author.id(), () -> files.remove(id, kept.key()));
        assertThat(Acting.as(author.id(), () -> files.list(id))).hasSize(ProposalFiles.MOST - 1);
    }

    private String invite(ProposalId id, org.caravanserai.people.PersonId by, String name, String email) {
        Acting.as(by, () -> inviting.invite(id, name, new EmailAddress(email), ContributorRole.AUTHOR, Language.EN));
        return lastSecret(email);
    }

    /** The secret in the newest message to an address that begins so. */
    private String lastSecret(String recipient) {
        var text = jdbc.sql("select text_body from outbox_message where recipient like ? order by id desc")
                .param(recipient.toLowerCase(java.util.Locale.ROOT) + "%")
                .query(String.class)
                .list()
                .getFirst();
        return text.substring(text.indexOf("/invitations/") + "/invitations/".length())
                .strip();
    }

    private static byte[] zip(String... names) throws java.io.IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
