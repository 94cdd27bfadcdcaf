package org.caravanserai.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.caravanserai.testing.Browser;
import org.caravanserai.testing.InBrowser;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShellEndToEndTest extends InBrowser {

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"EN", "JA", "KK"})
    void homeIsUsableByAllInLightAndDarkOnAPhoneAndAtADesk(Language language) {
        for (var dark : new boolean[] {false, true}) {
            var page = newPage(new Browser.Reader(language.tag(), "Asia/Tokyo", 1280, dark, true));
            enterAs(page, "organiser");
            // The profile's language goes before the browser's, so it is chosen in the application.
            choose(page, "language-switch", language.ownName());
            page.waitForFunction("tag => document.documentElement.lang === tag", language.tag());
            settled(page);
            var name = "home-" + language.tag() + (dark ? "-dark" : "-light");
            Browser.keep(page, name + "-1280");
            Browser.assertAccessible(page, name);
            page.setViewportSize(390, 844);
            page.reload();
            settled(page);
            Browser.keep(page, name + "-390");
            Browser.assertAccessible(page, name + " on a phone");
            fits(page);
        }
        assertThat(faults()).isEmpty();
    }

    @Test
    void theLanguageOfTheWholeApplicationChangesAtOnce() {
        var page = newPage(Browser.Reader.atDesk());
        enterAs(page, "researcher");

        choose(page, "language-switch", "日本語");
        page.locator("h1:has-text('次にすること')").waitFor();

        assertThat(page.evaluate("() => document.documentElement.lang")).isEqualTo("ja");
        page.reload();
        settled(page);
        assertThat(page.locator("h1").innerText()).isEqualTo("次にすること");
        assertThat(page.evaluate("() => document.documentElement.lang")).isEqualTo("ja");
    }

    @Test
    void anAddressThatLeadsNowhereIsAnsweredKindlyInsideTheHouse() {
        var page = newPage(Browser.Reader.atDesk().from("ru", "Asia/Almaty"));
        enterAs(page, "researcher");

        page.navigate("/app/no-such-place");
        settled(page);

        assertThat(page.locator("vaadin-app-layout").count()).isEqualTo(1);
        assertThat(page.locator("main h1").innerText()).isNotBlank();
        Browser.assertAccessible(page, "not found");
    }

    @Test
    void theChosenThemeIsThereBeforeAnythingIsDrawn() {
        var page = newPage(Browser.Reader.atDesk());
        enterAs(page, "researcher");

        choose(page, "theme-switch", "Dark");
        page.waitForFunction("() => document.documentElement.dataset.theme === 'dark'");

        assertThat(page.request().get(address() + "/app/").text()).contains("data-theme=\"dark\"");
    }

    @Test
    void theMenuShowsTheMeetingOneIsInAndChangesToAnotherByKeyboard() {
        var page = newPage(Browser.Reader.atDesk());
        enterAs(page, "organiser");
        choose(page, "language-switch", "English");
        page.waitForFunction("() => document.documentElement.lang === 'en'");
        settled(page);
        var items = page.locator("vaadin-side-nav-item[path^='meetings/']");
        items.first().waitFor();
        assertThat(items.evaluateAll("all => all.every(i => i.path.startsWith('meetings/astana-2027/'))"))
                .isEqualTo(true);
        assertThat(items.first().boundingBox().height).isLessThanOrEqualTo(40);

        page.navigate("/app/meetings/astana-2027/call");
        settled(page);
        id(page, "group-switch").locator("vaadin-menu-bar-button").first().focus();
        page.keyboard().press("Enter");
        page.locator("vaadin-menu-bar-item:has-text('Samarkand 2028')").waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        page.waitForURL("**/app/meetings/*2028*/call");
        settled(page);
        assertThat(page.locator("vaadin-side-nav-item[current]").innerText()).contains("Call");
        assertThat(items.evaluateAll("all => all.some(i => i.path.startsWith('meetings/astana-2027/'))"))
                .isEqualTo(false);
    }

    @Test
    void theKeysThatTheirListNamesWork() {
        var page = newPage(Browser.Reader.atDesk());
        enterAs(page, "organiser");
        page.keyboard().press("j");
        assertThat(page.evaluate("() => document.activeElement.closest('.next-step') !== null"))
                .isEqualTo(true);

        page.navigate("/app/meetings/astana-2027/proposals");
        settled(page);
        page.locator("vaadin-grid a").first().waitFor();
        page.keyboard().press("?");
        assertThat(page.locator("dialog.keys kbd").count()).isGreaterThanOrEqualTo(5);
        Browser.assertAccessible(page, "the list of keys");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog.keys").count()).isZero();

        page.keyboard().press("/");
        assertThat(page.evaluate("() => document.activeElement.closest('.filter-search') !== null"))
                .isEqualTo(true);
        page.keyboard().type("?/jk");
        assertThat(page.locator("dialog.keys").count()).isZero();
        page.keyboard().press("Control+a");
        page.keyboard().press("Delete");
        page.evaluate("() => document.activeElement.blur()");

        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.locator(".review-detail").waitFor();
        page.keyboard().press("Escape");
        page.locator(".review-detail").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(faults()).isEmpty();
    }

    private static void choose(Page page, String menu, String item) {
        id(page, menu).locator("vaadin-menu-bar-button").first().click();
        page.locator("vaadin-menu-bar-item:has-text('" + item + "')").last().click();
    }
}
