package org.caravanserai.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Arrival;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class ProposingTest {

    @Autowired
    Proposing proposing;

    @Autowired
    ProposalDrafting drafting;

    @Autowired
    ProposalSubmission submission;

    @Autowired
    ProposalReading reading;

    @Autowired
    MyProposals mine;

    @Autowired
    ContributorInviting inviting;

    @Autowired
    Proposals proposals;

    @Autowired
    Questions questions;

    @Autowired
    TestClock clock;

    @AfterEach
    void followTheSystemClock() {
        clock.reset();
    }

    @Test
    void whatIsTypedIsKeptAsItIsAndFoundAgain() {
        var setting = proposing.meeting();
        var author = proposing.person("SATO Junichi");
        var id = Acting.as(author.id(), () -> drafting.start(setting.meeting().id(), ""));
        for (var typed : Proposing.hostile()) {
            Acting.as(author.id(), () -> {
                var open = drafting.open(id);
                drafting.save(
                        id,
                        open.version(),
                        open.content(),
                        open.content().with("title.en", typed).with("minutes", typed));
            });
            var again = Acting.as(author.id(), () -> drafting.open(id));
            assertThat(again.content().get("title.en")).isEqualTo(typed);
            assertThat(again.content().get("minutes")).isEqualTo(typed);
        }
    }

    @Test
    void whatTwoPeopleTypeInTheSameFieldAtOnceIsBothKept() {
        var setting = proposing.meeting();
        var author = proposing.person("SATO Junichi");
        var id = proposing.draft(setting, author);
        var base = Acting.as(author.id(), () -> drafting.open(id));

        var first = Acting.as(
                author.id(),
                () -> drafting.save(
                        id, base.version(), base.content(), base.content().with("title.en", "First")));
        var second = Acting.as(
                author.id(),
                () -> drafting.save(
                        id,
                        base.version(),
                        base.content(),
                        base.content().with("title.en", "Second").with("title.ja", "第二")));

        assertThat(first).isInstanceOf(ProposalDrafting.Saved.class);
        var stale = (ProposalDrafting.StaleDraft) second;
        assertThat(stale.theirs().get("title.en")).isEqualTo("First");
        assertThat(stale.mine().get("title.en")).isEqualTo("Second");
        assertThat(stale.clashes()).containsExactly("title.en");
        var open = Acting.as(author.id(), () -> drafting.open(id));
        assertThat(open.content().get("title.en")).isEqualTo("First");
        assertThat(open.aside().orElseThrow().get("title.en"))
                .as("hers waits on the server until she has chosen")
                .isEqualTo("Second");

        var chosen = Acting.as(author.id(), () -> drafting.save(id, stale.version(), stale.theirs(), stale.mine()));
        assertThat(chosen).isInstanceOf(ProposalDrafting.Saved.class);
        var after = Acting.as(author.id(), () -> drafting.open(id));
        assertThat(after.content().get("title.en")).isEqualTo("Second");
        assertThat(after.aside()).isEmpty();
    }

    @Test
    void whatTwoPeopleTypeInDifferentFieldsIsJoined() {
        var setting = proposing.meeting();
        var author = proposing.person("SATO Junichi");
        var id = proposing.draft(setting, author);
        var base = Acting.as(author.id(), () -> drafting.open(id));
        Acting.as(
                author.id(),
                () -> drafting.save(
                        id, base.version(), base.content(), base.content().with("minutes", "75")));
        var joined = (ProposalDrafting.Saved) Acting.as(
                author.id(),
                () -> drafting.save(
                        id, base.version(), base.content(), base.content().with("title.ja", "砂塵")));

        assertThat(joined.content().get("minutes")).isEqualTo("75");
        assertThat(joined.content().get("title.ja")).isEqualTo("砂塵");
    }

    @Test
    void everyProblemIsToldAtOnceAndNothingIsLost() {
        var setting = proposing.meeting();
        questions.save(new Question(
                setting.call(),
                0,
                new Question.Content(
                        Question.Kind.NUMBER,
                        LocalizedText.english("How many posters?"),
                        LocalizedText.EMPTY,
                        List.of(),
                        true,
                        java.util.Set.of())));
        var author = proposing.person("Aigerim");
        var id = Acting.as(author.id(), () -> drafting.start(setting.meeting().id(), ""));
        Acting.as(author.id(), () -> {
            var open = drafting.open(id);
            drafting.save(
                    id,
                    open.version(),
                    open.content(),
                    open.content().with("minutes", "500").with("title.ja", "題").with("expectedAudience", "many"));
        });

        assertThatThrownBy(() -> Acting.as(author.id(), () -> submission.submit(id)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Refusal.Problem::key)
                                .containsExactlyInAnyOrder(
                                        "proposal.title.required",
                                        "proposal.abstract.required",
                                        "proposal.topics.required",
                                        "proposal.minutes.range",
                                        "proposal.audience.number",
                                        "proposal.answer.required"));
        var open = Acting.as(author.id(), () -> drafting.open(id));
        assertThat(open.state()).isEqualTo(ProposalState.DRAFT);
        assertThat(open.content().get("expectedAudience")).isEqualTo("many");
    }

    @Test
    void whatArrivedInTimeCountsAndWhatComesAfterTheCallIsRefused() {
        var setting = proposing.meeting();
        var author = proposing.person("Aigerim");
        var inTime = proposing.draft(setting, author);
        var late = proposing.draft(setting, author);
        var closes = setting.call().closesAt();
        clock.set(closes.plus(Duration.ofMinutes(3)));

        var receipt = Acting.as(author.id(), () -> Arrival.at(closes.minusMillis(1), () -> submission.submit(inTime)));
        assertThat(receipt.first()).isTrue();
        assertThatThrownBy(() -> Acting.as(author.id(), () -> Arrival.at(closes, () -> submission.submit(late))))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("call.refused.closed"));
        assertThat(Acting.as(author.id(), () -> drafting.open(late)).content().get("title.en"))
                .isNotEmpty();
        assertThatThrownBy(() -> Acting.as(author.id(), () -> submission.submit(inTime)))
                .as("changes end with the call as well")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void everyHandingInIsARevisionThatTellsWhatChanged() {
        var setting = proposing.meeting();
        var author = proposing.person("SATO Junichi");
        var id = proposing.draft(setting, author);
        assertThat(Acting.as(author.id(), () -> submission.submit(id)).revision())
                .contains(1);
        assertThat(Acting.as(author.id(), () -> submission.submit(id)).revision())
                .isEmpty();
        Acting.as(author.id(), () -> {
            var open = drafting.open(id);
            drafting.save(
                    id,
                    open.version(),
                    open.content(),
                    open.content().with("title.en", "Salt storms over the Aralkum"));
        });
        assertThat(reading(id).title().exactly(org.caravanserai.text.Language.EN))
                .as("typed but not handed in")
                .startsWith("Dust");
        assertThat(Acting.as(author.id(), () -> submission.submit(id)).revision())
                .contains(2);

        var revisions = Acting.as(author.id(), () -> reading.revisions(id));
        assertThat(revisions).extracting(ProposalView.RevisionOf::number).containsExactly(2, 1);
        var change = revisions.getFirst().changes().getFirst();
        assertThat(change.field()).isEqualTo("title.en");
        assertThat(change.difference().pieces())
                .contains(
                        new TextDifference.Piece(TextDifference.Kind.GONE, "Dust"),
                        new TextDifference.Piece(TextDifference.Kind.NEW, "Salt"),
                        new TextDifference.Piece(TextDifference.Kind.SAME, " storms over the Aralkum"));
        assertThat(revisions.getFirst().author().orElseThrow().published()).isEqualTo("SATO Junichi");
    }

    @Test
    void aWithdrawalCanBeUndoneForAWhileAndAnAcceptedProposalConfirmed() {
        var setting = proposing.meeting();
        var author = proposing.person("SATO Junichi");
        var id = proposing.draft(setting, author);
        Acting.as(author.id(), () -> submission.submit(id));
        Acting.as(author.id(), () -> submission.withdraw(id));
        Acting.as(author.id(), () -> submission.restore(id));
        assertThat(state(id)).isEqualTo(ProposalState.SUBMITTED);
        assertThatThrownBy(() -> Acting.as(author.id(), () -> submission.confirm(id)))
                .isInstanceOf(Refusal.class);

        var stored = proposals.findById(id.value()).orElseThrow();
        stored.accept(clock);
        proposals.save(stored);
        Acting.as(author.id(), () -> submission.confirm(id));
        assertThat(state(id)).isEqualTo(ProposalState.CONFIRMED);
        assertThatThrownBy(() -> Acting.as(author.id(), () -> submission.submit(id)))
                .isInstanceOf(Refusal.class);

        clock.set(clock.instant());
        Acting.as(author.id(), () -> submission.withdraw(id));
        clock.advance(ProposalSubmission.UNDO.plusSeconds(1));
        assertThatThrownBy(() -> Acting.as(author.id(), () -> submission.restore(id)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void draftsAreTheirContributorsAloneAndProposalsTheirMeetings() {
        var setting = proposing.meeting();
        var author = proposing.person("SATO Junichi");
        var stranger = proposing.person("Stranger");
        var organiser = proposing.person("Organiser", Role.ORGANISER, setting.meeting());
        var elsewhere = proposing.person(
                "Elsewhere", Role.ORGANISER, proposing.meeting().meeting());
        var id = proposing.draft(setting, author);

        assertThatThrownBy(() -> Acting.as(organiser.id(), () -> reading.view(id)))
                .isInstanceOf(AccessDeniedException.class);
        Acting.as(author.id(), () -> submission.submit(id));
        assertThat(Acting.as(organiser.id(), () -> reading.view(id)).code()).isNotEmpty();
        for (var other : List.of(stranger, elsewhere)) {
            assertThatThrownBy(() -> Acting.as(other.id(), () -> reading.view(id)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThat(Acting.as(
                            other.id(),
                            () -> reading.find(
                                    proposals.findById(id.value()).orElseThrow().code())))
                    .isEmpty();
        }
        assertThatThrownBy(() -> Acting.as(organiser.id(), () -> drafting.open(id)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theListOfMineCostsTheSameForTenAndForAThousand() {
        var setting = proposing.meeting();
        var few = proposing.person("Few");
        var many = proposing.person("Many");
        for (int i = 0; i < 10; i++) {
            bare(setting, few);
        }
        for (int i = 0; i < 1_000; i++) {
            bare(setting, many);
        }
        var forFew = SqlCounter.count(() ->
                Acting.as(few.id(), () -> assertThat(mine.list(0, 50)).hasSize(10)));
        var forMany = SqlCounter.count(() ->
                Acting.as(many.id(), () -> assertThat(mine.list(0, 1_000)).hasSize(1_000)));
        assertThat(forMany).isEqualTo(forFew);
        assertThat(Acting.as(many.id(), () -> mine.list(995, 50))).hasSize(5);
        assertThat(Acting.as(many.id(), mine::count)).isEqualTo(1_000);
    }

    private void bare(Proposing.Setting setting, org.caravanserai.people.Person person) {
        var proposal = proposals.save(
                new Proposal(setting.meeting().id(), person.id(), setting.oral().key(), 90, clock));
        assertThat(proposal.key()).isInstanceOf(UUID.class);
    }

    private ProposalView reading(ProposalId id) {
        return org.caravanserai.platform.Actor.asSystem(() -> reading.view(id));
    }

    private ProposalState state(ProposalId id) {
        return proposals.findById(id.value()).orElseThrow().state();
    }
}
