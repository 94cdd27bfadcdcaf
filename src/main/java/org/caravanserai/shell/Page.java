package org.caravanserai.shell;

/**
 * What the layout of plain pages must know of one page.
 *
 * @param title the title, in the reader's language
 * @param description one sentence for search engines; may be empty
 * @param reader who reads it
 */
public record Page(String title, String description, PageReader reader) {

    /** The same page with a description. */
    public Page describedBy(String sentence) {
        return new Page(title, sentence, reader);
    }

    /** The words for a message key. */
    public String get(String key, Object... arguments) {
        return reader.get(key, arguments);
    }
}
