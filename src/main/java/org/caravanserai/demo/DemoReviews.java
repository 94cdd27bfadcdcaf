package org.caravanserai.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Actor;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.reviewing.Assigning;
import org.caravanserai.review.reviewing.Discussing;
import org.caravanserai.review.reviewing.Recommendation;
import org.caravanserai.review.reviewing.ReviewForm;
import org.caravanserai.review.reviewing.Reviewing;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the demonstration's reviewers have written: of five assignments three are reviewed, one is begun and one waits for an
 * answer; where both reviews of a proposal are in, its reviewers and a chair have begun to discuss it. Everything is
 * written by the persons themselves, through the services that they use.
 */
@Component
@Profile("demo")
@Order(1)
class DemoReviews implements DemoPart {

    private static final int PATTERN = 5;
    private static final int BEGUN = 2;
    private static final int WAITING = 3;
    private static final int MOST_DISCUSSED = 4;

    private static final List<Opinion> OPINIONS = List.of(
            new Opinion(
                    5,
                    Recommendation.ACCEPT,
                    "The question is sharp and the data are already in hand. Please say in one sentence which of the"
                            + " results will be new in June.",
                    "One of the strongest I have read this year. It would suit a large room."),
            new Opinion(
                    4,
                    Recommendation.ACCEPT_WITH_CHANGES,
                    "A solid plan. I miss a word on how the two laboratories share samples and data, and who may use them"
                            + " afterwards.",
                    "Worth having; the changes I ask for are small."),
            new Opinion(
                    3,
                    Recommendation.DISCUSS,
                    "The aim is important, but the method is only named. Describe the sampling and the errors you expect.",
                    "I am of two minds: the topic is needed, the abstract is thin. Let us talk."),
            new Opinion(
                    4,
                    Recommendation.ACCEPT,
                    "Clear also for somebody from another field. A map of the sites would help the audience.",
                    "Good balance of people from both sides."),
            new Opinion(
                    2,
                    Recommendation.REVISE,
                    "The abstract promises more than one session can hold. Choose one of the three questions and go deep.",
                    "Could become good if they cut it down."));

    private final Assigning assigning;
    private final Reviewing reviewing;
    private final Discussing discussing;

    DemoReviews(Assigning assigning, Reviewing reviewing, Discussing discussing) {
        this.assigning = assigning;
        this.reviewing = reviewing;
        this.discussing = discussing;
    }

    private record Opinion(int score, Recommendation recommendation, String toAuthors, String toCommittee) {}

    /** Writes it for the assignments that were made. */
    @Override
    public void load(Meeting made, Cast cast) {
        var meeting = made.id();
        var given = Actor.asSystem(() -> assigning.current(meeting));
        var written = new LinkedHashMap<ProposalId, List<PersonId>>();
        var counted = new HashMap<PersonId, Integer>();
        for (int i = 0; i < given.size(); i++) {
            var row = given.get(i);
            var opinion = OPINIONS.get((i * 3 + i / PATTERN) % OPINIONS.size());
            // Of each reviewer's own, in whatever order they come: whoever has four has one begun and one that waits.
            var step = (counted.merge(row.pair().reviewer(), 1, Integer::sum) - 1) % PATTERN;
            if (step == WAITING) {
                continue;
            }
            DemoActing.as(row.pair().reviewer(), () -> write(row.assignment(), opinion, step != BEGUN));
            if (step != BEGUN) {
                written.computeIfAbsent(row.pair().proposal(), p -> new ArrayList<>())
                        .add(row.pair().reviewer());
            }
        }
        written.entrySet().stream()
                .filter(w -> w.getValue().size() > 1)
                .limit(MOST_DISCUSSED)
                .forEach(w -> discuss(w.getKey(), w.getValue()));
    }

    private boolean write(UUID assignment, Opinion opinion, boolean whole) {
        reviewing.accept(assignment);
        var open = reviewing.open(assignment);
        if (!whole) {
            reviewing.save(
                    assignment, open.version(), new ReviewForm(Map.of(), Optional.empty(), 0, opinion.toAuthors(), ""));
            return false;
        }
        var scores = new LinkedHashMap<UUID, Integer>();
        int turn = 0;
        for (var asked : open.criteria()) {
            // The criteria differ by a point here and there, within their scales.
            var score = opinion.score() + (turn++ % 3 == 1 ? 1 : 0);
            scores.put(
                    asked.key(),
                    Math.clamp(score, asked.content().from(), asked.content().to()));
        }
        reviewing.submit(
                assignment,
                open.version(),
                new ReviewForm(
                        scores,
                        Optional.of(opinion.recommendation()),
                        3 + opinion.score() % 3,
                        opinion.toAuthors(),
                        opinion.toCommittee()));
        return true;
    }

    private void discuss(ProposalId proposal, List<PersonId> reviewers) {
        DemoActing.as(
                reviewers.getFirst(),
                () -> discussing.post(
                        proposal,
                        "Our recommendations differ less than our scores. I could live with it if the authors say who"
                                + " brings which data.",
                        Set.of()));
        var people = DemoActing.as(reviewers.getFirst(), () -> discussing.participants(proposal));
        var second =
                people.stream().filter(p -> p.person().equals(reviewers.get(1))).findFirst();
        people.stream()
                .filter(Discussing.Participant::leads)
                .findFirst()
                .ifPresent(chair -> second.ifPresent(other -> {
                    DemoActing.as(
                            chair.person(),
                            () -> discussing.post(
                                    proposal,
                                    "@" + other.name().published() + " Would you agree to accept it with that change?",
                                    Set.of(other.person())));
                    DemoActing.as(
                            other.person(),
                            () -> discussing.post(
                                    proposal, "Yes, if it is asked for in the letter to the authors.", Set.of()));
                }));
    }
}
