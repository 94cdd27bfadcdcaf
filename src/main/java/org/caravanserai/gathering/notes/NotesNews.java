package org.caravanserai.gathering.notes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What has become of notes since a revision that somebody has.
 *
 * @param edits each change since then, in their order; empty if there is none, or {@code whole} says all
 * @param whole the text itself, where the changes since then are not kept any more
 * @param writtenAt when something was written last; empty if nothing was
 */
public record NotesNews(List<Written> edits, Optional<Whole> whole, Optional<Instant> writtenAt) {

    /**
     * A change as it was taken in.
     *
     * @param revision that which it made
     * @param client whose it is: a window in which somebody writes
     * @param sequence which of hers
     */
    public record Written(long revision, UUID client, long sequence, TextEdit edit) {}

    /**
     * The text as it is.
     *
     * @param sequence the last change of whoever asks that is in it; 0 if none is
     */
    public record Whole(String text, long revision, long sequence) {}
}
