package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.securityContext;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.QueryParameters;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.RoomPlanSetUp;
import org.caravanserai.meeting.RoomPlanView;
import org.caravanserai.meeting.RoomPlanView.Spot;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Ids;
import org.caravanserai.proposal.Proposing;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Plans of rooms: uploaded by organisers, shown to everyone where rooms are. */
@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class RoomPlansTest extends SpringBrowserlessTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    PublishedMeetings published;

    @Autowired
    Programmes programmes;

    @Autowired
    RoomPlanSetUp plans;

    @Autowired
    Proposing people;

    @Autowired
    RoleGrants grants;

    MockMvc browser = MockMvcBuilders.standaloneSetup().build();
    String slug = "";
    MeetingId meeting = new MeetingId(new UUID(0, 0));
    PersonId organiser = new PersonId(new UUID(0, 0));
    UUID hall = new UUID(0, 0);

    @BeforeEach
    void aPublishedProgramme() {
        browser = PublicBrowser.of(application);
        slug = "r" + Ids.code().toLowerCase(Locale.ROOT);
        meeting = published.publish(PublishedMeetings.tokyo(slug));
        organiser = people.person("TANAKA Yuki").id();
        Actor.asSystem(() -> grants.save(new RoleGrant(organiser, Role.ORGANISER, meeting.value())));
        hall = programmes
                .latest(meeting)
                .orElseThrow()
                .agenda()
                .rooms()
                .getFirst()
                .key();
    }

    @Test
    void aPlanIsShownWhereRoomsAreAndTheSessionLeadsToIt() throws Exception {
        assertThat(text("/rooms?lang=en")).doesNotContain("<details class=\"plan\"");
        var plan = add("Ground floor");
        place(plan, 250, 500);

        assertThat(text("/rooms?lang=en"))
                .contains("Plan: Ground floor")
                .contains("alt=\"The entrance is below\"")
                .contains(address())
                .contains("<circle cx=\"100\" cy=\"100\"");
        assertThat(text("/rooms/yasuda-hall?lang=en"))
                .contains("class=\"here\"")
                .contains(address());
        assertThat(text("/sessions/WATER2?lang=en")).contains("/rooms/yasuda-hall?lang=en#plan-1");

        Acting.as(organiser, () -> plans.displace(meeting, hall));
        assertThat(text("/sessions/WATER2?lang=en")).doesNotContain("#plan-1");
        assertThat(text("/rooms/yasuda-hall?lang=en")).doesNotContain("<details class=\"plan\"");
    }

    @Test
    void thePictureNeverChangesUnderItsAddressAndIsOfAnOpenMeetingAlone() throws Exception {
        add("Ground floor");
        var address = address();

        var sent = answer(address);
        assertThat(sent.getStatus()).isEqualTo(200);
        assertThat(sent.getContentType()).isEqualTo("image/png");
        assertThat(sent.getHeader("Cache-Control")).contains("public", "immutable");
        assertThat(sent.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(answer(address.replace(slug, "no-such")).getStatus()).isEqualTo(404);

        published.show(meeting, false);
        assertThat(answer(address).getStatus()).isEqualTo(404);
        var own = "/meetings/" + slug + "/plans/" + list().getFirst().key();
        assertThat(as(organiser, own).getHeader("Cache-Control")).contains("no-store");
        assertThat(as(people.person("Somebody Else").id(), own).getStatus()).isEqualTo(404);
    }

    @Test
    void removingAPlanOrARoomIsUndoneWithItsPlaces() {
        var plan = add("Ground floor");
        place(plan, 250, 500);

        var removed = Acting.as(organiser, () -> plans.remove(meeting, plan));
        assertThat(list()).isEmpty();
        Acting.as(organiser, () -> plans.restore(meeting, removed));

        assertThat(list()).hasSize(1);
        assertThat(list().getFirst().spots()).containsExactly(new Spot(hall, 250, 500));
        assertThat(list().getFirst().picture()).isNotEqualTo(plan);
    }

    @Test
    void onlyOrganisersDrawAndOnlyWithWordsForThoseWhoDoNotSee() {
        assertThatThrownBy(() -> Acting.as(people.person("Somebody Else").id(), () -> plans.list(meeting)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Acting.as(
                        organiser,
                        () -> plans.add(
                                meeting,
                                new RoomPlanSetUp.Content(LocalizedText.english("Floor"), LocalizedText.EMPTY),
                                png())))
                .isInstanceOf(Refusal.class);
        var plan = add("Ground floor");
        assertThatThrownBy(() -> place(plan, 1001, 0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Acting.as(organiser, () -> plans.place(meeting, plan, UUID.randomUUID(), 1, 1)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aDeviceKeepsThePlansAndFetchesThemAgainWhenTheyChange() throws Exception {
        var before = text("/offline?lang=en");
        var plan = add("Ground floor");
        place(plan, 250, 500);
        var with = text("/offline?lang=en");

        assertThat(with.replaceAll("fetched on [^\"]*", "")).isNotEqualTo(before.replaceAll("fetched on [^\"]*", ""));
        assertThat(text("/offline/sessions/0?lang=en")).contains(address());
    }

    @Test
    void pagesWithPlansAreServedAgainWithoutAStatement() throws Exception {
        place(add("Ground floor"), 250, 500);
        for (var path : new String[] {"/rooms", "/rooms/yasuda-hall", "/sessions/WATER2"}) {
            text(path);
            var statements = SqlCounter.counting(() -> {
                try {
                    return text(path);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(statements.statements()).as(path).isZero();
        }
    }

    @Test
    void theSetUpListsThePlansBelowTheRooms() {
        add("Ground floor");
        Acting.as(organiser, () -> {
            UI.getCurrent().navigate("meetings/" + slug + "/set-up", QueryParameters.of("section", "rooms"));
            assertThat(find(H2.class, (Component) getCurrentView()).all())
                    .extracting(H2::getText)
                    .contains("Plans of the rooms");
        });
    }

    private UUID add(String name) {
        var content =
                new RoomPlanSetUp.Content(LocalizedText.english(name), LocalizedText.english("The entrance is below"));
        return Acting.as(organiser, () -> plans.add(meeting, content, png()));
    }

    private void place(UUID plan, int across, int down) {
        Acting.as(organiser, () -> plans.place(meeting, plan, hall, across, down));
    }

    private java.util.List<RoomPlanView> list() {
        return Acting.as(organiser, () -> plans.list(meeting));
    }

    private String address() {
        return "/m/" + slug + "/plans/" + list().getFirst().picture();
    }

    private String text(String path) throws Exception {
        var answer = answer("/m/" + slug + path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return browser.perform(get(java.net.URI.create(path))).andReturn().getResponse();
    }

    private MockHttpServletResponse as(PersonId person, String path) throws Exception {
        var context = Acting.as(person, SecurityContextHolder::getContext);
        return browser.perform(get(path).with(securityContext(context)))
                .andReturn()
                .getResponse();
    }

    private static byte[] png() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
