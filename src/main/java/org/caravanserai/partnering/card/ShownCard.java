package org.caravanserai.partnering.card;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.partnering.directory.Participant.Workplace;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.partnering.matching.Sought;
import org.caravanserai.partnering.matching.Span;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;

/**
 * A card as somebody else sees it. Who wrote it is told only where both are in the directory of the meeting.
 *
 * @param topics keys of topics
 * @param languages BCP 47 tags
 * @param country where its author works, ISO 3166-1 alpha-2; empty if not told
 * @param mine whether the acting person wrote it
 */
public record ShownCard(
        UUID key,
        CardKind kind,
        Sought sought,
        List<String> topics,
        LocalizedText title,
        LocalizedText text,
        List<String> methods,
        List<String> languages,
        Span term,
        LocalDate expires,
        String country,
        Optional<Author> author,
        boolean mine) {

    /** Who wrote it, and where she works if the directory tells. */
    public record Author(PersonName name, Optional<Workplace> workplace) {}
}
