package org.caravanserai.gathering.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import org.caravanserai.gathering.Gatherings;
import org.caravanserai.gathering.finding.OwnCalendar;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.Person;
import org.caravanserai.shell.Problems;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person makes the address of her calendar, copies it, makes it anew and takes it back. */
@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class FeedSectionTest extends SpringBrowserlessTest {

    @Autowired
    Gatherings gatherings;

    @Autowired
    OwnCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    private Person aigerim;

    @BeforeEach
    void somebody() {
        aigerim = gatherings.person("Aigerim", "Asia/Almaty");
    }

    @Test
    void anAddressIsMadeAndShownToBeCopiedAndOnlyThen() {
        Acting.as(aigerim.id(), () -> {
            open();
            assertThat(shown("feed-address")).isFalse();
            assertThat(shown("copy-feed")).isFalse();
            assertThat(shown("revoke-feed")).isFalse();

            press("make-feed");

            assertThat(calendar.read(secret())).isPresent();
            assertThat(shown("copy-feed")).isTrue();
            press("copy-feed");
            assertThat(problems()).isEmpty();
            open();
            assertThat(shown("feed-address")).isFalse();
            assertThat(shown("feed-standing")).isTrue();
            assertThat(told()).contains("the old one stops working");
        });
    }

    @Test
    void aNewAddressTakesThePlaceOfTheOldOneAndThatIsTakenBackByAClick() {
        Acting.as(aigerim.id(), () -> {
            open();
            press("make-feed");
            var old = secret();

            press("make-feed");

            var made = secret();
            assertThat(calendar.read(old)).isEmpty();
            assertThat(calendar.read(made)).isPresent();
            undo();
            assertThat(calendar.read(old)).isPresent();
            assertThat(calendar.read(made)).isEmpty();
            assertThat(shown("feed-address")).isFalse();
        });
    }

    @Test
    void whatIsTakenBackIsReadByNobodyUntilThatIsUndone() {
        Acting.as(aigerim.id(), () -> {
            open();
            press("make-feed");
            var secret = secret();

            press("revoke-feed");

            assertThat(calendar.read(secret)).isEmpty();
            assertThat(shown("feed-address")).isFalse();
            assertThat(shown("feed-standing")).isFalse();
            undo();
            assertThat(calendar.read(secret)).isPresent();
            assertThat(shown("feed-standing")).isTrue();
        });
    }

    @Test
    void whatAnotherWindowHasReplacedIsNotCopied() {
        Acting.as(aigerim.id(), () -> {
            open();
            press("make-feed");
            calendar.make();

            press("copy-feed");

            assertThat(problems()).contains("changed in another window");
            assertThat(shown("feed-address")).isFalse();
            assertThat(shown("copy-feed")).isFalse();
        });
    }

    @Test
    void whatAnotherWindowHasMadeIsNotUndoneInThisOne() {
        Acting.as(aigerim.id(), () -> {
            open();
            press("make-feed");
            press("revoke-feed");
            var elsewhere = calendar.make();

            undo();

            assertThat(problems()).contains("changed in another window");
            assertThat(calendar.read(elsewhere)).isPresent();
            assertThat(shown("feed-standing")).isTrue();
        });
    }

    @Test
    void nobodyElseSeesTheSecretAndItIsNotKept() {
        var secret = Acting.as(aigerim.id(), () -> {
            open();
            press("make-feed");
            return secret();
        });

        Acting.as(gatherings.person("SATO Junichi", "Asia/Tokyo").id(), () -> {
            open();
            assertThat(shown("feed-address")).isFalse();
            assertThat(shown("feed-standing")).isFalse();
            assertThat(told()).doesNotContain(secret.value());
            assertThat(calendar.current()).isEmpty();
            calendar.revoke();
        });
        assertThat(calendar.read(secret)).isPresent();
        assertThat(jdbc.sql("select secret_hash from personal_calendar where person = ?")
                        .param(aigerim.key())
                        .query(String.class)
                        .single())
                .doesNotContain(secret.value());
    }

    private static void open() {
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("hours");
    }

    private void press(String id) {
        test(find(Button.class, section()).withId(id).single()).click();
    }

    private void undo() {
        test(find(Button.class).withClassName("notice-undo").last()).click();
    }

    private OneTimeSecret secret() {
        var address = find(TextField.class, section()).withId("feed-address").single();
        assertThat(address.isReadOnly()).isTrue();
        var text = address.getValue();
        assertThat(text).endsWith(".ics");
        return new OneTimeSecret(text.substring(text.lastIndexOf('/') + 1, text.length() - ".ics".length()));
    }

    private boolean shown(String id) {
        return !find(Component.class, section()).withId(id).all().isEmpty();
    }

    private String problems() {
        return find(Problems.class, section()).all().stream()
                .map(each -> each.getElement().getTextRecursively())
                .reduce("", String::concat);
    }

    private String told() {
        return section().getElement().getTextRecursively();
    }

    private FeedSection section() {
        return find(FeedSection.class, (Component) getCurrentView()).single();
    }
}
