package org.caravanserai.agenda.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.AgendaBoards;
import org.caravanserai.agenda.AgendaMoved;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.testing.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two organisers at two browsers: what one does the other sees, and neither overwrites the other. */
class TwoBoardsEndToEndTest extends BoardsInBrowser {

    private static final int MOVES = 20;

    @Autowired
    LiveUpdates updates;

    @Test
    void aMoveIsSeenInTheOtherBrowserAndUndoneWhereItWasMade() {
        agenda(6, 3);
        var madina = board("organiser");
        var oleg = board("administrator");

        drag(madina, "Session 0", 0, 90);

        stands(madina, "Session 0", "10:00–11:00");
        stands(oleg, "Session 0", "10:00–11:00");
        // Room 1 is taken at 10 by Session 3.
        oleg.locator(".ab-cards .ab-card.ab-conflicting").nth(1).waitFor();
        assertThat(oleg.locator("#agenda-undo").isDisabled()).isTrue();
        madina.locator("#agenda-undo").click();
        stands(oleg, "Session 0", "09:00–10:00");
        madina.locator("#agenda-redo").click();
        stands(oleg, "Session 0", "10:00–11:00");
        assertNoFaults(faults());
    }

    @Test
    void oneSeesWhoIsHereAndWhatSheHolds() {
        agenda(6, 3);
        var madina = board("organiser");
        var oleg = board("administrator");
        madina.waitForCondition(() -> madina.locator(".ab-person").count() == 2);

        grab(oleg, "Session 1", 5, 40);

        madina.locator(".ab-cards .ab-card.ab-held .ab-holder").waitFor();
        assertThat(card(madina, "Session 1").getAttribute("aria-label")).contains("Ivanchenko");
        Browser.keep(madina, "board-held");
        Browser.assertAccessible(madina, "a board with what somebody holds");
        oleg.mouse().up();
        stands(madina, "Session 1", "09:2");
        madina.locator(".ab-holder").waitFor(gone());
        oleg.close();
        // The connection is gone with the page; what has not been heard of is taken for closed.
        assertNoFaults(faults());
    }

    @Test
    void ofTwoMovesOfOneSessionOneIsRefusedVisiblyAndItsCardIsReturned() {
        agenda(6, 3);
        var madina = board("organiser");
        var oleg = board("administrator");
        // Both ask in the same moment, with what both have seen.
        var first = later(madina, 11 * 60);
        var second = later(oleg, 13 * 60);

        madina.waitForFunction("() => window.answer !== undefined");
        oleg.waitForFunction("() => window.answer !== undefined");

        var won = new Object[] {madina.evaluate("() => window.answer"), oleg.evaluate("() => window.answer")};
        assertThat(won).containsExactlyInAnyOrder(true, false);
        var winner = won[0].equals(true) ? first : second;
        var loser = won[0].equals(true) ? oleg : madina;
        loser.locator(".notice.tone-danger, vaadin-notification-card").first().waitFor();
        for (var page : new Page[] {madina, oleg}) {
            stands(page, "Session 0", winner);
        }
        assertThat(logged()).isEqualTo(1);
        assertNoFaults(faults());
    }

    /** Prints after how long; a busy machine makes no test fail. */
    @Test
    void everyMoveIsSeenOnTheOtherBoard() {
        agenda(6, 3);
        var madina = board("organiser");
        var oleg = board("administrator");
        madina.waitForCondition(() -> madina.locator(".ab-person").count() == 2);
        oleg.evaluate("""
                () => new MutationObserver(() => {
                  const title = [...document.querySelectorAll('.ab-cards .ab-title')]
                    .find(t => t.textContent === 'Session 0');
                  const says = title?.closest('.ab-card').getAttribute('aria-label');
                  if (says && says !== window.says) {
                    window.says = says;
                    window.seen = Date.now();
                  }
                }).observe(document.querySelector('agenda-board'), { subtree: true, childList: true, attributes: true })""");
        var after = new ArrayList<Double>();
        for (int move = 1; move <= MOVES; move++) {
            var asked = ((Number) madina.evaluate("() => Date.now()")).doubleValue();
            var place = later(madina, (11 + move % 4) * 60);
            stands(oleg, "Session 0", place);
            after.add(((Number) oleg.evaluate("() => window.seen")).doubleValue() - asked);
            stands(madina, "Session 0", place);
        }
        after.sort(null);
        System.out.printf(
                "A move is seen on the other board after %.0f ms (median of %d), %.0f ms at most%n",
                after.get(MOVES / 2), MOVES, after.getLast());
        assertThat(logged()).isEqualTo(MOVES);
        assertNoFaults(faults());
    }

    @Test
    void whatSomebodyElseMovesLeavesOnesHand() {
        agenda(6, 3);
        var madina = board("organiser");
        var oleg = board("administrator");
        card(oleg, "Session 0").focus();
        oleg.keyboard().press("Enter");
        oleg.locator(".ab-ghost").waitFor();

        drag(madina, "Session 0", 0, 180);

        oleg.locator(".ab-ghost").waitFor(gone());
        stands(oleg, "Session 0", "11:00–12:00");
        assertNoFaults(faults());
    }

