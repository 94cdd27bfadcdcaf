package org.caravanserai.proposal;

import java.util.Optional;
import org.caravanserai.people.PersonId;

/**
 * The people of a proposal are others, or stand in another order or with other roles.
 *
 * @param left who is named no more; empty if somebody came or the order changed
 */
public record ContributorsChanged(ProposalId proposal, Optional<PersonId> left) {}
