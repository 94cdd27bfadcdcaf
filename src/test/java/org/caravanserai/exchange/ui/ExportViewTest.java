package org.caravanserai.exchange.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.securityContext;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Ids;
import org.caravanserai.programme.PublishedMeetings;
import org.caravanserai.shell.Problems;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What an organiser can take along of a published meeting, in the view and at addresses of its own. */
@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class ExportViewTest extends SpringBrowserlessTest {

    private static final String DETAILS =
            "prefix=10.5555&proceedings=Abstracts&publisher=House" + "&depositor=Aigul&email=aigul@example.org";

    @Autowired
    PublishedMeetings published;

    @Autowired
    Persons persons;

    @Autowired
    RoleGrants grants;

    @Autowired
    WebApplicationContext application;

    private String slug = "";
    private MeetingId meeting = new MeetingId(Ids.next());
    private PersonId organiser = new PersonId(Ids.next());

    @BeforeEach
    void aPublishedMeeting() {
        publish(agenda -> agenda);
    }

    @Test
    void everythingThereIsStandsInAPartOfItsOwn() {
        Acting.as(organiser, () -> {
            open();

            assertThat(find(Section.class).all().stream()
                            .flatMap(s -> s.getId().stream())
                            .filter(id -> id.startsWith("export-")))
                    .containsExactly(
                            "export-tables", "export-agenda", "export-embed", "export-metadata", "export-archive");
        });
    }

    @Test
    void beforeTheFirstReleaseThereIsNothingToEmbedOrToDeposit() {
        published.show(meeting, false);

        Acting.as(organiser, () -> {
            open();

            assertThat(find(TextArea.class).withId("embed-code").all()).isEmpty();
            assertThat(find(Button.class).withId("deposit-make").all()).isEmpty();
        });
    }

    @Test
    void theCodeToCopyFollowsWhatIsChosen() {
        Acting.as(organiser, () -> {
            open();
            var code = find(TextArea.class).withId("embed-code").single();
            assertThat(code.getValue())
                    .startsWith("<iframe src=\"http")
                    .contains("/m/" + slug + "/embed\"", "title=\"Scientists&#39; Meeting\"")
                    .doesNotContain("<script");

            choose("embed-topic", "aral-sea");
            choose("embed-language", "ja");
            choose("embed-theme", "dark");

            assertThat(code.getValue()).contains("/embed?topic=aral-sea&amp;lang=ja&amp;theme=dark\"", "科学者会合");
            assertThat(find(Anchor.class).withId("embed-look").single().getHref())
                    .isEqualTo("/m/" + slug + "/embed?topic=aral-sea&lang=ja&theme=dark");
        });
    }

    @Test
    void whatCannotBeDepositedIsSaidAtItsFieldAndStays() {
        Acting.as(organiser, () -> {
            open();
            var prefix = find(TextField.class).withId("deposit-prefix").single();
            test(prefix).setValue("doi:10.5555");
            test(find(EmailField.class).withId("deposit-email").single()).setValue("nobody");
            click("deposit-make");

            assertThat(find(Problems.class).all()).anyMatch(Component::isVisible);
            assertThat(prefix.isInvalid()).isTrue();
            assertThat(prefix.getErrorMessage()).contains("10.5555");
            assertThat(prefix.getValue()).isEqualTo("doi:10.5555");
            assertThat(find(TextField.class)
                            .withId("deposit-proceedings")
                            .single()
                            .getValue())
                    .isEqualTo("Scientists' Meeting: abstracts");
        });
    }

    @Test
    void theDepositComesAtAnAddressToOrganisersAlone() throws Exception {
        var address = "/meetings/" + slug + "/crossref.xml?" + DETAILS;

        var sent = answer(organiser, address);

        assertThat(sent.getStatus()).isEqualTo(200);
        assertThat(sent.getHeader("Content-Disposition")).contains(slug + "-crossref.xml");
        assertThat(sent.getHeader("Cache-Control")).isEqualTo("private, no-store");
        assertThat(new String(sent.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("<doi>10.5555/" + slug + ".water2</doi>", "SATO", "佐藤 純一")
                .doesNotContain("<script>");
        assertThat(answer(person(Role.REVIEWER), address).getStatus()).isEqualTo(404);
        var refused = answer(organiser, "/meetings/" + slug + "/crossref.xml?prefix=10");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(new String(refused.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("prefix: ", "publisher: ", "email: ");
    }

    @Test
    void aDraftIsInNoDeposit() throws Exception {
        published.draft(meeting, "WATER2", "Xdrafted");

        var sent = answer(organiser, "/meetings/" + slug + "/crossref.xml?" + DETAILS);

        assertThat(new String(sent.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("Water for the Aral Sea")
                .doesNotContain("Xdrafted");
    }

    @Test
    void tablesComeAtAddressesToOrganisersAlone() throws Exception {
        var address = "/meetings/" + slug + "/tables/agenda.";

        assertThat(new String(
                        answer(organiser, address + "csv?lang=en").getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("Water for the Aral Sea");
        assertThat(answer(organiser, address + "xlsx").getContentAsByteArray()).startsWith('P', 'K');
        assertThat(answer(organiser, "/meetings/" + slug + "/tables/nothing.csv")
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(person(Role.CHAIR), address + "csv").getStatus()).isEqualTo(404);
    }

    @Test
    void viewsOfTheAgendaAndOfMailOfferTheirTables() {
        Acting.as(organiser, () -> {
            UI.getCurrent().navigate("meetings/" + slug + "/agenda");
            assertThat(find(Anchor.class).withId("agenda-xlsx").single().getHref())
                    .isEqualTo("/meetings/" + slug + "/tables/agenda.xlsx?lang=en");
            assertThat(find(Anchor.class).withId("conflicts-csv").all()).hasSize(1);
            UI.getCurrent().navigate("meetings/" + slug + "/mail");
            assertThat(find(Anchor.class).withId("mail-csv").all()).hasSize(1);
        });
    }

    @Test
    void openingTheViewAndMakingADepositAskAsOftenForManySessionsAsForFew() {
        Acting.as(organiser, this::open);
        publish(agenda -> agenda);
        var few = Acting.as(organiser, () -> SqlCounter.count(this::open));
        var fewDeposit = SqlCounter.count(this::deposit);
        publish(ExportViewTest::many);

        // A few differ by what is kept already; it would be sixty more, were each session asked for.
        assertThat(Acting.as(organiser, () -> SqlCounter.count(this::open))).isLessThan(few + 20);
        assertThat(SqlCounter.count(this::deposit)).isLessThan(fewDeposit + 20);
    }

    private void publish(UnaryOperator<AgendaSnapshot> changed) {
        slug = newSlug();
        meeting = published.publish(changed.apply(PublishedMeetings.tokyo(slug)));
        organiser = person(Role.ORGANISER);
    }

    private static AgendaSnapshot many(AgendaSnapshot agenda) {
        var sessions = new ArrayList<SessionPart>();
        var like = agenda.sessions().getFirst();
        for (int i = 0; i < 60; i++) {
            sessions.add(new SessionPart(
                    Ids.next(),
                    Ids.code(),
                    like.type(),
                    like.title(),
                    like.abstractText(),
                    like.topics(),
                    like.room(),
                    like.start().plusSeconds(600L * i),
                    10,
                    like.talkLanguage(),
                    like.slideLanguage(),
                    false,
                    like.people(),
                    List.of()));
        }
        return new AgendaSnapshot(
                agenda.meeting(), agenda.rooms(), agenda.topics(), agenda.types(), agenda.people(), sessions);
    }

    private void deposit() {
        try {
            assertThat(answer(organiser, "/meetings/" + slug + "/crossref.xml?" + DETAILS)
                            .getStatus())
                    .isEqualTo(200);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void open() {
        UI.getCurrent().navigate("meetings/" + slug + "/export");
    }

    private void choose(String id, String value) {
        @SuppressWarnings("unchecked")
        Select<String> choice = find(Select.class).withId(id).single();
        choice.setValue(value);
    }

    private void click(String id) {
        test(find(Button.class).withId(id).single()).click();
    }

    private MockHttpServletResponse answer(PersonId person, String address) throws Exception {
        DefaultMockMvcBuilder builder =
                MockMvcBuilders.webAppContextSetup(application).apply(springSecurity());
        return builder.build()
                .perform(get(java.net.URI.create(address))
                        .with(securityContext(Acting.as(person, SecurityContextHolder::getContext))))
                .andReturn()
                .getResponse();
    }

    private static String newSlug() {
        return "x" + Ids.code().toLowerCase(Locale.ROOT);
    }

    private PersonId person(Role role) {
        var person = persons.save(new Person(PersonName.published("Reader " + Ids.code())))
                .id();
        grants.save(new RoleGrant(person, role, meeting.value()));
        return person;
    }
}
