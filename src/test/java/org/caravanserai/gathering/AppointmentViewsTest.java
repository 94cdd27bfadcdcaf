package org.caravanserai.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.Person;
import org.caravanserai.people.UnsentWords;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class AppointmentViewsTest extends SpringBrowserlessTest {

    @Autowired
    Gatherings gatherings;

    @Autowired
    Appointments appointments;

    @Autowired
    AppointmentReading reading;

    @Autowired
    Participants participants;

    @Autowired
    UnsentWords unsent;

    private Person sato;
    private Person aigerim;

    @BeforeEach
    void twoPeople() {
        sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        aigerim = gatherings.person("Aigerim", "Asia/Almaty");
    }

    @Test
    void whoHasNoAppointmentIsToldWhatToDoAndBeginsOne() {
        Acting.as(sato.id(), () -> {
            UI.getCurrent().navigate("appointments");
            assertThat(find(EmptyState.class, view()).all()).hasSize(1);
            test(find(Button.class, view()).withId("appointment-new").single()).click();
            assertThat(view().getClass().getSimpleName()).isEqualTo("AppointmentFormView");
            assertThat(find(TextField.class, view()).withId("appointment-title").all())
                    .hasSize(1);
        });
    }

    @Test
    void whatIsTypedIsKeptAndWhatIsMissingIsSaidAtTheField() {
        Acting.as(sato.id(), () -> {
            UI.getCurrent().navigate("appointments");
            test(find(Button.class, view()).withId("appointment-new").single()).click();
            var title =
                    find(TextField.class, view()).withId("appointment-title").single();
            test(find(Button.class, view()).withId("appointment-send").single()).click();
            assertThat(title.isInvalid()).isTrue();
            test(title).setValue("Salt and dust");
            assertThat(reading.mine(new AppointmentFilter(AppointmentFilter.Which.DRAFTS, ""), 0, 10))
                    .extracting(AppointmentView.Line::title)
                    .containsExactly("Salt and dust");
        });
    }

    @Test
    void whoIsAskedAnswersInTheList() {
        var id = gatherings.proposed(sato, aigerim);
        Acting.as(aigerim.id(), () -> {
            UI.getCurrent().navigate("appointments");
            assertThat(find(ListItem.class, view()).all()).hasSize(1);
            var yes = find(Button.class, view()).all().stream()
                    .filter(b -> b.getText().startsWith("Yes"))
                    .findFirst()
                    .orElseThrow();
            test(yes).click();
            assertThat(reading.view(id).state()).isEqualTo(AppointmentState.AGREED);
        });
    }

    @Test
    void aWordTypedBesideAnAnswerIsThereAgainUntilTheAnswerIsGiven() {
        var id = gatherings.proposed(sato, aigerim);
        var path = "appointments/" + id.value();
        Acting.as(aigerim.id(), () -> {
            UI.getCurrent().navigate(path);
            test(find(TextArea.class, view()).withId("answer-comment").single()).setValue("A quarter later?");
            var start =
                    find(DateTimePicker.class, view()).withId("counter-start").single();
            var later = start.getValue().plusMinutes(15);
            test(start).setValue(later);

            UI.getCurrent().navigate("appointments");
            UI.getCurrent().navigate(path);
            assertThat(find(TextArea.class, view())
                            .withId("answer-comment")
                            .single()
                            .getValue())
                    .isEqualTo("A quarter later?");
            assertThat(find(DateTimePicker.class, view())
                            .withId("counter-start")
                            .single()
                            .getValue())
                    .isEqualTo(later);
            assertThat(find(Details.class, view())
                            .withId("appointment-counter")
                            .single()
                            .isOpened())
                    .isTrue();

            test(find(Button.class, view()).withId("counter-send").single()).click();
            assertThat(unsent.of("appointment/" + id.value())).isEmpty();
            assertThat(participants.of(id.value()).getLast().comment()).isEqualTo("A quarter later?");
        });
    }

    @Test
    void oneAppointmentShowsEverybodyAndStrangersFindNothing() {
        var id = gatherings.proposed(sato, aigerim);
        var stranger = gatherings.person("Stranger", "Asia/Tashkent");
        Acting.as(aigerim.id(), () -> {
            UI.getCurrent().navigate("appointments/" + id.value());
            assertThat(find(H1.class, view()).single().getText()).isEqualTo("Salt and dust");
            assertThat(find(Button.class, view()).withId("answer-NO").all()).hasSize(1);
            assertThat(find(Button.class, view()).withId("appointment-cancel").all())
                    .isEmpty();
        });
        Acting.as(stranger.id(), () -> {
            for (var path :
                    new String[] {id.value().toString(), UUID.randomUUID().toString(), "nonsense"}) {
                UI.getCurrent().navigate("appointments/" + path);
                assertThat(view().getClass().getSimpleName()).isNotEqualTo("OneAppointmentView");
            }
        });
    }

    @Test
    void theOrganiserCancelsAndTakesItBack() {
        var id = gatherings.proposed(sato, aigerim);
        Acting.as(sato.id(), () -> {
            UI.getCurrent().navigate("appointments/" + id.value());
            test(find(Button.class, view()).withId("appointment-cancel").single())
                    .click();
            assertThat(reading.view(id).state()).isEqualTo(AppointmentState.CANCELLED);
            appointments.restore(id);
            assertThat(reading.view(id).state()).isEqualTo(AppointmentState.PROPOSED);
        });
    }

    @Test
    void ofWhatRepeatsEachTimeIsShownAndOneIsCancelledAlone() {
        var id = gatherings.proposed(sato, aigerim);
        Acting.as(sato.id(), () -> {
            var content = reading.view(id).content();
            var day = content.time().day().getDayOfWeek();
            appointments.reschedule(id, content, Optional.of(new Recurrence(2, Set.of(day), new Recurrence.After(4))));
            UI.getCurrent().navigate("appointments/" + id.value());
            var cancel = find(Button.class, view()).all().stream()
                    .filter(b -> b.getText().equals("Cancel this one"))
                    .toList();
            assertThat(cancel).hasSize(4);
            test(cancel.get(1)).click();
            assertThat(reading.view(id).times())
                    .extracting(Occurrence::state)
                    .containsExactly(
                            Occurrence.State.REGULAR,
                            Occurrence.State.CANCELLED,
                            Occurrence.State.REGULAR,
                            Occurrence.State.REGULAR);
        });
    }

    @Test
    void howItRepeatsIsChosenInTheFormAndStandsThereAgain() {
        var id = gatherings.proposed(sato, aigerim);
        Acting.as(sato.id(), () -> {
            var form = "appointments/" + id.value() + "/edit";
            var weekday = reading.view(id).time().day().getDayOfWeek();
            UI.getCurrent().navigate(form);
            var times = find(IntegerField.class, view())
                    .withId("appointment-repeat-times")
                    .all();
            assertThat(times).as("what happens once has no end to choose").isEmpty();
            test(find(Select.class, view()).withId("appointment-repeat").single())
                    .selectItem("Every 2 weeks");
            var howOften = find(IntegerField.class, view())
                    .withId("appointment-repeat-times")
                    .single();
            howOften.setValue(1);
            test(find(Button.class, view()).withId("appointment-send").single()).click();
            assertThat(howOften.isInvalid()).isTrue();
            assertThat(reading.view(id).recurrence()).isEmpty();

            test(howOften).setValue(5);
            test(find(Button.class, view()).withId("appointment-send").single()).click();

            assertThat(reading.view(id).recurrence())
                    .contains(new Recurrence(2, Set.of(weekday), new Recurrence.After(5)));
            UI.getCurrent().navigate(form);
            assertThat(find(IntegerField.class, view())
                            .withId("appointment-repeat-times")
                            .single()
                            .getValue())
                    .isEqualTo(5);
            var start = find(DateTimePicker.class, view())
                    .withId("appointment-start")
                    .single();
            start.setValue(start.getValue().plusDays(1));
            test(find(Button.class, view()).withId("appointment-send").single()).click();
            assertThat(reading.view(id).recurrence())
                    .as("the only weekday follows the first day")
                    .contains(new Recurrence(2, Set.of(weekday.plus(1)), new Recurrence.After(5)));
        });
    }

    @Test
    void whatWasDecidedIsWrittenDownChangedAndRemovedBesideTheNotes() {
        var id = gatherings.proposed(sato, aigerim);
        Acting.as(aigerim.id(), () -> {
            UI.getCurrent().navigate("appointments/" + id.value());
            var text = find(TextArea.class, view()).all().stream()
                    .filter(field -> field.getLabel().equals("Decision"))
                    .findFirst()
                    .orElseThrow();
            test(find(Button.class, view()).withId("decision-save").single()).click();
            assertThat(text.isInvalid()).isTrue();
            test(text).setValue("Two stations");
            test(find(Button.class, view()).withId("decision-save").single()).click();
            assertThat(decisions()).containsExactly("Two stations");
            test(labelled("Change: Two stations")).click();
            assertThat(text.getValue()).isEqualTo("Two stations");
            test(text).setValue("Three stations");
            test(find(Button.class, view()).withId("decision-save").single()).click();
            assertThat(decisions()).containsExactly("Three stations");
            test(labelled("Remove: Three stations")).click();
            assertThat(decisions()).isEmpty();
        });
    }

    private List<String> decisions() {
        return find(Div.class, view()).all().stream()
                .filter(line -> line.hasClassName("notes-decision-text"))
                .map(line -> ((Span) line.getComponentAt(0)).getText())
                .toList();
    }

    private Button labelled(String label) {
        return find(Button.class, view()).all().stream()
                .filter(button -> button.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theListAsksTheDatabaseAsOftenForManyAsForFew() {
        var filter = new AppointmentFilter(AppointmentFilter.Which.COMING, "");
        gatherings.proposed(sato, aigerim);
        var few = Acting.as(aigerim.id(), () -> SqlCounter.counting(() -> reading.mine(filter, 0, 100)));
        for (int i = 0; i < 15; i++) {
            gatherings.proposed(gatherings.person("Organiser", "Asia/Tokyo"), aigerim);
        }
        var many = Acting.as(aigerim.id(), () -> SqlCounter.counting(() -> reading.mine(filter, 0, 100)));

        assertThat(many.result()).hasSize(16);
        assertThat(many.statements()).isEqualTo(few.statements());
    }

    private Component view() {
        return (Component) getCurrentView();
    }
}
