package org.caravanserai.exchange;

import org.springframework.web.util.HtmlUtils;

/**
 * The code with which another site shows a published programme within its own page. No script is part of it.
 *
 * @param address the whole address of what is shown
 * @param title what it is, for those who do not see it
 * @param width in CSS pixels; 0 for the whole width of the place
 * @param height in CSS pixels
 */
public record EmbedCode(String address, String title, int width, int height) {

    /** How high a part of a programme is shown unless somebody wishes otherwise. */
    public static final int HEIGHT = 600;

    /** The element as it stands in a page. */
    public String html() {
        return "<iframe src=\"" + escaped(address) + "\" title=\"" + escaped(title) + "\" width=\""
                + (width == 0 ? "100%" : String.valueOf(width)) + "\" height=\"" + height
                + "\" loading=\"lazy\"></iframe>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
