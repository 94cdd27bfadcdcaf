package org.caravanserai.programme.print;

import java.util.List;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.text.Language;

/**
 * What makes one document differ from another. A release never changes, so a document never does.
 *
 * @param document which document of the release
 * @param language the language it is in
 * @param texts the languages chosen for what people wrote
 */
public record PrintKey(MeetingId meeting, int release, String document, Language language, List<Language> texts) {

    public PrintKey {
        texts = List.copyOf(texts);
    }
}
