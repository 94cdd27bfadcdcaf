package org.caravanserai.search.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.people.RolesChanged;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.review.Committee;
import org.caravanserai.search.IndexState;
import org.caravanserai.search.ReadyIndex;
import org.caravanserai.search.SearchIndexAdministration;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class SearchViewsTest extends SpringBrowserlessTest {

    @Autowired
    Committee committee;

    @Autowired
    ReadyIndex ready;

    @Autowired
    RoleGrants grants;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    LiveUpdates updates;

    private String word = "";
    private PersonId author = new PersonId(Ids.next());

    @BeforeEach
    void aPersonWithAProposal() {
        ready.await();
        word = "q" + Ids.code().toLowerCase(Locale.ROOT).replaceAll("[0-9]", "z") + "v";
        var scene = committee.scene();
        var person = committee.person("Shavkat " + word, "Шавкат " + word, Language.EN, "UZ");
        author = person.id();
        committee.submitted(
                scene,
                person,
                new LocalizedText(
                        Map.of(Language.EN, "Water <b>and</b> " + word, Language.RU, "Вода и " + word + "ская степь")),
                0,
                0,
                "en");
    }

    @Test
    void whatIsFoundIsShownByKindWithWhatWasTypedMarked() {
        Acting.as(author, () -> {
            var view = search(QueryParameters.of("q", "water " + word));
            assertThat(find(H2.class, view).all()).hasSize(1);
            var line = find(ListItem.class, view).single().getElement();
            assertThat(line.getOuterHTML())
                    .contains("<mark>Water</mark>", "<mark>" + word + "</mark>")
                    .doesNotContain("<b>and");
            assertThat(count(view)).isEqualTo("One thing was found.");
        });
    }

    @Test
    void whatStandsInAnotherLanguageIsShownInIt() {
        Acting.as(author, () -> {
            var view = search(QueryParameters.of("q", "степи " + word));
            assertThat(find(ListItem.class, view).single().getElement().getOuterHTML())
                    .contains("lang=\"ru\"", "<mark>степь</mark>");
        });
    }

    @Test
    void oneKindCanBeChosenAndTheAddressSaysWhich() {
        Acting.as(author, () -> {
            var view = search(QueryParameters.of("q", "Шавкат " + word));
            assertThat(find(RouterLink.class, view).all())
                    .extracting(RouterLink::getHref)
                    .anyMatch(href -> href.contains("kind=PERSON"))
                    .anyMatch(href -> href.contains("kind=MINE"));

            var people = search(new QueryParameters(Map.of("q", List.of(word), "kind", List.of("PERSON"))));
            assertThat(find(H2.class, people).all()).hasSize(1);
            assertThat(find(ListItem.class, people).all()).hasSize(1);
        });
    }

    @Test
    void whereNothingIsFoundTheViewSaysWhatToTry() {
        Acting.as(author, () -> {
            assertThat(count(search(QueryParameters.of("q", "zzqxjwwvkkqpzfh zzqxjwwvkkqpzfh"))))
                    .isEqualTo("Nothing was found.");
            assertThat(count(search(QueryParameters.of("q", "***")))).isEmpty();
            assertThat(count(search(QueryParameters.empty()))).isEmpty();
            assertThat(count(search(new QueryParameters(Map.of("q", List.of(word), "kind", List.of("NO"))))))
                    .isNotEmpty();
        });
    }

    @Test
    void thePanelOverEveryViewShowsWhatIsFoundWhileItIsTyped() {
        Acting.as(author, () -> {
            UI.getCurrent().navigate("profile");
            test(find(Button.class).withId("search-open").single()).click();
            var field = find(TextField.class).withId("search-everything").single();
            test(field).setValue(word);
            assertThat(find(Anchor.class).all())
                    .extracting(Anchor::getHref)
                    .anyMatch(href -> href.startsWith("/app/proposals/"));
        });
    }

    @Test
    void onlyAdministratorsCareForTheIndexAndCanMakeItAnew() throws InterruptedException {
        Acting.as(author, () -> {
            UI.getCurrent().navigate("admin/search");
            assertThat(getCurrentView().getClass().getSimpleName()).isEqualTo("NoAccessView");
        });

        grants.save(new RoleGrant(author, Role.ADMINISTRATOR, RoleGrant.EVERYWHERE));
        events.publishEvent(RolesChanged.gained(author));
        var building = new CountDownLatch(1);
        var made = new CountDownLatch(1);
        var subscription = updates.listen(SearchIndexAdministration.CHANNEL, state -> {
            switch ((IndexState) state) {
                case IndexState.Building now -> building.countDown();
                case IndexState.Ready now -> made.countDown();
                case IndexState.Starting now -> {}
                case IndexState.Missing now -> {}
            }
        });
        Acting.as(author, () -> {
            UI.getCurrent().navigate("admin/search");
            test(find(Button.class).withId("rebuild").single()).click();
            assertThat(find(Button.class).withId("cancel").single().isVisible()).isTrue();
        });
        assertThat(building.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(made.await(60, TimeUnit.SECONDS)).isTrue();
        subscription.end();
    }

    private Component search(QueryParameters parameters) {
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("search", parameters);
        return (Component) getCurrentView();
    }

    private String count(Component view) {
        return find(Paragraph.class, view).withId("search-count").single().getText();
    }
}
