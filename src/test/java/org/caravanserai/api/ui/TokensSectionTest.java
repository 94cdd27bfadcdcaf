package org.caravanserai.api.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Set;
import org.caravanserai.api.PersonalTokens;
import org.caravanserai.api.Scope;
import org.caravanserai.api.TokenDoor;
import org.caravanserai.people.AccountsForTests;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class TokensSectionTest extends SpringBrowserlessTest {

    @Autowired
    Persons persons;

    @Autowired
    AccountsForTests accounts;

    @Autowired
    PersonalTokens tokens;

    @Autowired
    TokenDoor door;

    private Person me = new Person(PersonName.published("ONO Kei"));

    @BeforeEach
    void someone() {
        me = persons.save(new Person(PersonName.published("ONO Kei")));
        accounts.open(me);
        UI.getCurrent().setLocale(Language.EN.locale());
        Locale.setDefault(Locale.ENGLISH);
    }

    @Test
    void aTokenIsShownOnceAndWorks() {
        Acting.as(me.id(), () -> {
            open();
            find(TextField.class).withId("token-label").single().setValue("Hall screens");
            scopes().setValue(Set.of(Scope.FAVOURITES_READ));
            find(Button.class).withId("make-token").single().click();

            var made = find(TextField.class).withId("token-made").single();
            assertThat(door.enter(made.getValue())).isPresent();
            assertThat(list()).contains("Hall screens", "Read your starred sessions", "Not used yet");

            open();
            assertThat(find(TextField.class).withId("token-made").all()).isEmpty();
            assertThat(list()).contains("Hall screens");
        });
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndNothingTypedIsLost() {
        Acting.as(me.id(), () -> {
            open();
            var label = find(TextField.class).withId("token-label").single();
            label.setValue("Hall screens");
            find(Button.class).withId("make-token").single().click();

            assertThat(scopes().isInvalid()).isTrue();
            assertThat(scopes().getErrorMessage()).isEqualTo("Choose at least one right.");
            assertThat(label.getValue()).isEqualTo("Hall screens");
            assertThat(tokens.list()).isEmpty();
        });
    }

    @Test
    void aTokenIsRevokedAndTheRevocationUndone() {
        Acting.as(me.id(), () -> {
            var text = tokens.make("Hall screens", Set.of(Scope.FAVOURITES_READ), PersonalTokens.Lifetime.WEEK)
                    .text();
            open();
            find(Button.class).withText("Revoke").single().click();
            assertThat(list()).contains("No program acts for you.");
            assertThat(door.enter(text)).isEmpty();

            find(Button.class).withText("Undo").single().click();
            assertThat(list()).contains("Hall screens");
            assertThat(door.enter(text)).isPresent();
        });
    }

    private void open() {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(new TokensSection(org.caravanserai.shell.Words.here(), tokens));
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Scope> scopes() {
        return find(CheckboxGroup.class).withId("token-scopes").single();
    }

    private String list() {
        return find(UnorderedList.class)
                .all()
                .getFirst()
                .getChildren()
                .map(ListItem.class::cast)
                .map(item -> item.getElement().getTextRecursively())
                .reduce("", (all, one) -> all + "\n" + one);
    }
}
