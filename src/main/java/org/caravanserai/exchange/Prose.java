package org.caravanserai.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.caravanserai.text.Clean;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Brings texts of other tools, which may be HTML, indented by a template, or Markdown already, into the Markdown that is
 * kept here. What a tag meant beyond paragraphs, lists, links and emphasis goes.
 */
final class Prose {

    private static final Pattern TAG = Pattern.compile("</?(p|br|ul|ol|li|a|div|em|strong|b|i|h[1-6]|code|pre)\\b", 2);
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "table", "tr");

    private Prose() {}

    static String tidy(String text) {
        var lines = Clean.lines(text);
        return TAG.matcher(lines).find() ? fromHtml(lines) : unindent(lines);
    }

    /** Takes away the indentation that all lines after the first share: Markdown would take them for code. */
    private static String unindent(String text) {
        var shared = text.lines()
                .skip(1)
                .filter(l -> !l.isBlank())
                .mapToInt(l -> l.length() - l.stripLeading().length())
                .min()
                .orElse(0);
        if (shared == 0) {
            return text;
        }
        var out = new StringBuilder(text.length());
        text.lines()
                .forEach(l -> out.append(
                                l.isBlank()
                                        ? ""
                                        : l.substring(Math.min(
                                                shared,
                                                l.length() - l.stripLeading().length())))
                        .append('\n'));
        return out.toString().strip();
    }

    private static String fromHtml(String html) {
        var out = new Markdown();
        HtmlSanitizer.sanitize(html, out);
        return out.text();
    }

    /** Hears the tags and words of lenient HTML. */
    private static final class Markdown implements HtmlSanitizer.Policy, HtmlStreamEventReceiver {

        private final StringBuilder out = new StringBuilder();
        private String link = "";

        @Override
        public void openDocument() {}

        @Override
        public void closeDocument() {}

        @Override
        public void openTag(String tag, List<String> attributes) {
            switch (tag.toLowerCase(Locale.ROOT)) {
                case "br" -> out.append('\n');
                case "li" -> out.append("\n- ");
                case "strong", "b" -> out.append("**");
                case "a" -> {
                    var at = attributes.indexOf("href");
                    link = at >= 0 && at % 2 == 0 && at + 1 < attributes.size() ? attributes.get(at + 1) : "";
                    if (link.startsWith("https://") || link.startsWith("http://")) {
                        out.append('[');
                    } else {
                        link = "";
                    }
                }
                default -> {
                    if (PARAGRAPHS.contains(tag.toLowerCase(Locale.ROOT))) {
                        out.append("\n\n");
                    }
                }
            }
        }

        @Override
        public void closeTag(String tag) {
            switch (tag.toLowerCase(Locale.ROOT)) {
                case "strong", "b" -> out.append("**");
                case "a" -> {
                    if (!link.isEmpty()) {
                        out.append("](")
                                .append(link.replace(" ", "%20").replace(")", "%29"))
                                .append(')');
                        link = "";
                    }
                }
                default -> {
                    if (PARAGRAPHS.contains(tag.toLowerCase(Locale.ROOT))) {
                        out.append("\n\n");
                    }
                }
            }
        }

        @Override
        public void text(String words) {
            out.append(words.replaceAll("\\s*\\n\\s*", " "));
        }

        String text() {
            return out.toString()
                    .replaceAll("[ \\t]+", " ")
                    .replaceAll(" ?\\n ?", "\n")
                    .replaceAll("\\n{3,}", "\n\n")
                    .strip();
        }
    }
}
