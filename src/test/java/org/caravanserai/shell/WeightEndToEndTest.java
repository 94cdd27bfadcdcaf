package org.caravanserai.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.caravanserai.testing.Browser;
import org.caravanserai.testing.InBrowser;
import org.junit.jupiter.api.Test;

/** What comes over the wire, compressed as it is, to a browser that has kept nothing. */
class WeightEndToEndTest extends InBrowser {

    private static final int FIRST_VIEW = 450 * 1024;
    private static final int LATER_VIEW = 30 * 1024;
    private static final int PUBLIC_PAGE = 100 * 1024;
    private static final int PUBLIC_REQUESTS = 5;

    @Test
    void theFirstViewOfTheApplicationAndThoseAfterItAreLight() {
        var page = newPage(Browser.Reader.atDesk());
        page.navigate("/sign-in");
        var requests = new ArrayList<String>();
        var bytes = count(page, requests);
        page.locator("button[name=part][value=organiser]").click();
        page.waitForURL("**/app/**");
        rest(page);
        assertThat(bytes.getAndSet(0))
                .as("bytes of the first view")
                .isPositive()
                .isLessThanOrEqualTo(FIRST_VIEW);

        for (var view : List.of("proposals", "agenda", "call", "set-up")) {
            requests.clear();
            page.locator("vaadin-side-nav-item[path='meetings/astana-2027/" + view + "']")
                    .click();
            page.waitForURL("**/app/meetings/astana-2027/" + view);
            rest(page);
            assertThat(bytes.getAndSet(0))
                    .as("bytes of " + view + ", which asked for " + requests)
                    .isPositive()
                    .isLessThanOrEqualTo(LATER_VIEW);
        }
    }

    @Test
    void thePublicPagesAreLightAndAskForLittleWithoutScripts() {
        for (var address : List.of("/", "/m/astana-2027", "/m/astana-2027/programme")) {
            var page = newPage(Browser.Reader.atDesk().onPhone().withoutScripts());
            var requests = new ArrayList<String>();
            var bytes = count(page, requests);
            page.navigate(address);
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            assertThat(bytes.get()).as("bytes of " + address).isPositive().isLessThanOrEqualTo(PUBLIC_PAGE);
            assertThat(new HashSet<>(requests))
                    .hasSizeLessThanOrEqualTo(PUBLIC_REQUESTS)
                    .allMatch(r -> r.startsWith(address()));
        }
    }

    /** Counts from now on, with an empty store of kept files. */
    private static AtomicLong count(Page page, List<String> requests) {
        var bytes = new AtomicLong();
        var tools = page.context().newCDPSession(page);
        tools.send("Network.enable");
        tools.send("Network.clearBrowserCache");
        tools.on(
                "Network.loadingFinished",
                (JsonObject e) -> bytes.addAndGet(e.get("encodedDataLength").getAsLong()));
        tools.on("Network.requestWillBeSent", (JsonObject e) -> {
            var address = e.getAsJsonObject("request").get("url").getAsString();
            if (!address.startsWith("data:")) {
                requests.add(address);
            }
        });
        return bytes;
    }

    private void rest(Page page) {
        settled(page);
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
    }
}
