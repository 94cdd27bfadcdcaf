package org.caravanserai.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.Contributors;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.proposal.ProposalSubmission;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class DecidingTest {

    @Autowired
    Committee committee;

    @Autowired
    Deciding deciding;

    @Autowired
    AuditTrail trail;

    @Autowired
    ProposalSubmission submission;

    @Autowired
    PendingDecisions pending;

    @Autowired
    DecisionTexts texts;

    @Autowired
    Proposals proposals;

    @Autowired
    Contributors contributors;

    @Autowired
    JdbcClient jdbc;

    private Committee.Scene scene;

    @BeforeEach
    void makeScene() {
        scene = committee.scene();
    }

    @Test
    void nothingLeavesAndNothingChangesBeforeTheDecisionIsSent() {
        var proposal = submitted("Salt dust");

        var decided = decide(scene.organiser(), List.of(proposal.key()), Verdict.ACCEPT, "");

        assertThat(decided.decisions()).hasSize(1);
        assertThat(decided.mails()).isEqualTo(1);
        assertThat(state(proposal)).isEqualTo(ProposalState.SUBMITTED);
        assertThat(queued()).isEmpty();

        var sent =
                Acting.as(scene.organiser(), () -> deciding.send(scene.meeting().id(), decided.decisions()));

        assertThat(sent.decisions()).isEqualTo(1);
        assertThat(sent.mails()).isEqualTo(1);
        assertThat(state(proposal)).isEqualTo(ProposalState.ACCEPTED);
        assertThat(queued()).hasSize(1);
    }

    @Test
    void everyContributorIsToldInTheLanguageThatSheReads() {
        var proposer = committee.person("SATO Junichi", "佐藤 純一", Language.JA, "JP");
        var proposal = committee.submitted(
                scene, proposer, new LocalizedText(Map.of(Language.EN, "Salt dust", Language.JA, "塩の砂塵")), 0, 0, "ja");
        var partner = committee.person("Aigerim Nurlanova", "Айгерім Нұрланова", Language.KK, "KZ");
        var refuser = committee.person("No Body", "", Language.RU, "KZ");
        contributors.save(Contributor.known(proposal.id(), 1, partner.id(), ContributorRole.AUTHOR));
        contributors.save(Contributor.invited(
                proposal.id(), 2, "Guest", new EmailAddress("guest@example.org"), ContributorRole.AUTHOR));
        var declined = Contributor.known(proposal.id(), 3, refuser.id(), ContributorRole.AUTHOR);
        declined.decline();
        contributors.save(declined);

        var mails = mailsOf(decide(scene.chair(), List.of(proposal.key()), Verdict.ACCEPT, "Bring maps."));

        assertThat(mails)
                .extracting(PendingDecisions.Mail::language)
                .containsExactly(Language.JA, Language.KK, Language.EN);
        assertThat(mails.get(0).text()).startsWith("佐藤 純一 様").contains("「塩の砂塵」", "Bring maps.", "会合 ");
        assertThat(mails.get(1).text())
                .startsWith("Құрметті Айгерім Нұрланова!")
                .contains("«Salt dust»");
        assertThat(mails.get(2).text()).startsWith("Dear Guest,");
        assertThat(mails.get(2).email()).isEqualTo("guest@example.org");
    }

    @Test
    void oneMailIsChangedBeforeItLeavesAndTheOthersAreNot() {
        var proposal = submitted("Salt dust");
        contributors.save(Contributor.invited(
                proposal.id(), 1, "Guest", new EmailAddress("guest2@example.org"), ContributorRole.AUTHOR));
        var decided = decide(scene.organiser(), List.of(proposal.key()), Verdict.DECLINE, "");
        var mails = mailsOf(decided);

        Acting.as(
                scene.organiser(),
                () -> deciding.editMail(
                        scene.meeting().id(),
                        mails.get(1).key(),
                        mails.get(1).version(),
                        "Changed\r\nBcc: x@example.org",
                        "By hand {name} ${x}"));
        Acting.as(scene.organiser(), () -> deciding.send(scene.meeting().id(), decided.decisions()));

        var queued = queued();
        assertThat(queued).hasSize(2);
        assertThat(queued).anySatisfy(m -> {
            assertThat(m.subject()).isEqualTo("Changed Bcc: x@example.org");
            assertThat(m.text()).startsWith("By hand {name} ${x}\n");
        });
        assertThat(queued).anySatisfy(m -> assertThat(m.text()).startsWith("Dear "));
        assertThatThrownBy(() -> Acting.as(
                        scene.organiser(),
                        () -> deciding.editMail(
                                scene.meeting().id(),
                                mails.get(0).key(),
                                mails.get(0).version(),
                                "Late",
                                "Late")))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("review.mail.gone"));
    }

    @Test
    void aMailThatSomeoneElseChangedIsNotOverwritten() {
        var mail = mailsOf(
                        decide(scene.organiser(), List.of(submitted("Salt dust").key()), Verdict.WAITING, ""))
                .getFirst();
        Acting.as(
                scene.chair(),
                () -> deciding.editMail(scene.meeting().id(), mail.key(), mail.version(), "First", "First"));

        assertThatThrownBy(() -> Acting.as(
                        scene.organiser(),
                        () -> deciding.editMail(scene.meeting().id(), mail.key(), mail.version(), "Second", "Second")))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("review.mail.stale"));
    }

    @Test
    void aDecisionIsTakenBackUntilItIsSentAndNotAfter() {
        var proposal = submitted("Salt dust");
        var first = decide(scene.organiser(), List.of(proposal.key()), Verdict.DECLINE, "");

        assertThat(Acting.as(
                        scene.chair(), () -> deciding.takeBack(scene.meeting().id(), first.decisions())))
                .isEqualTo(1);
        assertThat(mailsOf(first)).isEmpty();

        var second = decide(scene.organiser(), List.of(proposal.key()), Verdict.ACCEPT, "");
        Acting.as(scene.organiser(), () -> deciding.send(scene.meeting().id(), second.decisions()));

        assertThat(Acting.as(
                        scene.organiser(),
                        () -> deciding.takeBack(scene.meeting().id(), second.decisions())))
                .isZero();
        assertThat(state(proposal)).isEqualTo(ProposalState.ACCEPTED);
    }

    @Test
    void whoDecidedAndWhoTookItBackStandsInTheAuditTrail() {
        var proposal = submitted("Salt dust");
        var decided = decide(scene.organiser(), List.of(proposal.key()), Verdict.DECLINE, "Too early");
        Acting.as(scene.chair(), () -> deciding.takeBack(scene.meeting().id(), decided.decisions()));

        var entries = trail.about(decided.decisions().getFirst(), 10);
        assertThat(entries)
                .extracting(AuditTrail.Entry::action, e -> e.actor().orElseThrow())
                .containsExactly(
                        tuple("deleted", scene.chair().value()),
                        tuple("created", scene.organiser().value()));
        assertThat(entries.getLast().after()).contains("DECLINE").contains("Too early");
    }

    @Test
    void ofTwoChairsWhoDecideAtOnceTheLaterIsToldThatADecisionWaits() throws Exception {
        var keys = new ArrayList<UUID>();
        for (int i = 0; i < 20; i++) {
            keys.add(submitted("Proposal " + i).key());
        }
        var start = new CyclicBarrier(2);
        try (var chairs = Executors.newFixedThreadPool(2)) {
            var one = chairs.submit(at(start, scene.organiser(), keys, Verdict.ACCEPT));
            var two = chairs.submit(at(start, scene.chair(), keys.reversed(), Verdict.DECLINE));
            var results = List.of(one.get(), two.get());
            assertThat(results).extracting(r -> r.decisions().size()).containsExactlyInAnyOrder(20, 0);
            assertThat(results.stream().flatMap(r -> r.skipped().stream()))
                    .hasSize(20)
                    .allMatch(s -> s.reason() == Deciding.Reason.PENDING);
        }
    }

    @Test
    void ofADecisionThatIsSentAndAWithdrawalAtOnceBothAreTakenInOneOfTheOrders() throws Exception {
        for (int round = 0; round < 5; round++) {
            var proposal = submitted("Raced " + round);
            var decided = decide(scene.organiser(), List.of(proposal.key()), Verdict.ACCEPT, "");
            var author = proposals.findById(proposal.key()).orElseThrow().proposer();
            var start = new CyclicBarrier(2);
            try (var two = Executors.newFixedThreadPool(2)) {
                var sending = two.submit(() -> {
                    start.await();
                    return Acting.as(
                            scene.organiser(),
                            () -> deciding.send(scene.meeting().id(), decided.decisions()));
                });
                var withdrawing = two.submit(() -> {
                    start.await();
                    Acting.as(author, () -> submission.withdraw(proposal.id()));
                    return true;
                });
                assertThat(withdrawing.get()).isTrue();
                var sent = sending.get();
                assertThat(sent.decisions() + sent.skipped().size()).isEqualTo(1);
            }
            assertThat(state(proposal)).isEqualTo(ProposalState.WITHDRAWN);
        }
    }

    @Test
    void twoWhoSendAtOnceSendEachMailOnce() throws Exception {
        var decided = decide(scene.organiser(), List.of(submitted("Salt dust").key()), Verdict.ACCEPT, "");
        var start = new CyclicBarrier(2);
        try (var chairs = Executors.newFixedThreadPool(2)) {
            Callable<Deciding.Sent> send = () -> {
                start.await();
                return Acting.as(
                        scene.organiser(), () -> deciding.send(scene.meeting().id(), decided.decisions()));
            };
            var one = chairs.submit(send);
            var two = chairs.submit(send);
            assertThat(one.get().mails() + two.get().mails()).isEqualTo(1);
        }
        assertThat(queued()).hasSize(1);
    }

    @Test
    void whatWasWithdrawnMeanwhileIsLeftAndReportedAndTheOthersAreSent() {
        var one = submitted("One");
        var two = submitted("Two");
        var decided = decide(scene.organiser(), List.of(one.key(), two.key()), Verdict.ACCEPT, "");
        Actor.asSystem(() -> {
            var withdrawn = proposals.findById(one.key()).orElseThrow();
            withdrawn.withdraw(java.time.Clock.systemUTC());
            proposals.save(withdrawn);
        });

        var sent =
                Acting.as(scene.organiser(), () -> deciding.send(scene.meeting().id(), decided.decisions()));

        assertThat(sent.decisions()).isEqualTo(1);
        assertThat(sent.skipped()).singleElement().satisfies(s -> {
            assertThat(s.code()).isEqualTo(one.code());
            assertThat(s.reason()).isEqualTo(Deciding.Reason.STATE);
        });
        assertThat(state(one)).isEqualTo(ProposalState.WITHDRAWN);
    }

    @Test
    void threeHundredAreDecidedAndSentTogether() {
        var keys = committee.many(scene, 300);

        var decided = decide(scene.organiser(), keys, Verdict.ACCEPT, "");
        var sent =
                Acting.as(scene.organiser(), () -> deciding.send(scene.meeting().id(), decided.decisions()));

        assertThat(sent.decisions()).isEqualTo(300);
        assertThat(queued()).hasSize(300);
    }

    @Test
    void organisersReplaceTheTextsLanguageByLanguage() {
        Acting.as(
                scene.organiser(),
                () -> texts.write(
                        scene.meeting().id(),
                        Verdict.ACCEPT,
                        new DecisionTexts.Texts(
                                LocalizedText.english("Yes: {title}"),
                                LocalizedText.english("Hello {name}, {title}!"))));
        var hostile = committee.person("{title} <b>$1</b>", "", Language.EN, "KZ");
        var proposal =
                committee.submitted(scene, hostile, LocalizedText.english("{name} =HYPERLINK(\"x\")"), 0, 0, "en");

        var mail = mailsOf(decide(scene.organiser(), List.of(proposal.key()), Verdict.ACCEPT, ""))
                .getFirst();

        assertThat(mail.subject()).isEqualTo("Yes: {name} =HYPERLINK(\"x\")");
        assertThat(mail.text()).isEqualTo("Hello {title} <b>$1</b>, {name} =HYPERLINK(\"x\")!");
        var read = Acting.as(scene.chair(), () -> texts.of(scene.meeting().id(), Verdict.ACCEPT));
        assertThat(read.body().exactly(Language.EN)).isEqualTo("Hello {name}, {title}!");
        assertThat(read.body().exactly(Language.JA)).startsWith("{name} 様");
    }

    @Test
    void neitherReviewersNorOrganisersOfAnotherMeetingDecide() {
        var proposal = submitted("Salt dust");
        var other = committee.scene();

        assertThatThrownBy(() -> decide(scene.reviewer(), List.of(proposal.key()), Verdict.ACCEPT, ""))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> decide(other.organiser(), List.of(proposal.key()), Verdict.ACCEPT, ""))
                .isInstanceOf(AccessDeniedException.class);
        var inOther = Acting.as(
                other.organiser(),
                () -> deciding.decide(other.meeting().id(), List.of(proposal.key()), Verdict.ACCEPT, ""));
        assertThat(inOther.decisions()).isEmpty();
    }

    private Callable<Deciding.Decided> at(CyclicBarrier start, PersonId who, List<UUID> keys, Verdict verdict) {
        return () -> {
            start.await();
            return decide(who, keys, verdict, "");
        };
    }

    private Deciding.Decided decide(PersonId who, List<UUID> keys, Verdict verdict, String note) {
        return Acting.as(who, () -> deciding.decide(scene.meeting().id(), keys, verdict, note));
    }

    private List<PendingDecisions.Mail> mailsOf(Deciding.Decided decided) {
        return Acting.as(
                scene.organiser(),
                () -> pending.mails(scene.meeting().id(), decided.decisions().getFirst()));
    }

    private Proposal submitted(String title) {
        var author = committee.person("Author of " + title, "", Language.EN, "UZ");
        return committee.submitted(scene, author, LocalizedText.english(title), 0, 0, "en");
    }

    private ProposalState state(Proposal proposal) {
        return proposals.findById(proposal.key()).orElseThrow().state();
    }

    private record Queued(String subject, String text) {}

    private List<Queued> queued() {
        return jdbc.sql("select subject, text_body from outbox_message where meeting = ? and kind = 'decision'")
                .param(scene.meeting().key())
                .query((row, number) -> new Queued(row.getString(1), row.getString(2)))
                .list();
    }
}
