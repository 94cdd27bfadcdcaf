package org.caravanserai.people.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.QueryParameters;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.caravanserai.people.AccountsForTests;
import org.caravanserai.people.InstitutionField;
import org.caravanserai.people.OwnProfile;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.shell.NextStepContribution;
import org.caravanserai.shell.SavedLine;
import org.caravanserai.shell.Words;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class ProfileViewsTest extends SpringBrowserlessTest {

    @Autowired
    Persons persons;

    @Autowired
    RoleGrants grants;

    @Autowired
    OwnProfile profile;

    @Autowired
    AccountsForTests accounts;

    @Autowired
    ProfileMenu menu;

    private Person me = new Person(PersonName.published("Somebody New"));

    @BeforeEach
    void aPerson() {
        me = persons.save(new Person(PersonName.published("Somebody New")));
        accounts.open(me);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "work", "reading", "about", "account"})
    void everyPartOpens(String part) {
        Acting.as(me.id(), () -> {
            open(part);
            assertThat(find(H2.class, view()).all()).isNotEmpty();
        });
    }

    @Test
    void aNameIsKeptAsItIsTypedAndShownAsOthersSeeIt() {
        Acting.as(me.id(), () -> {
            open("name");
            test(field("native-script")).setValue("佐藤 純一");
            test(field("published")).setValue("SATO Junichi");

            assertThat(profile.read().name().nativeScript()).isEqualTo("佐藤 純一");
            assertThat(profile.read().name().published()).isEqualTo("SATO Junichi");
            assertThat(find(SavedLine.class, view()).all())
                    .anyMatch(line -> line.getText().startsWith("Saved"));
            var preview = find(NamePreview.class, view()).single().getElement().getTextRecursively();
            assertThat(preview).contains("To readers of Japanese佐藤 純一").contains("To all other readersSATO Junichi");
        });
    }

    @Test
    void whatIsRefusedStaysInItsFieldWithTheReason() {
        Acting.as(me.id(), () -> {
            open("name");
            test(field("published")).setValue("佐藤");

            assertThat(field("published").isInvalid()).isTrue();
            assertThat(field("published").getErrorMessage()).contains("Latin");
            assertThat(field("published").getValue()).isEqualTo("佐藤");
            assertThat(profile.read().name().published()).isEqualTo("Somebody New");
        });
    }

    @Test
    void whoHasOneNameIsAskedForOne() {
        Acting.as(me.id(), () -> {
            open("name");
            @SuppressWarnings("unchecked")
            RadioButtonGroup<PersonName.Order> order =
                    find(RadioButtonGroup.class, view()).withId("name-order").single();
            test(order).selectItem("I have one name");

            assertThat(find(TextField.class, view()).withId("family").all()).isEmpty();
            assertThat(profile.read().name().nameOrder()).isEqualTo(PersonName.Order.MONONYM);
        });
    }

    @Test
    void whatAnotherTabChangedIsNotOverwrittenAndBothAreOffered() {
        Acting.as(me.id(), () -> {
            open("name");
            profile.rename(profile.read().version(), PersonName.published("From Elsewhere"));
            test(field("published")).setValue("Typed Here");

            assertThat(profile.read().name().published()).isEqualTo("From Elsewhere");
            assertThat(field("published").getValue()).isEqualTo("Typed Here");
            find(Button.class, view()).withText("Keep mine").single().click();
            assertThat(profile.read().name().published()).isEqualTo("Typed Here");
        });
    }

    @Test
    void anInstitutionIsPickedOrTyped() {
        Acting.as(me.id(), () -> {
            open("work");
            var affiliation = find(InstitutionField.class, view()).single();
            test(affiliation).setFilter("назарбаев");
            test(affiliation).selectItem("Nazarbayev University");
            assertThat(profile.read().affiliation().institution()).isPresent();
            assertThat(profile.read().country()).isEqualTo("KZ");

            typed(affiliation, "Institute of Dust");
            assertThat(profile.read().affiliation().institution()).isEmpty();
            assertThat(profile.read().affiliation().words()).isEqualTo("Institute of Dust");
        });
    }

    @Test
    void anOrcidWithASlipIsToldUnderItsField() {
        Acting.as(me.id(), () -> {
            open("work");
            test(field("orcid")).setValue("0000-0002-1825-0098");
            assertThat(field("orcid").getErrorMessage()).contains("check digit");
            test(field("orcid")).setValue("0000-0002-1825-0097");
            assertThat(field("orcid").isInvalid()).isFalse();
            assertThat(profile.read().orcid()).isEqualTo("0000-0002-1825-0097");
        });
    }

    @Test
    void anotherInterfaceLanguageShowsThePageInItAtOnce() {
        Acting.as(me.id(), () -> {
            open("reading");
            @SuppressWarnings("unchecked")
            Select<Language> language =
                    find(Select.class, view()).withId("interface-language").single();
            test(language).selectItem("日本語");

            assertThat(profile.read().language()).isEqualTo(Language.JA);
            assertThat(Words.here().language()).isEqualTo(Language.JA);
            assertThat(find(H2.class, view()).all()).extracting(H2::getText).contains("言語と時刻");
        });
    }

    @Test
    void aPictureIsShownRemovedAndPutBack() throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "png", out);
        Acting.as(me.id(), () -> {
            open("name");
            test(find(Upload.class, view()).withId("picture").single())
                    .upload("me.png", "image/png", out.toByteArray());
            assertThat(picture().all()).hasSize(1);
            assertThat(faceInTheMenu()).isInstanceOf(Image.class);

            find(Button.class, view()).withId("remove-picture").single().click();
            assertThat(picture().all()).isEmpty();
            assertThat(faceInTheMenu()).isInstanceOf(Span.class);
            find(Button.class).withText("Undo").single().click();
            assertThat(picture().all()).hasSize(1);
            assertThat(faceInTheMenu()).isInstanceOf(Image.class);
            assertThat(profile.read().picture()).isPresent();
        });
    }

    @Test
    void aPictureThatIsNoneIsRefusedInWords() {
        Acting.as(me.id(), () -> {
            open("name");
            test(find(Upload.class, view()).withId("picture").single())
                    .upload("me.png", "image/png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
            assertThat(view().getElement().getTextRecursively()).contains("no JPEG, PNG or GIF");
            assertThat(profile.read().picture()).isEmpty();
        });
    }

    @Test
    void aWrongPresentPasswordIsToldUnderItsField() {
        Acting.as(me.id(), () -> {
            open("account");
            var present =
                    find(PasswordField.class, view()).withId("present-password").single();
            test(present).setValue("not it");
            test(find(PasswordField.class, view()).withId("next-password").single())
                    .setValue("four quiet camels walk");
            find(Button.class, view()).withId("change-password").single().click();
            assertThat(present.getErrorMessage()).contains("not your present password");
        });
    }

    @Test
    void aBrowserThatStaysSignedInCanBeForgotten() {
        accounts.remember(me, "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0");
        Acting.as(me.id(), () -> {
            open("account");
            var list = find(UnorderedList.class, view()).withId("browsers").single();
            assertThat(find(ListItem.class, list).all()).hasSize(1);
            assertThat(list.getElement().getTextRecursively()).contains("Firefox · Windows");
            find(Button.class, list).single().click();
            assertThat(list.getElement().getTextRecursively()).contains("No browser");
        });
    }

    @Test
    void homeSaysWhatIsMissing() {
        Acting.as(me.id(), () -> {
            NextStepContribution steps = menu;
            assertThat(steps.steps()).singleElement().satisfies(step -> {
                assertThat(step.sentence()).contains("where you work, your country and topics that interest you");
                assertThat(step.path()).isEqualTo("profile?section=work");
            });
            assertThat(menu.items()).isEmpty();
        });
    }

    @Test
    void administratorsFindNarrowAndCorrectInstitutions() {
        grants.save(new RoleGrant(me.id(), Role.ADMINISTRATOR, RoleGrant.EVERYWHERE));
        Acting.as(me.id(), () -> {
            UI.getCurrent()
                    .navigate(
                            "admin/institutions",
                            QueryParameters.simple(Map.of("q", "назарбаев", "country", "KZ", "open", "052bx8q98")));
            assertThat(getCurrentView()).isInstanceOf(InstitutionsView.class);
            assertThat(find(
                                    ListItem.class,
                                    find(UnorderedList.class, view())
                                            .withId("institutions")
                                            .single())
                            .all())
                    .isNotEmpty();
            var city = field("institution-city");
            assertThat(city.getValue()).isEqualTo("Astana");
            test(field("institution-website")).setValue("javascript:alert(1)");
            assertThat(field("institution-website").isInvalid()).isTrue();
            test(field("institution-website")).setValue("https://nu.edu.kz");
            assertThat(find(Paragraph.class, view()).all())
                    .extracting(Paragraph::getText)
                    .anyMatch(text -> text.startsWith("Corrected by hand"));
        });
    }

    @Test
    void nobodyElseSeesTheDirectoryOfAdministrators() {
        Acting.as(me.id(), () -> {
            UI.getCurrent().navigate("admin/institutions");
            assertThat(getCurrentView()).isNotInstanceOf(InstitutionsView.class);
        });
    }

    private com.vaadin.browserless.ComponentQuery<Image> picture() {
        return find(
                Image.class,
                find(Div.class, view()).withClassName("profile-picture-frame").single());
    }

    private static void typed(InstitutionField field, String words) {
        com.vaadin.flow.component.ComponentUtil.fireEvent(
                field, new com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent<>(field, true, words));
    }

    private TextField field(String id) {
        return find(TextField.class, view()).withId(id).single();
    }

    private void open(String part) {
        UI.getCurrent().navigate("profile", QueryParameters.of("section", part));
        assertThat(getCurrentView()).isInstanceOf(ProfileView.class);
    }

    private Component view() {
        return (Component) getCurrentView();
    }

    private Component faceInTheMenu() {
        var root =
                find(MenuBar.class).withId("account-menu").single().getItems().getFirst();
        return root.getChildren().findFirst().orElseThrow();
    }
}
