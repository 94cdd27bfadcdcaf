package org.caravanserai.review;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {name}, {title}, {meeting}, {code}, {note} and {deadline} into a template in one pass: what is filled in is plain text and is
 * never looked at again, so that a title that reads {note} stays just that.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(name|title|meeting|code|note|deadline)}");

    private Placeholders() {}

    static String fill(String template, Map<String, String> values) {
        var filled = PLACEHOLDER
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "")));
        // A note left empty leaves no hole behind.
        return filled.replaceAll("\n{3,}", "\n\n").strip();
    }
}
