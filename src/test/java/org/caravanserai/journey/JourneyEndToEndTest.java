package org.caravanserai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.caravanserai.exchange.ScheduleSchemas;
import org.caravanserai.testing.Browser;
import org.caravanserai.testing.InBrowser;
import org.caravanserai.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job, done by the five who do it in a real browser, each with her own. */
@Tag("database")
class JourneyEndToEndTest extends InBrowser {

    private static final String TITLE = "Salt and dust from the dry bed of the Aral Sea";
    private static final String TITLE_JA = "アラル海の干上がった湖底から飛ぶ塩と砂塵";
    private static final String PASSWORD = "saxaul-roots-hold-sand";

    private int step;

    @Test
    void aProposalIsWrittenAgreedAcceptedConfirmedPlacedPublishedAndReadInTokyo() throws Exception {
        var researcher = newPage(Browser.Reader.atDesk());
        register(researcher, "/register", "Aizhan Bekova", "aizhan@example.net");
        followMail(researcher, "aizhan@example.net");
        id(researcher, "submit").click();
        shot(researcher, "verified");
        researcher.locator("a[href^='/sign-in']").first().click();
        signIn(researcher, "aizhan@example.net");

        var code = propose(researcher);
        confirmFromTheLink();
        id(researcher, "proposal-submit").click();
        researcher.locator("#proposal-state:has-text('The committee has it')").waitFor();
        settled(researcher);
        shot(researcher, "submitted");

        var organiser = newPage(Browser.Reader.atDesk());
        enterAs(organiser, "organiser");
        accept(organiser, code);

        var mailed = newPage(Browser.Reader.atDesk());
        mailed.navigate("/demo/mailbox");
        var mail = mailed.locator("article", to("aizhan@example.net")).first();
        assertThat(mail.innerText()).contains("We look forward to your dust.").contains(TITLE);
        assertThat(mail.locator("h2").innerText()).isEqualTo("Edited and saved");
        assertThat(mailed.locator("article", to("mizuki@example.net")).first().innerText())
                .contains("Edited and sent")
                .contains(TITLE_JA);
        shot(mailed, "decision-mail");

        researcher.reload();
        settled(researcher);
        id(researcher, "proposal-confirm").click();
        id(researcher, "proposal-confirm").waitFor(hidden());
        settled(researcher);
        shot(researcher, "confirmed");

        place(organiser);
        publish(organiser);
        readInTokyo(code);
        takeAway(code);
        assertThat(faults()).isEmpty();
    }

    private void register(Page page, String address, String name, String email) {
        if (!address.isEmpty()) {
            page.navigate(address);
        }
        id(page, "published").fill(name);
        id(page, "country").selectOption(email.startsWith("mizuki") ? "JP" : "KZ");
        id(page, "email").fill(email);
        id(page, "password").fill(PASSWORD);
        shot(page, "register");
        id(page, "submit").click();
        page.waitForLoadState();
        assertThat(id(page, "password").count()).as("the form is gone").isZero();
        shot(page, "registered");
    }

    /** Opens the newest message to an address, as whoever sits at the demonstration can, and follows its link. */
    private void followMail(Page page, String email) {
        page.navigate("/demo/mailbox");
        var mail = page.locator("article", to(email)).first();
        mail.scrollIntoViewIfNeeded();
        shot(page, "mail");
        mail.locator("a.button").click();
        page.waitForLoadState();
    }

    private void signIn(Page page, String email) {
        id(page, "email").fill(email);
        id(page, "password").fill(PASSWORD);
        shot(page, "sign-in");
        page.locator("button.primary").click();
    }

    private String propose(Page page) {
        page.waitForURL("**/app/**");
        settled(page);
        page.navigate("/app/proposals");
        settled(page);
        shot(page, "my-proposals");
        id(page, "propose-astana-2027").click();
        page.waitForURL(Pattern.compile(".*/app/proposals/[0-9A-Z]{6}$"));
        settled(page);
        var code = page.url().substring(page.url().lastIndexOf('/') + 1);
        choose(page, "proposal-type", "Panel");
        choose(page, "proposal-topic", "Aral Sea");
        id(page, "proposal-title-en").locator("input").fill(TITLE);
        id(page, "proposal-title").locator("vaadin-tab:has-text('日本語')").click();
        id(page, "proposal-title-ja").locator("input").fill(TITLE_JA);
        id(page, "proposal-abstract-en").locator("textarea").fill("""
                        Dust storms carry **salt** from the Aralkum to Khorezm and Karakalpakstan.

                        We compare ten years of measurements on both shores.""");
        choose(page, "proposal-talk-language", "English");
        choose(page, "proposal-slide-language", "English");
        page.locator("vaadin-radio-button label").first().click();
        saved(page);
        id(page, "invite-by-mail").locator("vaadin-details-summary").click();
        id(page, "invite-name").locator("input").fill("TANAKA Mizuki");
        id(page, "invite-email").locator("input").fill("mizuki@example.net");
        choose(page, "invite-language", "日本語");
        id(page, "invite-send").click();
        page.locator(".contributor:has-text('TANAKA Mizuki')").waitFor();
        settled(page);
        shot(page, "proposal");
        return code;
    }

