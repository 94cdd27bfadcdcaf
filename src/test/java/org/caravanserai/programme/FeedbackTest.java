package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.securityContext;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
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
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
class FeedbackTest extends OfPublishedMeeting {

    @Autowired
    Feedback feedback;

    @Autowired
    Programmes programmes;

    @Autowired
    Persons persons;

    @Autowired
    RoleGrants grants;

    @Autowired
    TestClock clock;

    PersonId listener = new PersonId(new UUID(0, 0));

    @BeforeEach
    void aSessionThatHasBegun() {
        listener = person();
        clock.set(PublishedMeetings.EARLY.plusSeconds(60));
    }

    @Test
    void anAnswerIsGivenOnceAndCanBeChanged() {
        Acting.as(listener, () -> feedback.give(meeting, "WATER2", 3, "Good"));
        Acting.as(listener, () -> feedback.give(meeting, "WATER2", 5, "Better, thinking of it"));

        var organiser = organiser();
        assertThat(Acting.as(organiser, () -> feedback.about(meeting, "WATER2")))
                .extracting(Feedback.Answer::rating, Feedback.Answer::words)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(5, "Better, thinking of it"));
    }

    @Test
    void nobodyJudgesWhatHasNotBegun() {
        assertThatThrownBy(() -> Acting.as(listener, () -> feedback.give(meeting, "EVIL22", 5, "")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Acting.as(listener, () -> feedback.give(meeting, "WATER2", 6, "")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Acting.as(listener, () -> feedback.give(meeting, "WATER2", 5, "x".repeat(2001))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void organisersAndThoseOfTheSessionReadItAndNobodyElse() {
        Acting.as(listener, () -> feedback.give(meeting, "WATER2", 4, "Clear"));
        var programme = programmes.latest(meeting).orElseThrow();
        var presenter = new PersonId(programme
                .everyone(programme.session("WATER2").orElseThrow())
                .getFirst()
                .key());

        assertThat(Acting.as(presenter, () -> feedback.about(meeting, "WATER2")))
                .hasSize(1);
        assertThatThrownBy(() -> Acting.as(presenter, () -> feedback.about(meeting, "EVIL22")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Acting.as(listener, () -> feedback.about(meeting, "WATER2")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(Acting.as(organiser(), () -> feedback.summary(meeting)).values())
                .containsExactly(new Feedback.Summary(1, 4.0));
    }

    @Test
    void whatWasTypedStaysWhenSomethingStandsAgainstIt() throws Exception {
        var refused = as(
                listener,
                post("/m/" + slug + "/sessions/WATER2/feedback?lang=en")
                        .param("words", "<b>typed</b>")
                        .with(csrf()));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("Choose one of the five").contains("&lt;b&gt;typed&lt;/b&gt;");

        var kept = as(
                listener,
                post("/m/" + slug + "/sessions/WATER2/feedback")
                        .param("rating", "4")
                        .param("words", "typed")
                        .with(csrf()));
        assertThat(kept.getStatus()).isEqualTo(303);
        var page = as(listener, get("/m/" + slug + "/sessions/WATER2/feedback?done=true&lang=en"));
        assertThat(text(page)).contains("Thank you").contains("value=\"4\" checked");
        assertThat(page.getHeader("Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void theOverviewIsForOrganisersAndCostsTheSameHoweverMuchWasSaid() throws Exception {
        assertThat(as(listener, get("/m/" + slug + "/feedback")).getStatus()).isEqualTo(404);
        var organiser = organiser();
        var before = statements(organiser);
        for (int i = 0; i < 12; i++) {
            Acting.as(person(), () -> feedback.give(meeting, "WATER2", 5, "Fine"));
        }

        assertThat(statements(organiser)).isEqualTo(before);
        assertThat(text(as(organiser, get("/m/" + slug + "/feedback?lang=en")))).contains("<td>12</td><td>5.0</td>");
    }

    private int statements(PersonId organiser) throws Exception {
        as(organiser, get("/m/" + slug + "/feedback"));
        return SqlCounter.counting(() -> {
                    try {
                        return as(organiser, get("/m/" + slug + "/feedback"));
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .statements();
    }

    private PersonId organiser() {
        var organiser = person();
        Actor.asSystem(() -> grants.save(new RoleGrant(organiser, Role.ORGANISER, meeting.value())));
        return organiser;
    }

    private PersonId person() {
        return Actor.asSystem(() ->
                persons.save(new Person(PersonName.published("SATO Junichi"))).id());
    }

    private MockHttpServletResponse as(PersonId person, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(securityContext(Acting.as(person, SecurityContextHolder::getContext))))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
