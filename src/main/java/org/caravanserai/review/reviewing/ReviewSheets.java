package org.caravanserai.review.reviewing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ReviewerTexts;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reviews of a proposal side by side, for its chairs and, as the plan says, for its reviewers. */
@Service
public class ReviewSheets {

    private static final String REVIEWS = """
            select a.id, a.person, a.state, a.round, a.due, a.reason, a.suggestion, r.id, r.recommendation, r.confidence,
                   r.to_authors, r.to_committee, r.submitted_at, r.round,
            """ + ReviewSql.NAME + """
             from review_assignment a join person pe on pe.id = a.person left join review r on r.assignment = a.id
             where a.proposal = ? and a.state <> 'RELEASED' order by a.assigned_at, a.id
            """;

    private final PlanReading plans;
    private final ReviewedProposals proposals;
    private final ReviewVersions versions;
    private final Reviews reviews;
    private final ReviewAccess reviewAccess;
    private final Access access;
    private final ReviewerTexts texts;
    private final JdbcClient jdbc;

    ReviewSheets(
            PlanReading plans,
            ReviewedProposals proposals,
            ReviewVersions versions,
            Reviews reviews,
            ReviewAccess reviewAccess,
            Access access,
            ReviewerTexts texts,
            JdbcClient jdbc) {
        this.plans = plans;
        this.proposals = proposals;
        this.versions = versions;
        this.reviews = reviews;
        this.reviewAccess = reviewAccess;
        this.access = access;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    /**
     * A reviewer's part in a proposal.
     *
     * @param number counts from 1 within the proposal; what other reviewers call her
     * @param reviewer who it is; empty where a reviewer looks at another's review
     * @param state how far she is
     * @param reason why she declined; may be empty
     * @param suggestion whom she suggested instead; may be empty
     * @param review what she wrote; empty while nothing is in
     * @param submittedAt when it came in last
     * @param ofRound which round of the proposal it is about; 0 while nothing is in
     * @param mine whether it is the acting person's
     */
    public record Part(
            UUID assignment,
            int number,
            Optional<Identity> reviewer,
            AssignmentState state,
            Optional<Instant> due,
            String reason,
            String suggestion,
            Optional<ReviewForm> review,
            Optional<Instant> submittedAt,
            int ofRound,
            boolean mine) {}

    /** Who a reviewer is. */
    public record Identity(PersonId person, PersonName name) {}

    /** What the contributors answered. */
    public record Answer(String text, Instant at) {}

    /**
     * All that the committee wrote about a proposal.
     *
     * @param criteria what was asked, in order
     * @param parts one for each reviewer; those a reviewer may not see yet are left out
     * @param rebuttal what the contributors answered
     */
    public record Sheet(
            ProposalId proposal,
            String code,
            LocalizedText title,
            List<Reviewing.Asked> criteria,
            List<Part> parts,
            Optional<Answer> rebuttal) {}

    /** An earlier text of a review. */
    public record Earlier(int number, int round, ReviewForm form, Instant at) {}

    /**
     * Everything, for who leads; for a reviewer without the names of the others and, of those who declined, nothing.
     */
    @PreAuthorize("@reviewAccess.seesReviews(#proposal)")
    @Transactional(readOnly = true)
    public Sheet of(ProposalId proposal) {
        var chairs = reviewAccess.chairs(proposal);
        var stored = proposals.findById(proposal.value()).orElseThrow();
        var scores = scores(proposal);
        var parts = jdbc.sql(REVIEWS)
                .param(proposal.value())
                .query((row, number) -> part(row, number + 1, chairs, scores))
                .list();
        return new Sheet(
                proposal,
                stored.code(),
                texts.title(stored),
                plans.criteria(plans.of(stored)).stream()
                        .map(c -> new Reviewing.Asked(c.key(), c.content()))
                        .toList(),
                chairs
                        ? parts
                        : parts.stream()
                                .filter(p -> p.mine() || p.review().isPresent())
                                .toList(),
                jdbc.sql("select text_body, written_at from rebuttal where proposal = ?")
                        .param(proposal.value())
                        .query((row, number) -> new Answer(
                                texts.nameless(proposal).apply(row.getString(1)),
                                row.getObject(2, OffsetDateTime.class).toInstant()))
                        .optional());
    }

    /** What a review said each time it was submitted, the first time first. */
    @PreAuthorize("@reviewAccess.chairs(#proposal)")
    @Transactional(readOnly = true)
    public List<Earlier> history(ProposalId proposal, PersonId reviewer) {
        return reviews.findByProposal(proposal.value()).stream()
                .filter(r -> r.person().equals(reviewer))
                .flatMap(r -> versions.findByReviewOrderByNumber(r.key()).stream())
                .map(v -> new Earlier(v.number(), v.round(), v.content(), v.submittedAt()))
                .toList();
    }

    private Map<UUID, Map<UUID, Integer>> scores(ProposalId proposal) {
        var scores = new HashMap<UUID, Map<UUID, Integer>>();
        jdbc.sql("select s.review, s.criterion, s.score from review_score s join review r on r.id = s.review"
                        + " where r.proposal = ?")
                .param(proposal.value())
                .query((row, number) -> scores.computeIfAbsent(row.getObject(1, UUID.class), r -> new HashMap<>())
                        .merge(row.getObject(2, UUID.class), row.getInt(3), (one, two) -> two))
                .list();
        return scores;
    }

    private Part part(ResultSet row, int number, boolean chairs, Map<UUID, Map<UUID, Integer>> scores)
            throws SQLException {
        var person = new PersonId(row.getObject(2, UUID.class));
        var mine = access.me().filter(person::equals).isPresent();
        var state = AssignmentState.valueOf(row.getString(3));
        var review = SqlNames.key(row, 8);
        var form = review.isEmpty()
                ? Optional.<ReviewForm>empty()
                : Optional.of(new ReviewForm(
                        scores.getOrDefault(review.get(), Map.of()),
                        Optional.of(Recommendation.valueOf(row.getString(9))),
                        row.getInt(10),
                        row.getString(11),
                        row.getString(12)));
        return new Part(
                row.getObject(1, UUID.class),
                number,
                chairs || mine ? Optional.of(new Identity(person, SqlNames.name(row, 15))) : Optional.empty(),
                state,
                chairs || mine ? SqlNames.instant(row, 5) : Optional.empty(),
                chairs ? row.getString(6) : "",
                chairs ? row.getString(7) : "",
                form,
                SqlNames.instant(row, 13),
                SqlNames.number(row, 14).orElse(0),
                mine);
    }
}
