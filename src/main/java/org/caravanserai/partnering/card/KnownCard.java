package org.caravanserai.partnering.card;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.partnering.directory.Participant.Workplace;
import org.caravanserai.partnering.matching.CardFacts;
import org.caravanserai.text.PersonName;

/**
 * A card that is shown, with what is known of its author.
 *
 * @param member whether its author is in the directory
 * @param workplace where she works; empty if she does not show it there
 */
record KnownCard(
        CardFacts facts,
        PersonName author,
        boolean member,
        Optional<Workplace> workplace,
        Visibility visibility,
        LocalDate expires) {

    UUID key() {
        return facts.key();
    }

    /** Whether somebody may be shown it: for those in the directory alone, or for everybody signed in. */
    boolean isFor(boolean memberAsks) {
        return memberAsks || visibility == Visibility.SIGNED_IN;
    }

    /** As somebody sees it. */
    ShownCard shownTo(UUID reader, boolean readerIsMember) {
        var mine = facts.author().equals(reader);
        return new ShownCard(
                facts.key(),
                facts.kind(),
                facts.sought(),
                List.copyOf(new java.util.TreeSet<>(facts.topics())),
                facts.title(),
                facts.text(),
                facts.methods(),
                List.copyOf(new java.util.TreeSet<>(facts.languages())),
                facts.term(),
                expires,
                facts.country(),
                member && readerIsMember ? Optional.of(new ShownCard.Author(author, workplace)) : Optional.empty(),
                mine);
    }
}
