package org.caravanserai.people.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.people.Access;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleHolders;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class PeopleViewsTest extends SpringBrowserlessTest {

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    Accounts accounts;

    @Autowired
    Access access;

    @Autowired
    TestClock clock;

    private final String run = Ids.code().toLowerCase(java.util.Locale.ROOT);
    private Meeting meeting;
    private PersonId organiser;

    @BeforeEach
    void makeAMeeting() {
        clock.reset();
        meeting = fixtures.openMeeting();
        organiser = member("Dinara Omarova", "organiser");
        fixtures.grant(organiser, Role.ORGANISER, meeting);
    }

    @Test
    void anOrganiserGivesARoleByTickingItAndUndoesIt() {
        var colleague = member("SATO Junichi", "sato");
        fixtures.grant(colleague, Role.DESK, meeting);
        Acting.as(organiser, () -> {
            open("people");
            choose("holders", colleague);
            tick(Role.REVIEWER);
            assertThat(has(colleague, Role.REVIEWER)).isTrue();

            undo();

            assertThat(has(colleague, Role.REVIEWER)).isFalse();
            assertThat(find(Checkbox.class).withId("role-REVIEWER").single().getValue())
                    .isFalse();
        });
    }

    @Test
    void theLastOrganiserKeepsTheRoleAndIsToldWhy() {
        Acting.as(organiser, () -> {
            open("people");
            choose("holders", organiser);
            tick(Role.ORGANISER);
            assertThat(find(Checkbox.class).withId("role-ORGANISER").single().getValue())
                    .isTrue();
            assertThat(find(Notification.class).exists()).isTrue();
            assertThat(has(organiser, Role.ORGANISER)).isTrue();
        });
    }

    @Test
    void somebodyNewIsInvitedByAddressAndTheOfferIsWithdrawnAndMadeAgain() {
        Acting.as(organiser, () -> {
            open("people");
            var who = find(ComboBox.class).withId("give-who").single();
            test(who).setFilter("");
            com.vaadin.flow.component.ComponentUtil.fireEvent(
                    who,
                    new com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent<>(
                            who, true, "new-" + run + "@kaznu.kz"));
            test(find(Button.class).withId("offer-submit").single()).click();
            assertThat(offers()).isZero();
            choose(Select.class, "offer-role", Role.REVIEWER);
            test(find(Button.class).withId("offer-submit").single()).click();
            assertThat(offers()).isEqualTo(1);

            test(find(
                                    Button.class,
                                    find(UnorderedList.class)
                                            .withId("open-offers")
                                            .single())
                            .single())
                    .click();
            assertThat(offers()).isZero();
            undo();
            assertThat(offers()).isEqualTo(1);
        });
    }

    @Test
    void manyAreInvitedWithAReportAndWhatCannotBeReadStays() {
        Acting.as(organiser, () -> {
            open("people");
            var lines = find(TextArea.class).withId("invite-lines").single();
            lines.setValue("a-" + run + "@kaznu.kz\nnobody\nB <b-" + run + "@kaznu.kz>");
            test(find(Button.class).withId("invite-submit").single()).click();
            assertThat(find(
                                    ListItem.class,
                                    find(UnorderedList.class)
                                            .withId("invite-report")
                                            .single())
                            .all())
                    .hasSize(3);
            assertThat(lines.getValue()).isEqualTo("nobody");
            assertThat(offers()).isEqualTo(2);
            undo();
            assertThat(offers()).isZero();
        });
    }

    @Test
    void theListIsNarrowedByTheAddressAndCostsTheSameForManyPeople() {
        for (int i = 0; i < 10; i++) {
            fixtures.grant(fixtures.person("Reviewer " + i), Role.REVIEWER, meeting);
        }
        int ten = Acting.as(organiser, this::openingReviewers);
        for (int i = 10; i < 150; i++) {
            fixtures.grant(fixtures.person("Reviewer " + i), Role.REVIEWER, meeting);
        }
        int many = Acting.as(organiser, this::openingReviewers);
        assertThat(many).isEqualTo(ten);
        Acting.as(organiser, () -> {
            openingReviewers();
            assertThat(test(holders()).size()).isEqualTo(150);
        });
    }

    @Test
    void whoHasNoBusinessThereIsShownNothing() {
        var reviewer = fixtures.personAs(Role.REVIEWER, meeting);
        Acting.as(reviewer, () -> {
            for (var path :
                    new String[] {"meetings/" + meeting.slug().value() + "/people", "admin/accounts", "admin/audit"}) {
                UI.getCurrent().navigate(path);
                assertThat(getCurrentView().getClass().getSimpleName()).isEqualTo("NotFoundView");
            }
        });
    }

    @Test
    void anAdministratorSwitchesAnAccountOffUndoesItAndReadsWhatWasDone() {
        var member = member("Aigul " + run, "aigul");
        Acting.as(fixtures.administrator(), () -> {
            UI.getCurrent().navigate("admin/accounts", QueryParameters.of("q", "aigul-" + run));
            test(find(Grid.class).withId("accounts").single()).select(0);
            test(find(Button.class).withId("account-disable").single()).click();
            assertThat(accounts.findByPerson(member.value()).orElseThrow().isDisabled())
                    .isTrue();
            assertThat(find(Button.class).withId("account-enable").exists()).isTrue();
            undo();
            assertThat(accounts.findByPerson(member.value()).orElseThrow().isDisabled())
                    .isFalse();
            assertThat(find(
                                    ListItem.class,
                                    find(UnorderedList.class)
                                            .withId("audit-entries")
                                            .single())
                            .all())
                    .hasSizeGreaterThanOrEqualTo(2);
        });
    }

    @Test
    void theTrailIsNarrowedByPersonObjectTypeAndDayAndGoesBackPageByPage() {
        var administrator = fixtures.administrator();
        Acting.as(administrator, () -> {
            for (int i = 0; i < 60; i++) {
                fixtures.person("Traced " + i);
            }
            UI.getCurrent()
                    .navigate(
                            "admin/audit",
                            new QueryParameters(java.util.Map.of(
                                    "who",
                                    java.util.List.of(administrator.value().toString()),
                                    "type",
                                    java.util.List.of("Person"))));
            assertThat(entries()).isEqualTo(50);
            test(find(Button.class).withId("audit-older").single()).click();
            assertThat(entries()).isEqualTo(60);
            UI.getCurrent().navigate("admin/audit", QueryParameters.of("object", "not-a-key"));
            assertThat(entries()).isPositive();
        });
    }

    private int entries() {
        return find(UnorderedList.class).withId("audit-entries").single().getComponentCount();
    }

    /** The least of three times: what is kept for some seconds may run out in between. */
    private int openingReviewers() {
        return java.util.stream.IntStream.range(0, 3)
                .map(i -> openReviewers())
                .min()
                .orElseThrow();
    }

    private int openReviewers() {
        return SqlCounter.count(() -> {
            UI.getCurrent().navigate("");
            UI.getCurrent()
                    .navigate("meetings/" + meeting.slug().value() + "/people", QueryParameters.of("role", "REVIEWER"));
            test(holders()).getRow(0);
        });
    }

    private void open(String page) {
        UI.getCurrent().navigate("meetings/" + meeting.slug().value() + "/" + page);
    }

    @SuppressWarnings("unchecked")
    private Grid<RoleHolders.Holder> holders() {
        return find(Grid.class).withId("holders").single();
    }

    private void choose(String grid, PersonId person) {
        var rows = test(holders());
        for (int i = 0; i < rows.size(); i++) {
            if (rows.getRow(i).person().equals(person)) {
                rows.select(i);
                return;
            }
        }
        throw new AssertionError(person + " is not in " + grid);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void choose(Class<Select> type, String id, Object value) {
        find(type).withId(id).single().setValue(value);
    }

    private void tick(Role role) {
        test(find(Checkbox.class).withId("role-" + role).single()).click();
    }

    private void undo() {
        test(find(Button.class).withClassName("notice-undo").last()).click();
    }

    private int offers() {
        var list = find(UnorderedList.class).withId("open-offers");
        return list.exists() ? list.single().getComponentCount() : 0;
    }

    private boolean has(PersonId person, Role role) {
        return Acting.as(person, () -> access.in(meeting.key(), role.name()));
    }

    private PersonId member(String name, String address) {
        var person = fixtures.person(name);
        var account = new Account(person, new EmailAddress(address + "-" + run + "@example.org"), "", clock);
        account.verify(clock);
        accounts.save(account);
        return person;
    }
}
