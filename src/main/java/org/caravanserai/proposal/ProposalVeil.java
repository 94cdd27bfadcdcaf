package org.caravanserai.proposal;

import org.caravanserai.people.PersonId;

/**
 * What peer review adds to the rules of who reads a proposal. Contributors are never asked about: they read their own
 * proposal always and in full.
 */
public interface ProposalVeil {

    /** Whether a person may not know of a proposal, whatever her role, because of a conflict of interest. */
    boolean hides(ProposalId proposal, PersonId from);

    /** Whether a person may read a proposal though she has no role, because she writes a review of it. */
    boolean admits(ProposalId proposal, PersonId person);

    /** Whether a person may read a proposal but not who is on it, because its review is double-blind. */
    boolean hidesPeople(ProposalId proposal, PersonId from);

    /** Whether there is a phase in which those who review a proposal may not learn who is on it. */
    boolean isEverBlind(ProposalId proposal);
}
