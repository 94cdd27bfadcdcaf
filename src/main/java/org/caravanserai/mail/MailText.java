package org.caravanserai.mail;

import java.util.List;

/**
 * A message to be read.
 *
 * @param line what a list shows of it
 * @param text its plain text
 * @param actionAddress where its button leads; empty if it has none, or if the reader may not use it
 * @param attachment the name of the file that goes with it; empty if there is none
 */
public record MailText(MailLine line, String text, String actionAddress, String attachment) {

    /** Its paragraphs, without the last one if that only repeats the button in words. */
    public List<String> paragraphs() {
        var end = button();
        return List.of((end < 0 ? text : text.substring(0, end)).strip().split("\n{2,}"));
    }

    /** The same for someone who may not follow its link. */
    MailText withoutLink() {
        return actionAddress.isEmpty() ? this : new MailText(line, text.replace(actionAddress, "…"), "", attachment);
    }

    /** The words on its button; empty if it has none. */
    public String actionLabel() {
        var start = button();
        if (start < 0) {
            return "";
        }
        var last = text.substring(start).strip();
        return last.substring(0, last.length() - actionAddress.length() - 2).strip();
    }

    /** Where the words of the button begin, as {@link MailMarkup} writes them: words, colon, a new line, the address. */
    private int button() {
        var end = ":\n" + actionAddress;
        if (actionAddress.isEmpty() || !text.strip().endsWith(end)) {
            return -1;
        }
        return text.strip().lastIndexOf("\n\n", text.strip().length() - end.length());
    }
}
