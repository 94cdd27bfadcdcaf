package org.caravanserai.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ResponseHeadersTest {

    @Test
    void onlyTheEmbeddedPageOfAMeetingMayStandInAnothersAndItRunsAndSendsNothing() throws Exception {
        assertThat(policy("/m/astana-2027/embed"))
                .contains("frame-ancestors *", "default-src 'none'", "form-action 'none'")
                .doesNotContain("script-src");
        for (var path : List.of(
                "/",
                "/m/astana-2027",
                "/m/astana-2027/programme",
                "/m/astana-2027/mine",
                "/m/astana-2027/embed/",
                "/m/astana-2027/embed.html",
                "/m/astana-2027/mine/embed",
                "/m/mine;/embed",
                "/m/astana-2027/mine%2f..%2fembed",
                "/m/..%2fsign-in/embed",
                "/m/../embed",
                "/sign-in",
                "/app/embed",
                "/embed")) {
            assertThat(policy(path)).as(path).contains("frame-ancestors 'none'");
        }
    }

    private static String policy(String path) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setRequestURI(path);
        var response = new MockHttpServletResponse();
        new ResponseHeaders(new Assets()).doFilter(request, response, new MockFilterChain());
        return Objects.requireNonNull(response.getHeader("Content-Security-Policy"));
    }
}
