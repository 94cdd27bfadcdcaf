package org.caravanserai.agenda.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.agenda.AgendaBoards;
import org.caravanserai.agenda.AgendaImport;
import org.caravanserai.agenda.AgendaRuleSetting;
import org.caravanserai.agenda.MeetingRules;
import org.caravanserai.agenda.SampleAgenda;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.agenda.conflict.ConflictRules;
import org.caravanserai.agenda.conflict.Handling;
import org.caravanserai.agenda.planning.Scenarios;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class OptimiserViewTest extends SpringBrowserlessTest {

    @Autowired
    AgendaImport agendaImport;

    @Autowired
    AgendaBoards boards;

    @Autowired
    AgendaRuleSetting rules;

    @Autowired
    Scenarios scenarios;

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    RoleGrants grants;

    String slug = "";
    MeetingId meeting = new MeetingId(new UUID(0, 0));
    PersonId organiser = new PersonId(new UUID(0, 0));

    @BeforeEach
    void aMeetingWithAnAgenda() {
        slug = "o" + UUID.randomUUID().toString().substring(0, 12);
        meeting = Actor.asSystem(() -> agendaImport.take(SampleAgenda.of(slug, 4, 2)));
        organiser = fixtures.person("Aigul");
        grants.save(new RoleGrant(organiser, Role.ORGANISER, meeting.value()));
    }

    @Test
    void aDayThatEndsBeforeItStartsIsSaidAtItsFieldAndNothingBegins() {
        Acting.as(organiser, () -> {
            open(Map.of());
            var end = find(TimePicker.class, view())
                    .withId("optimiser-end-of-day")
                    .single();
            end.setValue(LocalTime.of(8, 0));
            find(Button.class, view()).withId("optimiser-start").single().click();
            assertThat(end.isInvalid()).isTrue();
            assertThat(end.getErrorMessage()).contains("end after it starts");
            assertThat(end.getValue()).isEqualTo(LocalTime.of(8, 0));
        });
    }

    @Test
    void everyPlaceOfAChosenSessionCanBeAskedFor() {
        Acting.as(organiser, () -> {
            rules.change(
                    meeting,
                    rules.read(meeting).version(),
                    MeetingRules.USUAL.judging(ConflictRules.USUAL.with(ConflictKind.ROOM_TWICE, Handling.BLOCK)));
            var code = boards.board(meeting).sessions().getFirst().code();
            open(Map.of("section", "session", "session", code));
            var cells = find(NativeButton.class, view()).all();
            assertThat(cells).hasSizeGreaterThan(40);
            assertThat(cells).anyMatch(cell -> cell.getText().equals("●"));
            assertThat(cells).anyMatch(cell -> cell.getText().equals("×"));
            test(cells.getLast()).click();
            assertThat(find(Div.class, view()).withId("why-detail").single().getText())
                    .contains("Room 2");
        });
    }

    @Test
    void aScenarioIsCopiedAndCompared() {
        Acting.as(organiser, () -> {
            open(Map.of("section", "scenarios"));
            find(Button.class, view()).withId("scenario-copy").single().click();
            var name = find(TextField.class, view()).withId("scenario-name").single();
            assertThat(name.isInvalid()).as("a name is asked for").isTrue();
            name.setValue("Two rooms <b>only</b>");
            find(Button.class, view()).withId("scenario-copy").single().click();
            assertThat(find(H2.class, view()).all()).extracting(H2::getText).contains("Two rooms <b>only</b>");
            var made = scenarios.list(meeting).getFirst();
            find(Button.class, view()).withId("compare-" + made.key()).single().click();
            assertThat(find(Paragraph.class, view()).all())
                    .extracting(Paragraph::getText)
                    .anyMatch(text -> text.contains("nothing would change"));
            find(Button.class, view()).withId("delete-" + made.key()).single().click();
            assertThat(scenarios.list(meeting)).isEmpty();
        });
    }

    @Test
    void aMeetingWithoutRoomsIsToldWhatToDoAndOthersSeeNothing() {
        var bare = fixtures.openMeeting();
        Acting.as(fixtures.personAs(Role.ORGANISER, bare), () -> {
            UI.getCurrent().navigate("meetings/" + bare.slug().value() + "/agenda/optimiser");
            assertThat(find(Paragraph.class, view()).all())
                    .extracting(Paragraph::getText)
                    .anyMatch(text -> text.contains("no rooms yet"));
        });
        Acting.as(fixtures.person("Stranger"), () -> {
            UI.getCurrent().navigate("meetings/" + slug + "/agenda/optimiser");
            assertThat(getCurrentView().getClass().getSimpleName()).isNotEqualTo("OptimiserView");
        });
    }

    private void open(Map<String, String> parameters) {
        UI.getCurrent().navigate("meetings/" + slug + "/agenda/optimiser", QueryParameters.simple(parameters));
        assertThat(view().getClass().getSimpleName()).isEqualTo("OptimiserView");
    }

    private Component view() {
        return (Component) getCurrentView();
    }
}
