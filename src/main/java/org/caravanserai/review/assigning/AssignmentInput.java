package org.caravanserai.review.assigning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.caravanserai.review.assigning.KnownCommittee.KnownReviewer;
import org.caravanserai.review.assignment.AssignmentProblem;
import org.caravanserai.review.assignment.Infeasibility.Relaxation;
import org.caravanserai.review.assignment.Pair;
import org.caravanserai.review.reviewing.AssignmentState;
import org.caravanserai.review.reviewing.Eagerness;
import org.caravanserai.review.reviewing.Side;

/**
 * What an assignment is computed from, as it stood at one moment: what is known of proposals and reviewers, and how each
 * pair stands. Proposals that are hidden from whoever asked are left out, and the load they make is taken off the limits.
 *
 * @param numbers the numbers of the proposals that take part, in what is known
 * @param barred pairs that a conflict of interest bars
 * @param bids what reviewers have said
 * @param now the assignments there are or were
 * @param load how many hidden proposals each reviewer reviews, by her number
 */
record AssignmentInput(
        KnownCommittee known,
        List<Integer> numbers,
        Set<Key> barred,
        Map<Key, Eagerness> bids,
        Map<Key, Now> now,
        Map<Integer, Integer> load) {

    /** A proposal's and a person's key. */
    record Key(UUID proposal, UUID person) {}

    /**
     * An assignment as it stands.
     *
     * @param begun whether she has agreed, begun or ended her review
     */
    record Now(AssignmentState state, boolean begun) {}

    Key key(Pair pair) {
        return key(pair.proposal(), pair.reviewer());
    }

    Key key(int proposal, int reviewer) {
        return new Key(
                known.proposals().get(numbers.get(proposal)).work().proposal().value(),
                known.reviewers().get(reviewer).person().value());
    }

    ProposalWork work(int proposal) {
        return known.proposals().get(numbers.get(proposal)).work();
    }

    KnownReviewer reviewer(int reviewer) {
        return known.reviewers().get(reviewer);
    }

    Optional<Eagerness> bid(int proposal, int reviewer) {
        return Optional.ofNullable(bids.get(key(proposal, reviewer)));
    }

    /** The pairs that hold now. */
    Set<Pair> live() {
        return pairs(now -> now.state().isLive());
    }

    private Set<Pair> pairs(Predicate<Now> which) {
        var proposals = new HashMap<UUID, Integer>();
        IntStream.range(0, numbers.size())
                .forEach(p -> proposals.put(work(p).proposal().value(), p));
        var pairs = new TreeSet<Pair>();
        now.forEach((key, standing) -> {
            var proposal = proposals.get(key.proposal());
            var reviewer = known.reviewerNumbers().get(key.person());
            if (proposal != null && reviewer != null && which.test(standing)) {
                pairs.add(new Pair(proposal, reviewer));
            }
        });
        return pairs;
    }

    /** The problem to solve. Pairs that stay are kept even where they are more than the plan asks for now. */
    AssignmentProblem problem(AssignmentWishes wishes, List<Relaxation> exceptions) {
        var problem = AssignmentProblem.of(numbers.size(), known.reviewers().size());
        var kept = wishes.aim() == AssignmentAim.ADD_MISSING
                ? live()
                : pairs(now -> now.state().isLive() && now.begun());
        var keptOf = new int[numbers.size()];
        var keptBy = new int[known.reviewers().size()];
        var isKept = new BitSet();
        for (var pair : kept) {
            keptOf[pair.proposal()]++;
            keptBy[pair.reviewer()]++;
            isKept.set(pair.proposal() * known.reviewers().size() + pair.reviewer());
            problem.keep(pair.proposal(), pair.reviewer());
        }
        var others = reviewedByOthers();
        for (int p = 0; p < numbers.size(); p++) {
            var proposal = known.proposals().get(numbers.get(p));
            var wanted = proposal.wanted()
                    - others.getOrDefault(proposal.work().proposal().value(), 0)
                    - given(exceptions, p);
            problem.demand(p, Math.max(keptOf[p], wanted));
            for (int r = 0; r < known.reviewers().size(); r++) {
                problem.affinity(p, r, known.score(numbers.get(p), r, bid(p, r)));
                if (!isKept.get(p * known.reviewers().size() + r) && isBarred(p, r)) {
                    problem.conflict(p, r);
                }
            }
        }
        for (int r = 0; r < known.reviewers().size(); r++) {
            var reviewer = known.reviewers().get(r);
            var hidden = load.getOrDefault(r, 0);
            var most = Math.max(keptBy[r], reviewer.mostLoad() - hidden + more(exceptions, r));
            var least = Math.max(0, reviewer.leastLoad() - hidden - lower(exceptions, r));
            problem.load(r, Math.min(least, most), most);
        }
        if (wishes.senior()) {
            problem.require(RequiredGroup.SENIOR.name(), members(KnownReviewer::senior), 1);
        }
        if (wishes.bothSides()) {
            problem.require(
                    RequiredGroup.CENTRAL_ASIA.name(), members(reviewer -> reviewer.side() == Side.CENTRAL_ASIA), 1);
            problem.require(RequiredGroup.JAPAN.name(), members(reviewer -> reviewer.side() == Side.JAPAN), 1);
        }
        return problem.build();
    }

    /** Who has a conflict, cannot read any of the proposal's languages, or has declined it. */
    private boolean isBarred(int proposal, int reviewer) {
        var key = key(proposal, reviewer);
        var standing = now.get(key);
        return barred.contains(key)
                || (standing != null && standing.state() == AssignmentState.DECLINED)
                || !known.affinities().reads(numbers.get(proposal), reviewer);
    }

    /** How many reviews proposals have of people who review no more; they count. */
    private Map<UUID, Integer> reviewedByOthers() {
        var counts = new HashMap<UUID, Integer>();
        now.forEach((key, standing) -> {
            if (standing.state().isLive() && !known.reviewerNumbers().containsKey(key.person())) {
                counts.merge(key.proposal(), 1, Integer::sum);
            }
        });
        return counts;
    }

    private List<Integer> members(Predicate<KnownReviewer> belongs) {
        var members = new ArrayList<Integer>();
        for (int r = 0; r < known.reviewers().size(); r++) {
            if (belongs.test(known.reviewers().get(r))) {
                members.add(r);
            }
        }
        return members;
    }

    private static int given(List<Relaxation> exceptions, int proposal) {
        return exceptions.stream()
                .mapToInt(e -> e instanceof Relaxation.FewerReviews f && f.proposal() == proposal ? f.by() : 0)
                .sum();
    }

    private static int more(List<Relaxation> exceptions, int reviewer) {
        return exceptions.stream()
                .mapToInt(e -> e instanceof Relaxation.MoreLoad m && m.reviewer() == reviewer ? m.by() : 0)
                .sum();
    }

    private static int lower(List<Relaxation> exceptions, int reviewer) {
        return exceptions.stream()
                .mapToInt(e -> e instanceof Relaxation.LowerLeast l && l.reviewer() == reviewer ? l.by() : 0)
                .sum();
    }
}
