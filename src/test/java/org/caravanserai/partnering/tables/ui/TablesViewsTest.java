package org.caravanserai.partnering.tables.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.partnering.tables.EventFixtures;
import org.caravanserai.partnering.tables.EventParticipation;
import org.caravanserai.partnering.tables.RunFixtures;
import org.caravanserai.partnering.tables.TablesPlanning;
import org.caravanserai.partnering.tables.TablesStanding;
import org.caravanserai.partnering.tables.WishSending;
import org.caravanserai.people.Role;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.platform.runs.LongRuns;
import org.caravanserai.platform.runs.Processes;
import org.caravanserai.shell.ArrangedList;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class TablesViewsTest extends SpringBrowserlessTest {

    @Autowired
    List<MenuContribution> menu;

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    EventFixtures events;

    @Autowired
    EventParticipation participation;

    @Autowired
    WishSending wishing;

    @Autowired
    TablesPlanning planning;

    @Autowired
    LiveUpdates updates;

    @Autowired
    LongRuns runs;

    @Autowired
    Processes processes;

    @Autowired
    RunFixtures runFixtures;

    private Component open(Meeting meeting, UUID event, String part) {
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("meetings/" + meeting.slug().value() + "/tables/" + event + part);
        return (Component) getCurrentView();
    }

    private void press(String id) {
        test(find(Button.class, (Component) getCurrentView()).withId(id).single())
                .click();
    }

    @Test
    void somebodyEnlistsWishesAndBringsHerWishesIntoAnOrder() {
        var meeting = fixtures.openMeeting();
        var event = events.open(meeting.id());
        events.enlist(event, fixtures.person("Bolat Akhmetov"), "kk");
        events.enlist(event, fixtures.person("Chiyo Mori"), "ja");
        Acting.as(fixtures.person("Aiko Sato"), () -> {
            open(meeting, event, "");
            press("enlist");
            assertThat(participation.part(event).mine()).isPresent();
            for (var i = 0; i < 2; i++) {
                test(find(Button.class, (Component) getCurrentView())
                                .withText("Wish to meet")
                                .all()
                                .getFirst())
                        .click();
            }
            var before = wishing.wishes(event).wishes();
            assertThat(before).hasSize(2);
            var list = find(ArrangedList.class, (Component) getCurrentView()).single();
            test(find(Button.class, list).withText("↓").all().getFirst()).click();
            assertThat(wishing.wishes(event).wishes()).containsExactly(before.getLast(), before.getFirst());
        });
    }

    @Test
    void aWrongDelegationWordIsSaidAtItsField() {
        var meeting = fixtures.openMeeting();
        var event = events.open(meeting.id());
        Acting.as(fixtures.person("Aiko Sato"), () -> {
            var view = open(meeting, event, "");
            var code = find(TextField.class, view).withId("join-code").single();
            code.setValue("WRONG1");
            press("join");
            assertThat(code.isInvalid()).isTrue();
            assertThat(code.getValue()).isEqualTo("WRONG1");
        });
    }

    @Test
    void whereARepairChangesNothingThereIsNothingToGiveOut() throws InterruptedException {
        var meeting = fixtures.openMeeting();
        var event = events.open(meeting.id());
        var aiko = events.enlist(event, fixtures.person("Aiko Sato"), "en");
        events.give(event, aiko, events.enlist(event, fixtures.person("Bolat Akhmetov"), "en"), 1);
        var heard = new LinkedBlockingQueue<Object>();
        var subscription = updates.listen(TablesPlanning.channel(event), heard::add);
        var organiser = fixtures.personAs(Role.ORGANISER, meeting);
        Acting.as(organiser, () -> {
            filling(meeting, event);
            press("mend-refill");
        });
        while (Acting.as(organiser, () -> planning.look(event)) instanceof TablesStanding.Running) {
            assertThat(heard.poll(120, TimeUnit.SECONDS)).isNotNull();
        }
        subscription.end();
        Acting.as(organiser, () -> {
            var view = filling(meeting, event);
            assertThat(text()).contains("Nothing would change.");
            assertThat(find(Button.class, view).withId("adopt").all()).isEmpty();
            press("forget");
            assertThat(text()).doesNotContain("Nothing would change.");
        });
    }

    @Test
    void anOrganiserLeadsAnEventFromItsWishesToMeetingsInTheGrid() throws InterruptedException {
        var meeting = fixtures.openMeeting();
        var event = events.open(meeting.id());
        var aiko = fixtures.person("Aiko Sato");
        events.enlist(event, aiko, "en");
        var other = events.enlist(event, fixtures.person("Bolat Akhmetov"), "en");
        Acting.as(aiko, () -> wishing.wish(event, other));
        var heard = new LinkedBlockingQueue<Object>();
        var subscription = updates.listen(TablesPlanning.channel(event), heard::add);
        var organiser = fixtures.personAs(Role.ORGANISER, meeting);
        Acting.as(organiser, () -> {
            var view = open(meeting, event, "/organise");
            press("lead-closed");
            find(Tabs.class, view).withId("parts").single().setSelectedIndex(1);
            press("fill");
        });
        while (Acting.as(organiser, () -> planning.look(event)) instanceof TablesStanding.Running) {
            assertThat(heard.poll(120, TimeUnit.SECONDS)).isNotNull();
        }
        subscription.end();
        Acting.as(organiser, () -> {
            var view = open(meeting, event, "/organise");
            find(Tabs.class, view).withId("parts").single().setSelectedIndex(1);
            press("adopt");
            find(Tabs.class, (Component) getCurrentView())
                    .withId("parts")
                    .single()
                    .setSelectedIndex(2);
            assertThat(find(NativeTable.class, (Component) getCurrentView())
                            .withId("grid")
                            .single()
                            .getElement()
                            .getTextRecursively())
                    .contains("Aiko Sato");
        });
        Acting.as(
                aiko,
                () -> assertThat(open(meeting, event, "").getElement().getTextRecursively())
                        .contains("Whom you meet"));
    }

    @Test
    void anotherOrganiserSeesWhoBeganARunAndHowFarItIsAndStopsIt() {
        var meeting = fixtures.openMeeting();
        var event = events.open(meeting.id());
        var one = events.enlist(event, fixtures.person("Aiko Sato"), "en");
        var other = events.enlist(event, fixtures.person("Bolat Akhmetov"), "en");
        var starter = fixtures.person("Dana Omarova");
        var asked = Acting.as(starter, () -> runFixtures.found(runs, event, one, other));
        Acting.as(fixtures.personAs(Role.ORGANISER, meeting), () -> {
            assertThat(filling(meeting, event).getElement().getTextRecursively())
                    .contains("The tables are being filled")
                    .contains("by Dana Omarova")
                    .contains("Meetings: 1")
                    .contains("at most 20 % from the best possible");
            press("stop");
            assertThat(asked.getAsBoolean()).isTrue();
            assertThat(find(Button.class, (Component) getCurrentView())
                            .withId("stop")
                            .single()
                            .isEnabled())
                    .isFalse();
            UI.getCurrent().navigate("");
            planning.forget(event);
        });
    }

    @Test
    void aRunWhoseProcessHasEndedIsSaidToBeBrokenOffAndIsBegunAgain() {
        var meeting = fixtures.openMeeting();
        var event = events.open(meeting.id());
        var aiko = fixtures.person("Aiko Sato");
        events.enlist(event, aiko, "en");
        var other = events.enlist(event, fixtures.person("Bolat Akhmetov"), "en");
        Acting.as(aiko, () -> wishing.wish(event, other));
        var dead = processes.another();
        var organiser = fixtures.personAs(Role.ORGANISER, meeting);
        Acting.as(organiser, () -> {
            open(meeting, event, "/organise");
            press("lead-closed");
            runFixtures.begin(dead.runs(), event);
            dead.end();
            assertThat(filling(meeting, event).getElement().getTextRecursively())
                    .contains("The work was broken off")
                    .contains("begin again");
            press("again");
            assertThat(planning.look(event)).isInstanceOfAny(TablesStanding.Running.class, TablesStanding.Ready.class);
            UI.getCurrent().navigate("");
        });
    }

    private Component filling(Meeting meeting, UUID event) {
        var view = open(meeting, event, "/organise");
        find(Tabs.class, view).withId("parts").single().setSelectedIndex(1);
        return (Component) getCurrentView();
    }

    @Test
    void thatSomebodyDidNotComeIsTakenBackByAClick() {
        var meeting = fixtures.openMeeting();
        var event = events.open(meeting.id());
        var one = events.enlist(event, fixtures.person("Aiko Sato"), "en");
        var other = events.enlist(event, fixtures.person("Bolat Akhmetov"), "en");
        events.give(event, one, other, 1);
        Acting.as(fixtures.personAs(Role.ORGANISER, meeting), () -> {
            var view = open(meeting, event, "/organise");
            find(Tabs.class, view).withId("parts").single().setSelectedIndex(2);
            test(find(Button.class, (Component) getCurrentView())
                            .withText("Bolat Akhmetov did not come")
                            .single())
                    .click();
            assertThat(text()).contains("Did not come: Bolat Akhmetov");

            test(find(Button.class).withClassName("notice-undo").last()).click();

            assertThat(text()).contains("Bolat Akhmetov did not come").doesNotContain("Did not come: Bolat Akhmetov");
        });
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    @Test
    void whoTakesPartFindsTheTablesInTheMenuWithoutARole() {
        var meeting = fixtures.openMeeting();
        var aiko = fixtures.person("Aiko Sato");
        events.enlist(events.open(meeting.id()), aiko, "en");
        for (var person : List.of(aiko, fixtures.personAs(Role.ORGANISER, meeting))) {
            Acting.as(
                    person,
                    () -> assertThat(menu.stream().flatMap(each -> each.items().stream()))
                            .extracting(MenuItem::path)
                            .containsOnlyOnce("meetings/" + meeting.slug().value() + "/tables"));
        }
    }

    @Test
    void whoDoesNotOrganiseTheMeetingIsNotShownHowItIsOrganised() {
        var meeting = fixtures.openMeeting();
        var event = events.open(meeting.id());
        Acting.as(fixtures.personAs(Role.REVIEWER, meeting), () -> {
            open(meeting, event, "/organise");
            assertThat(getCurrentView().getClass().getSimpleName()).isNotEqualTo("OrganiseView");
        });
    }
}
