package org.caravanserai.text;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Renders the Markdown that people write. HTML in it is shown as the letters it is made of; what comes out has passed a
 * list of allowed elements all the same, so that no fault of the renderer reaches a reader.
 */
public final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>\n")
            .build();
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();
    // Headings of a text become paragraphs in bold: a page has its own outline. Pictures would call other hosts.
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "br", "ul", "ol", "li", "em", "strong", "code", "pre", "blockquote", "hr")
            .allowElements((name, attributes) -> "p", "h1", "h2", "h3", "h4", "h5", "h6")
            .allowElements("a")
            .allowUrlProtocols("https", "http", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    private Markdown() {}

    /** Safe HTML. */
    public static String html(String markdown) {
        return markdown.isEmpty() ? "" : ALLOWED.sanitize(HTML.render(PARSER.parse(markdown)));
    }

    /** The words without marks; a link's address follows its words in brackets. */
    public static String plain(String markdown) {
        return markdown.isEmpty() ? "" : PLAIN.render(PARSER.parse(markdown)).strip();
    }

    /** The first words, on one line, at most so many characters, for previews. */
    public static String beginning(String markdown, int length) {
        var line = plain(markdown).replaceAll("\\s+", " ");
        if (line.length() <= length) {
            return line;
        }
        var cut = line.lastIndexOf(' ', length);
        var end = cut > length / 2 ? cut : length;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
