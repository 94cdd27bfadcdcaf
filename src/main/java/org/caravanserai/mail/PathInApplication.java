package org.caravanserai.mail;

import org.caravanserai.people.PeopleProperties;
import org.springframework.stereotype.Component;

/** Tells addresses of our own from others: a notice leads to ours alone. */
@Component
class PathInApplication {

    private static final int LONGEST = 1_000;

    private final String base;

    PathInApplication(PeopleProperties properties) {
        base = properties.address("");
    }

    /** The path of one of our addresses, such as {@code /app/proposals/K7M2QX}; empty for any other. */
    String of(String address) {
        return address.startsWith(base + "/") && address.length() <= LONGEST ? address.substring(base.length()) : "";
    }
}
