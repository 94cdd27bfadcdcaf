package org.caravanserai.review.affinity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.caravanserai.text.Language;

/**
 * The affinities of all reviewers to all proposals of a committee. Half of a score is topics and half is text, or all of it
 * is the one that is known; a reviewer who cannot follow the talk's language counts a tenth less; then her wish bends it:
 * the score is raised to the inverse of how eager she is, so that a wish weighs most where the match is uncertain and no
 * wish outweighs ignorance (as in Leyton-Brown et al., "Matching papers and reviewers at large conferences", Artificial
 * Intelligence 331, 2024).
 */
public final class Affinities {

    /** What a pair is worth about which nothing is known, before wishes. */
    private static final double UNKNOWN = 0.02;

    private static final double UNFOLLOWED = 0.9;
    private static final int MOST_WORDS = 8;

    private final List<Matter> proposals;
    private final List<Expertise> reviewers;
    private final Nearness nearness;
    private final float[][] text;

    private Affinities(List<Matter> proposals, List<Expertise> reviewers) {
        this.proposals = List.copyOf(proposals);
        this.reviewers = List.copyOf(reviewers);
        nearness = new Nearness(this.proposals, this.reviewers);
        text = nearness.all();
    }

    /** Compares all reviewers with all proposals: for thousands of proposals a matter of seconds, so not in a request. */
    public static Affinities between(List<Matter> proposals, List<Expertise> reviewers) {
        return new Affinities(proposals, reviewers);
    }

    /**
     * How well a reviewer suits a proposal.
     *
     * @param eagerness 1 if she has not said; more if she wishes to review it, less if she would rather not; above 0
     */
    public double score(int proposal, int reviewer, double eagerness) {
        if (!(eagerness > 0)) {
            throw new IllegalArgumentException("eagerness must be above 0, not " + eagerness);
        }
        var matter = proposals.get(proposal);
        var expertise = reviewers.get(reviewer);
        var base = base(topics(matter, expertise), text[proposal][reviewer], matter, expertise);
        if (!follows(matter, expertise)) {
            base *= UNFOLLOWED;
        }
        return Math.pow(base, 1 / eagerness);
    }

    /** Whether a reviewer can judge in a language in which the proposal can be read; true if she has not said which. */
    public boolean reads(int proposal, int reviewer) {
        var languages = reviewers.get(reviewer).languages();
        return languages.isEmpty()
                || proposals.get(proposal).readableIn().stream()
                        .map(Language::tag)
                        .anyMatch(languages::contains);
    }

    /** As {@link #score}, with its reasons. */
    public Affinity explain(int proposal, int reviewer, double eagerness) {
        var matter = proposals.get(proposal);
        var expertise = reviewers.get(reviewer);
        return new Affinity(
                score(proposal, reviewer, eagerness),
                topics(matter, expertise),
                text[proposal][reviewer],
                sharedTopics(matter, expertise),
                nearness.sharedWords(proposal, reviewer, MOST_WORDS),
                reads(proposal, reviewer),
                follows(matter, expertise));
    }

    private static double base(double topics, double text, Matter matter, Expertise expertise) {
        var topicsKnown = !matter.topics().isEmpty() && !expertise.topics().isEmpty();
        var textKnown = !expertise.works().isEmpty();
        double known;
        if (topicsKnown && textKnown) {
            known = (topics + text) / 2;
        } else if (topicsKnown) {
            known = topics;
        } else {
            known = textKnown ? text : 0;
        }
        return Math.max(known, UNKNOWN);
    }

    private static double topics(Matter matter, Expertise expertise) {
        double covered = 0;
        double all = 0;
        for (int i = 0; i < matter.topics().size(); i++) {
            covered += Matter.weight(i)
                    * expertise.topics().getOrDefault(matter.topics().get(i), 0.0);
            all += Matter.weight(i);
        }
        return all == 0 ? 0 : covered / all;
    }

    private static List<UUID> sharedTopics(Matter matter, Expertise expertise) {
        var shared = new ArrayList<>(matter.topics());
        shared.removeIf(topic -> !expertise.topics().containsKey(topic));
        shared.sort(
                Comparator.comparingDouble((UUID topic) -> -expertise.topics().getOrDefault(topic, 0.0)
                        * Matter.weight(matter.topics().indexOf(topic))));
        return shared;
    }

    private static boolean follows(Matter matter, Expertise expertise) {
        return matter.talkLanguage().isEmpty()
                || expertise.languages().isEmpty()
                || expertise.languages().contains(matter.talkLanguage());
    }
}
