package org.caravanserai.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class RemoteAddressTest {

    @Test
    void aForwardedAddressIsNotBelievedWithoutATrustedProxy() {
        assertThat(address(List.of(), "198.51.100.7", "203.0.113.1")).isEqualTo("198.51.100.7");
    }

    @Test
    void aTrustedProxyIsBelievedOnlyAsFarAsItWrote() {
        assertThat(address(List.of("10.0.0.0/8"), "10.0.0.2", "203.0.113.1, 198.51.100.7"))
                .isEqualTo("198.51.100.7");
        assertThat(address(List.of("10.0.0.0/8"), "10.0.0.2", "203.0.113.1, 198.51.100.7, 10.0.0.9"))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void nonsenseInTheHeaderCountsAsTheProxy() {
        assertThat(address(List.of("10.0.0.0/8"), "10.0.0.2", "203.0.113.1, not-an-address"))
                .isEqualTo("10.0.0.2");
    }

    private static String address(List<String> proxies, String remote, String forwarded) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);
        request.addHeader("X-Forwarded-For", forwarded);
        return new RemoteAddress(new PeopleProperties(URI.create("http://localhost"), proxies, Map.of())).of(request);
    }
}
