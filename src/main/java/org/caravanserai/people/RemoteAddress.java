package org.caravanserai.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Where a request comes from, for rate limits. {@code X-Forwarded-For} counts only as far as trusted proxies wrote it: it
 * is read from its end, and the first address that is not a trusted proxy's is the caller's.
 */
@Component
public class RemoteAddress {

    private final List<IpAddressMatcher> trusted;

    RemoteAddress(PeopleProperties properties) {
        trusted =
                properties.trustedProxies().stream().map(IpAddressMatcher::new).toList();
    }

    /** The address of the caller. */
    public String of(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var forwarded = String.join(",", java.util.Collections.list(request.getHeaders("X-Forwarded-For")))
                .split(",");
        for (int i = forwarded.length - 1; i >= 0 && isTrusted(address); i--) {
            var next = forwarded[i].strip();
            if (!next.matches("[0-9a-fA-F:.]{2,45}")) {
                break;
            }
            address = next;
        }
        return address;
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(proxy -> proxy.matches(address));
    }
}