    /** The co-author has no account: she registers from the invitation, comes back to it and agrees. */
    private void confirmFromTheLink() {
        var page = newPage(Browser.Reader.atDesk().from("ja-JP", "Asia/Tokyo"));
        followMail(page, "mizuki@example.net");
        assertThat(page.locator("main").innerText()).contains(TITLE_JA).contains("Aizhan Bekova");
        shot(page, "invitation");
        Browser.assertAccessible(page, "the invitation");
        page.locator("a[href^='/register']").click();
        register(page, "", "TANAKA Mizuki", "mizuki@example.net");
        followMail(page, "mizuki@example.net");
        id(page, "submit").click();
        page.locator("a[href^='/sign-in']").first().click();
        signIn(page, "mizuki@example.net");
        page.waitForURL("**/invitations/**");
        assertThat(page.locator("main").innerText()).contains("TANAKA Mizuki");
        shot(page, "invitation-signed-in");
        page.locator("button[value=confirm]").click();
        page.waitForLoadState();
        assertThat(page.locator("button[value=confirm]").count()).isZero();
        shot(page, "invitation-confirmed");
    }

    private void accept(Page page, String code) {
        page.navigate("/app/meetings/astana-2027/proposals?open=" + code);
        settled(page);
        page.locator(".review-detail h2:has-text('" + TITLE + "')").waitFor();
        assertThat(page.locator(".review-people").innerText()).contains("TANAKA Mizuki");
        shot(page, "committee");
        page.locator(".review-detail .review-decide-accept").click();
        id(page, "review-note").locator("textarea").fill("We look forward to your dust.");
        shot(page, "deciding");
        id(page, "review-prepare").click();
        page.locator(".review-waiting a").click();
        page.waitForURL("**/decisions");
        settled(page);
        page.locator("vaadin-grid-cell-content:has-text('" + TITLE + "')").click();
        page.locator(".review-mail").first().waitFor();
        settled(page);
        assertThat(page.locator(".review-mail").count()).isEqualTo(2);
        shot(page, "mails-to-look-at");
        var form = page.locator(".review-mail", to("aizhan@example.net"));
        form.locator("vaadin-text-field input").fill("Edited and saved");
        form.locator("vaadin-button[id^='mail-save-']").click();
        settled(page);
        // Typed and not saved by hand: it goes out with what it was typed into.
        page.locator(".review-mail", to("mizuki@example.net"))
                .locator("vaadin-text-field input")
                .fill("Edited and sent");
        id(page, "decision-send").click();
        page.locator(".review-mail").first().waitFor(hidden());
        settled(page);
        shot(page, "decision-sent");
    }

    /** Once by keyboard, into a place that is taken; then by drag, an hour earlier, where the room is free. */
    private void place(Page page) {
        page.navigate("/app/meetings/astana-2027/agenda");
        settled(page);
        var waiting = page.locator(".ab-waiting .ab-card", titled());
        waiting.waitFor();
        shot(page, "agenda-waiting");
        waiting.focus();
        page.keyboard().press("Enter");
        for (int minutes = 90; minutes > 60; minutes -= 5) {
            page.keyboard().press("Shift+ArrowUp");
        }
        page.keyboard().press("Enter");
        var placed = page.locator(".ab-day .ab-card", titled());
        placed.waitFor();
        page.locator(".ab-day .ab-card.ab-conflicting", titled()).waitFor();
        settled(page);
        shot(page, "agenda-conflict");

        placed.scrollIntoViewIfNeeded();
        var card = placed.boundingBox();
        var x = card.x + card.width / 2;
        // The break begins an hour and a quarter after it, wherever the grid is drawn and however large.
        var coffee = page.locator(".ab-day .ab-card:has-text('10:15–10:45')").boundingBox();
        var hour = (coffee.y - card.y) / 75 * 60;
        page.mouse().move(x, card.y + 10);
        page.mouse().down();
        page.mouse().move(x, card.y - 30, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(4));
        page.mouse().move(x, card.y + 10 - hour, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(4));
        page.mouse().up();
        page.locator(".ab-day .ab-card:not(.ab-conflicting)", titled()).waitFor();
        settled(page);
        assertThat(placed.getAttribute("aria-label"))
                .contains("08:00")
                .contains("09:00")
                // In the language that whoever organised last has chosen.
                .containsAnyOf("Астана", "Astana");
        shot(page, "agenda-placed");
    }

