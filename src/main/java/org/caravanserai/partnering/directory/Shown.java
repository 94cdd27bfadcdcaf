package org.caravanserai.partnering.directory;

import org.caravanserai.text.Clean;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;

/**
 * What a person shows of herself in a directory, beside her name and country.
 *
 * @param line what she says of herself there; may be empty
 * @param institution whether it tells where she works
 * @param interests whether it tells her topics
 * @param languages whether it tells the languages that she works in
 */
public record Shown(LocalizedText line, boolean institution, boolean interests, boolean languages) {

    /** The most characters of the line, in each language. */
    public static final int LONGEST_LINE = 300;

    /** All of it, without a line. */
    public static final Shown ALL = new Shown(LocalizedText.EMPTY, true, true, true);

    /**
     * Cleans the line.
     *
     * @throws Refusal if it is too long
     */
    public Shown {
        line = line.map(Clean::line);
        if (line.longest() > LONGEST_LINE) {
            throw Refusal.at("line", "partner.long", LONGEST_LINE);
        }
    }
}
