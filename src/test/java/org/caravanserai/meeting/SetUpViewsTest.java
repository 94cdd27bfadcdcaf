package org.caravanserai.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDateTime;
import org.caravanserai.people.Role;
import org.caravanserai.proposal.CallSetUp;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class SetUpViewsTest extends SpringBrowserlessTest {

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    CallSetUp callSetUp;

    @ParameterizedTest
    @ValueSource(strings = {"basics", "dates", "rooms", "topics", "types", "languages", "visibility"})
    void everySectionOfTheSetUpOpensForItsOrganiser(String section) {
        var meeting = fixtures.openMeeting();
        Acting.as(fixtures.personAs(Role.ORGANISER, meeting), () -> {
            UI.getCurrent()
                    .navigate("meetings/" + meeting.slug().value() + "/set-up", QueryParameters.of("section", section));
            var view = (Component) getCurrentView();
            assertThat(view.getClass().getSimpleName()).isEqualTo("SetUpView");
            assertThat(find(H2.class, view).all()).isNotEmpty();
        });
    }

    @Test
    void theDatesTellThatNobodyIsAtHomeOnAHoliday() {
        var meeting = fixtures.openMeeting();
        Acting.as(fixtures.personAs(Role.ORGANISER, meeting), () -> {
            UI.getCurrent()
                    .navigate("meetings/" + meeting.slug().value() + "/set-up", QueryParameters.of("section", "dates"));
            assertThat(find(Paragraph.class, (Component) getCurrentView()).all())
                    .extracting(Paragraph::getText)
                    .anyMatch(text -> text.contains("no holiday in the six countries"));
        });
    }

    @Test
    void whoDoesNotOrganiseTheMeetingIsShownNeitherSetUpNorCall() {
        var meeting = fixtures.openMeeting();
        Acting.as(fixtures.personAs(Role.REVIEWER, meeting), () -> {
            for (var page : new String[] {"set-up", "call"}) {
                UI.getCurrent().navigate("meetings/" + meeting.slug().value() + "/" + page);
                assertThat(getCurrentView().getClass().getSimpleName()).doesNotContain("SetUpView");
            }
        });
    }

    @Test
    void theCallOpensBeforeAndAfterItIsMade() {
        var meeting = fixtures.openMeeting();
        fixtures.type(meeting, "PANEL", SessionType.Kind.SESSION, 90);
        Acting.as(fixtures.personAs(Role.ORGANISER, meeting), () -> {
            UI.getCurrent().navigate("meetings/" + meeting.slug().value() + "/call");
            assertThat(find(H2.class, (Component) getCurrentView()).all()).isEmpty();
            callSetUp.begin(meeting.id(), LocalDateTime.of(2026, 11, 1, 9, 0), LocalDateTime.of(2027, 2, 1, 23, 59));
            UI.getCurrent().navigate("");
            UI.getCurrent().navigate("meetings/" + meeting.slug().value() + "/call");
            assertThat(find(H2.class, (Component) getCurrentView()).all()).hasSize(5);
        });
    }

    @Test
    void theListAndTheFormForANewMeetingOpen() {
        var meeting = fixtures.hiddenMeeting();
        Acting.as(fixtures.personAs(Role.ORGANISER, meeting), () -> {
            UI.getCurrent().navigate("meetings");
            assertThat(getCurrentView().getClass().getSimpleName()).isEqualTo("MeetingsView");
            UI.getCurrent().navigate("meetings/new");
            assertThat(getCurrentView().getClass().getSimpleName()).isEqualTo("NewMeetingView");
        });
    }
}
