package org.caravanserai.people.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a path of ours, never another host. Anything else becomes the application's home. */
record LocalPath(String value) {

    static final LocalPath HOME = new LocalPath("/app/");

    private static final Pattern FORM =
            Pattern.compile("/(?:[A-Za-z0-9_~.,;:@!$'()*+=&?%-][A-Za-z0-9_~.,;:@!$'()*+=&?%/-]*)?");

    static LocalPath of(@Nullable String wanted) {
        return wanted == null || wanted.length() > 500 || !FORM.matcher(wanted).matches() || wanted.equals("/")
                ? HOME
                : new LocalPath(wanted);
    }

    /** As the value of a query parameter. */
    String encoded() {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
