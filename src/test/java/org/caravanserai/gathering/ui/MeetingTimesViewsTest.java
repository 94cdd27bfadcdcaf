package org.caravanserai.gathering.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import org.caravanserai.gathering.Gatherings;
import org.caravanserai.gathering.booking.BookingDesk;
import org.caravanserai.gathering.booking.MyOfficeHours;
import org.caravanserai.gathering.finding.DaySpan;
import org.caravanserai.gathering.finding.MyHours;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class MeetingTimesViewsTest extends SpringBrowserlessTest {

    @Autowired
    Gatherings gatherings;

    @Autowired
    MyHours hours;

    @Autowired
    MyOfficeHours officeHours;

    @Autowired
    BookingDesk desk;

    @Autowired
    TestClock clock;

    @BeforeEach
    void aMondayInSpring() {
        clock.set(Instant.parse("2028-06-05T00:00:00Z"));
    }

    @Test
    void hoursAreKeptAsTheyAreTyped() {
        var person = gatherings.person("Aigerim", "Asia/Almaty");
        Acting.as(person.id(), () -> {
            UI.getCurrent().navigate("hours");
            var monday = find(TextField.class, view()).withId("own-week-1").single();
            test(monday).setValue("8–12");

            assertThat(hours.read().hours().working()).containsEntry(java.time.DayOfWeek.MONDAY, DaySpan.hours(8, 12));
            test(monday).setValue("eight to noon");
            assertThat(monday.isInvalid()).isTrue();
            assertThat(monday.getValue()).isEqualTo("eight to noon");
            assertThat(hours.read().hours().working()).containsEntry(java.time.DayOfWeek.MONDAY, DaySpan.hours(8, 12));
        });
    }

    @Test
    void theUsualHoursComeBackAndCanBeUndone() {
        var person = gatherings.person("Aigerim", "Asia/Almaty");
        Acting.as(person.id(), () -> {
            UI.getCurrent().navigate("hours");
            test(find(TextField.class, view()).withId("own-week-1").single()).setValue("8–12");
            test(find(Button.class, view()).withId("forget-hours").single()).click();

            assertThat(hours.read().written()).isFalse();
            assertThat(find(TextField.class, view())
                            .withId("own-week-1")
                            .single()
                            .getValue())
                    .isEqualTo("9:00–18:00");
        });
    }

    @Test
    void aTimeIsFoundWithItsReasons() {
        var sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        var aigerim = gatherings.person("Aigerim", "Asia/Almaty");
        Acting.as(sato.id(), () -> {
            UI.getCurrent().navigate("find-time");
            find(PeopleField.class, view())
                    .withId("find-required")
                    .single()
                    .choose(new PeopleFinding.Found(aigerim.id(), aigerim.name(), "", "KZ"));
            test(find(Button.class, view()).withId("find").single()).click();

            assertThat(find(H3.class, view()).all()).hasSize(5);
            assertThat(find(ListItem.class, view()).all())
                    .extracting(ListItem::getText)
                    .contains("Everyone: within working hours");
        });
    }

    @Test
    void withoutAnybodyItSaysWhatIsMissing() {
        var sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        Acting.as(sato.id(), () -> {
            UI.getCurrent().navigate("find-time");
            test(find(Button.class, view()).withId("find").single()).click();

            assertThat(find(PeopleField.class, view())
                            .withId("find-required")
                            .single()
                            .isInvalid())
                    .isTrue();
        });
    }

    @Test
    void officeHoursThatAreOpenedCanBeBooked() {
        var sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        var code = Acting.as(sato.id(), () -> {
            UI.getCurrent().navigate("office-hours");
            test(find(TextField.class, view()).withId("office-week-3").single()).setValue("10–12");
            test(find(Checkbox.class, view()).withId("office-open").single()).click();
            return officeHours.read().code();
        });

        assertThat(desk.page(code).orElseThrow().slots()).isNotEmpty();
    }

    private Component view() {
        return (Component) getCurrentView();
    }
}