    private void publish(Page page) {
        page.navigate("/app/meetings/astana-2027/releases");
        settled(page);
        assertThat(page.locator(".release-next").innerText()).contains(TITLE);
        id(page, "release-note-en").locator("textarea").fill("One more session on the Aral Sea.");
        shot(page, "release-before");
        id(page, "publish").click();
        page.locator(".release h2:has-text('3')").waitFor();
        settled(page);
        shot(page, "release-published");
    }

    private void readInTokyo(String code) {
        var visitor = newPage(
                Browser.Reader.atDesk().from("ja-JP", "Asia/Tokyo").onPhone().withoutScripts());
        visitor.navigate("/");
        visitor.locator("a[href*='astana-2027']").first().click();
        shot(visitor, "visitor-meeting");
        visitor.locator("a[href*='/programme']").first().click();
        visitor.locator("details:has(#tz) summary").click();
        id(visitor, "tz").selectOption("Asia/Tokyo");
        visitor.locator("form.find button").click();
        visitor.locator("nav.days a[href*='2027-06-08']").click();
        var session = visitor.locator("li.session", new Page.LocatorOptions().setHasText(TITLE_JA));
        assertThat(visitor.locator("section.block", new Page.LocatorOptions().setHas(session))
                        .locator("h2.start")
                        .innerText())
                .contains("12:00")
                .contains("東京")
                .contains("8:00")
                .contains("アスタナ");
        session.scrollIntoViewIfNeeded();
        shot(visitor, "visitor-programme");
        fits(visitor);
        session.locator("a").first().click();
        assertThat(visitor.url()).contains("/sessions/" + code);
        assertThat(visitor.locator("h1").innerText()).isEqualTo(TITLE_JA);
        assertThat(visitor.locator(".facts").innerText()).contains("12:00").contains("東京");
        assertThat(visitor.locator("main").innerText())
                .contains("Aizhan Bekova")
                .contains("TANAKA Mizuki");
        shot(visitor, "visitor-session");
    }

    /** What a visitor's own programs read. */
    private void takeAway(String code) throws Exception {
        var visitor = newPage(Browser.Reader.atDesk());
        var calendar = visitor.request()
                .get(address() + "/m/astana-2027/sessions/" + code + ".ics")
                .text();
        var event = new CalendarBuilder()
                .build(new StringReader(calendar))
                .<VEvent>getComponents("VEVENT")
                .getFirst();
        assertThat(Objects.requireNonNull(event.getSummary()).getValue()).isEqualTo(TITLE);
        assertThat(instant(Objects.requireNonNull(event.getDateTimeStart()).getDate()))
                .isEqualTo(Instant.parse("2027-06-08T03:00:00Z"));
        assertThat(instant(Objects.requireNonNull(event.getDateTimeEnd()).getDate()))
                .isEqualTo(Instant.parse("2027-06-08T04:00:00Z"));
        var all = visitor.request()
                .get(address() + "/m/astana-2027/programme.ics")
                .text();
        assertThat(new CalendarBuilder().build(new StringReader(all)).<VEvent>getComponents("VEVENT"))
                .anyMatch(
                        e -> TITLE.equals(Objects.requireNonNull(e.getSummary()).getValue()));

        var xml =
                visitor.request().get(address() + "/m/astana-2027/schedule.xml").body();
        assertThat(ScheduleSchemas.xmlErrors(xml)).isEmpty();
        assertThat(new String(xml, StandardCharsets.UTF_8)).contains(TITLE).contains("2027-06-08T08:00:00+05:00");
        var json = visitor.request()
                .get(address() + "/m/astana-2027/schedule.json")
                .body();
        assertThat(ScheduleSchemas.jsonErrors(json)).isEmpty();
        assertThat(new String(json, StandardCharsets.UTF_8)).contains(TITLE);
    }

    private void choose(Page page, String select, String item) {
        var field = id(page, select);
        field.click();
        field.locator("vaadin-select-item:has-text('" + item + "')").first().click();
        field.locator("vaadin-select-list-box").waitFor(hidden());
        settled(page);
        assertThat(field.innerText()).contains(item);
    }

    /** Waits until the line under the form says that what was typed is kept. */
    private void saved(Page page) {
        settled(page);
        page.waitForFunction(
                "() => !document.querySelector('#proposal-saved').classList.contains('saved-line-failed')");
    }

    private void shot(Page page, String what) {
        Browser.keep(
                page, "journey-%s-%02d-%s".formatted(TestDatabase.isPostgres() ? "postgresql" : "h2", ++step, what));
    }

    private static Instant instant(java.time.temporal.Temporal moment) {
        return java.time.ZonedDateTime.from(moment).toInstant();
    }

    private static Page.LocatorOptions to(String email) {
        return new Page.LocatorOptions().setHasText(email);
    }

    private static Page.LocatorOptions titled() {
        return new Page.LocatorOptions().setHasText(TITLE);
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }
}
