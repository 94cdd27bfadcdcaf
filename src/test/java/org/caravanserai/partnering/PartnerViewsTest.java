package org.caravanserai.partnering;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.partnering.card.CardState;
import org.caravanserai.partnering.card.OwnCards;
import org.caravanserai.partnering.card.Visibility;
import org.caravanserai.partnering.directory.DirectoryMembership;
import org.caravanserai.partnering.introduction.Reporting;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.people.Role;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The views of partner finding, as people use them. */
@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class PartnerViewsTest extends SpringBrowserlessTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @Autowired
    PartnerScene scene;

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    DirectoryMembership membership;

    @Autowired
    OwnCards cards;

    @Autowired
    Reporting reporting;

    @Test
    void whoHasNoCardIsToldHowToBeginAndBeginsOne() {
        var meeting = scene.meeting();
        Acting.as(scene.somebody("Newcomer", "KZ"), () -> {
            open(meeting, "partners");
            assertThat(texts()).anyMatch(text -> text.startsWith("Say on a card what you look for"));
            button("begin-NEED").click();
            assertThat(getCurrentView().getClass().getSimpleName()).isEqualTo("CardView");
            assertThat(cards.mine(meeting.id())).hasSize(1);
        });
    }

    @Test
    void whatIsMissingOnACardIsSaidAndNothingTypedIsLost() {
        var meeting = scene.meeting();
        Acting.as(scene.somebody("Newcomer", "KZ"), () -> {
            var card = cards.begin(meeting.id(), CardKind.OFFER);
            open(meeting, "cards/" + card);
            button("card-publish").click();
            assertThat(buttons()).contains("Say in a line what it is about.", "Choose at least one topic.");
            assertThat(cards.card(card).state()).isEqualTo(CardState.DRAFT);
        });
    }

    @Test
    void aCardOfSomebodyElseIsNotFound() {
        var meeting = scene.meeting();
        var author = scene.somebody("Author", "KZ");
        var card = scene.draft(meeting, author, CardKind.NEED, "Dust", Visibility.SIGNED_IN);
        Acting.as(scene.somebody("Other", "JP"), () -> {
            open(meeting, "cards/" + card);
            assertThat(getCurrentView().getClass().getSimpleName()).isNotEqualTo("CardView");
        });
    }

    @Test
    void suggestionsStandBelowHerCardWithTheirReasonsAndOneAsksFromThere() {
        var meeting = scene.meeting();
        var aigul = scene.member(meeting, "Aigul Bekova", "KZ");
        var ken = scene.member(meeting, HOSTILE, "JP");
        scene.published(meeting, aigul, CardKind.NEED, "Lidar profiles", Visibility.SIGNED_IN);
        scene.published(meeting, ken, CardKind.OFFER, HOSTILE + " lidar profiles", Visibility.SIGNED_IN);
        Acting.as(aigul, () -> {
            open(meeting, "partners");
            var panel = view().getElement().getTextRecursively();
            assertThat(panel)
                    .contains("One has what the other looks for")
                    .contains("From another country")
                    .contains(HOSTILE);
            click("Ask to be introduced");
            find(TextArea.class).withId("line-text").single().setValue("May we meet?");
            button("line-send").click();
            assertThat(view().getElement().getTextRecursively()).contains("Not yet");
        });
    }

    @Test
    void whatOneBeginsToWriteToSomebodyIsThereAgainUntilItIsSent() {
        var meeting = scene.meeting();
        var aigul = scene.member(meeting, "Aigul Bekova", "KZ");
        var ken = scene.member(meeting, "Ken Mori", "JP");
        scene.published(meeting, ken, CardKind.OFFER, "Lidar profiles", Visibility.SIGNED_IN);
        Acting.as(aigul, () -> {
            open(meeting, "cards");
            click("Ask to be introduced");
            line().setValue("May we me");
            click("Cancel");

            open(meeting, "cards");
            click("Ask to be introduced");
            assertThat(line().getValue()).isEqualTo("May we me");
            line().setValue("May we meet?");
            button("line-send").click();
        });
        var introduction = scene.asked(meeting.id(), ken, aigul);
        Acting.as(aigul, () -> {
            open(meeting, "introductions");
            assertThat(view().getElement().getTextRecursively()).contains("Introduced (1)");
            openThread();
            find(TextArea.class).withId("message-" + introduction).single().setValue("Half a sentence");
            open(meeting, "introductions");
            openThread();
            assertThat(find(TextArea.class)
                            .withId("message-" + introduction)
                            .single()
                            .getValue())
                    .isEqualTo("Half a sentence");
            button("send-" + introduction).click();
            open(meeting, "introductions");
            openThread();
            assertThat(find(TextArea.class)
                            .withId("message-" + introduction)
                            .single()
                            .getValue())
                    .isEmpty();
        });
    }

    @Test
    void cardsAreNarrowedByWhatTheAddressSays() {
        var meeting = scene.meeting();
        var author = scene.member(meeting, "Author", "KZ");
        scene.published(meeting, author, CardKind.NEED, "Wanted", Visibility.SIGNED_IN);
        scene.published(meeting, author, CardKind.OFFER, "Given", Visibility.SIGNED_IN);
        Acting.as(scene.somebody("Reader", "JP"), () -> {
            UI.getCurrent().navigate(path(meeting, "cards"), QueryParameters.of("kind", "OFFER"));
            assertThat(find(Article.class, view()).all()).hasSize(1);
            assertThat(view().getElement().getTextRecursively())
                    .contains("Given")
                    .doesNotContain("Wanted");
            UI.getCurrent().navigate(path(meeting, "cards"), QueryParameters.of("kind", "NONSENSE"));
            assertThat(find(Article.class, view()).all()).hasSize(2);
        });
    }

    @Test
    void oneEntersTheDirectorySeesTheMapAsATableAndLeaves() {
        var meeting = scene.meeting();
        scene.member(meeting, "Ken Mori", "JP");
        Acting.as(scene.somebody("Newcomer", "KZ"), () -> {
            open(meeting, "directory");
            assertThat(find(NativeTable.class, view()).all()).isEmpty();
            button("directory-join").click();
            assertThat(find(NativeTable.class, view()).all()).hasSize(1);
            assertThat(view().getElement().getTextRecursively())
                    .contains("Ken Mori")
                    .contains("Institute of Ken Mori (1)");
            membership.leave(meeting.id());
            open(meeting, "directory");
            assertThat(view().getElement().getTextRecursively()).doesNotContain("Ken Mori");
        });
    }

    @Test
    void introductionsAreAnsweredAndWrittenIn() {
        var meeting = scene.meeting();
        var aigul = scene.member(meeting, "Aigul Bekova", "KZ");
        var ken = scene.member(meeting, "Ken Mori", "JP");
        var introduction = scene.asked(meeting.id(), ken, aigul);
        Acting.as(aigul, () -> {
            open(meeting, "introductions");
            assertThat(find(H2.class, view()).all())
                    .extracting(H2::getText)
                    .containsExactly("Wait for your answer (1)");
            button("yes-" + introduction).click();
            assertThat(find(H2.class, view()).all()).extracting(H2::getText).containsExactly("Introduced (1)");
        });
    }

    @Test
    void reportsAreForOrganisersAlone() {
        var meeting = scene.meeting();
        var reporter = scene.member(meeting, "Reporter", "KZ");
        var rude = scene.member(meeting, HOSTILE, "JP");
        Acting.as(reporter, () -> reporting.person(meeting.id(), rude, HOSTILE));
        Acting.as(reporter, () -> {
            open(meeting, "reports");
            assertThat(getCurrentView().getClass().getSimpleName()).isNotEqualTo("ReportsView");
        });
        Acting.as(fixtures.personAs(Role.ORGANISER, meeting), () -> {
            open(meeting, "reports");
            assertThat(view().getElement().getTextRecursively()).contains(HOSTILE);
            click("Mark as dealt with");
            button("line-send").click();
            assertThat(view().getElement().getTextRecursively()).contains("Dealt with");
        });
    }

    private void open(Meeting meeting, String place) {
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate(path(meeting, place));
    }

    private static String path(Meeting meeting, String place) {
        return "meetings/" + meeting.slug().value() + "/" + place;
    }

    private Component view() {
        return (Component) getCurrentView();
    }

    private TextArea line() {
        return find(TextArea.class).withId("line-text").single();
    }

    private void openThread() {
        var thread = find(NativeDetails.class, view()).single();
        thread.setOpen(true);
        ComponentUtil.fireEvent(thread, new NativeDetails.ToggleEvent(thread, true));
    }

    private Button button(String id) {
        return find(Button.class).withId(id).single();
    }

    private void click(String label) {
        find(Button.class).all().stream()
                .filter(button -> button.getText().equals(label))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private java.util.List<String> buttons() {
        return find(Button.class).all().stream().map(Button::getText).toList();
    }

    private java.util.List<String> texts() {
        return find(Paragraph.class, view()).all().stream()
                .map(Paragraph::getText)
                .toList();
    }
}
