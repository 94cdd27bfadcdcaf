package org.caravanserai.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;

/**
 * A proposal as the committee's list shows it.
 *
 * @param key the proposal's key
 * @param code its public code
 * @param title its title
 * @param state where it stands
 * @param topics keys of its topics, the main one first
 * @param type key of its session type
 * @param minutes the wished length
 * @param talkLanguage BCP 47 tag of what is spoken
 * @param submittedAt when it was first submitted; empty for what was never
 * @param blind whether its people are hidden from the reader, because the review is double-blind
 * @param proposer the proposer's name; no name where blind
 * @param affiliation where the proposer works; empty where blind
 * @param country the proposer's country; empty if not told or where blind
 * @param contributors how many contributors it has; 0 where blind
 * @param pending the verdict that waits to be sent; empty if none, and for reviewers always
 */
public record ProposalRow(
        UUID key,
        String code,
        LocalizedText title,
        ProposalState state,
        List<UUID> topics,
        UUID type,
        int minutes,
        String talkLanguage,
        Optional<Instant> submittedAt,
        boolean blind,
        PersonName proposer,
        String affiliation,
        String country,
        int contributors,
        Optional<Verdict> pending) {

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        // A row that was loaded again is still the one that was selected.
        return other instanceof ProposalRow row && key.equals(row.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
