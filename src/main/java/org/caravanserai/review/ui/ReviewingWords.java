package org.caravanserai.review.ui;

import java.util.Optional;
import org.caravanserai.review.reviewing.Criterion;
import org.caravanserai.review.reviewing.Recommendation;
import org.caravanserai.review.reviewing.ReviewQueue;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;

/** What the reviewing desk calls things, in one reader's words. */
final class ReviewingWords {

    private ReviewingWords() {}

    static String recommendation(Words words, Recommendation recommendation) {
        return words.get("desk.recommendation." + recommendation.name());
    }

    static String confidence(Words words, int confidence) {
        return words.get("desk.confidence." + confidence);
    }

    /** A score with its label, if it has one. */
    static String score(Words words, Criterion.Content criterion, int score) {
        return Optional.ofNullable(criterion.labels().get(score))
                .filter(label -> !label.isEmpty())
                .map(label -> score + " – " + words.text(label))
                .orElse(Integer.toString(score));
    }

    static StatusBadge badge(Words words, ReviewQueue.Item item) {
        if (item.done()) {
            return new StatusBadge(words.get("desk.state.done"), Tone.DONE);
        }
        if (!isReviewed(item)) {
            return new StatusBadge(words.get("desk.state.closed"), Tone.NEUTRAL);
        }
        if (item.round() > 1 && item.submittedAt().isPresent()) {
            return new StatusBadge(words.get("desk.state.again"), Tone.WAITING);
        }
        if (item.draftSavedAt().isPresent()) {
            return new StatusBadge(words.get("desk.state.begun"), Tone.ACTIVE);
        }
        return switch (item.state()) {
            case ASSIGNED -> new StatusBadge(words.get("desk.state.asked"), Tone.WAITING);
            case ACCEPTED, SUBMITTED, DECLINED, RELEASED -> new StatusBadge(words.get("desk.state.open"), Tone.ACTIVE);
        };
    }

    /** Whether the proposal can still be reviewed. */
    static boolean isReviewed(ReviewQueue.Item item) {
        return switch (item.proposalState()) {
            case SUBMITTED, UNDER_REVIEW -> true;
            case DRAFT, REVISING, ACCEPTED, WAITING, DECLINED, CONFIRMED, WITHDRAWN, CANCELLED -> false;
        };
    }
}
