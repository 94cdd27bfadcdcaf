package org.caravanserai.review.reviewing;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Secret;
import org.caravanserai.proposal.ProposalId;

/** A review as it was submitted last. What is typed afterwards is a draft until it is submitted again. */
@Entity
public class Review extends Aggregate {

    private UUID assignment;

    private UUID meeting;

    private UUID proposal;

    private UUID person;

    @Enumerated(EnumType.STRING)
    private Recommendation recommendation;

    private int confidence;

    @Secret
    private String toAuthors;

    @Secret
    private String toCommittee;

    private Instant firstAt;

    private Instant submittedAt;

    private int round;

    @ElementCollection
    @CollectionTable(name = "review_score", joinColumns = @JoinColumn(name = "review"))
    @MapKeyColumn(name = "criterion")
    @Column(name = "score")
    private Map<UUID, Integer> scores = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    protected Review() {}

    Review(Assignment assignment, ReviewForm form, Instant at) {
        this.assignment = assignment.key();
        this.meeting = assignment.meeting().value();
        this.proposal = assignment.proposal().value();
        this.person = assignment.person().value();
        this.firstAt = at;
        write(form, assignment.round(), at);
    }

    UUID assignment() {
        return assignment;
    }

    public ProposalId proposal() {
        return new ProposalId(proposal);
    }

    /** The reviewer. */
    public PersonId person() {
        return new PersonId(person);
    }

    public Instant firstAt() {
        return firstAt;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    /** Which round of the proposal it is about. */
    public int round() {
        return round;
    }

    /** What it says. */
    public ReviewForm form() {
        return new ReviewForm(scores, Optional.of(recommendation), confidence, toAuthors, toCommittee);
    }

    /** It is submitted again. A review that judges nothing carries no scores. */
    final void write(ReviewForm form, int ofRound, Instant at) {
        recommendation = form.recommendation().orElseThrow();
        var judges = recommendation != Recommendation.UNABLE;
        confidence = judges ? form.confidence() : 0;
        toAuthors = form.toAuthors();
        toCommittee = form.toCommittee();
        scores.clear();
        if (judges) {
            scores.putAll(form.scores());
        }
        round = ofRound;
        submittedAt = at;
    }
}
