package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.securityContext;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Ids;
import org.caravanserai.proposal.Proposing;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Badges, which organisers and the desk print. */
@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class BadgesTest extends SpringBrowserlessTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    PublishedMeetings published;

    @Autowired
    Badges badges;

    @Autowired
    Proposing people;

    @Autowired
    RoleGrants grants;

    MockMvc browser = MockMvcBuilders.standaloneSetup().build();
    String slug = "";
    MeetingId meeting = new MeetingId(new UUID(0, 0));

    @BeforeEach
    void aPublishedProgramme() {
        browser = PublicBrowser.of(application);
        slug = "b" + Ids.code().toLowerCase(Locale.ROOT);
        meeting = published.publish(PublishedMeetings.tokyo(slug));
    }

    @Test
    void aBadgeHasTheNameInBothScriptsAndACodeThatLeadsToThePublicPage() throws Exception {
        var desk = as(Role.DESK);

        var sheet = text(desk, "/m/" + slug + "/badges?lang=en");

        assertThat(sheet)
                .contains("<p class=\"badge-name\" lang=\"\">SATO Junichi</p>")
                .contains("佐藤 純一")
                .contains("Шавкат Рахимов")
                .contains("University of Tokyo")
                .contains("<b>Uzbekistan</b>")
                .contains("&lt;b&gt;Hostile&lt;/b&gt;")
                .doesNotContain("<b>Hostile</b>")
                .contains("2 badges")
                .contains("<path fill=\"#000\"");
        for (var person : Acting.as(desk, () -> badges.of(meeting, ""))) {
            assertThat(sheet).contains("/m/" + slug + "/people/" + person.code());
        }
    }

    @Test
    void aBadgeIsFoundHoweverTheNameIsSpelled() {
        var organiser = as(Role.ORGANISER);

        assertThat(Acting.as(organiser, () -> badges.of(meeting, "Шавкат")))
                .extracting(p -> p.name().published())
                .containsExactly("Shavkat Rahimov");
        assertThat(Acting.as(organiser, () -> badges.of(meeting, "")))
                .extracting(PersonPart::name)
                .extracting(name -> name.family())
                .containsExactly("Rahimov", "SATO");
        assertThat(Acting.as(organiser, () -> badges.of(meeting, "nobody at all")))
                .isEmpty();
    }

    @Test
    void nobodyElseGetsThemAndNobodyOnTheWayKeepsThem() throws Exception {
        var stranger = people.person("Somebody Else").id();

        assertThat(answer(stranger, "/m/" + slug + "/badges").getStatus()).isEqualTo(404);
        assertThat(browser.perform(get("/m/" + slug + "/badges"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThatThrownBy(() -> Acting.as(stranger, () -> badges.of(meeting, "")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(answer(as(Role.DESK), "/m/" + slug + "/badges?part=x&q=%00%27")
                        .getHeader("Cache-Control"))
                .isEqualTo("private, no-store");
    }

    @Test
    void theDeskFindsThemInItsMenu() {
        Acting.as(as(Role.DESK), () -> {
            UI.getCurrent().navigate("meetings/" + slug + "/badges");
            assertThat(find(Anchor.class, (Component) getCurrentView())
                            .withId("open-badges")
                            .single())
                    .extracting(Anchor::getHref)
                    .isEqualTo("/m/" + slug + "/badges");
        });
    }

    private PersonId as(Role role) {
        var person = people.person("TANAKA Yuki").id();
        Actor.asSystem(() -> grants.save(new RoleGrant(person, role, meeting.value())));
        return person;
    }

    private String text(PersonId person, String path) throws Exception {
        var answer = answer(person, path);
        assertThat(answer.getStatus()).isEqualTo(200);
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(PersonId person, String path) throws Exception {
        var context = Acting.as(person, SecurityContextHolder::getContext);
        return browser.perform(get(java.net.URI.create(path)).with(securityContext(context)))
                .andReturn()
                .getResponse();
    }
}
