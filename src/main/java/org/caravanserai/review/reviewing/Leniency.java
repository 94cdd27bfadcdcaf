package org.caravanserai.review.reviewing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Scores with the leniency of reviewers taken out, by regularised least squares: each score is taken for the sum of a
 * proposal's worth and a reviewer's leniency, and the worths q and leniencies b are those that minimise
 * Σ (y − q − b)² + λ Σ b². The penalty λ keeps reviewers of few proposals near zero, for whom leniency cannot be told from
 * the worth of what they happened to get.
 *
 * <p>Source: J. C. Platt, C. J. C. Burges, “Regularized Least Squares to De-Bias Reviewer Scores”, 2012, as used by the
 * programme chairs of NIPS from 2012 on. The minimum is found by solving for all worths and all leniencies in turn, which
 * converges because the sum is strictly convex in the leniencies.
 */
public final class Leniency {

    /** The weight of the penalty: a reviewer needs about this many reviews before half of her leniency is believed. */
    public static final double PENALTY = 1.0;

    private static final int MOST_ROUNDS = 500;
    private static final double CLOSE = 1e-10;

    private Leniency() {}

    /** A score that a reviewer gave a proposal. */
    public record Given(UUID proposal, UUID reviewer, double score) {}

    /**
     * What the scores come to.
     *
     * @param worth by proposal, on the scale of the scores
     * @param leniency by reviewer: how much higher than others she scores; negative for a strict one
     */
    public record Corrected(Map<UUID, Double> worth, Map<UUID, Double> leniency) {}

    /** Takes leniency out of scores. */
    public static Corrected correct(Collection<Given> scores) {
        var byProposal = new HashMap<UUID, List<Given>>();
        var byReviewer = new HashMap<UUID, List<Given>>();
        for (var given : scores) {
            byProposal.computeIfAbsent(given.proposal(), p -> new ArrayList<>()).add(given);
            byReviewer.computeIfAbsent(given.reviewer(), r -> new ArrayList<>()).add(given);
        }
        var worth = new HashMap<UUID, Double>();
        var leniency = new HashMap<UUID, Double>();
        byReviewer.keySet().forEach(r -> leniency.put(r, 0.0));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            byProposal.forEach((proposal, given) -> worth.put(
                    proposal,
                    given.stream()
                            .mapToDouble(g -> g.score() - at(leniency, g.reviewer()))
                            .average()
                            .orElse(0)));
            double moved = 0;
            for (var entry : byReviewer.entrySet()) {
                double sum = 0;
                for (var given : entry.getValue()) {
                    sum += given.score() - at(worth, given.proposal());
                }
                double now = sum / (entry.getValue().size() + PENALTY);
                moved = Math.max(moved, Math.abs(now - at(leniency, entry.getKey())));
                leniency.put(entry.getKey(), now);
            }
            if (moved < CLOSE) {
                break;
            }
        }
        return new Corrected(Map.copyOf(worth), Map.copyOf(leniency));
    }

    private static double at(Map<UUID, Double> values, UUID key) {
        return Objects.requireNonNull(values.get(key));
    }
}
