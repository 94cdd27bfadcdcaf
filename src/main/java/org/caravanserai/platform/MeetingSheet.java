package org.caravanserai.platform;

import java.util.UUID;
import org.caravanserai.text.Language;

/**
 * A table of a meeting that its organiser can take along. Each module offers what its views show; whoever asks for it has
 * made sure that the acting person organises the meeting.
 */
public interface MeetingSheet {

    /** What the table is, in a word of Latin letters that names its file; {@code exchange.sheet.<name>} says it to people. */
    String name();

    /** The rows that the acting person may see, in her language. */
    @Internal
    Spreadsheets.Table table(UUID meeting, Language in);
}
