package org.caravanserai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.caravanserai.testing.Browser;
import org.caravanserai.testing.InBrowser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is typed while the connection is lost, the session has ended or another tab writes too, and files that do not fit. */
class BadConnectionEndToEndTest extends InBrowser {

    private static final String NOTES = "#review-to-authors textarea";

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatIsTypedWithoutAConnectionIsSavedWhenItIsBack() {
        var page = newPage(Browser.Reader.atDesk());
        var form = begin(page);
        page.context().setOffline(true);
        type(page, "Words without a line");
        page.locator("#proposal-minutes input").fill("45");
        page.locator("vaadin-connection-indicator[offline], vaadin-connection-indicator[reconnecting]")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        Browser.keep(page, "connection-lost");
        page.context().setOffline(false);
        untilSaved(page, form, "Words without a line");
        assertThat(title(page)).isEqualTo("Words without a line");
    }

    @Test
    void whatIsTypedAfterTheSessionEndedComesBackAfterSigningIn() {
        var page = newPage(Browser.Reader.atDesk());
        var form = begin(page);
        type(page, "Saved words");
        untilSaved(page, form, "Saved words");
        page.context().clearCookies();
        type(page, "Saved words and some typed too late");
        page.locator(".v-system-error").waitFor();
        Browser.keep(page, "session-ended");
        page.locator(".v-system-error").click();
        page.waitForURL("**/sign-in**");
        page.locator("button[value=researcher]").click();
        page.waitForURL(Pattern.compile(".*/app/proposals/[0-9A-Z]{6}$"));
        settled(page);
        page.waitForCondition(() -> title(page).equals("Saved words and some typed too late"));
        untilSaved(page, form, "Saved words and some typed too late");
    }

    @Test
    void aReviewTypedWithoutAConnectionComesBackAlthoughThePageWasLeft() {
        var page = newPage(Browser.Reader.atDesk());
        enterAs(page, "reviewer");
        var review = "/app/reviewing/astana-2027/" + openReview();
        page.navigate(review);
        settled(page);
        page.locator(NOTES).click();
        page.context().setOffline(true);
        page.keyboard().insertText("Written on the train to Almaty");
        page.navigate("about:blank");
        page.context().setOffline(false);

        page.navigate(review);
        settled(page);
        page.waitForCondition(() -> page.locator(NOTES).inputValue().contains("Written on the train to Almaty"));
        var other = page.context().newPage();
        page.waitForCondition(() -> {
            other.navigate(review);
            other.locator(NOTES).waitFor();
            return other.locator(NOTES).inputValue().contains("Written on the train to Almaty");
        });
    }

    private String openReview() {
        return jdbc.sql("select p.code from review_assignment r join proposal p on p.id = r.proposal"
                        + " join account a on a.person = r.person where a.email = 'shavkat.ergashev@example.org'"
                        + " and r.state in ('ASSIGNED', 'ACCEPTED') order by p.code limit 1")
                .query(String.class)
                .single();
    }

    @Test
    void ofTwoTabsWithTheSameDraftNeitherOverwritesTheOther() {
        var first = newPage(Browser.Reader.atDesk());
        var form = begin(first);
        var second = first.context().newPage();
        second.navigate(form);
        settled(second);
        type(first, "From the first tab");
        untilSaved(first, form, "From the first tab");
        type(second, "From the second tab");
        second.locator("#stale-choose").waitFor();
        settled(second);
        assertThat(second.locator("main").innerText())
                .contains("From the first tab")
                .contains("From the second tab");
        Browser.keep(second, "two-tabs");
        first.reload();
        settled(first);
        first.locator("#proposal-title-en input").waitFor();
        assertThat(title(first)).isEqualTo("From the first tab");
    }

    @Test
    void aFileThatDoesNotFitIsRefusedInWordsAndNothingElseIsLost() {
        var page = newPage(Browser.Reader.atDesk());
        var form = begin(page);
        type(page, "With files");
        untilSaved(page, form, "With files");
        var large = new byte[10 * 1024 * 1024 + 1];
        System.arraycopy("%PDF-1.4".getBytes(StandardCharsets.US_ASCII), 0, large, 0, 8);
        upload(page, "large.pdf", large);
        upload(page, "program.pdf", "MZ this program cannot be run".getBytes(StandardCharsets.US_ASCII));
        upload(page, "empty.pdf", new byte[0]);
        var container = new byte[4_000];
        Arrays.fill(container, (byte) 7);
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, container, 0, 4);
        upload(page, "truncated.docx", container);
        Browser.keep(page, "files-refused");
        assertThat(page.locator("#files").locator("xpath=..").locator("ul li").count())
                .isZero();

        upload(page, "../../map<1>.pdf", "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        page.locator(".proposal-file-list li").waitFor();
        assertThat(page.locator(".proposal-file-list li").innerText()).contains("map_1_.pdf");
        page.navigate(form);
        settled(page);
        page.locator("#proposal-title-en input").waitFor();
        assertThat(title(page)).isEqualTo("With files");
        assertThat(page.locator(".proposal-file-list li").count()).isEqualTo(1);
    }

    private String begin(Page page) {
        enterAs(page, "researcher");
        page.navigate("/app/proposals");
        settled(page);
        id(page, "propose-astana-2027").click();
        page.waitForURL(Pattern.compile(".*/app/proposals/[0-9A-Z]{6}$"));
        settled(page);
        id(page, "proposal-title-en").locator("input").waitFor();
        return page.url();
    }

    private static void type(Page page, String words) {
        var input = page.locator("#proposal-title-en input");
        input.click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(words);
    }

    private static String title(Page page) {
        return page.locator("#proposal-title-en input").inputValue();
    }

    /** A refusal is one notice more, or words beside the file. */
    private void upload(Page page, String name, byte[] bytes) {
        var before = page.locator("vaadin-notification-card").count();
        page.locator("#files input[type=file]").setInputFiles(new FilePayload(name, "application/pdf", bytes));
        page.waitForCondition(() -> page.locator("vaadin-notification-card").count() > before
                || page.locator("#files vaadin-upload-file[has-error], #files [slot=file-list] [error]")
                                .count()
                        > 0);
        settled(page);
    }

    /** Until another window of the same person reads the words. */
    private void untilSaved(Page page, String form, String words) {
        var other = page.context().newPage();
        try {
            page.waitForCondition(() -> {
                other.navigate(form);
                other.locator("#proposal-title-en input").waitFor();
                return title(other).equals(words);
            });
        } finally {
            other.close();
        }
    }
}
