package org.caravanserai.proposal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
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
    private final List<ProposalVeil> veils;

    ProposalAccess(
            Access access,
            Proposals proposals,
            Contributors contributors,
            StoredProposalFiles files,
            List<ProposalVeil> veils) {
        this.access = access;
        this.proposals = proposals;
        this.contributors = contributors;
        this.files = files;
        this.veils = veils;
    }

    /** What decides who may do what. */
    interface Standing {

        UUID getMeeting();

        UUID getProposer();

        ProposalState getState();
    }

    /**
     * Whether she may read it: its contributors always; organisers, track chairs and reviewers of the meeting once it has
     * been handed in, unless a conflict of interest hides it from them; and who writes a review of it. A draft is its
     * contributors' alone.
     */
    public boolean mayRead(ProposalId proposal) {
        if (Actor.isSystem()) {
            return true;
        }
        return proposals
                .standing(proposal.value())
                .filter(s -> isContributor(s, proposal) || (s.getState() != ProposalState.DRAFT && reads(s, proposal)))
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
                        .filter(s -> s.getState() != ProposalState.DRAFT
                                && access.in(s.getMeeting(), "ORGANISER", "CHAIR")
                                && !isHidden(proposal))
                        .isPresent();
    }

    /** Whether she may say what reviewers read who may not learn whose it is: those who write it, and who leads. */
    public boolean mayRedact(ProposalId proposal) {
        return mayEdit(proposal) || organises(proposal);
    }

    /**
     * Whether she may read the proposal that a file belongs to, and the file is not kept from her because it may tell whose
     * it is.
     */
    public boolean mayReadFile(UUID file) {
        return files.findById(file)
                .filter(f -> mayRead(f.proposal()) && (f.isShownToReviewers() || !readsWithoutPeople(f.proposal())))
                .isPresent();
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

    /** Whether she may read it, but not who is on it. */
    boolean readsWithoutPeople(ProposalId proposal) {
        return Actor.person()
                .filter(me -> proposals
                        .standing(proposal.value())
                        .filter(s -> !isContributor(s, proposal) && !access.in(s.getMeeting(), "ORGANISER", "CHAIR"))
                        .isPresent())
                .map(PersonId::new)
                .filter(me -> veils.stream().anyMatch(v -> v.hidesPeople(proposal, me)))
                .isPresent();
    }

    private boolean reads(Standing standing, ProposalId proposal) {
        return access.in(standing.getMeeting(), "ORGANISER", "CHAIR", "REVIEWER")
                ? !isHidden(proposal)
                : Actor.person()
                        .map(PersonId::new)
                        .filter(me -> veils.stream().anyMatch(v -> v.admits(proposal, me)) && !isHidden(proposal))
                        .isPresent();
    }

    private boolean isHidden(ProposalId proposal) {
        return Actor.person()
                .map(PersonId::new)
                .filter(me -> veils.stream().anyMatch(v -> v.hides(proposal, me)))
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
