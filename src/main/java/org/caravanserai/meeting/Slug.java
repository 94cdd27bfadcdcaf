package org.caravanserai.meeting;

import java.util.regex.Pattern;
import org.caravanserai.text.Refusal;

/** The part of an address that names a meeting or a series, such as {@code astana-2027}. */
public record Slug(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])");

    /** @throws Refusal if it is not 2 to 60 lower-case letters, digits and inner hyphens */
    public Slug {
        if (value.length() > 60 || !FORM.matcher(value).matches()) {
            throw Refusal.at("slug", "meeting.slug.form");
        }
    }
}
