package org.caravanserai.review.assigning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.review.affinity.Affinities;
import org.caravanserai.review.affinity.Affinity;
import org.caravanserai.review.reviewing.Eagerness;
import org.caravanserai.review.reviewing.Side;
import org.caravanserai.text.PersonName;

/**
 * The proposals that a meeting's reviewers are to judge, the reviewers, and how well each suits each. Knows nothing of
 * conflicts: whoever shows it to somebody asks for those.
 *
 * @param proposals by code
 * @param reviewers by name
 */
record KnownCommittee(
        List<KnownProposal> proposals,
        List<KnownReviewer> reviewers,
        Map<UUID, Integer> proposalNumbers,
        Map<UUID, Integer> reviewerNumbers,
        Affinities affinities) {

    /**
     * A proposal.
     *
     * @param wanted how many reviews its plan asks for
     */
    record KnownProposal(ProposalWork work, List<UUID> topics, String talkLanguage, UUID sessionType, int wanted) {}

    /**
     * Somebody who reviews.
     *
     * @param leastLoad how many proposals she is to be given at least, never above the next
     * @param mostLoad how many at most
     */
    record KnownReviewer(
            PersonId person,
            PersonName name,
            boolean senior,
            Side side,
            Set<String> languages,
            int leastLoad,
            int mostLoad) {}

    Optional<Integer> numberOf(PersonId person) {
        return Optional.ofNullable(reviewerNumbers.get(person.value()));
    }

    double score(int proposal, int reviewer, Optional<Eagerness> bid) {
        return affinities.score(proposal, reviewer, weight(bid));
    }

    Affinity explain(int proposal, int reviewer, Optional<Eagerness> bid) {
        return affinities.explain(proposal, reviewer, weight(bid));
    }

    /**
     * How a bid bends an affinity: the exponents for willing and eager are those of the paper that {@link Affinities} names;
     * "in a pinch" means here that anybody else comes first, so it bends down and not up as there.
     */
    private static double weight(Optional<Eagerness> bid) {
        return bid.map(b -> switch (b) {
                    case EAGER -> 4.0;
                    case WILLING -> 2.5;
                    case IN_A_PINCH -> 0.6;
                    case NOT_WILLING, CONFLICT -> 0.05;
                })
                .orElse(1.0);
    }
}
