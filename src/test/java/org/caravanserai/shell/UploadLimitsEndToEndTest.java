package org.caravanserai.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.caravanserai.people.OwnPicture;
import org.caravanserai.testing.Browser;
import org.caravanserai.testing.InBrowser;
import org.junit.jupiter.api.Test;

/** Files that are far too large, sent past what the page itself checks. */
class UploadLimitsEndToEndTest extends InBrowser {

    private static final String BARE = "application/octet-stream";
    private static final String FORM = "multipart/form-data; boundary=part";
    private static final long GIGABYTES = 2L * 1024 * 1024 * 1024;
    // What lies in buffers on the way, and what the server reads on so that its answer arrives.
    private static final long ON_THE_WAY = 8L * 1024 * 1024;

    @Test
    void whatAnnouncesItselfAsTooLargeIsRefusedBeforeItIsSent() throws Exception {
        var researcher = newPage(Browser.Reader.atDesk());
        enterAs(researcher, "researcher");
        refuses(researcher, "/app/profile");
        var organiser = newPage(Browser.Reader.atDesk());
        enterAs(organiser, "organiser");
        refuses(organiser, "/app/meetings/astana-2027/import");
        var administrator = newPage(Browser.Reader.atDesk());
        enterAs(administrator, "administrator");
        refuses(administrator, "/app/admin/import");
        refuses(administrator, "/app/admin/institutions");
    }

    /** Without a length there is nothing to compare before: it is read as far as it may be large, and no further. */
    @Test
    void whatDoesNotSayHowLargeItIsIsReadNoFurtherThanItMayBe() throws Exception {
        var page = newPage(Browser.Reader.atDesk());
        enterAs(page, "researcher");
        var target = target(page, "/app/profile");
        var most = OwnPicture.LARGEST + ON_THE_WAY;
        var chunk = new byte[64 * 1024];
        var head = Integer.toHexString(chunk.length) + "\r\n";
        long sent = 0;
        try (var socket = open(target)) {
            var out = socket.getOutputStream();
            out.write(head(page, target, BARE, "Transfer-Encoding: chunked"));
            while (sent < 10 * most) {
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.write(chunk);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                sent += chunk.length;
            }
        } catch (IOException closed) {
            assertThat(sent).isLessThan(most);
            return;
        }
        assertThat(sent).as("bytes that the server took").isLessThan(most);
    }

    private void refuses(Page page, String view) throws IOException {
        var target = target(page, view);
        var length = "Content-Length: " + GIGABYTES;
        assertThat(answer(target, head(page, target, BARE, length))).as(view).startsWith("HTTP/1.1 422");
        // A form would be written to the disk before anything could be compared.
        assertThat(answer(target, head(page, target, FORM, length)))
                .as("a form to " + view)
                .startsWith("HTTP/1.1 415");
        assertThat(answer(target, head(page, target, FORM, "Transfer-Encoding: chunked")))
                .as("a form of unknown length to " + view)
                .startsWith("HTTP/1.1 415");
    }

    private static String answer(URI target, byte[] head) throws IOException {
        try (var socket = open(target)) {
            socket.getOutputStream().write(head);
            socket.getOutputStream().flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    private URI target(Page page, String view) {
        page.navigate(view);
        settled(page);
        var upload = page.locator("vaadin-upload").first();
        // Some stand in a part that is still folded; what is sent to them counts all the same.
        upload.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return URI.create(page.url())
                .resolve(String.valueOf(upload.evaluate("u => new URL(u.target, document.baseURI).href")));
    }

    private static Socket open(URI target) throws IOException {
        var socket = new Socket(target.getHost(), target.getPort());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static byte[] head(Page page, URI target, String type, String length) {
        var cookies = page.context().cookies().stream()
                .map((Cookie c) -> c.name + "=" + c.value)
                .collect(Collectors.joining("; "));
        return ("POST " + target.getRawPath() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + cookies
                        + "\r\nContent-Type: " + type + "\r\nX-Filename: large.png\r\n" + length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
