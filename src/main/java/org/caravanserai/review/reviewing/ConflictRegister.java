package org.caravanserai.review.reviewing;

import java.time.Clock;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Component;

/** Enters conflicts: holds the proposal, so that no assignment slips past, and takes the proposal from who has one. */
@Component
class ConflictRegister {

    private final Conflicts conflicts;
    private final ReviewedProposals proposals;
    private final Assignments assignments;
    private final ProposalLocks locks;
    private final Access access;
    private final Clock clock;

    ConflictRegister(
            Conflicts conflicts,
            ReviewedProposals proposals,
            Assignments assignments,
            ProposalLocks locks,
            Access access,
            Clock clock) {
        this.conflicts = conflicts;
        this.proposals = proposals;
        this.assignments = assignments;
        this.locks = locks;
        this.access = access;
        this.clock = clock;
    }

    Conflict enter(ProposalId proposal, PersonId person, ConflictKind kind, String reason) {
        locks.hold(proposal);
        var held = proposals.findById(proposal.value()).orElseThrow(() -> Refusal.of("reviewing.gone"));
        var conflict = conflicts
                .findByProposalAndPersonAndKind(proposal.value(), person.value(), kind)
                .orElseGet(() -> fresh(held, person, kind, reason));
        if (!conflict.isStanding()) {
            conflict.reinstate();
        }
        bar(proposal, person);
        return conflicts.save(conflict);
    }

    /** A dismissed conflict stands again. */
    void reinstate(Conflict conflict) {
        locks.hold(conflict.proposal());
        conflict.reinstate();
        bar(conflict.proposal(), conflict.person());
        conflicts.save(conflict);
    }

    private Conflict fresh(Proposal held, PersonId person, ConflictKind kind, String reason) {
        return new Conflict(
                held.meeting(), held.id(), person, kind, reason, access.me().orElse(null), clock);
    }

    private void bar(ProposalId proposal, PersonId person) {
        assignments
                .findByProposalAndPerson(proposal.value(), person.value())
                .filter(a -> a.state().isLive())
                .ifPresent(a -> {
                    a.release("");
                    assignments.save(a);
                });
    }
}
