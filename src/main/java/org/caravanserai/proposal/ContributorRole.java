package org.caravanserai.proposal;

/** What a contributor does in a proposal. */
public enum ContributorRole {
    CONVENER,
    PRESENTER,
    AUTHOR,
    INTERPRETER
}
