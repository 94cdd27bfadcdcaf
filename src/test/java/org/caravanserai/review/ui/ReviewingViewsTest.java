package org.caravanserai.review.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Actor;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.review.Committee;
import org.caravanserai.review.reviewing.Assigning;
import org.caravanserai.review.reviewing.AssignmentState;
import org.caravanserai.review.reviewing.AuthorFeedback;
import org.caravanserai.review.reviewing.AuthorsSee;
import org.caravanserai.review.reviewing.AuthorsWhen;
import org.caravanserai.review.reviewing.Criterion;
import org.caravanserai.review.reviewing.Discussing;
import org.caravanserai.review.reviewing.Recommendation;
import org.caravanserai.review.reviewing.ReviewForm;
import org.caravanserai.review.reviewing.ReviewPlan;
import org.caravanserai.review.reviewing.ReviewQueue;
import org.caravanserai.review.reviewing.ReviewSetUp;
import org.caravanserai.review.reviewing.Reviewing;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

@IntegrationTest
class ReviewingViewsTest extends SpringBrowserlessTest {

    @Autowired
    Committee committee;

    @Autowired
    ReviewSetUp setUp;

    @Autowired
    Assigning assigning;

    @Autowired
    ReviewQueue queue;

    @Autowired
    Reviewing reviewing;

    @Autowired
    Discussing discussing;

    @Autowired
    AuthorFeedback feedback;

    @Autowired
    Clock clock;

    private Committee.Scene scene;
    private Person author;
    private Proposal proposal;
    private UUID criterion;
    private UUID assignment;

    private record Principal(UUID personKey) implements Actor.Principal {}

    @BeforeEach
    void makeScene() {
        scene = committee.scene();
        author = committee.person("Dinara Bekova", "", Language.RU, "KG");
        proposal = committee.submitted(scene, author, LocalizedText.english("Salt dust"), 0, 0, "en");
        criterion = Acting.as(
                scene.organiser(),
                () -> setUp.addCriterion(
                        scene.meeting().id(),
                        ReviewPlan.ALL_TYPES,
                        new Criterion.Content(
                                LocalizedText.english("Merit"),
                                LocalizedText.english("Is it **new**?"),
                                1,
                                5,
                                Map.of(5, LocalizedText.english("outstanding")),
                                1,
                                true)));
        Acting.as(scene.chair(), () -> assigning.assign(proposal.id(), scene.reviewer()));
        assignment = Acting.as(
                        scene.reviewer(), () -> queue.mine(scene.meeting().id()))
                .getFirst()
                .assignment();
        as(scene.reviewer());
    }

