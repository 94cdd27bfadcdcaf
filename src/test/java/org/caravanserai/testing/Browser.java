package org.caravanserai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * One real Chromium for all end-to-end tests of a JVM. It takes an installed Chromium or Chrome, else tries Playwright's
 * own installation; where neither is to be had, the test is skipped with one line that says how to install one.
 */
public final class Browser {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> PLACES = List.of(
            "/usr/bin",
            "/usr/local/bin",
            "/snap/bin",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static @Nullable Browser one;

    private final com.microsoft.playwright.Browser chromium;

    private Browser(com.microsoft.playwright.Browser chromium) {
        this.chromium = chromium;
    }

    /**
     * A window of a reader.
     *
     * @param locale the browser's language, such as {@code ja-JP}
     * @param zone the browser's time zone
     * @param width in CSS pixels
     * @param dark whether the system asks for dark colours
     * @param javaScript whether scripts run
     */
    public record Reader(String locale, String zone, int width, boolean dark, boolean javaScript) {

        /** An English reader at a desk in Astana. */
        public static Reader atDesk() {
            return new Reader("en-GB", "Asia/Almaty", 1280, false, true);
        }

        /** The same with a phone. */
        public Reader onPhone() {
            return new Reader(locale, zone, 390, dark, javaScript);
        }

        /** The same with dark colours. */
        public Reader inTheDark() {
            return new Reader(locale, zone, width, true, javaScript);
        }

        /** The same without scripts. */
        public Reader withoutScripts() {
            return new Reader(locale, zone, width, dark, false);
        }

        /** The same with another language and zone. */
        public Reader from(String otherLocale, String otherZone) {
            return new Reader(otherLocale, otherZone, width, dark, javaScript);
        }
    }

    /** The browser; skips the running test where there is none. */
    public static synchronized Browser get() {
        if (one == null) {
            var executable = installed();
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var options = new BrowserType.LaunchOptions()
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-quic",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync"));
            executable.ifPresent(options::setExecutablePath);
            if (executable.isEmpty() && !installedByPlaywright()) {
                Assumptions.abort("No Chromium was found: install one, for example with apt-get install chromium");
            }
            one = new Browser(playwright.chromium().launch(options));
        }
        return one;
    }

    /** A new window that knows nothing of others. */
    public BrowserContext open(Reader reader, String baseAddress) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(baseAddress)
                .setLocale(reader.locale())
                .setTimezoneId(reader.zone())
                .setViewportSize(reader.width(), reader.width() < 600 ? 844 : 900)
                .setHasTouch(reader.width() < 600)
                .setColorScheme(reader.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                // Colours that are on their way to others are no colours to measure.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(reader.javaScript())
                .setAcceptDownloads(true));
        context.setDefaultTimeout(20_000);
        return context;
    }

    /** Gives the window another size and waits until nothing in it moves any more. */
    public static void resize(Page page, int width, int height) {
        page.setViewportSize(width, height);
        page.waitForFunction("""
                () => new Promise(done => {
                    const size = () => [...document.querySelectorAll('body, main, main *')]
                        .map(e => e.offsetTop + ':' + e.offsetWidth + ':' + e.offsetHeight).join();
                    let before = '';
                    let same = 0;
                    const look = () => {
                        const now = size();
                        same = now === before ? same + 1 : 0;
                        before = now;
                        same === 3 ? done(true) : requestAnimationFrame(look);
                    };
                    look();
                })""");
    }

    /** Keeps what the window shows as {@code target/screenshots/<name>.png}. */
    public static void keep(Page page, String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        capture(page, SCREENSHOTS.resolve(name + ".png"));
    }

    /** Chromium sometimes cannot take a picture of a page that it is still drawing on a busy machine: then it is asked again. */
    private static void capture(Page page, Path file) {
        for (int left = 3; ; left--) {
            try {
                page.screenshot(new Page.ScreenshotOptions().setPath(file));
                return;
            } catch (PlaywrightException e) {
                if (left == 0 || !String.valueOf(e.getMessage()).contains("Unable to capture screenshot")) {
                    throw e;
                }
            }
        }
    }

    /** Fails if the page breaks a rule of WCAG 2.2 A or AA that can be checked by machine. */
    public static void assertAccessible(Page page, String name) {
        assertKept(
                new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")), name);
    }

    /** Fails if a text does not stand out from its ground as WCAG 2.2 AA asks: what other colours alone can change. */
    public static void assertReadable(Page page, String name) {
        assertKept(new AxeBuilder(page).withRules(List.of("color-contrast")), name);
    }

    private static void assertKept(AxeBuilder rules, String name) {
        var told = new ArrayList<String>();
        rules.analyze()
                .getViolations()
                .forEach(violation -> violation
                        .getNodes()
                        .forEach(node -> told.add(violation.getId() + ": " + node.getTarget() + " " + node.getHtml()
                                + " " + node.getFailureSummary())));
        assertThat(told).as("accessibility of %s", name).isEmpty();
    }

    private static Optional<Path> installed() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(java.io.File.pathSeparator)), PLACES.stream())
                .flatMap(place ->
                        Stream.concat(Stream.of(Path.of(place)), NAMES.stream().map(name -> Path.of(place, name))))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .filter(file -> file.getFileName()
                        .toString()
                        .toLowerCase(java.util.Locale.ROOT)
                        .matches(".*chrom.*"))
                .findFirst();
    }

    private static boolean installedByPlaywright() {
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "com.microsoft.playwright.CLI",
                            "install",
                            "chromium")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroy();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
