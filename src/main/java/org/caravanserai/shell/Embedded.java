package org.caravanserai.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** Which pages others may show within their own: they run no script, take no entry, and leave no cookie. */
final class Embedded {

    private static final Pattern ADDRESS = Pattern.compile("/m/[^/;%.]+/embed");

    private Embedded() {}

    static boolean is(HttpServletRequest request) {
        return ADDRESS.matcher(request.getRequestURI()).matches();
    }
}
