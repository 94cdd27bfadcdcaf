package org.caravanserai.proposal;

/** What is stored beside a proposal and belongs to it: who is on it, what is typed of it, what reviewers read instead. */
public interface ProposalPart {

    /** The proposal that it belongs to. */
    ProposalId proposal();
}
