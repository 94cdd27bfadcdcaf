package org.caravanserai.people;

import java.time.Instant;
import java.util.List;
import org.caravanserai.text.Language;

/**
 * Knows a part of what stands in a person's own calendar. Each module that gives people something to do at a time has one; the
 * address to which she subscribes shows them all.
 */
public interface CalendarEntries {

    /**
     * What a person has to do, for herself to read. As long as nothing of it changes it is the same, whenever it is asked for.
     *
     * @param language in which it is named
     * @param since what ended before is left out
     */
    List<CalendarEntry> of(PersonId person, Language language, Instant since);
}
