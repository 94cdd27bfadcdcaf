package org.caravanserai.gathering.booking;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.Browser;
import org.caravanserai.testing.InBrowser;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Moments;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A researcher in Tokyo is booked by guests without an account, each at a browser of her own. */
abstract class BookingInBrowser extends InBrowser {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    static final Browser.Reader IN_ALMATY = Browser.Reader.atDesk().from("kk-KZ", ALMATY.getId());
    static final String QUESTION = "どのような話題ですか";

    @Autowired
    BookingDesk desk;

    @Autowired
    MyOfficeHours officeHours;

    @Autowired
    Accounts accounts;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    PersonId host = new PersonId(new UUID(0, 0));
    final Guest aigerim = Guest.named("Aigerim");
    final Guest gulzat = Guest.named("Gulzat");

    /** Somebody without an account. */
    record Guest(String name, EmailAddress email) {

        static Guest named(String name) {
            return new Guest(name + " " + Ids.code(), new EmailAddress("guest-" + Ids.code() + "@example.org"));
        }
    }

    @BeforeEach
    void theResearcherIsTheHost() {
        host = accounts.findByEmail("jun.ishikawa@example.org").orElseThrow().person();
    }

    Page openPage(Browser.Reader reader) {
        var page = newPage(reader);
        page.navigate("/book/" + code());
        page.waitForURL("**tz=**");
        return page;
    }

    String link(Guest guest) {
        var address = jdbc.sql("select action_address from outbox_message where recipient = ? and kind = ?"
                        + " order by created_at desc limit 1")
                .params(guest.email().value(), "booking-confirm")
                .query(String.class)
                .single();
        return address.substring(address.indexOf("/book/"));
    }

    static Locator slotIn(Page page, Instant start) {
        return page.locator("a.book-slot[href*='" + start + "']");
    }

    static String moment(Instant start) {
        return Moments.full(Language.KK, start, ALMATY, Moments.city(Language.KK, ALMATY));
    }

    String name() {
        return desk.page(code()).orElseThrow().name().in(Language.KK);
    }

    String code() {
        return Acting.as(host, officeHours::read).code();
    }

    List<Slot> slots() {
        return desk.page(code()).orElseThrow().slots();
    }
}
