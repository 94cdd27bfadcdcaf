package org.caravanserai.mail;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills names in braces, such as {name} or {title}, into a text that a person wrote, in one pass: what is filled in is
 * plain text and is never looked at again, so that a title that reads {note} stays just that.
 */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]{1,20})}");

    private Placeholders() {}

    /** The text with every placeholder that has a value filled in; others stay as they were written. */
    public static String fill(String template, Map<String, String> values) {
        var filled = PLACEHOLDER
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
        // What was filled in empty leaves no hole behind.
        return filled.replaceAll("\n{3,}", "\n\n").strip();
    }

    /** The placeholders in a text that have no meaning here, in the order of the text. */
    public static Set<String> unknown(String template, Set<String> known) {
        var unknown = new LinkedHashSet<String>();
        var matcher = PLACEHOLDER.matcher(template);
        while (matcher.find()) {
            if (!known.contains(matcher.group(1))) {
                unknown.add(matcher.group());
            }
        }
        return unknown;
    }
}
