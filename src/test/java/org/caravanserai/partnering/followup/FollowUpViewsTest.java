package org.caravanserai.partnering.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Set;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Actor;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.NextStepContribution;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Where people say what came of their meetings without the mail, and organisers see the totals. */
@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class FollowUpViewsTest extends SpringBrowserlessTest {

    @Autowired
    FollowUpScene scene;

    @Autowired
    FollowUpAsking asking;

    @Autowired
    @Qualifier("followUpMenu")
    NextStepContribution home;

    @Autowired
    TestClock clock;

    private Meeting meeting;
    private PersonId aigul;
    private PersonId sato;

    @BeforeEach
    void twoPeopleHaveMet() {
        meeting = scene.meeting();
        aigul = scene.member("Aigul Nurlanova", Role.REVIEWER, meeting);
        sato = scene.member("SATO Junichi", Role.REVIEWER, meeting);
        clock.set(FollowUpScene.MET);
        scene.met(meeting, "Cores from the Aral Sea", aigul, sato);
    }

    @Test
    void whoHasMetNobodyIsToldWhenSheWillBeAsked() {
        Acting.as(scene.member("Newcomer", Role.REVIEWER, meeting), () -> {
            navigate("follow-up");
            assertThat(text()).contains("you are asked here what came of it");
            assertThat(find(KeptForm.class, view()).all()).isEmpty();
        });
    }

    @Test
    void herOpenQuestionsStandAmongWhatIsNextUntilSheAnswers() {
        Acting.as(aigul, () -> assertThat(home.steps()).isEmpty());
        clock.set(FollowUpScene.MET.plus(Duration.ofDays(1)));
        Actor.asSystem(() -> asking.ask());
        Acting.as(aigul, () -> {
            assertThat(home.steps())
                    .singleElement()
                    .satisfies(step -> assertThat(step.path()).isEqualTo("follow-up"));
            navigate("follow-up");
            came().setValue(Set.of(CameOfIt.CONTACT));
            form().keep();
            assertThat(home.steps()).isEmpty();
        });
        assertThat(scene.latest(aigul).came()).containsExactly(CameOfIt.CONTACT);
        Acting.as(sato, () -> assertThat(home.steps()).hasSize(1));
    }

    @Test
    void whatSheSaysAndHerLineAreKeptAndNonsenseIsRefusedNextToItsField() {
        Acting.as(aigul, () -> {
            navigate("follow-up");
            find(TextField.class, view()).single().setValue("In Sapporo");
            came().setValue(Set.of(CameOfIt.VISIT));
            form().keep();
            came().setValue(Set.of(CameOfIt.VISIT, CameOfIt.NOTHING));
            form().keep();
            assertThat(came().getErrorMessage()).contains("either nothing");
            assertThat(came().getValue()).hasSize(2);
        });
        assertThat(scene.latest(aigul).came()).containsExactly(CameOfIt.VISIT);
        assertThat(scene.latest(aigul).note()).isEqualTo("In Sapporo");
    }

    @Test
    void sheStopsBeingAskedInTheApplicationToo() {
        Acting.as(aigul, () -> {
            navigate("follow-up");
            stop().click();
            assertThat(scene.latest(aigul).next()).isEmpty();
            navigate("follow-up");
            assertThat(find(Button.class, view()).all()).noneMatch(b -> b.hasClassName("follow-up-stop"));
        });
    }

    @Test
    void organisersSeeNumbersOfFiveAndMoreAndNoSmallerOne() {
        scene.answers(meeting, 4, CameOfIt.CONTACT, CameOfIt.VISIT);
        var organiser = scene.member("Dinara Omarova", Role.ORGANISER, meeting);
        Acting.as(organiser, () -> {
            navigate(totals());
            assertThat(text()).contains("fewer than 5 answers");
            assertThat(find(NativeTable.class, view()).all()).isEmpty();
        });
        scene.answers(meeting, 1, CameOfIt.CONTACT, CameOfIt.JOINT_PROPOSAL);
        scene.answers(scene.meeting(), 5, CameOfIt.DOCUMENT);
        Acting.as(organiser, () -> {
            navigate(totals());
            assertThat(text()).contains("5 answers");
            assertThat(find(NativeTable.class, view()).single().getElement().getTextRecursively())
                    .containsPattern("We are in touch\\s*5")
                    .containsPattern("A visit\\s*fewer than 5")
                    .containsPattern("A joint proposal\\s*fewer than 5")
                    .containsPattern("A signed document\\s*fewer than 5");
        });
    }

    @Test
    void totalsAreForOrganisersAlone() {
        Acting.as(aigul, () -> {
            navigate(totals());
            assertThat(getCurrentView().getClass().getSimpleName()).isNotEqualTo("FollowUpTotalsView");
        });
    }

    private String totals() {
        return "meetings/" + meeting.slug().value() + "/follow-up";
    }

    private void navigate(String path) {
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate(path);
    }

    private KeptForm form() {
        return find(KeptForm.class, view()).single();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<CameOfIt> came() {
        return find(CheckboxGroup.class, view()).single();
    }

    private Button stop() {
        return find(Button.class, view()).all().stream()
                .filter(button -> button.hasClassName("follow-up-stop"))
                .findFirst()
                .orElseThrow();
    }

    private String text() {
        return view().getElement().getTextRecursively();
    }

    private Component view() {
        return (Component) getCurrentView();
    }
}
