package org.caravanserai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test in the {@link Browser} against the whole application, started with the demonstration on a free port of this machine
 * and an empty database of its own. Links in its mails lead to it.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT, properties = "server.address=127.0.0.1")
@ActiveProfiles("demo")
@ContextConfiguration(initializers = {TestDatabase.class, FreePort.class})
@Import(TestBeans.class)
@TestExecutionListeners(listeners = OwnSecurity.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public abstract class InBrowser {

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    @LocalServerPort
    private int port;

    /** What the windows of a failed test show and have complained about: the only trace of what a slower machine met. */
    @RegisterExtension
    AfterTestExecutionCallback traces = test -> test.getExecutionException().ifPresent(failure -> tell(test));

    @AfterEach
    void closePages() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    private void tell(ExtensionContext test) {
        var name = "failed-" + test.getRequiredTestClass().getSimpleName() + "-"
                + test.getRequiredTestMethod().getName();
        var pages = contexts.stream().flatMap(c -> c.pages().stream()).toList();
        for (int i = 0; i < pages.size(); i++) {
            var page = pages.get(i);
            try {
                System.out.printf(
                        "%s, window %d: %s%n%s%n",
                        name, i, page.url(), page.locator("body").innerText());
                Browser.keep(page, name + "-" + i);
            } catch (PlaywrightException hanging) {
                System.out.println(hanging.getMessage());
            }
        }
        System.out.println(name + ", complaints: " + faults);
    }

    /** A page of a new visitor. */
    protected Page newPage(Browser.Reader reader) {
        var context = Browser.get().open(reader, address());
        contexts.add(context);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
        page.onPageError(faults::add);
        return page;
    }

    /** Enters the demonstration by one click: as researcher, reviewer, organiser, desk or administrator. */
    protected void enterAs(Page page, String part) {
        page.navigate("/sign-in");
        page.locator("button[name=part][value=" + part + "]").click();
        page.waitForURL("**/app/**");
        settled(page);
    }

    /** Waits until a view has been drawn and its server has nothing more to say. */
    protected void settled(Page page) {
        page.locator("main h1").first().waitFor();
        page.waitForFunction("() => !window.Vaadin?.Flow?.clients || Object.values(window.Vaadin.Flow.clients)"
                + ".every(c => !c.isActive || !c.isActive())");
    }

    /** The address of the running application, without a slash at its end. */
    protected String address() {
        return "http://127.0.0.1:" + port;
    }

    /** What the browser has complained about so far, such as a script that the policy stopped. */
    protected List<String> faults() {
        return List.copyOf(faults);
    }

    /** Fails if the page is wider than the window. */
    protected void fits(Page page) {
        var overflow =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue())
                .as("pixels that " + page.url() + " is too wide")
                .isLessThanOrEqualTo(0);
    }

    /** The one element with this id. */
    protected static Locator id(Page page, String id) {
        return page.locator("#" + id);
    }
}