    @Test
    void whatNobodyElseMovesStaysInOnesHandWhateverElseIsTold() {
        agenda(6, 3);
        var madina = board("organiser");
        var channel = AgendaBoards.channel(meeting);
        grab(madina, "Session 0", 0, 90);
        var session = UUID.fromString(card(madina, "Session 0").getAttribute("data-key"));

        updates.send(channel, new AgendaMoved(Set.of(session)));
        drag(board("administrator"), "Session 1", 0, 180);
        stands(madina, "Session 1", "11:00–12:00");
        var drawn = madina.locator(".ab-cards").elementHandle();
        updates.send(channel, new AgendaMoved(Set.of()));
        madina.waitForCondition(() -> !(Boolean) drawn.evaluate("cards => cards.isConnected"));
        madina.mouse().up();

        stands(madina, "Session 0", "10:00–11:00");
        card(madina, "Session 0").focus();
        madina.keyboard().press("Enter");
        madina.keyboard().press("ArrowDown");
        var ghost = madina.locator(".ab-ghost:focus").elementHandle();
        updates.send(channel, new AgendaMoved(Set.of()));
        madina.waitForCondition(() -> !(Boolean) ghost.evaluate("ghost => ghost.isConnected"));
        madina.keyboard().press("Enter");
        stands(madina, "Session 0", "10:05–11:05");
        var focused = madina.locator(".ab-card:focus").elementHandle();
        updates.send(channel, new AgendaMoved(Set.of()));
        madina.waitForCondition(() -> !(Boolean) focused.evaluate("card => card.isConnected"));
        assertThat(madina.locator(".ab-card:focus").getAttribute("data-key")).isEqualTo(session.toString());
        assertNoFaults(faults());
    }

    @Test
    void manyAreMovedAsOneAndNoneIfOneWasMoved() {
        agenda(6, 3);
        var madina = board("organiser");
        card(madina, "Session 0").click();
        card(madina, "Session 2")
                .click(new com.microsoft.playwright.Locator.ClickOptions()
                        .setModifiers(java.util.List.of(com.microsoft.playwright.options.KeyboardModifier.SHIFT)));
        assertThat(madina.locator(".ab-cards .ab-selected").count()).isEqualTo(3);

        drag(madina, "Session 1", 0, 270);
        stands(madina, "Session 0", "12:00–13:00");
        stands(madina, "Session 2", "12:00–13:00");
        untilLogged(madina, 3);
        assertThat(jdbc.queryForObject(
                        "select count(distinct batch) from placement_move where meeting = ?",
                        Long.class,
                        meeting.value()))
                .isEqualTo(1);
        madina.locator("#agenda-undo").click();
        stands(madina, "Session 0", "09:00–10:00");
        stands(madina, "Session 2", "09:00–10:00");
        assertNoFaults(faults());
    }

    @Test
    void aFrameDrawnAroundSessionsSelectsThemAndADraggedEdgeChangesTheLength() {
        agenda(6, 3);
        var page = board("organiser");
        var from = card(page, "Session 0").boundingBox();
        var to = card(page, "Session 1").boundingBox();
        page.mouse().move(from.x + 10, from.y - 20);
        page.mouse().down();
        page.mouse().move(to.x + 30, to.y + 20, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(5));
        page.mouse().up();
        assertThat(page.locator(".ab-cards .ab-selected").count()).isEqualTo(2);
        page.locator("#agenda-swap").click();
        page.waitForCondition(
                () -> card(page, "Session 0").getAttribute("aria-label").contains("Room 2"));
        assertThat(card(page, "Session 1").getAttribute("aria-label")).contains("Room 1");
        page.keyboard().press("Escape");

        var edge = card(page, "Session 4").boundingBox();
        page.mouse().move(edge.x + edge.width / 2, edge.y + edge.height - 3);
        page.mouse().down();
        page.mouse().move(edge.x + edge.width / 2, edge.y + edge.height + 20);
        page.mouse().move(edge.x + edge.width / 2, edge.y + edge.height + 46);
        page.mouse().up();
        stands(page, "Session 4", "10:00–11:30");
        assertNoFaults(faults());
    }

    @Test
    void aLostConnectionIsSaidNothingIsMovedAndTheBoardCatchesUpOnReturn() {
        agenda(6, 3);
        var madina = board("organiser");
        var oleg = board("administrator");
        oleg.context().setOffline(true);
        oleg.locator(".ab-offline-line:not(:empty)").waitFor();
        Browser.keep(oleg, "board-offline");

        drag(oleg, "Session 1", 0, 90);
        assertThat(oleg.locator(".ab-ghost").count()).isZero();
        assertThat(card(oleg, "Session 1").getAttribute("aria-label")).contains("09:00–10:00");
        drag(madina, "Session 0", 0, 180);
        stands(madina, "Session 0", "11:00–12:00");
        assertThat(card(oleg, "Session 0").getAttribute("aria-label")).contains("09:00–10:00");

        oleg.context().setOffline(false);
        stands(oleg, "Session 0", "11:00–12:00");
        oleg.waitForCondition(() -> oleg.locator(".ab-offline-line").innerText().isEmpty());
        settled(oleg);
        drag(oleg, "Session 1", 0, 90);
        stands(madina, "Session 1", "10:00–11:00");
        assertNoFaults(faults());
    }

    /** Asks to move the first session as the board's element does, and keeps the answer; what its card will say. */
    private static String later(Page page, int start) {
        page.evaluate("""
                start => {
                  const board = document.querySelector('agenda-board');
                  const session = [...board.model.sessions.values()].find(s => s.title === 'Session 0');
                  board.$server.move([{ key: session.key, version: String(session.place.version),
                      date: board.model.days[0].date, start, minutes: 60, room: session.place.room }])
                    .then(answer => { window.answer = answer; });
                }""", start);
        return "%02d:00–%02d:00".formatted(start / 60, start / 60 + 1);
    }
}
