package org.caravanserai.meeting;

import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;

/** The rules for what organisers write about a meeting: cleaned, not too long, and names in English at least. */
final class Written {

    static final int LONGEST_LINE = 1_000;
    static final int LONGEST_PROSE = 20_000;

    private Written() {}

    /** A name: one line, English required. */
    static LocalizedText name(String field, LocalizedText text) {
        var cleaned = line(field, text);
        if (cleaned.exactly(Language.EN).isEmpty()) {
            throw Refusal.at(field, "meeting.english.required");
        }
        return cleaned;
    }

    /** One line in any languages or none. */
    static LocalizedText line(String field, LocalizedText text) {
        return atMost(LONGEST_LINE, field, text.map(Clean::line));
    }

    /** Several lines in any languages or none. */
    static LocalizedText prose(String field, LocalizedText text) {
        return atMost(LONGEST_PROSE, field, text.map(Clean::lines));
    }

    private static LocalizedText atMost(int characters, String field, LocalizedText text) {
        if (text.longest() > characters) {
            throw Refusal.at(field, "meeting.text.long", characters);
        }
        return text;
    }
}
