package org.caravanserai.agenda.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.caravanserai.agenda.AgendaImport;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.SampleAgenda;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.people.RolesChanged;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.Browser;
import org.caravanserai.testing.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

/** A test of agenda boards, each of a meeting of its own that the demonstration's organiser and administrator both organise. */
abstract class BoardsInBrowser extends InBrowser {

    @Autowired
    AgendaImport agendaImport;

    @Autowired
    RoleGrants grants;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationEventPublisher events;

    private final List<RoleGrant> given = new ArrayList<>();

    MeetingId meeting = new MeetingId(new UUID(0, 0));
    String slug = "";

    /** Sessions of an hour each, placed row by row over the rooms from 9 o'clock on. */
    void agenda(int sessions, int rooms) {
        agenda(SampleAgenda.of(newSlug(), sessions, rooms));
    }

    void agenda(AgendaSnapshot snapshot) {
        slug = snapshot.meeting().slug();
        meeting = Actor.asSystem(() -> agendaImport.take(snapshot));
        for (var email : new String[] {"madina.zhumabekova@example.org", "oleg.ivanchenko@example.org"}) {
            var person = new PersonId(Objects.requireNonNull(
                    jdbc.queryForObject("select person from account where email = ?", UUID.class, email)));
            given.add(grants.save(new RoleGrant(person, Role.ORGANISER, meeting.value())));
            events.publishEvent(new RolesChanged(person));
        }
    }

    /** Other tests find the demonstration's people with the roles they had. */
    @AfterEach
    void roleless() {
        for (var grant : given) {
            grants.delete(grant);
            events.publishEvent(new RolesChanged(grant.person()));
        }
        given.clear();
    }

    static String newSlug() {
        return "b" + UUID.randomUUID().toString().substring(0, 12);
    }

    /** The board, as the organiser or the administrator sees it. */
    Page board(String part, Browser.Reader reader) {
        var page = newPage(reader);
        enterAs(page, part);
        // The profile's language goes before the browser's, so it is chosen in the application.
        if (!"en".equals(page.evaluate("() => document.documentElement.lang"))) {
            page.locator("#language-switch vaadin-menu-bar-button").first().click();
            page.locator("vaadin-menu-bar-item:has-text('English')").last().click();
            page.waitForFunction("() => document.documentElement.lang === 'en'");
            settled(page);
        }
        open(page);
        return page;
    }

    Page board(String part) {
        return board(part, Browser.Reader.atDesk());
    }

    void open(Page page) {
        page.navigate("/app/meetings/" + slug + "/agenda");
        settled(page);
        page.locator("agenda-board .ab-card").first().waitFor();
    }

    static Locator card(Page page, String title) {
        return page.locator(".ab-cards " + titled(title));
    }

    static Locator waiting(Page page, String title) {
        return page.locator(".ab-waiting " + titled(title));
    }

    private static String titled(String title) {
        return ".ab-card:has(.ab-title:text-is('" + title + "'))";
    }

    /** Waits until the card of a session says this of its time. */
    static void stands(Page page, String title, String time) {
        page.waitForCondition(() -> card(page, title).count() == 1
                && card(page, title).getAttribute("aria-label").contains(time));
    }

    static void drag(Page page, String title, double dx, double dy) {
        grab(page, title, dx, dy);
        page.mouse().up();
    }

    /** Takes a card with the mouse and keeps it in the hand. */
    static void grab(Page page, String title, double dx, double dy) {
        var found = new AtomicReference<BoundingBox>();
        // A board that is drawn anew has for a moment no such card.
        page.waitForCondition(() -> {
            found.set(card(page, title).boundingBox());
            return found.get() != null;
        });
        var box = Objects.requireNonNull(found.get());
        page.mouse().move(box.x + 20, box.y + 10);
        page.mouse().down();
        page.mouse().move(box.x + 26, box.y + 10);
        page.mouse()
                .move(box.x + 20 + dx, box.y + 10 + dy, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(5));
    }

    static void said(Page page, String words) {
        page.waitForCondition(() -> page.locator(".ab-live").innerText().contains(words));
    }

    static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    /** How many log entries the meeting has. */
    long logged() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from placement_move where meeting = ?", Long.class, meeting.value()));
    }

    /** A card is shown where it was put before the server has answered. */
    void untilLogged(Page page, long moves) {
        page.waitForCondition(() -> logged() == moves);
    }

    static void assertNoFaults(java.util.List<String> faults) {
        assertThat(faults.stream()
                        .filter(fault -> !fault.contains("ERR_INTERNET_DISCONNECTED"))
                        .toList())
                .isEmpty();
    }
}
