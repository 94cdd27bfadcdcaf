package org.caravanserai.people;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation says about itself.
 *
 * @param baseAddress where people reach it, such as {@code https://meetings.example.org}; links in mails begin with it,
 *     never with a request's {@code Host}; with {@code https} all cookies are secure
 * @param trustedProxies addresses or networks (CIDR) of reverse proxies whose {@code X-Forwarded-For} is believed; none by
 *     default
 * @param demo in the demonstration, the e-mail addresses that one click enters as, by role
 */
@ConfigurationProperties("caravanserai")
public record PeopleProperties(
        @DefaultValue("http://localhost:8080") URI baseAddress,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue Map<String, String> demo) {

    /** The whole address of a path of ours. */
    public String address(String path) {
        var base = baseAddress.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    /** Whether people reach it over https. */
    public boolean secure() {
        return "https".equals(baseAddress.getScheme());
    }
}