    private static void as(PersonId person) {
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new Principal(person.value()), "", AuthorityUtils.NO_AUTHORITIES)));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theQueueSaysHowFarSheIsAndTakesHerAnswer() {
        navigate("reviewing/" + scene.meeting().slug().value(), ReviewingView.class);
        assertThat(find(Span.class).withId("desk-progress").single().getText()).isEqualTo("0 of 1 done");

        find(Button.class).withId("accept-" + proposal.code()).single().click();
        assertThat(state()).isEqualTo(AssignmentState.ACCEPTED);
        assertThat(find(Button.class).withId("accept-" + proposal.code()).all()).isEmpty();
    }

    @Test
    void whoDeclinesSaysWhyAndWhoCould() {
        form();
        find(Button.class).withId("review-decline").single().click();
        find(TextArea.class).withId("decline-reason").single().setValue("My student");
        find(Button.class).withId("decline-go").single().click();

        assertThat(queue.mine(scene.meeting().id())).isEmpty();
        assertThat(Acting.as(
                        scene.chair(), () -> assigning.current(scene.meeting().id())))
                .extracting(Assigning.Row::reason)
                .containsExactly("My student");
        reviewing.accept(assignment);
        assertThat(state()).isEqualTo(AssignmentState.ACCEPTED);
    }

    @Test
    void whatIsTypedIsKeptAndSubmittedOnceNothingIsMissing() {
        form();
        test(area("review-to-authors")).setValue("Clear and <b>new</b>");
        assertThat(reviewing.open(assignment).form().toAuthors()).isEqualTo("Clear and <b>new</b>");

        find(Button.class).withId("review-submit").single().click();
        assertThat(state()).as("scores are missing").isEqualTo(AssignmentState.ASSIGNED);
        assertThat(find(RadioButtonGroup.class)
                        .withId("score-" + criterion)
                        .single()
                        .isInvalid())
                .isTrue();
        assertThat(area("review-to-authors").getValue()).isEqualTo("Clear and <b>new</b>");

        choose("score-" + criterion, 5);
        choose("review-recommendation", Recommendation.ACCEPT);
        choose("review-confidence", 4);
        find(Button.class).withId("review-submit").single().click();

        assertThat(state()).isEqualTo(AssignmentState.SUBMITTED);
        assertThat(find(DiscussionPanel.class).all()).as("open once hers is in").hasSize(1);
    }

    @Test
    void whoSavedElsewhereIsNotOverwrittenAndBothTextsAreOffered() {
        form();
        test(area("review-to-committee")).setValue("First");
        var open = reviewing.open(assignment);
        reviewing.save(assignment, open.version(), new ReviewForm(Map.of(), Optional.empty(), 0, "", "From my phone"));

        test(area("review-to-committee")).setValue("From my desk");
        assertThat(reviewing.open(assignment).form().toCommittee()).isEqualTo("From my phone");
        find(Button.class).withId("stale-choose").single().click();
        assertThat(reviewing.open(assignment).form().toCommittee()).isEqualTo("From my desk");
    }

    @Test
    void theCommitteeDiscussesAndCallsOnSomebodyByName() {
        submitElsewhere();
        form();
        var leading = discussing.participants(proposal.id()).stream()
                .filter(p -> p.person().equals(scene.chair()))
                .findFirst()
                .orElseThrow();
        area("discussion-text").setValue("What do you think, @" + leading.name().published() + "?");
        find(Button.class).withId("discussion-post").single().click();

        var posts = discussing.posts(proposal.id());
        assertThat(posts).hasSize(1);
        assertThat(posts.getFirst().mentions()).contains(scene.chair());
        assertThat(area("discussion-text").getValue()).isEmpty();

        as(scene.chair());
        navigate(address(), ReviewFormView.class);
        assertThat(find(ReviewFields.class).all()).as("she reviews nothing").isEmpty();
        assertThat(find(OtherReviews.class).all()).hasSize(1);
        assertThat(Acting.as(scene.chair(), () -> discussing.posts(proposal.id())))
                .noneMatch(Discussing.Post::unread);
    }

    @Test
    void whoIsNotOfTheCommitteeFindsNothingThere() {
        as(author.id());
        UI.getCurrentOrThrow().navigate(address());
        assertThat(find(ReviewFormView.class).all()).isEmpty();
        UI.getCurrentOrThrow().navigate("reviewing/" + scene.meeting().slug().value());
        assertThat(find(ReviewingView.class).all()).isEmpty();
        as(scene.reviewer());
        UI.getCurrentOrThrow().navigate("proposals/" + proposal.code() + "/reviews");
        assertThat(find(ProposalReviewsView.class).all()).isEmpty();
    }

    @Test
    void contributorsReadTheNotesAndAnswerInTime() {
        submitElsewhere();
        Acting.as(scene.organiser(), () -> {
            var base = setUp.read(scene.meeting().id()).base();
            var c = base.content();
            var now = clock.instant();
            setUp.change(
                    scene.meeting().id(),
                    ReviewPlan.ALL_TYPES,
                    base.version(),
                    new ReviewPlan.Content(
                            c.who(),
                            c.wanted(),
                            c.leastLoad(),
                            c.mostLoad(),
                            c.blindness(),
                            c.othersVisible(),
                            AuthorsSee.NOTES,
                            AuthorsWhen.AFTER_REVIEWING,
                            true,
                            new ReviewPlan.Deadlines(
                                    Optional.empty(),
                                    Optional.of(now.minus(Duration.ofHours(1))),
                                    Optional.of(now.plus(Duration.ofDays(2))),
                                    Optional.empty()),
                            c.revisionDays()));
        });
        as(author.id());
        assertThat(feedback.waiting()).extracting(AuthorFeedback.Waiting::code).containsExactly(proposal.code());
        UI.getCurrentOrThrow().navigate("proposals/" + proposal.code());
        assertThat(find(Anchor.class).withId("proposal-reviews").all()).hasSize(1);

        navigate("proposals/" + proposal.code() + "/reviews", ProposalReviewsView.class);
        area("rebuttal-text").setValue("We measured it twice.");
        find(Button.class).withId("rebuttal-send").single().click();

        assertThat(feedback.of(proposal.id()).rebuttal()).isEqualTo("We measured it twice.");
        assertThat(feedback.waiting()).isEmpty();
    }

    private void form() {
        navigate(address(), ReviewFormView.class);
    }

    private String address() {
        return "reviewing/" + scene.meeting().slug().value() + "/" + proposal.code();
    }

    private void submitElsewhere() {
        Acting.as(
                scene.reviewer(),
                () -> reviewing.submit(
                        assignment,
                        0,
                        new ReviewForm(
                                Map.of(criterion, 4), Optional.of(Recommendation.ACCEPT), 4, "Good work", "Secret")));
    }

    private TextArea area(String id) {
        return find(TextArea.class).withId(id).single();
    }

    @SuppressWarnings("unchecked")
    private <T> void choose(String id, T value) {
        find(RadioButtonGroup.class).withId(id).single().setValue(value);
    }

    private AssignmentState state() {
        return Acting.as(scene.chair(), () -> assigning.current(scene.meeting().id())).stream()
                .map(Assigning.Row::state)
                .filter(s -> Set.of(AssignmentState.values()).contains(s))
                .findFirst()
                .orElseThrow();
    }
}
