package org.caravanserai.programme.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Ids;
import org.caravanserai.programme.PublishedMeetings;
import org.caravanserai.testing.Browser;
import org.caravanserai.testing.InBrowser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A programme that was opened once, in flight mode. */
class OfflineEndToEndTest extends InBrowser {

    @Autowired
    PublishedMeetings published;

    String home = "";
    MeetingId meeting = new MeetingId(new UUID(0, 0));

    @BeforeEach
    void aPublishedProgramme() {
        var slug = "f" + Ids.code().toLowerCase(Locale.ROOT);
        meeting = published.publish(PublishedMeetings.tokyo(slug));
        home = "/m/" + slug;
    }

    @Test
    void aProgrammeThatWasOpenedOnceIsReadWithoutAConnection() {
        var page = newPage(Browser.Reader.atDesk().onPhone());
        page.navigate(home + "/programme");
        star(page, "Water for the Aral Sea");
        kept(page, 1);
        page.context().setOffline(true);

        page.navigate(home + "/programme");
        assertThat(page.locator("#offline").textContent())
                .startsWith("You are reading what was fetched on ")
                .endsWith("Tokyo.");
        assertThat(page.locator("main .session h3").count()).isEqualTo(2);
        fits(page);
        Browser.keep(page, "offline-programme");
        page.locator(".days a").last().click();
        page.waitForCondition(() -> page.url().endsWith("/programme?day=2027-06-09"));
        assertThat(page.locator("#offline").count()).isEqualTo(1);
        page.navigate(home + "/sessions/WATER2");
        assertThat(page.locator("h1").textContent()).isEqualTo("Water for the Aral Sea");
        assertThat(page.locator("article").textContent()).contains("act", "Yasuda Hall");
        page.navigate(home + "/mine");
        assertThat(page.locator("main .session h3").allTextContents()).containsExactly("Water for the Aral Sea");
        assertThat(page.locator(".offline-day h2.day").textContent()).isEqualTo("Tue 8 Jun");
        Browser.keep(page, "offline-mine");
        page.navigate(home + "/releases");
        assertThat(page.locator("h1").textContent()).isEqualTo("This page is not on your device");
        assertThat(faults()).noneMatch(f -> f.contains("Security Policy"));
    }

    @Test
    void backOnlineTheNextReleaseIsReadAndOnlyWhatItChangedIsFetched() {
        var page = newPage(Browser.Reader.atDesk());
        page.navigate(home + "/sessions/EVIL22");
        kept(page, 1);
        page.context().setOffline(true);
        page.navigate(home + "/sessions/EVIL22");
        assertThat(page.locator(".cancelled").count()).isZero();
        published.callOff(meeting, "EVIL22");
        var asked = new ArrayList<String>();
        page.context().onRequest(r -> asked.add(r.url().replace(address() + home, "")));

        page.context().setOffline(false);

        page.locator("article .cancelled").first().waitFor();
        assertThat(page.locator("#offline").count()).isZero();
        kept(page, 2);
        page.context().setOffline(true);
        page.navigate(home + "/sessions/EVIL22");
        assertThat(page.locator("article .cancelled").count()).isEqualTo(1);
        assertThat(page.locator("#offline").count()).isEqualTo(1);
        assertThat(asked)
                .anyMatch(a -> a.startsWith("/offline/sessions/1"))
                .noneMatch(a -> a.startsWith("/offline/sessions/0") || a.startsWith("/offline/days/0"));
    }

    @Test
    void aReaderInJapanIsToldInJapaneseAndNeverSeesAPageOfAnotherLanguage() {
        var page = newPage(Browser.Reader.atDesk().from("ja-JP", "Asia/Tokyo"));
        page.navigate(home + "/programme?form=grid");
        kept(page, 1);
        page.context().setOffline(true);

        page.navigate(home + "/programme?form=grid");

        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ja");
        assertThat(page.locator("#offline").textContent())
                .startsWith("表示しているのは")
                .contains("東京");
        assertThat(page.locator("main table").textContent()).contains("アラル海に水を");
    }

    @Test
    void whoSignsOutLeavesNoStarsBehind() {
        var page = newPage(Browser.Reader.atDesk());
        enterAs(page, "researcher");
        page.navigate(home + "/programme");
        star(page, "Water for the Aral Sea");
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(
                "home => caches.match(home + '/stars').then(k => k ? k.text() : '').then(t => t.includes('WATER2'))",
                home)));
        kept(page, 1);
        page.context().setOffline(true);
        page.navigate(home + "/mine");
        assertThat(page.locator("main .session h3").allTextContents()).containsExactly("Water for the Aral Sea");
        page.context().setOffline(false);
        page.locator("#offline").waitFor(new WaitForOptions().setState(WaitForSelectorState.DETACHED));

        page.navigate("/app/");
        settled(page);
        page.locator("#account-menu vaadin-menu-bar-button, #account-menu")
                .first()
                .click();
        page.locator("#sign-out").first().click();
        page.locator("html[data-own-stars]").waitFor(new WaitForOptions().setState(WaitForSelectorState.ATTACHED));

        assertThat(page.evaluate("() => caches.has('own-stars')")).isEqualTo(false);
        assertThat(stored(page)).isNotEmpty().noneMatch(text -> text.contains("csrf") || text.contains("\"signedIn\""));
        page.context().setOffline(true);
        page.navigate(home + "/mine");
        assertThat(page.locator("main .session").count()).isZero();
        assertThat(page.locator("#offline-none").isVisible()).isTrue();
    }

    /** All that the device has kept. */
    @SuppressWarnings("unchecked")
    private static List<String> stored(Page page) {
        return (List<String>) page.evaluate("""
                async () => {
                    const texts = [JSON.stringify(localStorage)];
                    for (const name of await caches.keys()) {
                        const store = await caches.open(name);
                        for (const key of await store.keys()) {
                            const kept = await store.match(key);
                            if ((kept.headers.get('Content-Type') || '').includes('json')) {
                                texts.push(await kept.text());
                            }
                        }
                    }
                    return texts;
                }""");
    }

    private static void star(Page page, String title) {
        var button = page.locator("button.star[aria-label$='" + title + "']");
        button.click();
        page.locator("button.star[aria-label$='" + title + "'][aria-pressed=true]")
                .waitFor();
    }

    private static void kept(Page page, int release) {
        page.locator("html[data-kept='" + release + "']").waitFor();
    }
}
