package org.caravanserai.people.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.List;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.people.Account;
import org.caravanserai.people.AccountPrincipal;
import org.caravanserai.people.AccountSupervision;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleAppointment;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Two people at once: what one takes away goes from the screen of the other. */
@IntegrationTest
class OpenViewsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    Accounts accounts;

    @Autowired
    RoleAppointment appointment;

    @Autowired
    AccountSupervision supervision;

    @Autowired
    TestClock clock;

    private final String run = Ids.code().toLowerCase(java.util.Locale.ROOT);
    private SecuredBrowserlessApplicationContext<Authentication> application;
    private Meeting meeting;
    private PersonId organiser;
    private Account colleague;

    @BeforeEach
    void openTheApplication() {
        clock.reset();
        meeting = fixtures.hiddenMeeting();
        organiser = account("Dinara Omarova", "organiser").person();
        fixtures.grant(organiser, Role.ORGANISER, meeting);
        colleague = account("SATO Junichi", "sato");
        fixtures.grant(colleague.person(), Role.ORGANISER, meeting);
        application = SpringBrowserlessApplicationContext.createSecured(context, "org.caravanserai");
    }

    @AfterEach
    void closeTheApplication() {
        application.close();
    }

    @Test
    void whoLosesARoleLosesWhatItShowedAndIsTold() {
        var window = windowOf(colleague, "meetings/" + meeting.slug().value() + "/people");
        assertThat(view(window)).isEqualTo("MeetingPeopleView");

        Acting.as(organiser, () -> appointment.take(meeting.key(), colleague.person(), Role.ORGANISER));

        hear(window);
        assertThat(view(window)).isEqualTo("NotFoundView");
        assertThat(window.find(Notification.class).all()).hasSize(1);
        assertThat(window.find(SideNavItem.class).all())
                .extracting(SideNavItem::getPath)
                .noneMatch(path -> path != null && path.contains(meeting.slug().value()));
    }

    @Test
    void whoGetsARoleIsNotDisturbedInWhatSheDoes() {
        var window = windowOf(colleague, "meetings/" + meeting.slug().value() + "/people");
        var before = window.getCurrentView();

        Acting.as(organiser, () -> appointment.give(meeting.key(), colleague.person(), Role.REVIEWER));

        hear(window);
        assertThat(window.getCurrentView()).isSameAs(before);
        assertThat(window.find(Notification.class).exists()).isFalse();
    }

    @Test
    void anAccountThatIsSwitchedOffLosesWhatIsOnItsScreen() {
        var window = windowOf(colleague, "meetings/" + meeting.slug().value() + "/people");

        Acting.as(fixtures.administrator(), () -> supervision.disable(colleague.key()));

        hear(window);
        assertThat(window.find(H1.class).all()).isEmpty();
        assertThat(window.getExternalNavigationURL()).isEqualTo("/sign-in?ended=true");
    }

    private BrowserlessUIContext windowOf(Account account, String path) {
        var principal = new AccountPrincipal(account.key(), account.person().value(), clock.instant());
        var user = application.newUser(UsernamePasswordAuthenticationToken.authenticated(principal, "", List.of()));
        var window = user.newWindow();
        window.activate();
        window.getUI().navigate(path);
        return window;
    }

    /** What was sent to a window while it was not looked at reaches it. */
    private static void hear(BrowserlessUIContext window) {
        window.activate();
        var session = window.getUI().getSession();
        session.getService().runPendingAccessTasks(session);
        window.roundTrip();
    }

    private static String view(BrowserlessUIContext window) {
        return window.getCurrentView().getClass().getSimpleName();
    }

    private Account account(String name, String address) {
        var account =
                new Account(fixtures.person(name), new EmailAddress(address + "-" + run + "@example.org"), "", clock);
        account.verify(clock);
        return accounts.save(account);
    }
}
