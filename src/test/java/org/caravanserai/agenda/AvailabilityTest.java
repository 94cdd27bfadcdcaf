package org.caravanserai.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.caravanserai.agenda.conflict.Conflict;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.agenda.conflict.ConflictRules;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Person;
import org.caravanserai.platform.Actor;
import org.caravanserai.proposal.DraftContent;
import org.caravanserai.proposal.ProposalDrafting;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalSubmission;
import org.caravanserai.proposal.ProposalTimes;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.proposal.Proposing;
import org.caravanserai.proposal.StatedTimes;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a proposer has said about times is what her session's place is judged by: it stands at nine on the first day. */
@IntegrationTest
class AvailabilityTest {

    private static final Instant NINE = Instant.parse("2027-06-08T04:00:00Z");

    @Autowired
    Proposing proposing;

    @Autowired
    ProposalDrafting drafting;

    @Autowired
    ProposalSubmission submission;

    @Autowired
    Proposals proposals;

    @Autowired
    AgendaBoards boards;

    @Autowired
    AgendaRuleSetting setting;

    @Autowired
    AgendaPlacing placing;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ProposalTimes times;

    @Autowired
    AgendaNews news;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @CsvSource({
        "2027-06-08/morning, PERSON_UNAVAILABLE",
        "2027-06-08, PERSON_UNAVAILABLE",
        "2027-06-08/morning/rather-not, RATHER_NOT",
        "2027-06-08/rather-not, RATHER_NOT",
        "2027-06-08/afternoon,",
        "any,",
        "'', AVAILABILITY_UNKNOWN"
    })
    void aPlaceIsJudgedByWhatWasSaid(String said, @Nullable ConflictKind expected) {
        var made = proposing.meeting();
        var convener = proposing.person("Aizhan Bekova");
        confirmed(made, convener, said);
        var meeting = made.meeting().id();

        Actor.asSystem(() -> {
            var rules = MeetingRules.USUAL.judging(ConflictRules.WATCHFUL);
            setting.change(meeting, AgendaRuleSetting.NEVER_CHANGED, rules);
            var session = boards.board(meeting).sessions().getFirst();
            placing.place(meeting, new SessionId(session.key()), null, null, NINE, 60);
        });

        assertThat(kinds(meeting)).isEqualTo(expected == null ? Set.of() : Set.of(expected));
        assertThat(Actor.asSystem(() -> boards.board(meeting)).conflicts())
                .allSatisfy(conflict -> assertThat(conflict.people()).containsExactly(convener.key()));
    }

    @Test
    void whatIsSaidAfterTheDecisionCountsAtOnceAndIsToldTheOrganisersOnce() {
        var made = proposing.meeting();
        var convener = proposing.person("Aizhan Bekova");
        var meeting = made.meeting().id();
        var proposal = confirmed(made, convener, "any");
        Actor.asSystem(() -> {
            setting.change(
                    meeting, AgendaRuleSetting.NEVER_CHANGED, MeetingRules.USUAL.judging(ConflictRules.WATCHFUL));
            var session = boards.board(meeting).sessions().getFirst();
            placing.place(meeting, new SessionId(session.key()), null, null, NINE, 60);
        });
        assertThat(kinds(meeting)).isEmpty();

        var morning = StatedTimes.parse("2027-06-08/morning");
        Acting.as(convener.id(), () -> {
            assertThat(times.areOpen(proposal)).isTrue();
            times.state(proposal, StatedTimes.ANY_TIME, morning);
            times.state(proposal, morning, StatedTimes.parse("2027-06-08/morning,2027-06-09"));
        });

        assertThat(kinds(meeting)).containsExactly(ConflictKind.PERSON_UNAVAILABLE);
        assertThat(Actor.asSystem(() -> news.unseen(meeting, 10)))
                .extracting(AgendaNews.News::kind)
                .containsExactly(AgendaNews.Kind.TIMES_CHANGED);
    }

    @Test
    void whatLeavesNoDayOrComesAfterAWithdrawalIsRefused() {
        var made = proposing.meeting();
        var convener = proposing.person("Aizhan Bekova");
        var proposal = confirmed(made, convener, "any");
        var never = made.meeting().days().stream().map(LocalDate::toString).collect(Collectors.joining(","));
        Acting.as(convener.id(), () -> {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> times.state(proposal, StatedTimes.ANY_TIME, StatedTimes.parse(never)))
                    .satisfies(refused -> assertThat(refused.problems())
                            .extracting(Refusal.Problem::key)
                            .containsExactly("proposal.unsuitable.all"));
            submission.withdraw(proposal);
            assertThat(times.areOpen(proposal)).isFalse();
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> times.state(proposal, StatedTimes.ANY_TIME, StatedTimes.NONE));
        });
        assertThat(proposals.findById(proposal.value()).orElseThrow().times()).isEqualTo(StatedTimes.ANY_TIME);
    }

    private ProposalId confirmed(Proposing.Setting made, Person convener, String said) {
        var proposal = proposing.draft(made, convener);
        Acting.as(convener.id(), () -> {
            var open = drafting.open(proposal);
            drafting.save(
                    proposal, open.version(), open.content(), open.content().with(DraftContent.UNSUITABLE, said));
            submission.submit(proposal);
        });
        Actor.asSystem(() -> transaction.executeWithoutResult(t -> {
            var stored = proposals.findById(proposal.value()).orElseThrow();
            stored.accept(clock);
            proposals.save(stored);
        }));
        Acting.as(convener.id(), () -> submission.confirm(proposal));
        return proposal;
    }

    private Set<ConflictKind> kinds(MeetingId meeting) {
        return Actor.asSystem(() -> boards.board(meeting)).conflicts().stream()
                .map(Conflict::kind)
                .collect(Collectors.toSet());
    }
}
