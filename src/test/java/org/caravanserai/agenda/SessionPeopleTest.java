package org.caravanserai.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Actor;
import org.caravanserai.proposal.ContributorInviting;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.InvitationAnswering;
import org.caravanserai.proposal.MyProposals;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalSubmission;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.proposal.Proposing;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class SessionPeopleTest {

    @Autowired
    Proposing proposing;

    @Autowired
    ContributorInviting inviting;

    @Autowired
    InvitationAnswering answering;

    @Autowired
    MyProposals mine;

    @Autowired
    ProposalSubmission submission;

    @Autowired
    Proposals proposals;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionPersons sessionPersons;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Person convener;
    private Person coAuthor;
    private ProposalId proposal;

    @BeforeEach
    void aConfirmedSessionWithAnInvitationThatWaits() {
        var setting = proposing.meeting();
        convener = proposing.person("Aizhan Bekova");
        coAuthor = proposing.person("TANAKA Mizuki");
        proposal = proposing.draft(setting, convener);
        Acting.as(convener.id(), () -> {
            inviting.add(proposal, coAuthor.id(), ContributorRole.PRESENTER);
            submission.submit(proposal);
        });
        Actor.asSystem(() -> transaction.executeWithoutResult(t -> {
            var stored = proposals.findById(proposal.value()).orElseThrow();
            stored.accept(clock);
            proposals.save(stored);
        }));
        Acting.as(convener.id(), () -> submission.confirm(proposal));
    }

    @Test
    void whoHasNotAgreedIsNotNamedInTheSession() {
        assertThat(people()).containsExactly(convener.id());
    }

    @Test
    void whoAgreesAfterTheSessionWasMadeIsNamedInIt() {
        agree();

        assertThat(people()).containsExactly(convener.id(), coAuthor.id());
    }

    @Test
    void whoIsTakenOffTheProposalLeavesTheSession() {
        agree();
        Acting.as(convener.id(), () -> {
            var named = inviting.list(proposal).getLast();
            inviting.remove(proposal, named.key());
        });

        assertThat(people()).containsExactly(convener.id());
    }

    @Test
    void theSessionTakesOverTheOrderAndTheRolesOfTheProposal() {
        agree();
        Acting.as(convener.id(), () -> {
            var keys = inviting.list(proposal).stream()
                    .map(ContributorInviting.Named::key)
                    .toList();
            inviting.arrange(proposal, keys.reversed());
            inviting.changeRole(proposal, keys.getLast(), ContributorRole.INTERPRETER);
        });

        assertThat(people()).containsExactly(coAuthor.id(), convener.id());
        assertThat(rows().getFirst().role()).isEqualTo(ContributorRole.INTERPRETER);
    }

    private void agree() {
        Acting.as(
                coAuthor.id(),
                () -> answering.confirmAsMe(mine.asked().getFirst().contributor()));
    }

    private List<PersonId> people() {
        return rows().stream().map(SessionPerson::person).toList();
    }

    private List<SessionPerson> rows() {
        var session = sessions.findByProposal(proposal.value()).orElseThrow();
        return sessionPersons.findBySessionInOrderByPosition(List.of(session.key()));
    }
}
