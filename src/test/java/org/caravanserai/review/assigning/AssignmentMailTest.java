package org.caravanserai.review.assigning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ReviewerTexts;
import org.caravanserai.review.assigning.AssignmentStanding.Ready;
import org.caravanserai.review.reviewing.Assigning;
import org.caravanserai.review.reviewing.ConflictKeeping;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What reviewers are told of a computed assignment, and what must not be told to them. */
@IntegrationTest
class AssignmentMailTest {

    private static final int PROPOSALS = 4;

    @Autowired
    ReviewScene scenes;

    @Autowired
    AssignmentRuns runs;

    @Autowired
    AssignmentApplying applying;

    @Autowired
    Assigning assigning;

    @Autowired
    ConflictKeeping conflicts;

    @Autowired
    ReviewerTexts texts;

    @Autowired
    JdbcClient jdbc;

    private ReviewScene.Made made;

    @BeforeEach
    void makeCommittee() {
        made = scenes.make(PROPOSALS, 3);
        scenes.plan(made, 3, PROPOSALS);
    }

    @Test
    void whoHasAConflictByNowIsNotToldThatAProposalIsTakenBack() {
        apply();
        var pairs = Acting.as(made.organiser(), () -> assigning.current(made.meeting())).stream()
                .map(Assigning.Row::pair)
                .toList();
        var conflicted = pairs.getFirst();
        var other = pairs.stream()
                .filter(p -> p.proposal().equals(conflicted.proposal()) && !p.equals(conflicted))
                .findFirst()
                .orElseThrow();
        assertThat(told(conflicted.reviewer(), "review-assigned")).contains(title(conflicted.proposal()));
        Acting.as(made.organiser(), () -> {
            conflicts.set(conflicted.proposal(), conflicted.reviewer(), "Her cousin");
            applying.undo(made.meeting());
        });

        assertThat(told(conflicted.reviewer(), "review-taken-back"))
                .isNotEmpty()
                .doesNotContain(title(conflicted.proposal()));
        assertThat(told(other.reviewer(), "review-taken-back")).contains(title(conflicted.proposal()));
    }

    @Test
    void whatReviewersReadInsteadOfATitleStandsInEveryMailAboutIt() {
        for (var proposal : made.proposals()) {
            Acting.as(made.organiser(), () -> texts.write(proposal, 0, Map.of("title.en", "A title without names")));
        }
        apply();
        Acting.as(made.organiser(), () -> applying.undo(made.meeting()));

        for (var reviewer : made.reviewers()) {
            assertThat(told(reviewer, "review-assigned")).contains("• A title without names");
            assertThat(told(reviewer, "review-taken-back")).contains("• A title without names");
            assertThat(String.join("\n", told(reviewer, "review-%"))).doesNotContain("Proposal number");
        }
    }

    private void apply() {
        var standing = scenes.compute(made, AssignmentAim.GREATEST_TOTAL);
        assertThat(standing).isInstanceOf(Ready.class);
        var run = ((Ready) standing).preview().run();
        assertThat(Acting.as(made.organiser(), () -> applying.apply(made.meeting(), run, true))
                        .done())
                .isTrue();
    }

    private String title(ProposalId proposal) {
        return "• Proposal number " + made.proposals().indexOf(proposal);
    }

    /** What she was told, line by line. */
    private List<String> told(PersonId reviewer, String kind) {
        return jdbc
                .sql("select text_body from outbox_message where person = ? and kind like ?")
                .params(reviewer.value(), kind)
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .flatMap(String::lines)
                .toList();
    }
}
