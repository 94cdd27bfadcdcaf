package org.caravanserai.platform.outside;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.caravanserai.text.Refusal;

/**
 * An address as somebody gave it, taken apart: it is of the web, complete, in ASCII, and carries no credentials. Whether it
 * may be reached is not said by that; {@link Outside} decides it.
 *
 * @param scheme {@code https} or {@code http}
 * @param host a name in its ASCII form, or an address of the network, an IPv6 one in brackets
 * @param port the port, also where it was not written
 * @param target path and query, at least {@code /}
 */
public record OutsideAddress(String scheme, String host, int port, String target) {

    /** The most characters that an address has. */
    public static final int LONGEST = 2_000;

    /**
     * An address that was typed.
     *
     * @throws Refusal under the field {@code address}, if it is none
     */
    public static OutsideAddress of(String text) {
        var typed = text.strip();
        if (typed.length() > LONGEST) {
            throw Refusal.at("address", "outside.address.long", LONGEST);
        }
        try {
            return of(new URI(typed));
        } catch (URISyntaxException e) {
            throw none();
        }
    }

    /** Where a redirect that came from this address leads. */
    OutsideAddress towards(String location) {
        try {
            return of(new URI(toString()).resolve(new URI(location.strip())));
        } catch (URISyntaxException e) {
            throw none();
        }
    }

    boolean encrypted() {
        return scheme.equals("https");
    }

    /** The host as the name service and certificates know it. */
    String name() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Host and port as the head of a request says them. */
    String authority() {
        return port == usual(scheme) ? host : host + ":" + port;
    }

    @Override
    public String toString() {
        return scheme + "://" + authority() + target;
    }

    private static OutsideAddress of(URI uri) {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        var authority = uri.getRawAuthority();
        if ((!scheme.equals("https") && !scheme.equals("http")) || authority == null || authority.isEmpty()) {
            throw none();
        }
        if (authority.contains("@")) {
            throw Refusal.at("address", "outside.address.credentials");
        }
        int colon = authority.lastIndexOf(':');
        var withPort = colon > authority.lastIndexOf(']');
        var host = withPort ? authority.substring(0, colon) : authority;
        int port = withPort ? port(authority.substring(colon + 1)) : usual(scheme);
        return new OutsideAddress(scheme, host(host), port, target(uri));
    }

    private static String target(URI uri) {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(path.replaceFirst("^/+", "/") + query).toASCIIString();
    }

    private static String host(String written) {
        if (written.startsWith("[")) {
            if (!written.matches("\\[[0-9A-Fa-f:.]+]")) {
                throw none();
            }
            return written.toLowerCase(Locale.ROOT);
        }
        try {
            var host = IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            if (host.isBlank()) {
                throw none();
            }
            return host;
        } catch (IllegalArgumentException e) {
            throw none();
        }
    }

    private static int port(String written) {
        if (!written.matches("\\d{1,5}") || Integer.parseInt(written) > 65_535 || Integer.parseInt(written) == 0) {
            throw none();
        }
        return Integer.parseInt(written);
    }

    private static int usual(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static Refusal none() {
        return Refusal.at("address", "outside.address.none");
    }
}
