package org.caravanserai.mail.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caravanserai.mail.GroupMail;
import org.caravanserai.mail.MailFilter;
import org.caravanserai.mail.MeetingMail;
import org.caravanserai.mail.Outbox;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class MailViewsTest extends SpringBrowserlessTest {

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    Accounts accounts;

    @Autowired
    Outbox outbox;

    @Autowired
    GroupMail groupMail;

    @Autowired
    MeetingMail meetingMail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private final String run = Ids.code().toLowerCase(java.util.Locale.ROOT);
    private Meeting meeting;
    private PersonId organiser;
    private PersonId reviewer;

    @BeforeEach
    void makeAMeeting() {
        clock.reset();
        meeting = fixtures.openMeeting();
        organiser = member("Dinara Omarova", "organiser", Role.ORGANISER);
        reviewer = member("SATO <b>Junichi</b>", "sato", Role.REVIEWER);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aReaderOpensHerMessageAsTextAndInAFrameThatMayDoNothing() {
        write("sato", "Words <script>alert(1)</script>");
        Acting.as(reviewer, () -> {
            UI.getCurrent().navigate("mailbox");
            test(find(Grid.class).withId("mailbox").single()).select(0);
            assertThat(find(Paragraph.class).all())
                    .extracting(Paragraph::getText)
                    .contains("Words <script>alert(1)</script>");
            var frame = find(IFrame.class).withId("mail-html").single();
            assertThat(frame.getElement().getAttribute("sandbox")).isEmpty();
            assertThat(frame.getSrcdoc().orElseThrow()).doesNotContain("<script>");
        });
        Acting.as(organiser, () -> {
            UI.getCurrent().navigate("mailbox");
            assertThat(find(Grid.class).withId("mailbox").all()).allMatch(grid -> !grid.isVisible());
        });
    }

    @Test
    void anOrganiserWritesReadsWhatEachGetsSendsAndTakesItBack() {
        Acting.as(organiser, () -> {
            groupMail.keep(
                    meeting.key(),
                    0,
                    Set.of("reviewers"),
                    LocalizedText.english("Hello {name}"),
                    LocalizedText.english("Dear {name},\n\nsee you at {meeting}."));
            UI.getCurrent().navigate("meetings/" + meeting.slug().value() + "/mail/write");
            test(find(Grid.class).withId("previews").single()).select(0);
            assertThat(find(TextArea.class).withId("preview-text").single().getValue())
                    .startsWith("Dear SATO <b>Junichi</b>,");
            find(TextArea.class).withId("preview-text").single().setValue("A word of your own");
            test(find(Button.class).withId("preview-save").single()).click();

            test(find(Button.class).withId("mail-send").single()).click();

            assertThat(getCurrentView().getClass().getSimpleName()).isEqualTo("MeetingMailView");
            assertThat(find(UnorderedList.class)
                            .withId("group-messages")
                            .single()
                            .getComponentCount())
                    .isEqualTo(1);
            assertThat(meetingMail.count(meeting.key(), MailFilter.ALL)).isEqualTo(1);
            test(find(Button.class).withClassName("take-back").single()).click();
            assertThat(meetingMail.count(meeting.key(), MailFilter.ALL)).isZero();
        });
    }

    @Test
    void aRecipientWhoIsLeftOutLeavesNobodyToWriteTo() {
        Acting.as(organiser, () -> {
            groupMail.keep(
                    meeting.key(),
                    0,
                    Set.of("reviewers"),
                    LocalizedText.english("Hello"),
                    LocalizedText.english("Hello"));
            UI.getCurrent().navigate("meetings/" + meeting.slug().value() + "/mail/write");
            test(find(Grid.class).withId("previews").single()).select(0);
            test(find(Checkbox.class).withId("preview-exclude").single()).click();
            assertThat(find(Button.class).withId("mail-send").single().isEnabled())
                    .isFalse();
        });
    }

    @Test
    void anUnknownPlaceholderIsSaidAndTheViewStays() {
        Acting.as(organiser, () -> {
            groupMail.keep(
                    meeting.key(),
                    0,
                    Set.of("reviewers"),
                    LocalizedText.english("Hello {title}"),
                    LocalizedText.english("Hello"));
            UI.getCurrent().navigate("meetings/" + meeting.slug().value() + "/mail/write");
            test(find(Button.class).withId("mail-send").single()).click();
            assertThat(getCurrentView().getClass().getSimpleName()).isEqualTo("GroupMailView");
            assertThat(find(Button.class).withClassName("problems-link").exists())
                    .isTrue();
            assertThat(meetingMail.count(meeting.key(), MailFilter.ALL)).isZero();
        });
    }

    @Test
    void failuresWaitAtHomeAndAreTriedAgainByOrganiserAndAdministrator() {
        write("sato", "First");
        write("sato", "Second");
        fail();
        Acting.as(organiser, () -> {
            UI.getCurrent().navigate("");
            assertThat(find(Paragraph.class).all())
                    .extracting(Paragraph::getText)
                    .anyMatch(text -> text.startsWith("2 messages of Scientists' Meeting, Astana 2027"));
            test(find(Button.class).withText("See why").single()).click();
            assertThat(getCurrentView().getClass().getSimpleName()).isEqualTo("MeetingMailView");
            UI.getCurrent().navigate("meetings/" + meeting.slug().value() + "/mail");
            test(find(Grid.class).withId("meeting-mail").single()).select(0);
            test(find(Button.class).withId("mail-retry").single()).click();
            assertThat(failed()).isEqualTo(1);
            test(find(Button.class).withId("retry-all").single()).click();
            assertThat(failed()).isZero();
        });
        fail();
        Acting.as(fixtures.administrator(), () -> {
            UI.getCurrent()
                    .navigate(
                            "admin/mail",
                            new QueryParameters(Map.of("state", List.of("FAILED"), "q", List.of("sato-" + run))));
            test(find(Grid.class).withId("outbox").single()).select(0);
            test(find(Button.class).withId("mail-give-up").single()).click();
            assertThat(failed()).isEqualTo(1);
            test(find(Button.class).withClassName("notice-undo").last()).click();
            assertThat(jdbc.sql("select count(*) from outbox_message where meeting = ? and state = 'QUEUED'")
                            .param(meeting.key())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        });
    }

    @Test
    void whoHasNoBusinessThereIsShownNothing() {
        Acting.as(reviewer, () -> {
            for (var path : new String[] {
                "meetings/" + meeting.slug().value() + "/mail",
                "meetings/" + meeting.slug().value() + "/mail/write",
                "admin/mail"
            }) {
                UI.getCurrent().navigate(path);
                assertThat(getCurrentView().getClass().getSimpleName()).isEqualTo("NotFoundView");
            }
        });
    }

    private void write(String address, String text) {
        transaction.executeWithoutResult(status -> outbox.queue(new Outbox.Message(
                new EmailAddress(address + "-" + run + "@example.org"),
                null,
                meeting.key(),
                "decision",
                Language.EN,
                "About " + text,
                text,
                "",
                "")));
    }

    private void fail() {
        jdbc.sql("update outbox_message set state = 'FAILED', last_error = 'no route' where meeting = ?")
                .param(meeting.key())
                .update();
    }

    private int failed() {
        return jdbc.sql("select count(*) from outbox_message where meeting = ? and state = 'FAILED'")
                .param(meeting.key())
                .query(Integer.class)
                .single();
    }

    private PersonId member(String name, String address, Role role) {
        var person = fixtures.person(name);
        var account = new Account(person, new EmailAddress(address + "-" + run + "@example.org"), "", clock);
        account.verify(clock);
        accounts.save(account);
        fixtures.grant(person, role, meeting);
        return person;
    }
}
