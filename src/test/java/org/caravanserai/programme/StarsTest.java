package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.securityContext;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
class StarsTest extends OfPublishedMeeting {

    @Autowired
    Favourites favourites;

    @Autowired
    Persons persons;

    @Autowired
    RoleGrants grants;

    @Autowired
    Programmes programmes;

    @Autowired
    TestClock clock;

    PersonId reader = new PersonId(new UUID(0, 0));

    @BeforeEach
    void aPublishedProgrammeAndAReader() {
        reader = person();
    }

    @Test
    void aStarIsKeptOnceHoweverOftenItIsGiven() {
        Acting.as(reader, () -> {
            favourites.star(meeting, List.of("WATER2", "NOSUCH"));
            favourites.star(meeting, List.of("EVIL22", "WATER2"));
        });

        assertThat(mine()).containsExactly("WATER2", "EVIL22");

        Acting.as(reader, () -> favourites.unstar(meeting, "WATER2"));

        assertThat(mine()).containsExactly("EVIL22");
    }

    @Test
    void starsAreEachPersonsOwnAndOrganisersSeeTheirNumberAlone() {
        var other = person();
        Acting.as(reader, () -> favourites.star(meeting, List.of("WATER2")));
        Acting.as(other, () -> favourites.star(meeting, List.of("WATER2", "EVIL22")));
        var organiser = person();
        Actor.asSystem(() -> grants.save(new RoleGrant(organiser, Role.ORGANISER, meeting.value())));
        var water = programmes.latest(meeting).orElseThrow().session("WATER2").orElseThrow();

        assertThat(mine()).containsExactly("WATER2");
        assertThat(Acting.as(organiser, () -> favourites.interest(meeting)))
                .hasSize(2)
                .containsEntry(water.key(), 2);
        assertThatThrownBy(() -> Acting.as(reader, () -> favourites.interest(meeting)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPublicPageIsTheSameForWhoHasStarredAndForAnybody() throws Exception {
        Acting.as(reader, () -> favourites.star(meeting, List.of("WATER2")));

        for (var path : new String[] {"/programme?lang=en", "/sessions/WATER2?lang=en", "/now?lang=en"}) {
            var own = asReader(get("/m/" + slug + path));
            var anybody = answer(get("/m/" + slug + path));
            assertThat(own.getContentAsByteArray()).as(path).isEqualTo(anybody.getContentAsByteArray());
            assertThat(own.getHeader("ETag")).isEqualTo(anybody.getHeader("ETag"));
            assertThat(own.getHeaders("Set-Cookie")).as(path).noneMatch(c -> c.contains("csrf"));
        }
    }

    @Test
    void starsAndTheOwnProgrammeAreKeptByNobodyOnTheWay() throws Exception {
        Acting.as(reader, () -> favourites.star(meeting, List.of("WATER2")));

        var stars = asReader(get("/m/" + slug + "/stars"));
        var mine = asReader(get("/m/" + slug + "/mine?lang=en"));

        assertThat(stars.getHeader("Cache-Control")).isEqualTo("private, no-store");
        assertThat(stars.getContentAsString()).contains("\"signedIn\":true").contains("\"WATER2\"");
        assertThat(mine.getHeader("Cache-Control")).isEqualTo("private, no-store");
        assertThat(text(mine)).contains("Water for the Aral Sea").doesNotContain("EVIL22");
        assertThat(answer(get("/m/" + slug + "/stars")).getContentAsString())
                .contains("\"signedIn\":false")
                .contains("\"csrfToken\":\"\"");
    }

    @Test
    void withoutAScriptAStarIsAPostedFormOfSomebodySignedIn() throws Exception {
        var asked = text(asReader(get("/m/" + slug + "/mine?star=WATER2&lang=en")));
        assertThat(asked)
                .contains("name=\"_csrf\"")
                .contains("value=\"WATER2\"")
                .contains("Keep in my programme");

        var unprotected = asReader(post("/m/" + slug + "/stars").param("code", "WATER2"));
        assertThat(unprotected.getStatus()).isEqualTo(403);
        assertThat(mine()).isEmpty();

        var kept =
                asReader(post("/m/" + slug + "/stars").param("code", "WATER2").with(csrf()));
        assertThat(kept.getStatus()).isEqualTo(303);
        assertThat(kept.getHeader("Location")).isEqualTo("/m/" + slug + "/mine");
        assertThat(mine()).containsExactly("WATER2");

        var stranger =
                answer(post("/m/" + slug + "/stars").param("code", "EVIL22").with(csrf()));
        assertThat(stranger.getHeader("Location")).startsWith("/sign-in?to=");
    }

    @Test
    void withoutAnAccountTheDeviceSaysWhatIsStarred() throws Exception {
        var page = text(answer(get("/m/" + slug + "/mine?stars=EVIL22,%3Cscript%3E&lang=en")));

        assertThat(page)
                .contains("/sessions/EVIL22")
                .doesNotContain("/sessions/WATER2")
                .contains("data-device=\"EVIL22,")
                .doesNotContain("<script>\"");
    }

    @Test
    void nowTellsWhatIsOnInTheMeetingsZoneAndTheReaders() throws Exception {
        clock.set(PublishedMeetings.EARLY.plusSeconds(600));
        var page = text(answer(get("/m/" + slug + "/now?lang=en&tz=Asia/Almaty")));

        assertThat(page)
                .contains("<b>04:40</b></time> Almaty")
                .contains("08:40 Tokyo")
                .contains("Water for the Aral Sea")
                .contains("/sessions/EVIL22");

        clock.set(PublishedMeetings.EARLY.plusSeconds(24 * 3600));
        assertThat(text(answer(get("/m/" + slug + "/now?lang=en")))).contains("Nothing more is planned");
    }

    @Test
    void theScreenOfAHallHasTwoZonesAndRefreshesItself() throws Exception {
        clock.set(PublishedMeetings.EARLY.plusSeconds(600));
        var screen = text(answer(get("/m/" + slug + "/rooms/yasuda-hall/screen?lang=en")));

        assertThat(screen)
                .contains("<b>08:40</b> Tokyo")
                .contains("<b>04:40</b> Almaty")
                .contains("Water for the Aral Sea")
                .contains("http-equiv=\"refresh\"")
                .contains("/scripts/fresh.js");
        assertThat(answer(get("/m/" + slug + "/rooms/no-such/screen")).getStatus())
                .isEqualTo(404);
    }

    private List<String> mine() {
        return List.copyOf(Acting.as(reader, () -> favourites.mine(meeting)));
    }

    private PersonId person() {
        return Actor.asSystem(() ->
                persons.save(new Person(PersonName.published("SATO Junichi"))).id());
    }

    private MockHttpServletResponse asReader(MockHttpServletRequestBuilder request) throws Exception {
        return answer(request.with(securityContext(Acting.as(reader, SecurityContextHolder::getContext))));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
