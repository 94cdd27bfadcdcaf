package org.caravanserai.programme.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Public pages of a release, or what became of those of an earlier one, for a device that keeps them to be read without a
 * connection. Pages are compared as they are read, so nothing that changed is missed, whatever it is.
 *
 * @param release whose pages these are
 * @param from the release that the device has; 0 if it has none and this is everything
 * @param frame what stands before a page's title, between title and content, and after it; empty for pages of another part
 * @param pages the pages that are new or read otherwise than before, by their addresses within the meeting
 * @param gone the pages that are there no longer
 */
record OfflinePart(int release, int from, List<String> frame, Map<String, Cut> pages, List<String> gone) {

    private static final String TITLE = "<title>";
    private static final String TITLE_END = "</title>";
    private static final String MAIN = "<main id=\"content\" tabindex=\"-1\">";
    private static final String MAIN_END = "</main>";
    private static final String FOOT = "<footer class=\"page-foot\">";

    /** The title and the content of a page, as HTML. */
    record Cut(String title, String main) {

        /** Cuts what differs from page to page out of a whole page. Its foot, which names the release, stays behind. */
        static Cut of(String html) {
            var main = between(html, MAIN, MAIN_END);
            var foot = main.lastIndexOf(FOOT);
            return new Cut(between(html, TITLE, TITLE_END), foot < 0 ? main : main.substring(0, foot));
        }

        /** What it occupies, in letters. */
        int length() {
            return title.length() + main.length();
        }
    }

    /** What all pages have in common, in three pieces. */
    static List<String> frame(String html) {
        return List.of(
                html.substring(0, html.indexOf(TITLE) + TITLE.length()),
                html.substring(html.indexOf(TITLE_END), html.indexOf(MAIN) + MAIN.length()),
                html.substring(html.lastIndexOf(MAIN_END)));
    }

    /** Everything. */
    static OfflinePart whole(int release, List<String> frame, Map<String, Cut> pages) {
        return new OfflinePart(release, 0, frame, pages, List.of());
    }

    /** What a device that has the pages of an earlier release lacks. */
    static OfflinePart difference(
            int release, List<String> frame, int from, Map<String, Cut> before, Map<String, Cut> after) {
        var changed = new LinkedHashMap<String, Cut>();
        after.forEach((address, page) -> {
            if (!page.equals(before.get(address))) {
                changed.put(address, page);
            }
        });
        var gone = before.keySet().stream().filter(a -> !after.containsKey(a)).toList();
        return new OfflinePart(release, from, frame, changed, gone);
    }

    private static String between(String html, String begin, String end) {
        return html.substring(html.indexOf(begin) + begin.length(), html.lastIndexOf(end));
    }
}
