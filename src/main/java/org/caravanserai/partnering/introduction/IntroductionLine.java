package org.caravanserai.partnering.introduction;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;

/**
 * An introduction as one of the two sees it.
 *
 * @param standing how it stands for her
 * @param other who the other is; empty as long as she is not to know
 * @param workplace where the other works, once it is agreed; may be empty
 * @param card the title of the card that it is about; empty if it comes from the directory or the card is gone
 * @param at when it was asked, or answered if she may know
 * @param unread how many messages of the other she has not read
 */
public record IntroductionLine(
        UUID key,
        Standing standing,
        Optional<Other> other,
        String workplace,
        LocalizedText card,
        String line,
        Instant at,
        int unread) {

    /** The other of the two. */
    public record Other(PersonId person, PersonName name) {}

    /** How it stands for the person who sees it. */
    public enum Standing {
        /** She is asked and has not answered. */
        TO_ANSWER,
        /** She has said "not now". */
        PUT_ASIDE,
        /** She asks, and there is no yes. */
        NOT_YET,
        AGREED
    }
}
