package org.caravanserai.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caravanserai.testing.Browser;
import org.caravanserai.testing.InBrowser;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures that the README shows, so that they never show what no longer is. They go to {@code docs/images} with
 * {@code -Dreadme.pictures=true}, else to {@code target/pictures}.
 */
class ReadmePicturesEndToEndTest extends InBrowser {

    private static final Path FOLDER =
            Boolean.getBoolean("readme.pictures") ? Path.of("docs", "images") : Path.of("target", "pictures");

    @Test
    void theBoard() throws IOException {
        var page = enter(Browser.Reader.atDesk().from("kk-KZ", "Asia/Tokyo"), "organiser", Language.KK);
        page.navigate("/app/meetings/astana-2027/agenda");
        settled(page);
        page.locator(".ab-card").first().waitFor();
        id(page, "agenda-zone").selectOption("Asia/Tokyo");

        take(page, "agenda");

        choose(page, Language.EN);
    }

    @Test
    void theProgrammeAtADesk() throws IOException {
        var page = newPage(Browser.Reader.atDesk());
        page.navigate("/m/astana-2027/programme");

        take(page, "programme");
    }

    @Test
    void theProgrammeInJapaneseOnAPhone() throws IOException {
        var page = newPage(Browser.Reader.atDesk().onPhone().from("ja-JP", "Asia/Tokyo"));
        page.navigate("/m/astana-2027/programme?lang=ja&tz=Asia/Tokyo");

        take(page, "programme-ja-phone");
    }

    @Test
    void theProposalForm() throws IOException {
        var page = enter(Browser.Reader.atDesk().from("en-GB", "Asia/Tokyo"), "researcher", Language.EN);
        page.navigate("/app/proposals/new/astana-2027");
        settled(page);
        id(page, "proposal-title-en")
                .locator("input")
                .fill("Wells that answer: reading groundwater from a shepherd's phone");
        id(page, "proposal-abstract-en")
                .locator("textarea")
                .fill(
                        "Twelve villages read their wells once a week and send the level by telephone. Two years of readings"
                                + " follow the snow of the mountains by forty days, and warn of a dry summer before it begins.");
        page.keyboard().press("Tab");
        page.waitForFunction("() => document.querySelector('#proposal-saved')?.textContent.trim().length > 0");
        page.locator("main h1").scrollIntoViewIfNeeded();

        take(page, "proposal");
    }

    @Test
    void whomPartnerFindingSuggests() throws IOException {
        var page = enter(Browser.Reader.atDesk().from("ja-JP", "Asia/Tokyo"), "researcher", Language.JA);
        page.navigate("/app/meetings/astana-2027/partners");

        take(page, "partners");

        choose(page, Language.EN);
    }

    @Test
    void aPollOnAPhone() throws IOException {
        var page = enter(Browser.Reader.atDesk().onPhone().from("en-GB", "Asia/Tokyo"), "researcher", Language.EN);
        page.navigate("/app/polls");
        settled(page);
        page.locator("main a[href$='/answer']").first().click();
        page.waitForURL("**/answer");

        take(page, "poll-phone");
    }

    private Page enter(Browser.Reader reader, String part, Language language) {
        var page = newPage(reader);
        enterAs(page, part);
        choose(page, language);
        return page;
    }

    private static void choose(Page page, Language language) {
        if (!language.tag().equals(page.evaluate("() => document.documentElement.lang"))) {
            id(page, "language-switch")
                    .locator("vaadin-menu-bar-button")
                    .first()
                    .click();
            page.locator("vaadin-menu-bar-item:has-text('" + language.ownName() + "')")
                    .last()
                    .click();
            page.waitForFunction("tag => document.documentElement.lang === tag", language.tag());
        }
    }

    private void take(Page page, String name) throws IOException {
        Files.createDirectories(FOLDER);
        settled(page);
        fits(page);
        var picture = FOLDER.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        assertThat(picture).isNotEmptyFile();
        assertThat(faults()).isEmpty();
    }
}
