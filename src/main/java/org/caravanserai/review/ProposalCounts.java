package org.caravanserai.review;

import java.util.Map;
import java.util.UUID;
import org.caravanserai.proposal.ProposalState;

/**
 * How many proposals a filter leaves, in all and in parts; each part adds up to the whole.
 *
 * @param total how many there are
 * @param byState by where they stand
 * @param byTopic by key of the main topic
 * @param byCountry by the proposer's country, the empty string for those who have not told
 */
public record ProposalCounts(
        int total, Map<ProposalState, Integer> byState, Map<UUID, Integer> byTopic, Map<String, Integer> byCountry) {}
