package org.caravanserai.api.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.api.ApiScene;
import org.caravanserai.api.hook.HookEvent;
import org.caravanserai.api.hook.MeetingHooks;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.LocalWeb;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class HooksViewTest extends SpringBrowserlessTest {

    @Autowired
    ApiScene scene;

    @Autowired
    MeetingHooks hooks;

    private final LocalWeb web = LocalWeb.plain();
    private ApiScene.Made made = new ApiScene.Made(new MeetingId(UUID.randomUUID()), "", Ids.next(), Ids.next());
    private PersonId organiser = new PersonId(UUID.randomUUID());

    @BeforeEach
    void aMeeting() {
        made = scene.meeting();
        organiser = scene.someone("ORGANISER Olim", made, Role.ORGANISER);
        UI.getCurrent().setLocale(Language.EN.locale());
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aWebhookIsMadeShowsItsSecretOnceAndIsTried() {
        Acting.as(organiser, () -> {
            open();
            address().setValue(web.address("/in"));
            chosen("public").setValue(Set.of(HookEvent.RELEASE_PUBLISHED));
            chosen("organisers").setValue(Set.of(HookEvent.DECISION_SENT));
            save();

            var secret = find(TextField.class).withId("hook-secret").single();
            assertThat(secret.getValue()).startsWith("cvsh_");
            assertThat(text()).contains("127.0.0.1", "A release is published · A decision is sent", "Nothing yet.");
            assertThat(address().getValue()).isEmpty();

            click("hook-test");
            assertThat(find(TextField.class).withId("hook-secret").all()).isEmpty();
            assertThat(text()).contains("Test", "Delivered", "The answer was 204.");
            assertThat(web.asked()).hasSize(1);

            click("hook-again");
            assertThat(web.asked()).hasSize(2);
        });
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        Acting.as(organiser, () -> {
            open();
            address().setValue("https://10.0.0.1/in");
            chosen("public").setValue(Set.of(HookEvent.RELEASE_PUBLISHED));
            save();
            assertThat(address().isInvalid()).isTrue();
            assertThat(address().getErrorMessage()).isEqualTo("10.0.0.1 does not lie in the public network.");
            assertThat(address().getValue()).isEqualTo("https://10.0.0.1/in");
            assertThat(chosen("public").getValue()).hasSize(1);

            address().setValue(web.address("/in"));
            chosen("public").clear();
            save();
            assertThat(chosen("public").isInvalid()).isTrue();
            assertThat(hooks.list(made.meeting())).isEmpty();
        });
    }

    @Test
    void aWebhookIsChangedSwitchedOffAndRemovedAndComesBack() {
        Acting.as(organiser, () -> {
            hooks.make(made.meeting(), web.address("/in"), Set.of(HookEvent.RELEASE_PUBLISHED));
            open();
            click("hook-change");
            assertThat(address().getValue()).isEqualTo(web.address("/in"));
            chosen("organisers").setValue(Set.of(HookEvent.PROPOSAL_SUBMITTED));
            save();
            assertThat(text()).contains("A release is published · A proposal is handed in");

            click("hook-off");
            assertThat(text()).contains("Off");
            click("hook-on");
            assertThat(hooks.list(made.meeting()).getFirst().standing()).isEqualTo(MeetingHooks.Standing.ON);

            click("hook-remove");
            assertThat(text()).contains("No program is told anything yet.");
            find(Button.class).withText("Undo").all().getLast().click();
            assertThat(hooks.list(made.meeting())).hasSize(1);
            assertThat(find(H2.class).all()).extracting(H2::getText).contains("127.0.0.1");
        });
    }

    @Test
    void whoDoesNotOrganiseTheMeetingFindsNothing() {
        Acting.as(scene.someone("NEWCOMER", made), () -> {
            open();
            assertThat(find(TextField.class).withId("hook-address").all()).isEmpty();
        });
    }

    private void open() {
        UI.getCurrent().navigate("meetings/" + made.slug() + "/webhooks");
    }

    private TextField address() {
        return find(TextField.class).withId("hook-address").single();
    }

    private void save() {
        find(Button.class).withId("hook-save").single().click();
    }

    private void click(String className) {
        find(Button.class).all().stream()
                .filter(button -> button.hasClassName(className))
                .findFirst()
                .orElseThrow()
                .click();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<HookEvent> chosen(String audience) {
        return find(CheckboxGroup.class).withId("hook-events-" + audience).single();
    }

    private String text() {
        return find(HooksView.class).single().getElement().getTextRecursively();
    }
}
