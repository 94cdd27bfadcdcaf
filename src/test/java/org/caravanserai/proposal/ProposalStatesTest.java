package org.caravanserai.proposal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProposalStatesTest {

    private static final Clock CLOCK = Clock.systemUTC();

    private static final Instant UNTIL = Instant.parse("2027-03-01T12:00:00Z");

    /** How each state is reached from a draft, by named transitions alone. */
    private static final Map<ProposalState, List<BiConsumer<Proposal, Clock>>> ROADS =
            new EnumMap<>(ProposalState.class);

    static {
        ROADS.put(ProposalState.DRAFT, List.of());
        ROADS.put(ProposalState.SUBMITTED, List.of(Proposal::submit));
        ROADS.put(ProposalState.UNDER_REVIEW, List.of(Proposal::submit, Proposal::beginReview));
        ROADS.put(ProposalState.REVISING, List.of(Proposal::submit, ProposalStatesTest::askToRevise));
        ROADS.put(ProposalState.ACCEPTED, List.of(Proposal::submit, Proposal::accept));
        ROADS.put(ProposalState.WAITING, List.of(Proposal::submit, Proposal::putOnWaitingList));
        ROADS.put(ProposalState.DECLINED, List.of(Proposal::submit, Proposal::decline));
        ROADS.put(ProposalState.CONFIRMED, List.of(Proposal::submit, Proposal::accept, Proposal::confirm));
        ROADS.put(ProposalState.WITHDRAWN, List.of(Proposal::submit, Proposal::withdraw));
        ROADS.put(
                ProposalState.CANCELLED,
                List.of(Proposal::submit, Proposal::accept, Proposal::confirm, Proposal::cancel));
    }

    private static final Map<ProposalState, BiConsumer<Proposal, Clock>> STEPS = Map.of(
            ProposalState.DRAFT, Proposal::reopen,
            ProposalState.SUBMITTED, ProposalStatesTest::handIn,
            ProposalState.UNDER_REVIEW, ProposalStatesTest::takeUnderReview,
            ProposalState.REVISING, ProposalStatesTest::askToRevise,
            ProposalState.ACCEPTED, Proposal::accept,
            ProposalState.WAITING, Proposal::putOnWaitingList,
            ProposalState.DECLINED, Proposal::decline,
            ProposalState.CONFIRMED, Proposal::confirm,
            ProposalState.WITHDRAWN, Proposal::withdraw,
            ProposalState.CANCELLED, Proposal::cancel);

    /** What the rules of the call and of the committee allow, written down a second time on purpose. */
    private static final Map<ProposalState, Set<ProposalState>> ALLOWED = Map.of(
            ProposalState.DRAFT, EnumSet.of(ProposalState.SUBMITTED, ProposalState.WITHDRAWN),
            ProposalState.SUBMITTED,
                    EnumSet.of(
                            ProposalState.DRAFT,
                            ProposalState.UNDER_REVIEW,
                            ProposalState.REVISING,
                            ProposalState.ACCEPTED,
                            ProposalState.WAITING,
                            ProposalState.DECLINED,
                            ProposalState.WITHDRAWN),
            ProposalState.UNDER_REVIEW,
                    EnumSet.of(
                            ProposalState.SUBMITTED,
                            ProposalState.REVISING,
                            ProposalState.ACCEPTED,
                            ProposalState.WAITING,
                            ProposalState.DECLINED,
                            ProposalState.WITHDRAWN),
            ProposalState.REVISING,
                    EnumSet.of(
                            ProposalState.UNDER_REVIEW,
                            ProposalState.ACCEPTED,
                            ProposalState.WAITING,
                            ProposalState.DECLINED,
                            ProposalState.WITHDRAWN),
            ProposalState.ACCEPTED,
                    EnumSet.of(
                            ProposalState.CONFIRMED,
                            ProposalState.WAITING,
                            ProposalState.DECLINED,
                            ProposalState.WITHDRAWN),
            ProposalState.WAITING, EnumSet.of(ProposalState.ACCEPTED, ProposalState.DECLINED, ProposalState.WITHDRAWN),
            ProposalState.DECLINED, EnumSet.of(ProposalState.ACCEPTED, ProposalState.WAITING),
            ProposalState.CONFIRMED, EnumSet.of(ProposalState.WITHDRAWN, ProposalState.CANCELLED),
            ProposalState.WITHDRAWN, EnumSet.noneOf(ProposalState.class),
            ProposalState.CANCELLED, EnumSet.noneOf(ProposalState.class));

    @ParameterizedTest
    @EnumSource
    void fromEveryStateExactlyTheAllowedStepsAreTaken(ProposalState from) {
        for (var to : ProposalState.values()) {
            var proposal = in(from);
            var step = requireNonNull(STEPS.get(to));
            if (requireNonNull(ALLOWED.get(from)).contains(to)) {
                step.accept(proposal, CLOCK);
                assertThat(proposal.state()).isEqualTo(to);
            } else {
                assertThatThrownBy(() -> step.accept(proposal, CLOCK))
                        .as("%s to %s", from, to)
                        .isInstanceOf(Refusal.class);
                assertThat(proposal.state()).isEqualTo(from);
            }
        }
    }

    @Test
    void aWithdrawnProposalStandsAgainWhereItStood() {
        for (var before : EnumSet.of(ProposalState.DRAFT, ProposalState.UNDER_REVIEW, ProposalState.CONFIRMED)) {
            var proposal = in(before);
            proposal.withdraw(CLOCK);
            proposal.restore(CLOCK);
            assertThat(proposal.state()).isEqualTo(before);
            assertThatThrownBy(() -> proposal.restore(CLOCK)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void aProposalWithoutAnEnglishTitleIsNotSubmitted() {
        var proposal = new Proposal(
                new MeetingId(UUID.randomUUID()), new PersonId(UUID.randomUUID()), UUID.randomUUID(), 20, CLOCK);
        assertThatThrownBy(() -> proposal.submit(CLOCK)).isInstanceOf(Refusal.class);
        assertThat(proposal.state()).isEqualTo(ProposalState.DRAFT);
    }

    @Test
    void aProposalToBeRevisedKnowsUntilWhenAndIsHandedInAgainOnlyWhileTheCommitteeWaits() {
        var proposal = in(ProposalState.REVISING);
        assertThat(proposal.reviseUntil()).contains(UNTIL);
        assertThatThrownBy(() -> proposal.beginReview(CLOCK)).isInstanceOf(Refusal.class);

        proposal.handInRevised(CLOCK);

        assertThat(proposal.state()).isEqualTo(ProposalState.UNDER_REVIEW);
        assertThat(proposal.reviseUntil()).isEmpty();
        assertThatThrownBy(() -> proposal.handInRevised(CLOCK)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> in(ProposalState.SUBMITTED).handInRevised(CLOCK))
                .isInstanceOf(Refusal.class);
    }

    private static void askToRevise(Proposal proposal, Clock clock) {
        proposal.askToRevise(UNTIL, clock);
    }

    private static void handIn(Proposal proposal, Clock clock) {
        if (proposal.state() == ProposalState.UNDER_REVIEW) {
            proposal.endReview(clock);
        } else {
            proposal.submit(clock);
        }
    }

    private static void takeUnderReview(Proposal proposal, Clock clock) {
        if (proposal.state() == ProposalState.REVISING) {
            proposal.handInRevised(clock);
        } else {
            proposal.beginReview(clock);
        }
    }

    private static Proposal in(ProposalState state) {
        var type = UUID.randomUUID();
        var proposal = new Proposal(new MeetingId(UUID.randomUUID()), new PersonId(UUID.randomUUID()), type, 20, CLOCK);
        proposal.write(
                new Proposal.Content(
                        type,
                        LocalizedText.english("Dust storms over the Aralkum"),
                        LocalizedText.EMPTY,
                        List.of(),
                        20,
                        "en",
                        "en",
                        0,
                        null),
                CLOCK);
        requireNonNull(ROADS.get(state)).forEach(step -> step.accept(proposal, CLOCK));
        return proposal;
    }
}
