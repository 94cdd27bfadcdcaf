package org.caravanserai.mail.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.mail.NoticeBoard;
import org.caravanserai.mail.NoticeChoice;
import org.caravanserai.mail.NoticeChoice.ByMail;
import org.caravanserai.mail.NoticeChoices;
import org.caravanserai.mail.NoticeFilter;
import org.caravanserai.mail.Outbox;
import org.caravanserai.mail.QuietHours;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@ViewPackages(packages = "org.caravanserai")
class NoticeViewsTest extends SpringBrowserlessTest {

    @Autowired
    Outbox outbox;

    @Autowired
    NoticeBoard board;

    @Autowired
    NoticeChoices choices;

    @Autowired
    Persons persons;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private PersonId reader;

    @BeforeEach
    void aReader() {
        var person = new Person(PersonName.published("Aigul Nurlanova"));
        person.locate(Language.EN, Set.of(), ZoneId.of("Asia/Almaty"));
        reader = persons.save(person).id();
        var account = new Account(reader, new EmailAddress(UUID.randomUUID() + "@example.org"), "", clock);
        account.verify(clock);
        accounts.save(account);
    }

    @Test
    void aReaderOpensANoticeWhichIsReadThenAndMarksItAsNewAgain() {
        tell("<b>Welcome</b>", "/app/mailbox");
        Acting.as(reader, () -> {
            UI.getCurrent().navigate("notices");
            test(find(Grid.class).withId("notices").single()).select(0);
            assertThat(find(Paragraph.class).all())
                    .extracting(Paragraph::getText)
                    .contains("Dear <script>colleague</script>");
            assertThat(board.unread()).isZero();
            test(find(Button.class).withId("notice-unread").single()).click();
            assertThat(board.unread()).isEqualTo(1);
        });
    }

    @Test
    void allAreMarkedAsReadAndThatIsUndone() {
        tell("One", "/app/mailbox");
        tell("Two", "/app/mailbox");
        Acting.as(reader, () -> {
            UI.getCurrent().navigate("notices");
            test(find(Button.class).withId("notices-read-all").single()).click();
            assertThat(board.unread()).isZero();
            test(find(Button.class).withClassName("notice-undo").single()).click();
            assertThat(board.unread()).isEqualTo(2);
        });
    }

    @Test
    void theBellCountsWhatIsNewAtOnceAndWhoComesToTheThingHasSeenIt() {
        Acting.as(reader, () -> {
            UI.getCurrent().navigate("profile");
            assertThat(bell().getElement().getAttribute("aria-label")).isEqualTo("Notices");
            tell("One", "/app/mailbox");
            roundTrip();
            assertThat(bell().getElement().getAttribute("aria-label")).isEqualTo("Notices, 1 new");
            UI.getCurrent().navigate("mailbox");
            assertThat(bell().getElement().getAttribute("aria-label")).isEqualTo("Notices");
            assertThat(board.count(NoticeFilter.ALL)).isEqualTo(1);
        });
    }

    @SuppressWarnings("unchecked")
    @Test
    void whatAReaderChoosesIsKeptAsSheChoosesIt() {
        Acting.as(reader, () -> {
            UI.getCurrent().navigate("notices/settings");
            Select<ByMail> mail = find(Select.class).withId("mail-group").single();
            mail.setValue(ByMail.DIGEST);
            find(Checkbox.class).withId("here-group").single().setValue(false);
            assertThat(choices.mine().of("group")).isEqualTo(new NoticeChoice(false, ByMail.DIGEST));
            Select<ByMail> urgent = find(Select.class).withId("mail-decision").single();
            assertThat(urgent.getListDataView().getItems()).containsExactly(ByMail.AT_ONCE, ByMail.NEVER);
            assertThat(find(Select.class).withId("mail-account-reset").all()).isEmpty();

            test(find(Checkbox.class).withId("quiet").single()).click();
            assertThat(choices.mine().quiet()).contains(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
            test(find(Checkbox.class).withId("skip-seen").single()).click();
            assertThat(choices.mine().skipSeen()).isTrue();
        });
    }

    private Button bell() {
        return find(Button.class).withId("notices-open").single();
    }

    private void tell(String subject, String path) {
        var address = accounts.findByPerson(reader.value()).orElseThrow().email();
        transaction.executeWithoutResult(t -> outbox.queue(new Outbox.Message(
                address,
                reader,
                null,
                "group",
                Language.EN,
                subject,
                "Dear <script>colleague</script>",
                "Open",
                "http://localhost:8080" + path)));
    }
}
