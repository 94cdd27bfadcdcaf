package org.caravanserai.gathering.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.caravanserai.gathering.Answer;
import org.caravanserai.gathering.Appointments;
import org.caravanserai.gathering.Gatherings;
import org.caravanserai.gathering.Invitee;
import org.caravanserai.gathering.poll.PollAnswering;
import org.caravanserai.gathering.poll.PollInviting;
import org.caravanserai.gathering.poll.Polling;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.Browser;
import org.caravanserai.testing.InBrowser;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody without an account types on a page of a personal link is hers until it has arrived. */
class KeptTypingEndToEndTest extends InBrowser {

    @Autowired
    Gatherings gatherings;

    @Autowired
    Appointments appointments;

    @Autowired
    Polling polling;

    @Autowired
    PollInviting inviting;

    @Autowired
    PollAnswering answering;

    @Autowired
    Clock clock;

    @Test
    void anAnswerToAPollOutlivesAClosedPageAndALostConnectionAndIsForgottenWhenItHasArrived() {
        var link = poll();
        var page = newPage(Browser.Reader.atDesk());
        page.navigate(link);
        page.waitForURL("**tz=**");
        page.locator(".poll-YES").first().click();
        id(page, "note").fill("Only by video");

        page = opened(page, link);
        assertThat(id(page, "note").inputValue()).isEqualTo("Only by video");
        assertThat(page.locator("input:checked").count()).isEqualTo(1);
        assertThat(page.locator("[data-kept-back]").isVisible()).isTrue();
        Browser.assertAccessible(page, "a poll with words that are back");

        page.context().setOffline(true);
        try {
            page.locator(".actions button").click();
        } catch (PlaywrightException offline) {
            assertThat(offline).hasMessageContaining("ERR_INTERNET_DISCONNECTED");
        }
        page.context().setOffline(false);
        page = opened(page, link);
        assertThat(id(page, "note").inputValue()).isEqualTo("Only by video");
        page.locator(".poll-clocks summary").click();
        page.locator("button[value=zone]").click();
        page.waitForLoadState();
        page = opened(page, link);
        assertThat(id(page, "note").inputValue())
                .as("on other clocks nothing has been sent")
                .isEqualTo("Only by video");

        page.locator(".actions button").click();
        page.locator(".notice.done").waitFor();
        assertThat(kept(page)).isNull();
        assertThat(answering
                        .look(link.substring(link.lastIndexOf('/') + 1))
                        .orElseThrow()
                        .note())
                .isEqualTo("Only by video");
        page = opened(page, link);
        assertThat(page.locator("[data-kept-back]").isVisible()).isFalse();
    }

    @Test
    void aTimeThatSomebodyWouldRatherHaveIsThereAgain() {
        var link = appointment();
        var page = newPage(Browser.Reader.atDesk());
        page.navigate(link);
        id(page, "comment").fill("Later, please");
        page.locator("details summary", new Page.LocatorOptions().setHasText("Propose another time"))
                .first()
                .click();
        id(page, "start").fill("2036-06-08T09:30");

        page = opened(page, link);

        assertThat(id(page, "comment").inputValue()).isEqualTo("Later, please");
        assertThat(id(page, "start").inputValue()).isEqualTo("2036-06-08T09:30");
        assertThat(id(page, "start").isVisible()).isTrue();

        page.locator("button[value=yes]").click();
        page.waitForLoadState();
        assertThat(kept(page)).as("the other time was given up with a yes").isNull();
    }

    /** The page closed and opened again, by the same person. */
    private static Page opened(Page before, String link) {
        var context = before.context();
        before.close();
        var page = context.newPage();
        page.navigate(link);
        page.locator("form[data-kept]").waitFor();
        return page;
    }

    private static Object kept(Page page) {
        return page.evaluate("() => localStorage.getItem('kept-typing')");
    }

    private String appointment() {
        var sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        var guest = polling.address();
        Acting.as(
                sato.id(),
                () -> appointments.propose(gatherings.content(
                        "Salt",
                        clock.instant().plus(Duration.ofDays(7)),
                        List.of(new Invitee.ByMail("Guest", guest, Language.EN, true, Answer.OPEN)))));
        return "/appointments/" + polling.secret(guest);
    }

    private String poll() {
        var sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        var poll = polling.draft(sato, 2);
        polling.invite(poll, sato, "Dilnoza", polling.address());
        polling.open(poll, sato);
        var link = Acting.as(sato.id(), () -> {
            inviting.invite(poll.id(), "Guest", Optional.empty(), Language.EN);
            return inviting.link(
                    poll.id(), polling.now(poll, sato).guests().getLast().key());
        });
        return link.substring(link.indexOf("/poll/"));
    }
}
