package org.caravanserai.api.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.review.DecisionRegister;
import org.caravanserai.review.Verdict;
import org.caravanserai.review.reviewing.AuthorFeedback;
import org.caravanserai.review.reviewing.Criterion;
import org.caravanserai.review.reviewing.Recommendation;
import org.caravanserai.review.reviewing.ReviewForm;
import org.caravanserai.review.reviewing.ReviewSheets;

/** Reviews and decisions as those who may read them get them. */
final class ReviewData {

    private ReviewData() {}

    /** What reviewers score. */
    record ReviewCriterion(
            UUID key,
            LocalizedData label,
            @Says("The lowest score") int from,
            @Says("The highest, the best") int to) {

        private static ReviewCriterion of(UUID key, Criterion.Content content) {
            return new ReviewCriterion(key, LocalizedData.of(content.label()), content.from(), content.to());
        }
    }

    /** A score. */
    record ReviewScore(@Says("The criterion's key") UUID criterion, int score) {}

    /** What one reviewer wrote. */
    record Review(
            @Says("Counts from 1 within the proposal") int number,

            @Says("Who it is; left out where you may not know")
            Optional<NameData> reviewer,

            @Says("How far she is") String state,
            Optional<Recommendation> recommendation,
            @Says("From 1, a guess, to 5, certain") Optional<Integer> confidence,
            List<ReviewScore> scores,
            Optional<String> toAuthors,
            @Says("What the committee alone reads") Optional<String> toCommittee,
            Optional<Instant> submittedAt,
            @Says("Whether it is yours") boolean mine) {

        private static Review of(ReviewSheets.Part part) {
            var form = part.review();
            return new Review(
                    part.number(),
                    part.reviewer().map(reviewer -> NameData.of(reviewer.name())),
                    part.state().name(),
                    form.flatMap(ReviewForm::recommendation),
                    form.map(ReviewForm::confidence).filter(confidence -> confidence > 0),
                    form.map(ReviewForm::scores)
                            .map(scores -> scores.entrySet().stream()
                                    .sorted(java.util.Map.Entry.comparingByKey())
                                    .map(score -> new ReviewScore(score.getKey(), score.getValue()))
                                    .toList())
                            .orElse(List.of()),
                    form.map(ReviewForm::toAuthors).flatMap(Data::filled),
                    form.map(ReviewForm::toCommittee).flatMap(Data::filled),
                    part.submittedAt(),
                    part.mine());
        }
    }

    /** All that the committee wrote about a proposal. */
    record Reviews(
            @Says("The proposal's id") String proposal,
            LocalizedData title,
            List<ReviewCriterion> criteria,
            List<Review> reviews,
            @Says("What the contributors answered") Optional<String> rebuttal) {

        static Reviews of(ReviewSheets.Sheet sheet) {
            return new Reviews(
                    sheet.code(),
                    LocalizedData.of(sheet.title()),
                    sheet.criteria().stream()
                            .map(asked -> ReviewCriterion.of(asked.key(), asked.content()))
                            .toList(),
                    sheet.parts().stream().map(Review::of).toList(),
                    sheet.rebuttal().map(ReviewSheets.Answer::text));
        }
    }

    /** A score as contributors see it. */
    record FeedbackScore(LocalizedData criterion, int score) {}

    /** A review as contributors see it; nothing tells who wrote it. */
    record FeedbackReview(String notes, List<FeedbackScore> scores) {}

    /** What the contributors of a proposal may read of its reviews. */
    record Feedback(
            List<FeedbackReview> reviews,
            @Says("What they have answered") Optional<String> rebuttal,
            @Says("Whether they may answer now") boolean rebuttalOpen,
            Optional<Instant> rebuttalUntil) {

        static Feedback of(AuthorFeedback.Feedback feedback) {
            return new Feedback(
                    feedback.reviews().stream()
                            .map(seen -> new FeedbackReview(
                                    seen.notes(),
                                    seen.scores().stream()
                                            .map(score -> new FeedbackScore(
                                                    LocalizedData.of(
                                                            score.criterion().label()),
                                                    score.score()))
                                            .toList()))
                            .toList(),
                    Data.filled(feedback.rebuttal()),
                    feedback.rebuttalOpen(),
                    feedback.rebuttalUntil());
        }
    }

    /** A decision. */
    record Decision(
            UUID id,
            @Says("The proposal's id") String proposal,
            LocalizedData title,
            Verdict verdict,
            @Says("What the authors are told beside it") Optional<String> note,
            Instant decidedAt,

            @Says("When its mails left; left out while it can be taken back")
            Optional<Instant> sentAt,

            Optional<Instant> reviseUntil) {

        static Decision of(DecisionRegister.Made made) {
            return new Decision(
                    made.key(),
                    made.code(),
                    LocalizedData.of(made.title()),
                    made.verdict(),
                    Data.filled(made.note()),
                    made.at(),
                    made.sentAt(),
                    made.reviseUntil());
        }
    }
}
