package org.caravanserai.agenda.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.caravanserai.testing.Browser;
import org.caravanserai.testing.InBrowser;
import org.junit.jupiter.api.Test;

/** An organiser lets the agenda be built from empty, looks at the difference, adopts it and takes it back. */
class OptimiserEndToEndTest extends InBrowser {

    private static final String OPTIMISER = "/app/meetings/astana-2027/agenda/optimiser";

    @Test
    void anAgendaIsBuiltLookedAtAdoptedAndUndone() {
        var page = newPage(Browser.Reader.atDesk());
        enterAs(page, "organiser");
        page.navigate(OPTIMISER);
        settled(page);
        Browser.assertAccessible(page, "the optimiser");
        page.locator("#optimiser-aim vaadin-radio-button").first().click();
        id(page, "optimiser-start").click();
        page.locator("#optimiser-stop, #optimiser-adopt").first().waitFor();
        if (id(page, "optimiser-stop").isVisible()) {
            id(page, "optimiser-stop").click();
        }
        page.locator("#optimiser-adopt").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        settled(page);
        assertThat(page.locator(".optimiser-gap").innerText()).isNotBlank();
        assertThat(page.locator("#optimiser-difference li").count()).isGreaterThan(5);
        Browser.assertAccessible(page, "the optimiser's outcome");
        Browser.keep(page, "optimiser-outcome");
        fits(page);
        var before = placesOfSome(page);
        id(page, "optimiser-adopt").click();
        page.locator(".notice-undo").waitFor();
        assertThat(placesOfSome(page)).as("the board has changed").isNotEqualTo(before);
        page.locator(".notice-undo").first().click();
        settled(page);
        assertThat(placesOfSome(page)).as("the board is as it was").isEqualTo(before);
        assertThat(faults()).isEmpty();
    }

    @Test
    void whyAndScenariosWorkOnAPhone() {
        var page = newPage(Browser.Reader.atDesk().onPhone());
        enterAs(page, "organiser");
        page.navigate(OPTIMISER + "?section=scenarios");
        settled(page);
        page.locator("#scenario-name input").fill("Without the small hall");
        id(page, "scenario-copy").click();
        // Another may stand there already, and is drawn anew with this one.
        var copied = page.locator(".optimiser-scenario:has-text('Without the small hall')");
        copied.waitFor();
        settled(page);
        copied.locator("[id^=compare-]").first().click();
        page.locator("#scenario-comparison h2").waitFor();
        Browser.assertAccessible(page, "a comparison of scenarios");
        fits(page);
        copied.locator("a").first().click();
        page.waitForURL("**/agenda/scenarios/**");
        settled(page);
        page.locator("agenda-board").waitFor();
        fits(page);
        page.navigate(OPTIMISER + "?section=session");
        settled(page);
        page.locator("#why-session input").click();
        loaded(page).nth(2).click();
        page.locator("#why table button").first().waitFor();
        page.locator("#why table button").nth(3).click();
        settled(page);
        Browser.assertAccessible(page, "why a session is where it is");
        Browser.keep(page, "optimiser-why-phone");
        fits(page);
        assertThat(faults()).isEmpty();
    }

    /** The lines of an open list that the server has filled. */
    private static Locator loaded(Page page) {
        return page.locator("vaadin-combo-box-item").filter(new Locator.FilterOptions().setHasText("·"));
    }

    /** What another tab, so that this one stays as it is, says of the places of sessions. */
    private String placesOfSome(Page page) {
        var other = page.context().newPage();
        var told = new StringBuilder();
        other.navigate(OPTIMISER + "?section=session");
        settled(other);
        for (var nth = 1; nth < 4; nth++) {
            other.locator("#why-session input").click();
            var item = loaded(other).nth(nth);
            var code = item.innerText().substring(0, 6);
            item.click();
            other.waitForURL(Pattern.compile(".*[?&]session=" + code + ".*"));
            settled(other);
            told.append(other.locator(".optimiser-one section p").first().innerText());
        }
        other.close();
        return told.toString();
    }
}
