package org.caravanserai.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import java.util.UUID;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.agenda.conflict.Handling;
import org.caravanserai.agenda.conflict.SessionFacts.Needs;
import org.caravanserai.meeting.Equipment;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Actor;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class RulesViewTest extends SpringBrowserlessTest {

    @Autowired
    AgendaImport agendaImport;

    @Autowired
    AgendaRuleSetting setting;

    @Autowired
    Persons persons;

    @Autowired
    RoleGrants grants;

    private String slug = "";
    private MeetingId meeting = new MeetingId(new UUID(0, 0));
    private PersonId aigul = new PersonId(new UUID(0, 0));

    @BeforeEach
    void aMeeting() {
        slug = "m" + UUID.randomUUID().toString().substring(0, 12);
        meeting = Actor.asSystem(() -> agendaImport.take(SampleAgenda.of(slug, 6, 2)));
        var person = persons.save(new Person(PersonName.published("Aigul")));
        grants.save(new RoleGrant(person.id(), Role.ORGANISER, meeting.value()));
        aigul = person.id();
    }

    @Test
    void everyKindIsOfferedUnderWhatItIsAbout() {
        Acting.as(aigul, () -> {
            var view = open();
            assertThat(find(H1.class, view).all()).hasSize(1);
            assertThat(find(H2.class, view).all()).hasSize(ConflictKind.Concern.values().length + 2);
            for (var kind : ConflictKind.values()) {
                assertThat(choice(kind).getValue())
                        .isEqualTo(MeetingRules.PUBLISHED_ELSEWHERE.conflicts().of(kind));
            }
        });
    }

    @SuppressWarnings("unchecked")
    @Test
    void aChoiceHoldsAtOnceAndUndoTakesItBack() {
        Acting.as(aigul, () -> {
            open();
            test(choice(ConflictKind.PERSON_TWICE)).selectItem("Block");
            assertThat(kept(ConflictKind.PERSON_TWICE)).isEqualTo(Handling.BLOCK);

            test(find(Button.class).withText("Undo").single()).click();

            assertThat(kept(ConflictKind.PERSON_TWICE)).isEqualTo(Handling.WARN);
            assertThat(choice(ConflictKind.PERSON_TWICE).getValue()).isEqualTo(Handling.WARN);
        });
    }

    @Test
    void limitsAreKeptAndNonsenseIsToldAtItsFieldAndNotLost() {
        Acting.as(aigul, () -> {
            open();
            var travel = find(IntegerField.class).withId("limit-travel").single();
            test(travel).setValue(45);
            assertThat(limits().travelMinutes()).isEqualTo(45);

            test(travel).setValue(0);
            assertThat(limits().travelMinutes()).isEqualTo(45);
            assertThat(travel.isInvalid()).isTrue();
            assertThat(travel.getValue()).isZero();

            test(travel).setValue(30);
            test(find(TimePicker.class).withId("limit-closes").single()).setValue(LocalTime.of(7, 0));
            assertThat(find(TimePicker.class).withId("limit-closes").single().isInvalid())
                    .isTrue();
            assertThat(limits().closes()).isEqualTo(LocalTime.of(22, 0));
        });
    }

    @SuppressWarnings("unchecked")
    @Test
    void whatSessionsOfATypeNeedIsKept() {
        Acting.as(aigul, () -> {
            open();
            var type = setting.read(meeting).types().getFirst().key();
            MultiSelectComboBox<String> field =
                    find(MultiSelectComboBox.class).withId("needs-" + type).single();
            field.select(Equipment.PROJECTOR.name());
            find(KeptForm.class).all().getLast().keep();
            assertThat(setting.read(meeting).rules().of(type).equipment()).containsExactly(Equipment.PROJECTOR);

            test(find(Button.class).withText("Undo").single()).click();
            assertThat(setting.read(meeting).rules().of(type)).isEqualTo(Needs.NONE);
        });
    }

    @Test
    void whoDoesNotOrganiseTheMeetingSeesNone() {
        var stranger = persons.save(new Person(PersonName.published("Stranger")));
        Acting.as(stranger.id(), () -> {
            UI.getCurrent().navigate("meetings/" + slug + "/agenda/rules");
            assertThat(getCurrentView().getClass().getSimpleName()).isNotEqualTo("RulesView");
        });
    }

    private Component open() {
        UI.getCurrent().navigate("meetings/" + slug + "/agenda/rules");
        assertThat(getCurrentView().getClass().getSimpleName()).isEqualTo("RulesView");
        return (Component) getCurrentView();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Handling> choice(ConflictKind kind) {
        return find(RadioButtonGroup.class).withId("handling-" + kind.name()).single();
    }

    private Handling kept(ConflictKind kind) {
        return setting.read(meeting).rules().conflicts().of(kind);
    }

    private org.caravanserai.agenda.conflict.ConflictRules.Limits limits() {
        return setting.read(meeting).rules().conflicts().limits();
    }
}
