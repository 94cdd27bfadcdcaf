package org.caravanserai.agenda.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.caravanserai.testing.Browser;
import org.junit.jupiter.api.Test;

/** Everything the board can do, without a pointer, and what is spoken at each step. */
class BoardByKeyboardEndToEndTest extends BoardsInBrowser {

    @Test
    void keysPressedBeforeTheirScriptIsThereAreAllHeardInTheirOrder() {
        agenda(6, 3);
        var page = board("organiser");
        var asked = new ArrayList<Route>();
        page.route("**/agenda/keyboard.js*", asked::add);
        card(page, "Session 0").focus();
        for (var key : List.of("Enter", "ArrowDown", "ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "Enter")) {
            page.keyboard().press(key);
        }
        page.waitForCondition(() -> !asked.isEmpty());

        asked.forEach(Route::resume);

        stands(page, "Session 0", "09:10–10:20");
        untilLogged(page, 1);
        assertNoFaults(faults());
    }

    @Test
    void allIsDoneByKeyboardAlone() {
        agenda(8, 4);
        var page = board("organiser");
        reach(page, "Session 0");

        // Picked up, an hour and five minutes later, one room on, a quarter longer, on the next day.
        page.keyboard().press("Enter");
        said(page, "picked up");
        page.keyboard().press("PageDown");
        said(page, "10:00–11:00 Astana, Room 1");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        said(page, "10:05–11:05 Astana, Room 2");
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("Shift+ArrowDown");
        }
        page.keyboard().press("Shift+ArrowRight");
        said(page, "10:05–11:20 Astana, Room 2, Wed 9 Jun");
        page.keyboard().press("Enter");
        said(page, "is where you put it");
        stands(page, "Session 0", "10:05–11:20");
        assertThat(focused(page)).isEqualTo("Session 0");

        // Undone and done again.
        page.keyboard().press("Control+z");
        said(page, "Undone: Session 0");
        stands(page, "Session 0", "09:00–10:00");
        page.keyboard().press("Control+y");
        said(page, "Done again: Session 0");
        page.keyboard().press("Control+z");
        said(page, "Undone");

        // Cancelled: nothing moves.
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Escape");
        said(page, "Nothing was moved");
        stands(page, "Session 0", "09:00–10:00");

        // Two are selected and change places.
        page.keyboard().press("Space");
        said(page, "Session 0 selected, 1 in all");
        page.keyboard().press("ArrowRight");
        assertThat(focused(page)).isEqualTo("Session 1");
        page.keyboard().press("Space");
        said(page, "Session 1 selected, 2 in all");
        page.keyboard().press("x");
        said(page, "2 sessions are where you put them");
        page.waitForCondition(
                () -> card(page, "Session 0").getAttribute("aria-label").contains("Room 2"));

        // Both are cut and pasted on the last day.
        page.keyboard().press("Control+x");
        said(page, "Cut: 2");
        page.locator(".ab-tab").nth(3).focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Control+v");
        said(page, "Fri 11 Jun");
        page.keyboard().press("Enter");
        said(page, "2 sessions are where you put them");
        page.waitForCondition(
                () -> card(page, "Session 1").getAttribute("aria-label").contains("Fri 11 Jun"));

        // Taken out, and placed again from the queue by the form.
        reach(page, "Session 1");
        page.keyboard().press("Escape");
        page.keyboard().press("u");
        waiting(page, "Session 1").waitFor();
        waiting(page, "Session 1").focus();
        page.keyboard().press("m");
        page.locator("dialog.ab-dialog").waitFor();
        Browser.assertAccessible(page, "the form to move a session");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        stands(page, "Session 1", "09:00–10:00");

        // The log tells of it, and the list of keys of everything.
        page.keyboard().press("l");
        page.locator(".agenda-log-entry").first().waitFor();
        assertThat(page.locator(".agenda-log-entry").first().innerText())
                .contains("Session 1")
                .contains("Astana");
        page.keyboard().press("Escape");
        page.locator(".agenda-log-entry").first().waitFor(gone());
        card(page, "Session 1").focus();
        page.keyboard().press("?");
        page.locator("dialog.ab-dialog dt").first().waitFor();
        assertThat(page.locator("dialog.ab-dialog dt").count()).isGreaterThanOrEqualTo(15);
        Browser.assertAccessible(page, "the keys of the board");
        page.keyboard().press("Escape");
        page.keyboard().press("+");
        page.keyboard().press("-");
        assertNoFaults(faults());
    }

    @Test
    void theLogBringsTheWholeAgendaBack() {
        agenda(8, 4);
        var page = board("organiser");
        drag(page, "Session 0", 0, 180);
        stands(page, "Session 0", "11:00–12:00");
        drag(page, "Session 1", 0, 180);
        stands(page, "Session 1", "11:00–12:00");
        drag(page, "Session 0", 0, 90);
        stands(page, "Session 0", "12:00–13:00");

        page.locator("#agenda-log").click();
        page.locator(".agenda-log-entry").nth(2).waitFor();
        Browser.keep(page, "board-log");
        Browser.assertAccessible(page, "the log of moves");
        page.locator(".agenda-log-entry").nth(2).locator("vaadin-button").nth(1).click();

        stands(page, "Session 0", "09:00–10:00");
        stands(page, "Session 1", "09:00–10:00");
        page.locator("#agenda-undo").click();
        stands(page, "Session 0", "12:00–13:00");
        stands(page, "Session 1", "11:00–12:00");
        assertNoFaults(faults());
    }

    @Test
    void timeIsKeptFreeAroundASessionAndItsTalksAreArranged() {
        agenda(8, 4);
        var page = board("organiser");
        reach(page, "Session 4");
        page.keyboard().press("t");
        page.locator("#session-before input").waitFor();
        page.locator("#session-before input").fill("300");
        page.locator("#session-save").click();
        page.locator("#session-before[invalid]").waitFor();
        Browser.assertAccessible(page, "a session with a refused time");
        page.locator("#session-before input").fill("30");
        page.locator("#session-after input").fill("20");
        page.locator("#session-save").click();

        page.locator(".ab-gap").nth(1).waitFor();
        assertThat(page.locator(".ab-gap.ab-gap-cut").innerText()).contains("30 min too short");
        page.waitForCondition(
                () -> card(page, "Session 4").getAttribute("aria-label").contains("Clearing or travel: 20 min"));
        Browser.keep(page, "board-gaps");
        Browser.assertAccessible(page, "a board with times kept free");
        assertNoFaults(faults());
    }

    private static void reach(Page page, String title) {
        card(page, title).focus();
    }

    private static String focused(Page page) {
        return String.valueOf(
                page.evaluate(
                        "() => document.activeElement.querySelector('.ab-title')?.textContent ?? document.activeElement.className"));
    }
}
