package org.caravanserai.review.assigning;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;
import org.caravanserai.people.PersonId;
import org.caravanserai.review.reviewing.Assigning;
import org.caravanserai.review.reviewing.Bidding;
import org.caravanserai.review.reviewing.Eagerness;
import org.caravanserai.review.reviewing.ReviewSetUp;
import org.caravanserai.review.reviewing.ReviewerInviting;
import org.caravanserai.review.reviewing.ReviewerProfile;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The views in which peer review is set up and reviewers are asked, bid and get their proposals. */
@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class ReviewSetUpViewsTest extends SpringBrowserlessTest {

    @Autowired
    ReviewScene scenes;

    @Autowired
    AssignmentRuns runs;

    @Autowired
    Assigning assigning;

    @Autowired
    Bidding bidding;

    @Autowired
    ReviewSetUp setUp;

    @Autowired
    ReviewerInviting inviting;

    @Autowired
    ReviewerProfile profile;

    private ReviewScene.Made made;

    @BeforeEach
    void makeCommittee() {
        made = scenes.make(6, 4);
        scenes.plan(made, 2, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "review, ReviewSetUpView, ORGANISER",
        "reviewers, ReviewersView, ORGANISER CHAIR",
        "conflicts, ConflictsView, ORGANISER CHAIR",
        "assignment, AssignmentView, ORGANISER CHAIR"
    })
    void theCommitteesViewsOpenForThoseWhomTheyAreForAndForNobodyElse(String page, String view, String roles) {
        var path = "meetings/" + made.scene().meeting().slug().value() + "/" + page;
        opens(made.organiser(), path, view, roles.contains("ORGANISER"));
        opens(made.scene().chair(), path, view, roles.contains("CHAIR"));
        opens(made.reviewers().getFirst(), path, view, false);
    }

    @Test
    void aReviewersViewsOpenForHer() {
        opens(made.reviewers().getFirst(), reviewing("profile"), "ReviewerProfileView", true);
        opens(made.reviewers().getFirst(), reviewing("bids"), "BidsView", true);
        opens(made.organiser(), reviewing("bids"), "BidsView", false);
    }

    @Test
    void aChangeOfThePlanIsKeptAtOnceAndAWrongOneIsToldAtItsField() {
        Acting.as(made.organiser(), () -> {
            UI.getCurrent().navigate(meetings("review"));
            var wanted = find(IntegerField.class, view()).withId("wanted").single();
            test(wanted).setValue(4);
            assertThat(setUp.read(made.meeting()).base().content().wanted()).isEqualTo(4);
            test(wanted).setValue(0);
            assertThat(wanted.isInvalid()).isTrue();
            assertThat(setUp.read(made.meeting()).base().content().wanted()).isEqualTo(4);
        });
    }

    @Test
    void reviewersAreFoundAskedByMailManyAtOnce() {
        Acting.as(made.organiser(), () -> {
            UI.getCurrent().navigate(meetings("reviewers"));
            assertThat(test(find(Grid.class, view()).withId("reviewers-grid").single())
                            .size())
                    .isEqualTo(5);
            test(find(com.vaadin.flow.component.details.Details.class, view())
                            .withId("invite")
                            .single())
                    .openDetails();
            var emails = find(TextArea.class, view()).withId("invite-emails").single();
            test(emails).setValue("aiko@example.org, no@where, bota@example.org");
            test(find(Button.class, view()).withId("invite-send").single()).click();
            assertThat(emails.isInvalid()).isTrue();
            assertThat(emails.getValue()).contains("bota@example.org");
            test(emails).setValue("aiko@example.org\nbota@example.org");
            test(find(Button.class, view()).withId("invite-send").single()).click();
            assertThat(inviting.waiting(made.meeting()))
                    .extracting(ReviewerInviting.Waiting::email)
                    .containsExactly("aiko@example.org", "bota@example.org");
        });
    }

    @Test
    void aReviewerSaysWhatSheKnowsAndWhatSheWouldReview() {
        var me = made.reviewers().getFirst();
        Acting.as(me, () -> {
            UI.getCurrent().navigate(reviewing("profile"));
            Select<Integer> mining = strength("topic-mining");
            test(mining).selectItem("I know it well");
            assertThat(profile.read(made.meeting()).content().topics())
                    .containsEntry(made.scene().topics().get(1).key(), 2);

            UI.getCurrent().navigate(reviewing("bids"));
            var cards = find(Article.class, view()).all();
            assertThat(cards).hasSize(6);
            var willing =
                    find(Button.class, cards.getFirst()).withText("Willing").single();
            test(willing).click();
            assertThat(bidding.count(made.meeting())).containsEntry(Optional.of(Eagerness.WILLING), 1);
            test(willing).click();
            assertThat(bidding.count(made.meeting())).doesNotContainKey(Optional.of(Eagerness.WILLING));
        });
    }

    @Test
    void anAssignmentIsComputedLookedAtAndApplied() {
        Acting.as(made.organiser(), () -> {
            UI.getCurrent().navigate(meetings("assignment"));
            test(find(Button.class, view()).withId("assignment-compute").single())
                    .click();
            runs.running(made.meeting()).ifPresent(run -> scenes.await(made, run));
            UI.getCurrent().navigate("");
            UI.getCurrent().navigate(meetings("assignment"));
            var apply = find(Button.class, view()).withId("assignment-apply").single();
            assertThat(apply.getText()).isEqualTo("Assign 12 reviews");
            test(apply).click();
            assertThat(assigning.current(made.meeting())).hasSize(12);
            assertThat(find(Button.class, view()).withId("assignment-undo").all())
                    .hasSize(1);
        });
    }

    @Test
    void whatStandsInTheWayIsSaidInWords() {
        scenes.plan(made, 3, 3);
        scenes.compute(made, AssignmentAim.GREATEST_TOTAL);
        Acting.as(made.organiser(), () -> {
            UI.getCurrent().navigate(meetings("assignment"));
            var told = find(Div.class, view()).withId("assignment-obstacle").single();
            assertThat(find(H2.class, told).single().getText()).isEqualTo("No assignment can respect all of this");
            assertThat(told.getElement().getTextRecursively()).contains("The smallest choice of exceptions");
        });
    }

    private void opens(PersonId who, String path, String view, boolean expected) {
        Acting.as(who, () -> {
            UI.getCurrent().navigate("");
            UI.getCurrent().navigate(path);
            var name = getCurrentView().getClass().getSimpleName();
            if (expected) {
                assertThat(name).isEqualTo(view);
                assertThat(find(H1.class, view()).all()).hasSize(1);
            } else {
                assertThat(name).isNotEqualTo(view);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private Select<Integer> strength(String id) {
        return find(Select.class, view()).withId(id).single();
    }

    private Component view() {
        return (Component) getCurrentView();
    }

    private String meetings(String page) {
        return "meetings/" + made.scene().meeting().slug().value() + "/" + page;
    }

    private String reviewing(String page) {
        return "reviewing/" + made.scene().meeting().slug().value() + "/" + page;
    }
}
