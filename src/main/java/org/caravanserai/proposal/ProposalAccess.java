package org.caravanserai.proposal;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.Access;
import org.caravanserai.platform.Actor;
import org.springframework.stereotype.Component;

/** Answers what the acting person may do with a proposal, for {@code @PreAuthorize("@proposalAccess.…")}. */
@Component("proposalAccess")
public class ProposalAccess {

    private static final Set<ContributorRole> EDITORS =
            EnumSet.of(ContributorRole.CONVENER, ContributorRole.PRESENTER, ContributorRole.AUTHOR);

    private final Access access;
    private final Proposals proposals;
    private final Contributors contributors;
    private final StoredProposalFiles files;

    ProposalAccess(Access access, Proposals proposals, Contributors contributors, StoredProposalFiles files) {
        this.access = access;
        this.proposals = proposals;
        this.contributors = contributors;
        this.files = files;
    }

    /** What decides who may do what. */
    interface Standing {

        UUID getMeeting();

        UUID getProposer();

        ProposalState getState();
    }

    /**
     * Whether she may read it: its contributors always; organisers, track chairs and reviewers of the meeting once it has
     * been handed in. A draft is its contributors' alone.
     */
    public boolean mayRead(ProposalId proposal) {
        if (Actor.isSystem()) {
            return true;
        }
        return proposals
                .standing(proposal.value())
                .filter(s -> isContributor(s, proposal)
                        || (s.getState() != ProposalState.DRAFT
                                && access.in(s.getMeeting(), "ORGANISER", "CHAIR", "REVIEWER")))
                .isPresent();
    }

    /** Whether she may write it: who proposes it, and those who have agreed to convene, present or co-author it. */
    public boolean mayEdit(ProposalId proposal) {
        if (Actor.isSystem()) {
            return true;
        }
        var me = Actor.person();
        return me.isPresent()
                && proposals
                        .standing(proposal.value())
                        .filter(s -> s.getProposer().equals(me.get())
                                || contributors.findByProposalAndPerson(proposal.value(), me.get()).stream()
                                        .anyMatch(c -> c.answer() == Contributor.Answer.CONFIRMED
                                                && EDITORS.contains(c.role())))
                        .isPresent();
    }

    /** Whether she may read it as an organiser or track chair of its meeting. */
    public boolean organises(ProposalId proposal) {
        return Actor.isSystem()
                || proposals
                        .standing(proposal.value())
                        .filter(s ->
                                s.getState() != ProposalState.DRAFT && access.in(s.getMeeting(), "ORGANISER", "CHAIR"))
                        .isPresent();
    }

    /** Whether she may read the proposal that a file belongs to. */
    public boolean mayReadFile(UUID file) {
        return files.findById(file).filter(f -> mayRead(f.proposal())).isPresent();
    }

    /** Whether this contributor is she. */
    public boolean isContributor(UUID contributor) {
        return Actor.isSystem()
                || contributors
                        .findById(contributor)
                        .flatMap(Contributor::person)
                        .filter(access::self)
                        .isPresent();
    }

    private boolean isContributor(Standing standing, ProposalId proposal) {
        return Actor.person()
                .filter(me -> standing.getProposer().equals(me)
                        || contributors.findByProposalAndPerson(proposal.value(), me).stream()
                                .anyMatch(c -> c.answer() != Contributor.Answer.DECLINED))
                .isPresent();
    }
}
